"""Where the screen is in the article, without any screen."""

from __future__ import annotations

import random

import pytest
from rich.cells import cell_len

from postil.model.article import Article
from postil.model.span import Span
from postil.tui.startup.layout import GUTTER
from postil.tui.widgets.page.viewport import Viewport
from postil.typeset import Typeset
from tests.tui.widgets.page.fakes import FakeView, Parts, article, numbered


def test_a_row_is_brought_to_the_top_and_the_end_stays_at_the_bottom() -> None:
    parts = Parts(numbered(50))
    viewport = parts.viewport
    viewport.place(20, 0)
    assert parts.screen()[0].startswith("20 ")
    viewport.place(20, 0, above=2)
    assert parts.screen()[2].startswith("20 ")
    viewport.place_offset(viewport.article.length - 1)
    assert parts.screen()[-1].startswith("49 ")
    viewport.place_row(-5)
    assert viewport.top == 0


def test_scrolling_tells_whether_anything_moved() -> None:
    viewport = Parts(numbered(50)).viewport
    assert not viewport.scroll_rows(-1)
    assert viewport.scroll_rows(3)
    assert viewport.top == 3
    assert viewport.scroll_rows(-3)
    viewport.place_offset(viewport.article.length - 1)
    assert not viewport.scroll_rows(1)


def test_an_empty_article_does_not_scroll() -> None:
    viewport = Parts(article()).viewport
    assert not viewport.scroll_rows(1)
    viewport.place_row(3)
    viewport.reveal(3)
    viewport.lift(3)
    assert (viewport.top, viewport.top_offset(), viewport.offset_under(9, 9)) == (0, 0, 0)
    assert viewport.position_if_any(0) is None


@pytest.mark.parametrize("seed", range(3))
def test_the_words_at_the_top_stay_there_through_every_width(seed: int) -> None:
    chance = random.Random(seed)
    parts = Parts(article(*(" ".join(["word"] * chance.randrange(1, 80)) for _ in range(80))))
    parts.viewport.place_offset(chance.randrange(parts.article.length // 2))
    top = parts.viewport.top_offset()
    for width in (30, 80, 22, 60):
        parts.view.room = (width, 10)
        parts.viewport.fit()
        assert parts.viewport.row_on_screen(top) == 0


def test_many_widths_do_not_walk_back_to_the_start_of_a_long_paragraph() -> None:
    parts = Parts(article(" ".join(["word"] * 2000)))
    parts.viewport.scroll_rows(50)
    top = parts.viewport.top_offset()
    for width in (20, 60, 25, 60, 31, 60):
        parts.view.room = (width, 10)
        parts.viewport.fit()
    assert parts.viewport.top_offset() == top


def test_without_room_nothing_is_set() -> None:
    viewport = Viewport(FakeView((0, 0)), numbered(5), 40)
    viewport.fit()
    assert not viewport.refining
    assert viewport.left == GUTTER


def test_a_pane_that_takes_of_the_blank_leaves_the_text_where_it_is() -> None:
    parts = Parts(numbered(5), (80, 10))
    left, width = parts.viewport.left, parts.viewport.typeset.width
    parts.viewport.beside = (6, 0)
    parts.view.room = (74, 10)
    parts.viewport.fit()
    assert (parts.viewport.left, parts.viewport.typeset.width) == (left - 6, width)


def test_heights_are_counted_when_the_page_has_rested(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("postil.tui.widgets.page.viewport.time.monotonic", lambda: now)
    parts = Parts(numbered(2000, rows=3))
    assert parts.viewport.refining
    counting = parts.view.timers.pop()
    now += 0.05
    counting()
    assert parts.viewport.refining
    assert not parts.viewport.still, "the page was moved a moment ago"
    now += 1
    parts.viewport.place_offset(parts.article.starts[900])
    first = parts.screen()
    now += 1
    parts.view.run_timers()
    assert not parts.viewport.refining
    heights = [len(parts.viewport.typeset.rows(block)) + 1 for block in range(2000)]
    assert parts.viewport.typeset.height == sum(heights) - 1
    assert parts.screen() == first, "the words stay where they were"


def test_code_points_are_revealed_by_as_little_scrolling_as_can_be() -> None:
    parts = Parts(numbered(50))
    viewport, starts = parts.viewport, parts.article.starts
    viewport.reveal(starts[2])
    assert viewport.top == 0
    viewport.reveal(starts[8])
    assert parts.screen()[-1].startswith("8 ")
    viewport.reveal(starts[8], context=2)
    assert parts.screen()[-1].startswith("8 "), "it is in sight already"
    viewport.reveal(starts[12], context=2)
    assert parts.screen()[-3].startswith("12 ")
    viewport.reveal(starts[1])
    assert parts.screen()[0].startswith("1 ")
    viewport.reveal(starts[20], rows=99)
    assert parts.screen()[0].startswith("20 ")


def test_words_are_lifted_above_a_dialog_only_where_they_are_low() -> None:
    parts = Parts(numbered(50))
    parts.viewport.lift(parts.article.starts[1])
    assert parts.viewport.top == 0
    parts.viewport.lift(parts.article.starts[2])
    assert parts.screen()[1].startswith("2 ")


def test_a_cell_shows_the_code_point_that_is_drawn_there() -> None:
    viewport = Parts(article("one two three", "four")).viewport
    assert viewport.offset_under(viewport.left + 4, 0) == 4
    assert viewport.offset_under(0, 0) == 0
    assert viewport.words(Span(15, 19)) == "four"
    assert viewport.offset_under(viewport.left + 9, 1) == 15, "a gap belongs to what is below it"
    assert viewport.offset_under(viewport.left + 1, 2) == 16


def test_the_visible_blocks_do_without_one_of_which_only_the_gap_is_seen() -> None:
    viewport = Parts(numbered(50), (60, 4)).viewport
    assert viewport.visible_blocks() == (0, 1)
    viewport.scroll_rows(1)
    assert viewport.visible_blocks() == (1, 2)


def test_the_finished_text_takes_the_place_of_its_first_part() -> None:
    whole = numbered(200)
    parts = Parts(Article("made.txt", whole.blocks[:30], complete=False))
    parts.viewport.place(20, 0)
    before = parts.screen()
    parts.viewport.take(whole, Typeset(whole.blocks, 17, cell_len))
    parts.viewport.stay()
    assert parts.viewport.typeset.width == 40, "the finished text is set in the width of the page"
    assert parts.screen() == before


def test_a_restart_tells_how_much_of_a_gap_was_at_the_top() -> None:
    viewport = Parts(numbered(50)).viewport
    viewport.scroll_rows(1)
    assert viewport.restart() == 1
    assert viewport.anchor == (0, 0)
    assert viewport.restart() == 0
