"""How the cells of the terminal are shared out between text and panes."""

from __future__ import annotations

import pytest

from postil.tui.startup import layout
from postil.tui.startup.layout import (
    GUTTER,
    LEAST_TEXT,
    MARGIN,
    MARGIN_FROM,
    OUTLINE,
    OUTLINE_FROM,
    SCROLLBAR,
    WIDEST_OUTLINE,
    outline_room,
    panes,
    text_columns,
)

MEASURE = 72


def columns(width: int, outline: int, margin: bool = False) -> tuple[int, int]:
    """Return where on screen the text begins beside an outline, and its width."""
    room = width - outline - SCROLLBAR - (MARGIN if margin else 0)
    first, size = text_columns(room, MEASURE)
    return outline + first, size


@pytest.mark.parametrize(
    ("width", "margin", "room"),
    [
        (109, False, OUTLINE),
        (111, False, OUTLINE),
        (112, False, OUTLINE + 1),
        (140, False, 45),
        (169, False, 59),
        (170, False, WIDEST_OUTLINE),
        (300, False, WIDEST_OUTLINE),
        (140, True, OUTLINE),
        (174, True, 45),
    ],
)
def test_an_outline_takes_the_blank_left_of_the_text_but_for_one_cell(
    width: int, margin: bool, room: int
) -> None:
    """Half of what two cells more leave is to the left, so 112 gives the outline its first."""
    assert outline_room(width, margin, MEASURE) == room


@pytest.mark.parametrize("width", range(OUTLINE_FROM, 200))
def test_the_text_is_as_wide_beside_the_widest_outline_as_beside_the_least(width: int) -> None:
    most = outline_room(width, False, MEASURE)
    assert columns(width, most)[1] == columns(width, OUTLINE)[1]


@pytest.mark.parametrize(
    ("room", "first", "width"),
    [
        (MEASURE + GUTTER + 1, GUTTER, MEASURE),
        (MEASURE + GUTTER, GUTTER, MEASURE - 1),
        (MEASURE + GUTTER + 2, GUTTER, MEASURE),
        (MEASURE + GUTTER + 3, GUTTER + 1, MEASURE),
        (LEAST_TEXT + GUTTER + 1, GUTTER, LEAST_TEXT),
        (0, GUTTER, LEAST_TEXT),
    ],
)
def test_the_text_stands_in_the_middle_of_its_room(room: int, first: int, width: int) -> None:
    assert text_columns(room, MEASURE) == (first, width)


@pytest.mark.parametrize(
    ("width", "outline", "margin", "stand"),
    [
        (MARGIN_FROM, None, None, ("beside", "beside")),
        (MARGIN_FROM - 1, None, None, ("beside", "away")),
        (MARGIN_FROM, False, None, ("away", "beside")),
        (MARGIN_FROM, None, False, ("beside", "away")),
        (OUTLINE_FROM, None, None, ("beside", "away")),
        (OUTLINE_FROM - 1, None, None, ("away", "away")),
        (OUTLINE_FROM, None, True, ("away", "beside")),
        (OUTLINE_FROM, False, None, ("away", "away")),
        (OUTLINE_FROM - 1, True, None, ("below", "away")),
        (OUTLINE_FROM - 1, True, True, ("below", "away")),
        (OUTLINE_FROM - 1, None, True, ("away", "below")),
    ],
)
def test_panes_stand_where_the_width_leaves_room(
    width: int, outline: bool | None, margin: bool | None, stand: tuple[str, str]
) -> None:
    assert panes(width, outline, margin) == stand


@pytest.mark.parametrize(
    ("terminal", "page"),
    [
        (OUTLINE_FROM - 1, (0, OUTLINE_FROM - 1 - SCROLLBAR)),
        (OUTLINE_FROM, (OUTLINE, OUTLINE_FROM - OUTLINE - SCROLLBAR)),
        (MARGIN_FROM - 1, (OUTLINE, MARGIN_FROM - 1 - OUTLINE - SCROLLBAR)),
        (MARGIN_FROM, (OUTLINE, MARGIN_FROM - OUTLINE - MARGIN - SCROLLBAR)),
    ],
)
def test_the_page_has_what_the_panes_beside_it_leave(terminal: int, page: tuple[int, int]) -> None:
    assert layout.page_columns(terminal) == page
