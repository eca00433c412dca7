"""How the cells of the terminal are shared out between text and panes."""

from __future__ import annotations

import pytest

from postil.tui.startup.layout import (
    GUTTER,
    LEAST_TEXT,
    MARGIN,
    MARGIN_FROM,
    OUTLINE,
    OUTLINE_FROM,
    SCROLLBAR,
    outline_room,
    page_room,
    panes,
    panes_unasked,
    text_columns,
)

MEASURE = 72


def columns(width: int, outline: int, margin: bool = False) -> tuple[int, int]:
    """Return where on screen the text begins beside an outline, and its width."""
    beside = outline, MARGIN if margin else 0
    first, size = text_columns(width - sum(beside) - SCROLLBAR, MEASURE, beside)
    return outline + first, size


@pytest.mark.parametrize(
    ("width", "margin", "room"),
    [
        (109, False, OUTLINE),
        (138, False, OUTLINE),
        (142, False, OUTLINE + 1),
        (160, False, 40),
        (160, True, 40),
        (180, True, 50),
        (200, False, 60),
        (300, False, 100),
    ],
)
def test_an_outline_takes_the_blank_left_of_the_text_up_to_a_third_of_the_terminal(
    width: int, margin: bool, room: int
) -> None:
    assert outline_room(width, margin, MEASURE) == room


@pytest.mark.parametrize("margin", [False, True])
@pytest.mark.parametrize("width", range(OUTLINE_FROM, 260))
def test_the_text_stands_where_it_stood_beside_the_widest_outline_as_beside_the_least(
    width: int, margin: bool
) -> None:
    most = outline_room(width, margin, MEASURE)
    assert columns(width, most, margin) == columns(width, OUTLINE, margin)


@pytest.mark.parametrize("width", range(150, 260))
def test_panes_move_no_text_where_there_is_room_for_both_beside_it(width: int) -> None:
    alone = columns(width, 0)
    assert alone[0] - GUTTER - (width - SCROLLBAR - alone[0] - alone[1] - 1) in (0, -1)
    assert columns(width, OUTLINE) == alone
    assert columns(width, OUTLINE, margin=True)[0] <= alone[0]
    if width >= 2 * (MARGIN + 1) + MEASURE + GUTTER + SCROLLBAR:
        assert columns(width, OUTLINE, margin=True) == alone


def test_a_pane_moves_the_text_no_further_than_it_must() -> None:
    assert columns(120, OUTLINE) == (OUTLINE + GUTTER, MEASURE)
    assert columns(120, 0) == (25, MEASURE)


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
    ("terminal", "beside", "room"),
    [
        (OUTLINE_FROM - 1, (0, 0), OUTLINE_FROM - 1 - SCROLLBAR),
        (OUTLINE_FROM, (OUTLINE, 0), OUTLINE_FROM - OUTLINE - SCROLLBAR),
        (MARGIN_FROM - 1, (OUTLINE, 0), MARGIN_FROM - 1 - OUTLINE - SCROLLBAR),
        (MARGIN_FROM, (OUTLINE, MARGIN), MARGIN_FROM - OUTLINE - MARGIN - SCROLLBAR),
    ],
)
def test_the_page_has_what_the_panes_beside_it_leave(
    terminal: int, beside: tuple[int, int], room: int
) -> None:
    assert panes_unasked(terminal) == beside
    assert page_room(terminal, 24, beside) == (room, 21)
