"""Lines of scripts without blanks are joined by nothing, others by a blank."""

from __future__ import annotations

import pytest

from postil.text.line_joints import Unbroken, joint


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("the ice", "melts", " "),
        ("没有风，", "渡船", ""),
        ("続いた", "「氷」", ""),
        ("カ", "ー", ""),
        ("얼어붙은", "항구", " "),
        ("港に", "boats", " "),
        ("ice", "港", " "),
        ("été", "où", " "),
        ("他说：", "“明天", ""),
        ("明天。”", "“今天", ""),
        ("明天——", "今天", ""),
        ("他说：", "“ice", " "),
        ("the “ice”", "“melts", " "),
    ],
)
def test_what_joins_two_lines(before: str, after: str, between: str) -> None:
    assert joint(before, after) == between
    unbroken = Unbroken(f"{before}\n{after}")
    assert unbroken.text == f"{before}{between}{after}"
    assert unbroken.at(len(before)) == len(before)
    assert unbroken.at(len(before) + 1) == len(before) + len(between)


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("얼어붙", "은 항구", ""),
        ("얼어붙은 ", "항구", " "),
        ("얼어붙은", " 항구", " "),
        ("얼어붙었다", ".", ""),
        ("얼어붙었다.", "항구는", " "),
    ],
)
def test_korean_lines_broken_within_words_are_joined_as_their_ends_say(
    before: str, after: str, between: str
) -> None:
    assert joint(before, after, within_words=True) == between
