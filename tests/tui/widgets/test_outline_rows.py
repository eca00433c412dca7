"""Titles of the outline are read whole: long ones go on below, a little further in."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from postil.model.article import Section
from postil.model.span import Span
from postil.tui.widgets.outline_rows import MOST_ROWS, Entry, OutlineRows


def entry(title: str, level: int = 1) -> Entry:
    return Entry(Section(0, title, level, "body", Span(0, 1), 0, 1), title, 1)


def shown(rows: OutlineRows) -> list[str]:
    return [row.text for at in range(len(rows)) if (row := rows.at(at))]


def test_what_fits_is_one_row_and_the_rest_hangs_below_its_beginning() -> None:
    titles = ["Short", "What the dramas do to those who watch", "End"]
    rows = OutlineRows([entry(title) for title in titles], 16)
    assert shown(rows) == ["Short", "What the dramas", "  do to those", "  who watch", "End"]
    assert [rows.first(at) for at in range(3)] == [0, 1, 4]
    assert [rows.at(at).entry for at in range(5)] == [0, 1, 1, 1, 2]  # type: ignore[union-attr]
    assert [rows.at(at).first for at in range(5)] == [True, True, False, False, True]  # type: ignore[union-attr]
    assert (rows.of(1), rows.at(5), rows.at(-1)) == (range(1, 4), None, None)


def test_a_deeper_title_is_set_in_as_a_whole() -> None:
    rows = OutlineRows([entry("What they watch at night", level=2)], 16)
    assert shown(rows) == ["  What they", "    watch at", "    night"]


def test_a_title_without_end_ends_in_an_ellipsis() -> None:
    rows = OutlineRows([entry("word " * 100)], 20)
    assert len(rows) == MOST_ROWS
    assert shown(rows)[-1].endswith("…")


@pytest.mark.parametrize("room", [1, 2, 5, 9, 24])
@pytest.mark.parametrize(
    "title",
    [
        "북한의 드라마와 그것을 보는 사람들",
        "Unbreakablewordthatgoesonandonandon",
        "a" * 300,
        "",
        "é" * 40,
    ],
)
def test_no_row_is_wider_than_its_room_where_there_is_room_for_a_letter(
    title: str, room: int
) -> None:
    rows = OutlineRows([entry(title)], room)
    assert len(rows) == len(shown(rows)) >= 1
    assert all(cell_len(row) <= max(2, room) for row in shown(rows))


def test_where_the_room_is_not_known_yet_every_title_is_one_row() -> None:
    assert shown(OutlineRows([entry("a " * 50), entry("é " * 50)])) == ["a " * 50, "é " * 50]
