"""The first frame is made with no work that the next one does again."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from textual.strip import Strip

from postil.tui.widgets.page.row_render import RowRenderer
from postil.tui.widgets.page.view import ArticleView
from tests.journeys.driving import LARGE, SMALL, reading


@pytest.mark.parametrize("size", [SMALL, (120, 40), LARGE])
async def test_the_first_frame_is_set_at_the_width_that_stays(
    harbour: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    widths: Counter[tuple[int, int, int]] = Counter()
    draw = RowRenderer.draw

    def counted(renderer: RowRenderer, index: int, row: int, width: int) -> Strip:
        viewport = renderer._viewport
        widths[width, viewport.left, viewport.typeset.width] += 1
        return draw(renderer, index, row, width)

    monkeypatch.setattr(RowRenderer, "draw", counted)
    async with reading(harbour, size):
        assert len(widths) == 1, "rows were drawn at a width that did not stay"


def test_no_style_sheet_is_matched_for_the_colours_of_the_page() -> None:
    assert not ArticleView.COMPONENT_CLASSES
