"""A view of lines: its scroll bar is Textual's, and its words can be chosen with the mouse."""

from __future__ import annotations

from random import Random

import pytest
from rich.style import Style
from rich.text import Text
from textual.app import App, ComposeResult
from textual.geometry import Offset, Region
from textual.scrollbar import ScrollBar
from textual.selection import Selection
from textual.strip import Strip

from postil.tui.screens.listing.preview import Preview
from postil.tui.theme import THEMES
from postil.tui.widgets.line_view import LineScrollBar

WIDTH, HEIGHT = 20, 10


class Showing(App[None]):
    """Shows a preview alone."""

    CSS = f"Preview {{ width: {WIDTH}; height: {HEIGHT}; }}"

    def __init__(self, words: str) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "postil-dark"
        self.preview = Preview()
        self._words = words

    def compose(self) -> ComposeResult:
        yield self.preview

    def on_mount(self) -> None:
        self.preview.set(Text(self._words))


def cells(strips: list[Strip]) -> list[tuple[str, str]]:
    """Return what is seen of a bar, cell by cell: the sign, and its colours as far as they show."""
    found = []
    for strip in strips:
        ((text, style, _),) = strip
        assert style is not None
        shown = style.color if style.reverse else style.bgcolor
        ink = style.bgcolor if style.reverse else style.color
        found.append((text, f"{shown} {ink if text.strip() else ''}"))
    return found


@pytest.mark.parametrize("lines", [3, HEIGHT, 11, 37, 400])
async def test_the_scroll_bar_is_drawn_as_textual_draws_it(lines: int) -> None:
    app = Showing("\n".join(f"line {at}" for at in range(lines)))
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        bar = app.preview.vertical_scrollbar
        assert isinstance(bar, LineScrollBar)
        for top in (0, 1, lines // 3, lines):
            app.preview.scroll_to(y=top, animate=False)
            await pilot.pause()
            whole = Region(0, 0, 1, HEIGHT)
            assert cells(bar.render_lines(whole)) == cells(ScrollBar.render_lines(bar, whole))


async def test_words_are_chosen_as_the_text_has_them() -> None:
    words = "the harbour froze in the first week of a long winter\nand nobody came"
    app = Showing(words)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        chosen = Selection(Offset(4, 0), Offset(6, 1))
        begin, _ = app.preview.get_selection(chosen)
        assert begin == "harbour froze in the"
        app.screen.selections = {app.preview: chosen}
        await pilot.pause()
        selected = app.screen.get_component_rich_style("screen--selection").bgcolor
        first = app.preview.render_lines(Region(0, 0, WIDTH, HEIGHT))[0]
        picked = "".join(text for text, style, _ in first if style and style.bgcolor == selected)
        assert picked.strip() == "harbour froze"
        assert app.preview.get_selection(Selection(None, None))[0] == words


async def test_other_words_begin_at_the_top_and_the_same_stay_where_they_are() -> None:
    long = "\n".join(f"line {at}" for at in range(90))
    app = Showing(long)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        app.preview.scroll_to(y=40, animate=False)
        await pilot.pause()
        app.preview.set(Text(long), home=False)
        await pilot.pause()
        assert app.preview.scroll_y == 40
        app.preview.set(Text(long + "\nmore"))
        await pilot.pause()
        assert app.preview.scroll_y == 0


INKS: list[str | Style] = [
    Style(color="red"),
    Style(bold=True, underline=True),
    Style(bgcolor="blue"),
    "italic",
]


def drawn(strip: Strip) -> list[tuple[str, Style | None]]:
    """Return each sign with its style."""
    return [(sign, style) for text, style, _ in strip for sign in text]


async def test_a_line_is_drawn_as_rich_draws_it() -> None:
    pick = Random(7)
    async with Showing("").run_test(size=(WIDTH, HEIGHT)) as pilot:
        view, base = pilot.app.query_one(Preview), Style(color="white", bgcolor="black")
        view.columns = WIDTH
        for _ in range(300):
            words = "".join(pick.choices("ab c\u00e9\u65e5\ud55c", k=pick.randrange(60)))
            line = Text(words, style=pick.choice(["", "dim"]))
            for _ in range(pick.randrange(5)):
                begin = pick.randrange(-3, 60)
                line.stylize(pick.choice(INKS), max(0, begin), max(0, begin) + pick.randrange(20))
            begin = pick.randrange(len(words) + 1)
            end = pick.randrange(begin, len(words) + 1)
            for part, how in ((line.copy(), (0, None)), (line[begin:end], (begin, end))):
                part.truncate(WIDTH, overflow="crop", pad=True)
                part.stylize_before(base)
                expected = Strip(part.render(view.app.console), WIDTH)
                assert drawn(view.strip(line, base, *how)) == drawn(expected)
