"""How the cells of the terminal are shared out, for the app and for the page painted before it."""

from __future__ import annotations

from typing import Literal

GUTTER = 4
"""Cells left of the text: two signs of notes, the bar of the current paragraph, a blank."""

SCROLLBAR = 1
OUTLINE = 30
MARGIN = 34
"""Widths of the panes, in cells, their rules included."""

OUTLINE_SHARE = 3
"""An outline has at most one part in so many of the terminal."""

OUTLINE_FROM = 104
MARGIN_FROM = 136
"""Terminal widths, in cells, from which the panes stand beside the page without being asked."""

LINES_ABOVE = 1
LINES_BELOW = 2
"""Rows of the terminal that the title, the status and the hints take."""

LEAST_TEXT = 8
"""Cells that are left to the text in the narrowest terminal."""

Stand = Literal["away", "beside", "below"]
"""A pane is not shown, or takes room of its own beside the page or below it."""


def panes(width: int, outline: bool | None, margin: bool | None) -> tuple[Stand, Stand]:
    """Return where outline and margin stand in a terminal of ``width`` cells.

    What the reader has asked for is True or False; None leaves it to the width. A pane stands
    beside the page where that leaves the text its room, else below it, one at a time.
    """
    if width >= MARGIN_FROM:
        return _beside(outline is not False), _beside(margin is not False)
    if width >= OUTLINE_FROM:
        return _beside(outline is not False and not margin), _beside(bool(margin))
    if outline:
        return "below", "away"
    return "away", "below" if margin else "away"


def _beside(shown: bool) -> Stand:
    return "beside" if shown else "away"


def outline_room(width: int, margin: bool, measure: int) -> int:
    """Return how wide an outline beside the page may be: it may take the blank left of the text."""
    beside = OUTLINE, MARGIN if margin else 0
    blank = text_columns(width - sum(beside) - SCROLLBAR, measure, beside)[0] - GUTTER
    return OUTLINE + max(0, min(width // OUTLINE_SHARE - OUTLINE, blank - 1))


def text_columns(room: int, measure: int, beside: tuple[int, int] = (0, 0)) -> tuple[int, int]:
    """Return the first cell of the text within a page of ``room`` cells, and its width.

    The text stands in the middle of the terminal, as far as the page reaches: what is ``beside``
    it, left and right, moves it no further than it must.
    """
    left, right = beside
    width = max(LEAST_TEXT, min(measure, room - GUTTER - 1))
    blank = max(0, room - GUTTER - 1 - width)
    middle = (left + room + right - GUTTER - 1 - width) // 2 - left
    return GUTTER + min(max(0, middle), blank), width


def cells_for_code(room: int, left: int) -> int:
    """Return the cells from the first one of the text on, which code and tables may take."""
    return max(LEAST_TEXT, room - left - 1)


def panes_unasked(terminal: int) -> tuple[int, int]:
    """Return the cells of the panes left and right of the page that nobody has asked for."""
    left = OUTLINE if terminal >= OUTLINE_FROM else 0
    return left, MARGIN if terminal >= MARGIN_FROM else 0


def page_room(width: int, height: int, beside: tuple[int, int]) -> tuple[int, int]:
    """Return the cells across and the rows down of a page with panes of such widths beside it."""
    return width - sum(beside) - SCROLLBAR, height - LINES_ABOVE - LINES_BELOW
