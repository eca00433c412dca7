"""The margin: what it says of notes, and how few of them it looks at."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.app import App, ComposeResult

from postil.model.note import Anchor, Note, PlacedNote, Placement
from postil.model.placed_notes import PlacedNotes
from postil.model.span import Span
from postil.tui import theme
from postil.tui.widgets.margin import EMPTY, LOADING, Margin

CELLS = 10
"""Code points of an article in one row."""


def note(ident: str, at: int | None) -> PlacedNote:
    span = None if at is None else Span(at, at + 5)
    anchor = Anchor("words", "", "", at or 0, (at or 0) + 5, "")
    kept = Note(ident, "article", anchor, body=f"said {ident}")
    return PlacedNote(kept, Placement(span, "same" if span else "orphan"))


class Beside(App[None]):
    """A margin beside an article of which only the rows are there."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(theme.DARK)
        self.theme = theme.DARK.name
        self.top = 0
        self.looks = 0
        self.margin = Margin(self.row_of, lambda: self.top * CELLS)

    def compose(self) -> ComposeResult:
        yield self.margin

    def on_mount(self) -> None:
        self.margin.styles.display = "block"

    def row_of(self, offset: int) -> int:
        self.looks += 1
        return offset // CELLS - self.top

    def seen(self) -> list[str]:
        rows = range(self.margin.size.height)
        return [line for y in rows if (line := self.margin.render_line(y).text.strip())]


@asynccontextmanager
async def beside(*notes: PlacedNote, end: int = 0) -> AsyncIterator[Beside]:
    app = Beside()
    async with app.run_test(size=(40, 12)) as pilot:
        if notes:
            app.margin.show(PlacedNotes(notes), {}, end)
        await pilot.pause()
        yield app


async def test_it_says_that_notes_are_read_before_it_says_that_there_are_none() -> None:
    async with beside() as app:
        assert app.seen() == list(LOADING)
        app.margin.show(PlacedNotes(), {}, 0, loading=True)
        assert app.seen() == list(LOADING)
        app.margin.show(PlacedNotes(), {}, 0)
        assert app.seen() == list(EMPTY)


async def test_of_many_notes_those_on_screen_are_looked_at() -> None:
    many = [note(str(at), at * CELLS) for at in range(10_000)]
    async with beside(*many, end=10_000 * CELLS) as app:
        for app.top in (0, 5000, 9990):
            app.looks = 0
            app.margin.layout_notes()
            assert f"said {app.top}" in app.seen()
            assert app.looks < 60
        app.looks = 0
        app.margin.current = "9992"
        assert "said 9992" in app.seen()
        assert app.looks < 60


async def test_of_a_thousand_notes_on_one_row_there_is_room_for_the_current_one() -> None:
    async with beside(*(note(str(at), 3) for at in range(1000))) as app:
        app.looks = 0
        app.margin.current = "500"
        assert "said 500" in app.seen()
        assert "said 499" not in app.seen(), "the row is the first, so nothing is above"
        assert app.looks < 60


async def test_the_current_one_of_many_without_a_place_is_shown() -> None:
    lost = [note(str(at), None) for at in range(10_000)]
    async with beside(*lost) as app:
        assert app.seen()[0].endswith("10000 notes without a place")
        assert "said 0" in app.seen()
        app.margin.current = "7000"
        seen = app.seen()
        assert seen[0].endswith("10000 notes without a place")
        assert "said 7000" in seen
        assert "said 6999" not in seen


def saying(body: str) -> PlacedNote:
    kept = Note("marked", "article", Anchor("words", "", "", 0, 5, ""), body=body)
    return PlacedNote(kept, Placement(Span(0, 5), "same"))


async def test_markdown_is_set_as_such() -> None:
    body = "A *slanted* word, a [map](https://example.org/a-very-long/address/of/it).\n\n- one"
    async with beside(saying(body)) as app:
        assert app.seen()[1:] == ["A slanted word, a map.", "• one"]
        app.margin.current = "marked"
        said = app.seen()[1:]
        assert said[0] == "A slanted word, a map."
        assert (
            "".join(line.strip() for line in said[1:-1])
            == "→ https://example.org/a-very-long/address/of/it"
        )
        styled = [(part.text, part.style) for part in app.margin.render_line(1) if part.style]
        assert {text for text, style in styled if style.italic} == {"slanted"}
        assert {text for text, style in styled if style.underline} == {"map"}


async def test_of_a_long_note_that_is_not_current_the_beginning_is_shown() -> None:
    async with beside(saying("word " * 400)) as app:
        assert app.seen()[-1] == "…"
        assert len(app.seen()) == 7
        app.margin.current = "marked"
        assert len(app.seen()) == app.margin.size.height
