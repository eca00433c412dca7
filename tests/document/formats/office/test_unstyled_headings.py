"""Headings that no style marks are told by their looks, and only where text follows them."""

from __future__ import annotations

import pytest

from postil.document.formats.office.paragraphs import Item, Paragraph, Piece, Step
from postil.document.formats.office.unstyled_headings import find_headings

TEXT = (
    "Every autumn a committee met to decide whose vault should be mended first, and by whom. " * 2
)


def line(text: str, *marks: str, size: float = 12.0, **more: object) -> Paragraph:
    """Return a paragraph of one look."""
    return Paragraph([Piece("text", text, marks, "", size)], **more)  # type: ignore[arg-type]


def text() -> Paragraph:
    """Return a paragraph of text."""
    return line(TEXT)


def found(*items: Item) -> list[tuple[str, int]]:
    """Return the headings that are found, with their levels."""
    return [
        (item.text, level)
        for index, level in find_headings(items).items()
        if isinstance(item := items[index], Paragraph)
    ]


def test_larger_stands_over_smaller_and_bold_over_plain() -> None:
    assert found(
        line("Jars", "strong", size=22),
        line("Winter", "strong", size=14),
        text(),
        line("Lids", "strong"),
        text(),
        line("Summer", "strong", size=14),
        text(),
    ) == [("Jars", 1), ("Winter", 2), ("Lids", 3), ("Summer", 2)]


@pytest.mark.parametrize(
    ("one", "is_one"),
    [
        (line("Winter work", "strong"), True),
        (line("WINTER WORK"), True),
        (line("Winter work", "u"), True),
        (line("Winter work", size=13.5), True),
        (line("Winter work", size=13), False),
        (line("Winter work", "em"), False),
        (line("Winter work"), False),
        (line("Winter work.", "strong"), False),
        (line("Note:", "strong"), False),
        (line("Parts:", "strong", size=16), True),
        (line("What is left?", "strong"), True),
        (line("— A clerk", "strong"), False),
        (line("1884", "strong"), False),
        (line("word " * 17, "strong"), False),
        (line("Winter work", "strong", size=10), False),
        (line("Item", "strong", depth=1, marker="•"), False),
        (line("Winter", "strong", role="caption"), False),
    ],
)
def test_what_looks_like_a_heading(one: Paragraph, is_one: bool) -> None:
    assert bool(found(text(), text(), one, text(), text())) is is_one


def test_what_no_text_follows_is_none() -> None:
    assert found(text(), line("Bram Oduya", "strong")) == []
    assert found(text(), line("Bram Oduya", "strong"), line("a clerk"), text()) == []


def test_lines_in_a_row_are_none_and_a_bold_text_has_none() -> None:
    address = [line(part, "strong") for part in ("Bram Oduya", "12 Harbour Street", "Hallow Reach")]
    assert found(*address, text(), text()) == []
    loud: list[Item] = [line("Short", "strong") if at % 2 else text() for at in range(9)]
    assert len(found(*loud)) == 4
    bold: list[Item] = [
        line("Bold words that go on for most of a line", "strong"),
        line("and plain ones"),
    ]
    assert found(*(bold * 4), line("x" * 70)) == []


def test_numbers_tell_how_deep_headings_of_one_look_are() -> None:
    assert found(
        line("1. Water", "strong"),
        text(),
        line("1.1 Silt", "strong"),
        text(),
        line("Mud", "strong", depth=1, marker="1.2"),
        text(),
        line("Last words", "strong"),
        text(),
    ) == [("1. Water", 1), ("1.1 Silt", 2), ("Mud", 2), ("Last words", 1)]


def test_among_headings_with_styles_others_take_their_places() -> None:
    items: list[Item] = [
        line("Winter", size=20, level=1),
        text(),
        line("Jars", "strong"),
        text(),
        line("Summer", size=20, level=1),
        text(),
        line("Lids", "strong"),
        text(),
        line("Large", size=21),
        text(),
    ]
    assert found(*items) == [("Jars", 2), ("Lids", 2), ("Large", 1)]
    assert found(*items[:6]) == [], "a single bold line beside styles is none"


def test_tables_hold_none() -> None:
    table: list[Item] = [Step("table", True), line("Year", "strong"), text(), Step("table", False)]
    assert found(*table, text()) == []
