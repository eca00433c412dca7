"""Rows are drawn once, until what lies over them changes."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from postil.tui.widgets.page import strip_cache
from postil.tui.widgets.page.strip_cache import StripCache, filtered
from postil.tui.widgets.scrollbar import Scrollbar
from tests.tui.host import Host


def counted() -> tuple[StripCache, list[tuple[int, int]]]:
    drawn: list[tuple[int, int]] = []

    def draw(block: int, row: int) -> Strip:
        drawn.append((block, row))
        return Strip.blank(10 * block + row)

    return StripCache(draw), drawn


def test_a_row_is_drawn_when_it_is_first_asked_for() -> None:
    cache, drawn = counted()
    first = cache.row(3, 1)
    assert first.cell_length == 31
    assert cache.row(3, 1) is first
    cache.row(3, 2)
    cache.row(4, 1)
    assert drawn == [(3, 1), (3, 2), (4, 1)]


def test_what_is_forgotten_is_drawn_again_and_nothing_else() -> None:
    cache, drawn = counted()
    for block in (1, 2, 3):
        cache.row(block, 0)
    drawn.clear()
    cache.forget(2, 9)
    for block in (1, 2, 3):
        cache.row(block, 0)
    assert drawn == [(2, 0)]
    cache.clear()
    cache.row(1, 0)
    assert drawn == [(2, 0), (1, 0)]


def test_a_long_walk_does_not_keep_every_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strip_cache, "BLOCKS_KEPT", 3)
    cache, drawn = counted()
    for block in range(4):
        cache.row(block, 0)
    drawn.clear()
    cache.row(3, 0)
    cache.row(0, 0)
    assert drawn == [(0, 0)]


async def test_what_has_true_colours_is_shown_as_it_is_and_all_else_goes_through_the_filter() -> (
    None
):
    async with Host().run_test() as pilot:
        await pilot.app.mount(widget := Scrollbar())
        as_it_is = [
            Strip([Segment("a", Style(color="#102030", bgcolor="#000000")), Segment("b")], 2),
            Strip([Segment("a", Style(bold=True))], 1),
        ]
        assert all(
            one is other for one, other in zip(filtered(widget, as_it_is), as_it_is, strict=True)
        )
        for style in (Style(color="red"), Style(bgcolor="blue"), Style(color="#102030", dim=True)):
            (shown,) = filtered(widget, [Strip([Segment("a", style)], 1)])
            (segment,) = shown
            assert segment.style is not None
            assert not segment.style.dim
            assert segment.style != style
