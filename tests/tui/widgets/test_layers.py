"""Every two layers over the words are told apart, and read, in every number of colours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from rich.color import ColorSystem
from rich.style import Style
from textual.geometry import Region

from postil.library.articles.finding import Finder, Query
from postil.model.article import Article, Block, BlockKind, Inline, InlineKind
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.theme import THEMES
from postil.tui.widgets.page.note_marks import Highlight
from postil.tui.widgets.page.view import ArticleView
from tests.support.colours import PALETTES, READABLE, SEEN, TERMINALS, look
from tests.tui.widgets.page.test_view import page

TEXT = "Some words stand here."
HERE = Span(TEXT.index("words"), TEXT.index("words") + len("words"))
LINKED = (Inline(HERE.start, HERE.end, InlineKind.LINK, "https://example.org"),)

UNDER = ("link", "attribution")
NOTES = tuple(f"{part} {colour}" for part in ("mark", "current note") for colour in Colour)
OVER = ("match", "current match")

SINGLE = ("text", *UNDER, *NOTES, *OVER, "chosen")
"""What may lie over a word alone."""


def stacks() -> Iterator[tuple[str, ...]]:
    """Yield every two layers that may lie on one another, the lower first."""
    rows = (UNDER, NOTES, OVER, ("chosen",))
    for at, row in enumerate(rows):
        for upper in (name for above in rows[at + 1 :] for name in above):
            yield from ((lower, upper) for lower in row)
    yield ("link", "attribution")


def drawn(shown: ArticleView, names: tuple[str, ...]) -> Style | None:
    """Lay these over the word, and return its style."""
    block = 1 if "link" in names else 0
    start = shown.article.starts[block]
    here = Span(start + HERE.start, start + HERE.end)
    overlays = shown.overlays
    overlays.show_attributions([here] if "attribution" in names else [])
    notes = [name for name in names if name in NOTES]
    shown.marks.show(tuple(Highlight(here, Colour(one.split()[-1]), "n") for one in notes))
    shown.marks.show_now("n" if any("current note" in one for one in notes) else "")
    found = Finder(shown.article).find(Query("words")) if set(names) & {*OVER} else None
    overlays.show_matches(found, here if "current match" in names else None)
    shown.selecting.choose(None)
    if "chosen" in names:
        shown.paragraph.make_current(block)
        shown.selecting.choose_paragraph()
    shown.redraw()
    row = shown.viewport.row_on_screen(here.start)
    cell = shown.viewport.left + HERE.start
    (first,) = shown.render_lines(Region(0, row, shown.size.width, 1))[0].crop(cell, cell + 1)
    assert first.text == "w"
    return first.style


def faults(styles: dict[tuple[str, ...], Style | None], system: ColorSystem) -> Iterator[str]:
    """Yield what is not told apart or cannot be read, in all palettes of such a terminal."""
    few = system in (ColorSystem.STANDARD, ColorSystem.WINDOWS)
    for palette in PALETTES if few else ("VGA",):
        seen = {names: look(style, system, palette) for names, style in styles.items()}
        for at, one in enumerate(SINGLE):
            for other in SINGLE[at + 1 :]:
                if not seen[one,].is_apart(seen[other,]):
                    yield f"{palette}: {one} is like {other}"
        for names, shown in seen.items():
            if shown.contrast < (SEEN if few else READABLE):
                yield f"{palette}: {' under '.join(names)} has contrast {shown.contrast:.1f}"
            for name in names:
                rest = tuple(other for other in names if other != name)
                if rest and not shown.is_apart(seen[rest]):
                    yield f"{palette}: {name} is lost in {' under '.join(names)}"


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("terminal", TERMINALS)
async def test_every_two_layers_are_told_apart(
    terminal: str, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in TERMINALS[terminal].items():
        monkeypatch.setenv(name, value)
    blocks = (Block(BlockKind.PARAGRAPH, TEXT), Block(BlockKind.PARAGRAPH, TEXT, inlines=LINKED))
    async with page(Article("made.txt", blocks)) as (shown, pilot):
        pilot.app.theme = f"postil-{theme}"
        await pilot.pause()
        every = [*((name,) for name in SINGLE), *stacks()]
        styles = {names: drawn(shown, names) for names in every}
        system = pilot.app.console._color_system
        assert system is not None
        assert "\n".join(faults(styles, system)) == ""
