"""The preview of a hit begins where what was found is in sight, in however few rows."""

from __future__ import annotations

from textual.app import App, ComposeResult

from postil.library.catalogue.live_search import FoundArticle, Passage
from postil.model.span import Span
from postil.tui import theme
from postil.tui.screens.search.hit_list import Listed
from postil.tui.screens.search.preview import PassagePreview

AROUND = f"{'Before it nothing happened. ' * 20}When the bridge was closed, bread rose."


class Beside(App[None]):
    """The preview alone, which is out of sight at first."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(theme.DARK)
        self.theme = theme.DARK.name

    def compose(self) -> ComposeResult:
        preview = PassagePreview()
        preview.display = False
        yield preview


def hit() -> Listed:
    at = AROUND.index("bridge")
    span = Span(at, at + 6)
    passage = Passage((span,), "bridge", AROUND, (span,))
    return Listed(FoundArticle("/a.md", "Salt", "", "", (passage,)), 0)


async def test_a_hit_that_is_shown_before_there_is_room_is_in_sight_when_there_is() -> None:
    app = Beside()
    async with app.run_test(size=(60, 6)) as pilot:
        preview = app.query_one(PassagePreview)
        preview.show(hit())
        await pilot.pause()
        preview.display = True
        await pilot.pause()
        await pilot.pause()
        seen = [preview.render_line(y).text.strip() for y in range(preview.size.height)]
        assert seen[0] == "Salt"
        assert any("bridge" in line for line in seen)
        await pilot.resize_terminal(60, 60)
        await pilot.pause()
        await pilot.pause()
        assert AROUND[:20] in preview.text.plain, "now there is room for all of it"
