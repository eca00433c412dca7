"""Words that were parted at line ends are whole again, and compounds keep their hyphens."""

from __future__ import annotations

from textwrap import fill

import pytest

from postil.document.formats.layout.hyphens import Hyphens
from postil.document.formats.layout.line_joins import LineJoins
from tests.document.articles import article, blocks

LAMP = (
    "The keeper of the lighthouse wrote to the government about the well-known ferry. "
    "He understood that the decision was theirs."
)
SAW = "He saw from the far end of the quay that they"
BODY = "\n\n".join([fill(LAMP, 72)] * 3)
PARTED = " They had been wait-\ning for it, and the mo-\nment came."


def joined(first: str, second: str, rest: str = "") -> str:
    joins = LineJoins(f"{first}\n{second}\n\n{LAMP}{rest}\n")
    return joins.joined([first.replace("\u00ad", "‐"), second])[0]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the light-", "house", "the lighthouse"),
        ("the Gov-", "ernment", "the Government"),
        ("a “gov-", "ernment”", "a “government”"),
        ("the well-", "known", "the well-known"),
        ("the light‐", "house", "the lighthouse"),
        ("a ther\u00ad", "mometer", "a thermometer"),
        ("the Anglo-", "Saxon", "the Anglo-Saxon"),
        ("from 1914-", "1918", "from 1914-1918"),
        ("pre-", "and post-war", "pre- and post-war"),
        ("the ship -", "a ferry", "the ship - a ferry"),
        ("it was -not-", "a ferry", "it was -not- a ferry"),
        ("the mother-in-", "law", "the mother-in-law"),
        ("a file /lamp-", "house", "a file /lamp-house"),
    ],
)
def test_the_text_tells_what_a_hyphen_is(first: str, second: str, whole: str) -> None:
    assert joined(first, second) == whole


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("a ther-", "mometer", "a thermometer"),
        ("self-", "evident", "self-evident"),
        ("ferry-", "ing", "ferrying"),
        ("keeper-", "made", "keeper-made"),
    ],
)
def test_where_words_are_parted_their_parts_tell(first: str, second: str, whole: str) -> None:
    assert joined(first, second, PARTED) == whole


def test_a_text_that_parts_no_words_keeps_its_compounds() -> None:
    assert joined("a wall-", "clock") == "a wall-clock"
    assert joined("a wall-", "clock", PARTED) == "a wallclock"


def test_lines_of_the_file_are_known_behind_a_hyphen() -> None:
    found = article(f"{SAW} had lit the light-\nhouse there.\n\n{BODY}\n")
    at = found.text.index("house")
    assert (found.line_at(at - 1), found.line_at(at)) == (1, 2)
    assert found.blocks[0].text[found.blocks[0].breaks[0] :] == "house there."


def test_items_are_joined_so_too() -> None:
    text = f"- the light-\n  house\n- the well-\n  known\n\n{LAMP}\n"
    assert [block.text for block in blocks(text)[:2]] == ["the lighthouse", "the well-known"]


def test_soft_hyphens_at_line_ends_are_taken_out() -> None:
    text = f"{SAW} had a new ther\u00ad\nmometer there.\n\n{BODY}\n"
    assert "new thermometer there" in article(text).text


@pytest.mark.parametrize(("first", "second"), [("用-", "分"), ("word--", "next"), ("end -", "of")])
def test_what_is_no_hyphen_of_a_word(first: str, second: str) -> None:
    assert Hyphens("").joint(first, second) is None
