"""The limits between headings and other lines: each with a case on either side."""

from __future__ import annotations

from textwrap import fill

import pytest

from postil.model.article import BlockKind
from tests.document.articles import PROSE, blocks, headings

TEXT = PROSE * 2


def found(*lines: str, width: int | None = None) -> list[str]:
    """Return the headings of a text, its prose broken at a width or not."""
    broken = [fill(line, width) if width and len(line) > width else line for line in lines]
    return [words for _, words in headings("\n\n".join(broken))]


def sized(words: str, size: int) -> str:
    """Return words brought to a size by the letters of the last one."""
    return words + "n" * (size - len(words))


def before_texts(*titles: str) -> list[str]:
    return [TEXT, *(line for title in titles for line in (title, TEXT))]


@pytest.mark.parametrize(("times", "is_one"), [(1, True), (2, False)])
def test_a_line_that_stands_twice_is_no_title(times: int, is_one: bool) -> None:
    assert bool(found(*before_texts(*["A Bare Heading"] * times))) == is_one


@pytest.mark.parametrize(("times", "are"), [(2, True), (3, False)])
def test_the_same_words_before_three_colons_are_a_speaker(times: int, are: bool) -> None:
    titles = ["Ann: The Long Way Home", "Ann: A Keeper Of Lamps", "Ann: My Ships And Boats"]
    assert bool(found(*before_texts(*titles[:times]))) == are


@pytest.mark.parametrize(("days", "is_one"), [(2, False), (3, True)])
def test_three_dates_on_lines_of_their_own_make_a_diary(days: int, is_one: bool) -> None:
    assert bool(found(*before_texts(*(f"May {day}, 1891" for day in range(1, days + 1))))) == is_one


@pytest.mark.parametrize(
    ("size", "width", "is_one"),
    [(130, None, True), (131, None, False), (80, 90, True), (81, 90, False)],
)
def test_a_title_is_no_longer_than_that(size: int, width: int | None, is_one: bool) -> None:
    title = sized("The Keeper And His Lamps And Ships At Nightfall In Harbours And Towns ", size)
    assert (found(TEXT, title, TEXT, width=width) == [title]) == is_one


@pytest.mark.parametrize(("count", "are"), [(1, False), (2, True)])
def test_two_lines_in_sentence_case_are_headings_because_they_are_alike(
    count: int, are: bool
) -> None:
    titles = ["How the lamp was tended", "Why the ships came no more"]
    assert bool(found(*before_texts(*titles[:count]), width=72)) == are


@pytest.mark.parametrize(("words", "are"), [(11, True), (12, False)])
def test_a_title_in_sentence_case_has_eleven_words_at_most(words: int, are: bool) -> None:
    titles = [" ".join([first] + ["lamp"] * (words - 1)) for first in ("How", "Why")]
    assert bool(found(*before_texts(*titles), width=72)) == are


@pytest.mark.parametrize(("size", "are"), [(80, True), (81, False)])
def test_a_title_in_sentence_case_has_eighty_letters_at_most(size: int, are: bool) -> None:
    titles = [
        sized(f"{first} keepers remembered everything forgotten harbours ", size)
        for first in ("How", "Why")
    ]
    assert bool(found(*before_texts(*titles), width=90)) == are


@pytest.mark.parametrize(("size", "is_item"), [(90, False), (91, True)])
def test_a_long_numbered_line_is_an_item_and_a_shorter_one_a_title(
    size: int, is_item: bool
) -> None:
    line = sized("1. climb the tower and ", size)
    [_, block, _] = blocks("\n\n".join([TEXT, line, TEXT]))
    assert (block.kind is BlockKind.LIST_ITEM) == is_item
