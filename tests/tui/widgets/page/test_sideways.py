"""Code and tables wider than the page are shown from any cell on, and folded if nobody asks."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from postil.model.article import Article, Block, BlockKind
from postil.tui.widgets.page.page_styles import PageStyles
from postil.tui.widgets.page.row_render import cropped
from postil.tui.widgets.page.sideways import STEP
from tests.tui.widgets.page.fakes import Parts

LINE = "".join(f"{at:>4}" for at in range(40))
"""Of 160 cells."""
WIDE = Article(
    "wide.md",
    (
        Block(BlockKind.PARAGRAPH, "Words above."),
        Block(BlockKind.CODE, f"short\n{LINE}"),
        Block(BlockKind.PARAGRAPH, "Words below."),
    ),
)


def test_the_first_step_unfolds_lines_and_the_last_one_back_folds_them() -> None:
    viewport = Parts(WIDE).viewport
    folded = len(viewport.typeset.rows(1))
    assert folded > 2
    assert not viewport.sideways.slide(-1)
    assert viewport.sideways.slide(1)
    assert (len(viewport.typeset.rows(1)), viewport.sideways.shift_of(1)) == (2, 0)
    assert viewport.sideways.slide(1)
    assert viewport.sideways.shift_of(1) == STEP
    assert viewport.sideways.slide(-1)
    assert viewport.sideways.slide(-1)
    assert len(viewport.typeset.rows(1)) == folded


def test_a_block_is_shifted_no_further_than_its_end_and_prose_not_at_all() -> None:
    viewport = Parts(WIDE).viewport
    viewport.sideways.slide(1)
    assert viewport.sideways.slide(99)
    assert viewport.sideways.shift_of(1) == viewport.typeset.beyond(1)
    assert viewport.sideways.shift_of(0) == 0
    assert not viewport.sideways.slide(1)


def test_nothing_is_unfolded_where_all_has_room() -> None:
    viewport = Parts(Article("a.md", (Block(BlockKind.CODE, "short"),))).viewport
    assert not viewport.sideways.slide(1)
    assert not viewport.typeset.unfolded


@pytest.mark.parametrize("count", [2, 3])
def test_a_count_goes_on_from_the_beginning_of_the_lines(count: int) -> None:
    viewport = Parts(WIDE).viewport
    viewport.sideways.slide(count)
    assert viewport.sideways.shift_of(1) == (count - 1) * STEP


def test_what_is_looked_for_is_brought_into_sight() -> None:
    viewport = Parts(WIDE).viewport
    viewport.sideways.slide(1)
    start = WIDE.starts[1] + len("short\n")
    for number in (39, 20, 0, 12):
        offset = start + LINE.index(f" {number}") + 1
        viewport.sideways.follow(offset)
        cell = viewport.typeset.cell_of(1, 1, offset - WIDE.starts[1])
        indent = viewport.typeset.rows(1)[1].indent
        seen = cell - viewport.sideways.shift_of(1)
        assert indent <= seen < viewport.typeset.wide
    assert viewport.sideways.shift_of(1) > 0


def test_a_cell_of_the_screen_is_the_letter_that_is_shown_there() -> None:
    viewport = Parts(WIDE).viewport
    viewport.sideways.slide(3)
    indent = viewport.typeset.rows(1)[1].indent
    row = viewport.typeset.y_of(1, 1)
    found = viewport.offset_under(viewport.left + indent + 3, row)
    assert found - WIDE.starts[1] - len("short\n") == 2 * STEP + 3


@pytest.mark.parametrize(
    ("shift", "shown"),
    [(0, "> abcdefg\u203a"), (3, "> \u2039efghij\u203a"), (12, "> \u2039nopqrst")],
)
def test_an_edge_tells_that_a_row_goes_on_beyond_it(shift: int, shown: str) -> None:
    strip = Strip([Segment("> ", Style()), Segment("abcdefghijklmnopqrst", Style())])
    found = cropped(strip, 2, shift, 10, PageStyles())
    assert (found.text, found.cell_length) == (shown, 10)


def test_a_shorter_row_stands_empty_beside_longer_ones() -> None:
    found = cropped(Strip([Segment("> ab", Style())]), 2, 5, 10, PageStyles())
    assert found.text == "> \u2039" + " " * 7
