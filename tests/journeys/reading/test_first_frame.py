"""The first frame is made with no work that the next one does again."""

from __future__ import annotations

import subprocess
import sys
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


def test_what_finds_is_not_loaded_before_the_first_frame(tmp_path: Path) -> None:
    script = (
        "import os, sys, pathlib\n"
        "from postil import config\n"
        "from postil.tui.app import PostilApp\n"
        "from postil.tui.startup.loading_article import open_article\n"
        "settings = config.load(os.environ)\n"
        "opened = open_article(settings, pathlib.Path(sys.argv[1]))\n"
        "PostilApp(settings, lambda app: app.reader(opened)).reader(opened)\n"
        "print([name for name in sys.modules if name.startswith('postil.search')])\n"
    )
    path = tmp_path / "short.txt"
    path.write_text("A few words.", "utf-8")
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
