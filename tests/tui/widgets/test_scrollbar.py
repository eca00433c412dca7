"""The thumb of the scroll bar stands for what is on screen."""

from __future__ import annotations

import pytest

from postil.tui.widgets import scrollbar
from postil.tui.widgets.page.messages import RowsInView


@pytest.mark.parametrize(
    ("view", "thumb"),
    [
        (RowsInView(0, 20, 20), None),
        (RowsInView(0, 20, 5), None),
        (RowsInView(0, 20, 40), (0, 80)),
        (RowsInView(10, 20, 40), (40, 120)),
        (RowsInView(20, 20, 40), (80, 160)),
        (RowsInView(0, 20, 1_000_000), (0, 8)),
        (RowsInView(999_980, 20, 1_000_000), (152, 160)),
        (RowsInView(3_000_000, 20, 1_000_000), (152, 160)),
    ],
)
def test_the_thumb_is_as_long_as_the_screen_is_of_the_article(
    view: RowsInView, thumb: tuple[int, int] | None
) -> None:
    assert scrollbar.thumb(view, 20) == thumb
