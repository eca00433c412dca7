"""The thumb of the scroll bar stands for what is on screen."""

from __future__ import annotations

import pytest

from postil.tui.widgets.scrollbar import View


@pytest.mark.parametrize(
    ("view", "thumb"),
    [
        (View(0, 20, 20), None),
        (View(0, 20, 5), None),
        (View(0, 20, 40), (0, 80)),
        (View(10, 20, 40), (40, 120)),
        (View(20, 20, 40), (80, 160)),
        (View(0, 20, 1_000_000), (0, 8)),
        (View(999_980, 20, 1_000_000), (152, 160)),
        (View(3_000_000, 20, 1_000_000), (152, 160)),
    ],
)
def test_the_thumb_is_as_long_as_the_screen_is_of_the_article(
    view: View, thumb: tuple[int, int] | None
) -> None:
    assert view.thumb(20) == thumb
