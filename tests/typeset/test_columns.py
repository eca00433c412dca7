"""Tables stand in columns on any page, and every cell of the screen keeps its place in the text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from postil.document.formats.markup.tables import Cell, set_table
from postil.model.article import Block, BlockKind
from postil.text.graphemes import clusters
from postil.typeset import Row
from tests.typeset.drawing import drawn, page, settled

WORDS = st.sampled_from(
    [
        "a",
        "of",
        "harbour",
        "well-known",
        "港の深さ",
        "한국어",
        "cafe\u0301",
        "👩‍👩‍👧",
        "x" * 30,
        "/to/a/quay",
    ]
)
CELLS = st.lists(WORDS, max_size=6).map(" ".join)
TABLES = st.integers(2, 5).flatmap(
    lambda count: st.lists(st.lists(CELLS, min_size=count, max_size=count), min_size=1, max_size=5)
)
WIDTHS = st.integers(9, 90)


def table(*rows: list[str]) -> Block:
    found = set_table([[Cell(text, ()) for text in row] for row in rows])
    return Block(BlockKind.TABLE, found.text, breaks=found.breaks, cells=found.cells)


PILOTS = table(
    ["Quay", "What the pilots say of it"],
    ["north", "Silts up after every storm, so ask before you come in."],
    ["the old one", "Deep enough."],
)


def runs(row: Row) -> list[Row]:
    return [row, *row.beside]


def test_a_table_that_fits_is_drawn_as_its_text_stands() -> None:
    assert page([PILOTS], 80) == ["  " + line for line in PILOTS.text.split("\n")]


def test_cells_are_wrapped_by_words_under_their_own_column() -> None:
    assert page([PILOTS], 40) == [
        "  Quay         What the pilots say of it",
        "  north        Silts up after every",
        "               storm, so ask before you",
        "               come in.",
        "  the old one  Deep enough.",
    ]


def test_the_widest_column_shrinks_first_and_none_below_its_longest_word() -> None:
    block = table(["short", "a rather long cell of text", "unexceptionable words"])
    assert page([block], 40) == [
        "  short  a rather long   unexceptionable",
        "         cell of text    words",
    ]
    assert page([block], 36) == [
        "  short  a rather    unexceptionable",
        "         long cell   words",
        "         of text",
    ]


def test_columns_that_have_no_room_beside_each_other_stand_below_each_other() -> None:
    block = table(["alphabetical", "bewildering", "considerable"], ["a", "", "b c"])
    assert page([block], 30) == [
        "  alphabetical",
        "    bewildering",
        "    considerable",
        "  a",
        "    b c",
    ]


def test_an_address_is_cut_at_its_signs_and_no_word_is() -> None:
    block = table(["chart", "https://charts.example/harbours/2019/soundings.pdf"])
    assert page([block], 36) == [
        "  chart  https://charts.example/",
        "         harbours/2019/soundings.pdf",
    ]


def test_the_bars_of_a_quotation_stand_beside_every_row() -> None:
    block = Block(BlockKind.TABLE, PILOTS.text, quoted=1, cells=PILOTS.cells)
    lines = page([block], 40)
    assert len(lines) == 6
    assert all(line.startswith("▎   ") for line in lines)


def test_empty_cells_keep_their_column() -> None:
    block = table(["", "one"], ["two", ""], ["", ""], ["", "three"])
    assert page([block], 40) == ["       one", "  two", "", "       three"]


def test_down_a_cell_the_caret_stays_in_its_column() -> None:
    typeset = settled([PILOTS], 40)
    at = PILOTS.text.index("every")
    row, cell = typeset.row_of(0, at), typeset.cell_of(0, typeset.row_of(0, at), at)
    assert (row, cell) == (1, 15 + len("Silts up after "))
    below = typeset.offset_at(0, row + 1, cell)
    assert PILOTS.text[below:].startswith("efore you")


def test_left_of_a_row_that_only_goes_on_in_another_column_its_words_are_nearest() -> None:
    typeset = settled([PILOTS], 40)
    assert typeset.offset_at(0, 2, 0) == PILOTS.text.index("storm, so")


@given(TABLES, WIDTHS)
def test_every_word_stands_once_and_rows_keep_the_width(rows: list[list[str]], width: int) -> None:
    block = table(*rows)
    typeset = settled([block], width)
    shown = sorted((run.start, run.end) for row in typeset.rows(0) for run in runs(row))
    at = 0
    for start, end in shown:
        assert at <= start <= end
        assert block.text[at:start].strip(" \n") == ""
        at = end
    assert block.text[at:].strip(" ") == ""
    for row in typeset.rows(0):
        widest = max(cell_len(block.text[start:end]) for start, end in clusters(block.text or "a"))
        assert cell_len(drawn(block.text, row)) <= max(width, row.indent + widest)


@given(TABLES, WIDTHS)
def test_cells_of_the_screen_and_offsets_are_inverse(rows: list[list[str]], width: int) -> None:
    block = table(*rows)
    typeset = settled([block], width)
    for start, end in clusters(block.text):
        size = cell_len(block.text[start:end])
        row = typeset.row_of(0, start)
        held = [run for run in runs(typeset.rows(0)[row]) if run.start <= start < run.end]
        if not size or not held:
            assert block.text[start:end].isspace() or not size
            continue
        cell = typeset.cell_of(0, row, start)
        assert cell == held[0].indent + cell_len(block.text[held[0].start : start])
        for within in range(size):
            assert typeset.offset_at(0, row, cell + within) == start


@given(TABLES, WIDTHS)
def test_the_first_words_of_a_row_find_it_again(rows: list[list[str]], width: int) -> None:
    typeset = settled([table(*rows)], width)
    for at, row in enumerate(typeset.rows(0)):
        assert typeset.row_of(0, row.start) == at


@given(TABLES, WIDTHS)
def test_no_word_of_a_usual_length_is_cut(rows: list[list[str]], width: int) -> None:
    block = table(*rows)
    for row in settled([block], max(width, 40)).rows(0):
        for run in runs(row):
            words = [word for word in re.finditer(r"\S+", block.text) if word[0].isascii()]
            cut = [word[0] for word in words if word.start() < run.end < word.end()]
            assert all(len(word) > 24 for word in cut)


@pytest.mark.parametrize("width", [1, 2, 3, 8])
def test_a_page_of_hardly_any_width_still_shows_all(width: int) -> None:
    lines = page([PILOTS], width)
    assert "".join(lines).replace(" ", "") == PILOTS.text.replace(" ", "").replace("\n", "")
