"""Chats as programs write them out: a message each, and lines that name the day by themselves."""

from __future__ import annotations

import pytest

from postil.document.formats.layout.forms.chat_lines import is_day, names_recur
from tests.document.articles import headings
from tests.document.formats.layout.forms.test_habits_of_speech import turns


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            (
                "[9:04 AM] Ida Moss\nIs the weir open?\n[9:05 AM] Bo Reed\nNot yet.\n"
                "The water is low.\n[9:07 AM] Ida Moss\nThen later.\n[9:08 AM] Bo Reed\nFine\n"
            ),
            [
                "[9:04 AM] Ida Moss Is the weir open?",
                "[9:05 AM] Bo Reed Not yet. The water is low.",
                "[9:07 AM] Ida Moss Then later.",
                "[9:08 AM] Bo Reed Fine",
            ],
        ),
        (
            (
                "2021/03/02(火)\n08:01\tみお\t水は来た？\n08:02\tけん\tまだだよ\n08:05\tみお\t[写真]\n"
                "2021/03/03(水)\n07:58\tけん\tおはよう\n"
            ),
            [
                "2021/03/02(火)",
                "08:01   みお    水は来た？",
                "08:02   けん    まだだよ",
                "08:05   みお    [写真]",
                "2021/03/03(水)",
                "07:58   けん    おはよう",
            ],
        ),
        (
            "2021.03.02 火曜日\n08:01 みお 水は来た？\n08:02 けん まだだよ\n08:05 みお わかった\n",
            [
                "2021.03.02 火曜日",
                "08:01 みお 水は来た？",
                "08:02 けん まだだよ",
                "08:05 みお わかった",
            ],
        ),
        (
            (
                "------- 2021년 3월 2일 화요일 -------\n[민수] [오전 8:01] 물이 찼어?\n"
                "[지은] [오전 8:02] 아직.\n[민수] [오전 8:05] 그래\n"
            ),
            [
                "------- 2021년 3월 2일 화요일 -------",
                "[민수] [오전 8:01] 물이 찼어?",
                "[지은] [오전 8:02] 아직.",
                "[민수] [오전 8:05] 그래",
            ],
        ),
        (
            (
                "ida.moss  9:04 AM\nIs it open?\nbo  9:05 AM\nNot yet.\n9:06\nIt is low.\n"
                "ida.moss  9:07 AM\nThen later.\n"
            ),
            [
                "ida.moss  9:04 AM Is it open?",
                "bo  9:05 AM Not yet.",
                "9:06 It is low.",
                "ida.moss  9:07 AM Then later.",
            ],
        ),
    ],
    ids=["name-below-hour", "tabs", "blanks", "brackets", "hour-alone"],
)
def test_each_message_is_a_turn(text: str, right: list[str]) -> None:
    assert turns(text) == right
    assert headings(text) == []


@pytest.mark.parametrize(
    "line",
    [
        "2021/03/02(火)",
        "2.3.2021",
        "--- Day changed Wed Mar 03 2021",
        "Tuesday, March 2, 2021",
        "2021年3月2日 星期二",
    ],
)
def test_a_line_is_a_day(line: str) -> None:
    assert is_day(line)


@pytest.mark.parametrize(
    "line", ["08:01 2021-03-02", "2021/03/02 the weir was shut for all of us", "3 boats", "Friday"]
)
def test_a_line_is_no_day(line: str) -> None:
    assert not is_day(line)


def test_hours_before_what_happens_are_no_chat() -> None:
    assert not names_recur(["Arrival", "Welcome", "First talk", "Second talk"])
    assert not names_recur(["Talk by Ida", "Talk by Bo", "Talk by Ole"])
    assert names_recur(["Ida it is open", "Bo no", "Ida yes"])


def test_what_says_that_a_file_has_captions_is_no_title() -> None:
    text = "WEBVTT\n\n" + "\n\n".join(f"00:0{n}.000 --> 00:0{n}.900\nIt is open." for n in "123")
    assert headings(text) == []
