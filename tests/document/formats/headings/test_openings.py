"""Titles that a sign or a frame shows, and labels of laws and of parts without a number."""

from __future__ import annotations

from textwrap import fill

import pytest

from tests.document.articles import PROSE, headings
from tests.document.formats.headings.test_scripts import TEXTS, found


@pytest.mark.parametrize(
    ("script", "titles"),
    [
        ("ja", ["■水車の由来", "■粉屋の娘", "■川の向こう"]),
        ("ja", ["【水車の由来】", "【粉屋の娘】"]),
        ("zh", ["◆木材", "◆刀具"]),
        ("ko", ["● 방앗간", "● 여름", "● 가을"]),
        ("zh", ["上卷", "下卷"]),
        ("zh", ["卷上", "卷中", "卷下"]),
        ("la", ["— I —", "— II —", "— III —"]),
        ("la", ["§ 1 Begriff", "§ 2 Pflichten", "§ 2a Ausnahmen", "§ 10. Strafen"]),
        ("la", ["Első fejezet", "II. fejezet", "3. fejezet: A malom"]),
    ],
)
def test_each_title_is_a_heading(script: str, titles: list[str]) -> None:
    lines = [line for title in titles for line in (title, "T", "T")]
    assert found(script, *lines) == [(1, title) for title in titles]


@pytest.mark.parametrize(
    "lines",
    [
        ["■水車の由来", "T"],
        ["●水", "●粉", "●川", "T"],
        ["【注】水車は今もある。", "T", "【注】川も今もある。", "T"],
        ["■水車は村の外れにあり、", "T", "■粉屋は朝早く起きて、", "T"],
    ],
)
def test_a_sign_alone_makes_no_heading(lines: list[str]) -> None:
    assert found("ja", *lines) == []


def test_parts_of_a_book_hold_its_chapters() -> None:
    lines = ["卷上", "第一回　老匠人深山伐木", "T", "卷下", "第二回　小徒弟月夜迷途", "T"]
    assert [level for level, _ in found("zh", *lines)] == [1, 2, 1, 2]


def test_a_greek_numeral_has_its_mark() -> None:
    titles = ["Κεφάλαιο Α΄", "Κεφάλαιο Β΄: Το νερό", "Κεφάλαιο Γ΄"]
    text = "Ο μυλωνάς άνοιγε την πόρτα του πριν από την αυγή και περίμενε τους χωρικούς. " * 3
    assert headings("\n\n".join(f"{title}\n\n{text}" for title in titles)) == [
        (1, title) for title in titles
    ]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("ভূমিকা", "উপসংহার"),
        ("முன்னுரை", "முடிவுரை"),
        ("บทนำ", "บทส่งท้าย"),
    ],
)
def test_what_ends_a_book_stands_beside_its_chapters(first: str, last: str) -> None:
    titles = [first, "Chapter 1", "Chapter 2", last]
    assert headings("\n\n".join(f"{title}\n\n{TEXTS['th']}" for title in titles)) == [
        (1, title) for title in titles
    ]


def test_a_law_that_a_paragraph_names_is_no_title() -> None:
    prose = fill(PROSE * 2, 70)
    text = f"{prose}\n\n§ 4 says that the lamp is lit at dusk, and put out at dawn.\n\n{prose}"
    assert headings(text) == []


def test_a_title_in_capitals_may_end_with_a_colon() -> None:
    prose = fill(PROSE * 2, 70)
    titles = ["NAME:", "HOW TO TRIM:", "BUGS:"]
    assert [
        text for _, text in headings("\n\n".join(f"{one}\n\n{prose}" for one in titles))
    ] == titles
    assert headings(f"{prose}\n\nHow to trim:\n\n{prose}") == []
