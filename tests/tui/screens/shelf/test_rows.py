"""A row of the shelf has as many columns as there is room for, and those that say something."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style

from postil.library.shelf.filtering import ShelfEntry
from postil.library.shelf.ordering import OF_LIBRARY, order_named
from postil.library.shelf.shelving import Shelved
from postil.model.reading_state import ReadingState
from postil.model.values import replace
from postil.tui.screens.shelf.rows import Head, SavedRow, ShelfDrawing, used_columns
from postil.tui.screens.shelf.wording import length, standing

ICE = Shelved(
    Path("/a/ice.md"),
    "The [b]ice[/b] of\x1b[31m 1869",
    0.236,
    3,
    ("sea", "press freedom"),
    "2024-11-03T10:00:00Z",
    "A",
    authors=("Ada Lindqvist",),
    outlet="Harbour Gazette",
    date="1998-02-03",
    words=2300,
)


def drawing(*rows: Shelved, order: str = "") -> ShelfDrawing:
    drawn = ShelfDrawing(230)
    drawn.order = order_named(order, OF_LIBRARY) if order else None
    drawn.used = used_columns(rows)
    return drawn


def ink(_: str) -> Style:
    return Style()


@pytest.mark.parametrize("width", [20, 34, 72, 90, 116, 150, 400])
def test_a_row_fits_its_width_and_its_columns_stand_below_their_heads(width: int) -> None:
    drawn = drawing(ICE)
    row = drawn.row(ShelfEntry(ICE), width, ink)
    head = drawn.head(Head(saved=False), width + 4, ink)
    assert row.plain.isprintable()
    if width >= 34:
        assert row.cell_len <= width
        assert row.plain.rstrip().endswith("24%")
        assert len(row.plain.rstrip()) == len(head.plain[4:].rstrip())
    for name, said, least in (
        ("Title", "The [b]ice[/b] of", 0),
        ("Length", "10 min", 58),
        ("Author", "Ada Lind", 84),
        ("Outlet", "Harbour", 116),
        ("Date", "1998-02-03", 100),
        ("Tags", "#sea", 130),
    ):
        assert (said in row.plain) == (width >= least), name
        assert (name in head.plain) == (width >= least), name


def test_a_column_in_which_nothing_stands_leaves_its_room_to_the_title() -> None:
    bare = Shelved(Path("/a/b.txt"), "b.txt", None, 0, (), None, None)
    head = drawing(bare).head(Head(saved=False), 160, ink).plain
    assert head.split() == ["Title", "Read"]


def test_the_column_that_is_sorted_by_bears_a_sign() -> None:
    assert "Author▼" in drawing(ICE, order="author").head(Head(saved=False), 160, ink).plain
    assert "Title▼" in drawing(ICE, order="title").head(Head(saved=False), 160, ink).plain
    assert "Author▲" in drawing(ICE, order="-author").head(Head(saved=False), 160, ink).plain


MANY_TAGS = replace(ICE, tags=("sea", "press freedom", "trade/routes", "1869"))


def test_columns_have_the_cells_that_the_title_does_not_need() -> None:
    row = drawing(MANY_TAGS).row(ShelfEntry(MANY_TAGS), 156, ink).plain
    assert "#sea #press freedom #trade/routes #1869" in row
    long = replace(
        MANY_TAGS, title="The ice of 1869, and what came of it for those who lived on it"
    )
    row = drawing(long).row(ShelfEntry(long), 156, ink).plain
    assert "#sea #press freed\u2026" in row
    assert "those who lived" not in row


def test_a_column_is_no_wider_than_what_it_says() -> None:
    some = [replace(ICE, title=f"{number} {'ice ' * 20}", authors=("Ada L.",)) for number in (1, 2)]
    row = drawing(*some).row(ShelfEntry(some[0]), 100, ink).plain
    assert "Ada L.   1998-02-03" in row or "Ada L.    1998" in row


def test_one_long_value_widens_no_column() -> None:
    some = [ICE] * 30
    odd = replace(ICE, outlet="The Harbour Gazette and Weekly Advertiser of the North")
    assert used_columns([*some, odd]) == used_columns(some)


@pytest.mark.parametrize("order", ["outlet", "tags", "date"])
@pytest.mark.parametrize("width", [46, 72, 90])
def test_the_column_that_is_sorted_by_is_drawn_before_others(order: str, width: int) -> None:
    drawn = drawing(ICE, order=order)
    row = drawn.row(ShelfEntry(ICE), width, ink)
    said = {"outlet": "Harbour", "tags": "#sea", "date": "1998-02-03"}[order]
    assert said in row.plain
    assert row.cell_len <= width
    assert f"{order.capitalize()}▼" in drawn.head(Head(saved=False), width + 4, ink).plain


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (replace(ICE), "24%"),
        (replace(ICE, progress=None), "new"),
        (replace(ICE, state=ReadingState.TODO, told=True), "to read"),
        (replace(ICE, state=ReadingState.DONE, told=True), "read"),
        (replace(ICE, state=ReadingState.READING, told=True), "24%"),
        (replace(ICE, state=ReadingState.READING, told=True, progress=None), "reading"),
        (replace(ICE, state=ReadingState.DONE, progress=1.0), "100%"),
        (replace(ICE, missing=True, state=ReadingState.DONE, told=True), "missing"),
        (replace(ICE, path=None, id=None, trouble="its list of files cannot be read"), "shut"),
    ],
)
def test_how_far_an_article_is_read(one: Shelved, said: str) -> None:
    assert standing(one) == said


@pytest.mark.parametrize(
    ("words", "size", "said"),
    [(2300, 0, "10 min"), (5, 0, "1 min"), (None, 13800, "~10 min"), (46000, 0, "3 h")],
)
def test_the_length_is_told_in_minutes_and_a_guess_as_one(
    words: int | None, size: int, said: str
) -> None:
    assert length(replace(ICE, words=words, size=size), 230) == said
    assert length(replace(ICE, words=None, size=0), 230) == ""


def test_a_saved_query_is_a_row_by_its_name() -> None:
    drawn, row = ShelfDrawing(230), SavedRow("trade", "tag:trade")
    assert drawn.key(row) == "@trade"
    assert drawn.row(row, 40, ink).plain == "@trade  tag:trade"
    assert drawn.head(Head(saved=True), 40, ink).plain == "Saved queries"


@pytest.mark.parametrize("width", range(30, 160))
def test_a_row_is_never_wider_than_its_room(width: int) -> None:
    entry = ShelfEntry(replace(ICE, title="The ice of 1869 and what came of it " * 6))
    assert drawing(ICE).row(entry, width, ink).cell_len <= width
