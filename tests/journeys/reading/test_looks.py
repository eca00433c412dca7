"""How everything looks: another theme reaches every cell, and every word can be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color, ColorSystem
from textual.widgets._toast import Toast

from postil import config
from postil.library.articles import opening
from postil.library.care import local_state
from postil.library.notes import annotating
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.screens.listing.query_line import QueryLine
from postil.tui.screens.notes.note_rows import NoteRowList
from postil.tui.startup.layout import OUTLINE_FROM
from postil.tui.startup.loading_article import open_article
from tests.journeys.driving import LARGE, SMALL, Session, Told, places, reading
from tests.support.colours import PALETTES, READABLE, SEEN, TERMINALS, look

DIGEST = Path(__file__).parents[3] / "articles" / "korean-drama-across-a-closed-border.txt"

SIZES = [SMALL, LARGE, (60, 16), (40, 12)]


def noted() -> None:
    """Put a note of each colour on the beginning of the digest."""
    home = local_state.open_home(places())
    opened = opening.read(home, DIGEST)
    words = ("Tapes", "memory cards", "Seven in ten", "senior official", "Another figure")
    for word, colour in zip(words, Colour, strict=True):
        at = opened.article.text.index(word)
        annotating.annotate(home, opened, Span(at, at + len(word)), body="A note.", colour=colour)


def colours(session: Session) -> set[Color]:
    """Return every colour that is on the screen."""
    styles = [part.style for strip in session.strips() for part in strip if part.style]
    return {one for style in styles for one in (style.color, style.bgcolor) if one}


async def test_another_theme_reaches_every_cell() -> None:
    noted()
    async with reading(DIGEST, LARGE) as session:
        await session.press("/", *"korea", "enter", "tab")
        dark = colours(session)
        await session.press("D")
        assert session.app.theme == "postil-light"
        assert len(dark) > 10
        assert dark & colours(session) == set()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["o", "m"])
async def test_a_pane_cuts_no_word_in_half_and_hides_what_is_read_no_more_than_it_needs(
    key: str, size: tuple[int, int]
) -> None:
    noted()
    async with reading(DIGEST, size) as session:
        before = session.seen().splitlines()
        await session.press(key)
        page = session.page
        shown = session.seen().splitlines()
        assert page.size.height >= (size[1] - 3) // 2
        for row in range(1, 1 + page.size.height):
            text = shown[row][page.region.x : page.region.right]
            assert text.strip() in before[row], "a row of the page is whole, or has not changed"
        if size[0] < OUTLINE_FROM:
            assert page.size.width == size[0] - 1
            pane = session.reader.outline if key == "o" else session.reader.margin
            assert pane.region.height == min(pane.wanted_height, (size[1] - 3) // 2)


async def test_a_margin_below_the_page_is_no_taller_than_its_notes() -> None:
    async with reading(DIGEST, SMALL) as session:
        await session.press("m")
        assert session.reader.margin.region.height == 3
        assert "No notes yet: v chooses words," in session.seen()


async def test_the_same_place_is_the_same_per_cent_at_every_width() -> None:
    async with reading(DIGEST, SMALL) as session:
        for _ in range(4):
            await session.press("space")
            place = session.page.viewport.top_offset()
            share = f"{place / session.page.article.length:.0%}"
            for size in ((160, 50), (60, 16), (40, 12), SMALL):
                await session.resize(*size)
                assert session.page.viewport.top_offset() == place
                assert f" {share} " in session.status().replace("\t", "  ")
        await session.press("q")
    async with reading(DIGEST, (60, 16)) as session:
        assert session.page.viewport.top_offset() == place
        await session.press("G")
        assert "100%  the end" in session.status()


@pytest.mark.parametrize("height", [8, 10, 11, 12, 16, 20, 24])
async def test_the_notes_browser_has_rows_at_every_height(height: int) -> None:
    noted()
    async with reading(DIGEST, (60, height)) as session:
        await session.press("B")
        await session.until(lambda: session.dialog == "NotesScreen", "the notes")
        await session.settle()
        rows = session.app.screen.query_one(NoteRowList)
        assert rows.size.height >= 2
        await session.press("down", "down", "down", "down")
        assert "►   ▼ “Another figure”" in session.seen()
        assert "Enter goes there" in session.seen()


async def test_the_note_pointed_at_can_be_read_to_its_end() -> None:
    home = local_state.open_home(places())
    opened = opening.read(home, DIGEST)
    body = "\n\n".join(f"Paragraph {number}." for number in range(9))
    annotating.annotate(home, opened, Span(0, 5), body=body, colour=Colour.BLUE)
    async with reading(DIGEST, SMALL) as session:
        await session.press("B")
        await session.until(lambda: "Paragraph 0." in session.seen(), "the note")
        assert "Paragraph 8." not in session.seen()
        await session.until(lambda: "shift+↓ more of it" in session.seen(), "the hint")
        await session.press(*["shift+down"] * 8)
        assert "Paragraph 8." in session.seen()
        await session.press(*["shift+up"] * 8)
        assert "Paragraph 8." not in session.seen()


async def test_what_is_told_lies_over_no_word_of_the_text() -> None:
    settings = config.load(os.environ)
    opened = open_article(settings, DIGEST)
    app = Told(settings, lambda app: app.reader(opened))
    async with app.run_test(size=SMALL, notifications=True) as pilot:
        session = Session(app, pilot)
        await session.until(lambda: session.reader.stage.open_article is not None, "the article")
        await session.press("n")
        await session.until(lambda: app.said and app.screen.query(Toast), "what is told")
        await session.settle()
        (toast,) = app.screen.query(Toast)
        assert toast.region.bottom <= session.page.region.y
        assert app.said[-1][:20] in session.seen()
        await session.press("M")
        assert "a-z sets a mark" in session.seen(), "a prefix shows its continuations at once"
        await session.press("escape")


@pytest.mark.parametrize("rows", [24, 16, 9])
async def test_what_is_told_in_a_list_lies_over_no_query(rows: int) -> None:
    home = local_state.open_home(places())
    annotating.annotate(home, opening.read(home, DIGEST), Span(0, 5), tags=("ice",))
    settings = config.load(os.environ)
    opened = open_article(settings, DIGEST)
    app = Told(settings, lambda app: app.reader(opened))
    async with app.run_test(size=(SMALL[0], rows), notifications=True) as pilot:
        session = Session(app, pilot)
        await session.until(lambda: session.reader.stage.open_article is not None, "the article")
        await session.press("#", "tab", "d", "enter")
        await session.until(lambda: app.screen.query(Toast), "what is told")
        await session.settle()
        (toast,) = app.screen.query(Toast)
        assert "u takes it back." in session.seen()
        query = app.screen.query_one(QueryLine).region
        assert not toast.region.overlaps(query)
        assert toast.region.bottom <= query.y or rows < 20, "it lies over the title"
        assert "types on" in session.seen(), "the keys stay in sight"


OPENED = (
    ("tab", ""),
    ("v", ""),
    ("B", "NotesScreen"),
    ("?", "HelpScreen"),
    (":", "Palette"),
    ("v t", "TagPicker"),
    ("v a", "NoteEditor"),
    ("v C", "CiteChooser"),
    ("v s", "SourceDialog"),
    ("o", ""),
)
"""Keys, each with the dialog that they open."""


def unread(session: Session, palette: str) -> Iterator[str]:
    """Yield the words of the screen on top that cannot be read; what lies beneath is shaded."""
    screen, console = session.app.screen, session.app.console
    system = console._color_system
    assert system is not None
    least = SEEN if system is ColorSystem.STANDARD else READABLE
    found = screen.query(".sheet")
    region = found.first().region if found else screen.region
    for y, strip in enumerate(session.strips()):
        if region.y <= y < region.bottom:
            for part in strip.crop(region.x, region.right):
                seen = look(part.style, system, palette)
                if any(map(str.isalnum, part.text)) and seen.contrast < least:
                    yield f"{session.dialog}: {part.text.strip()!r} {seen.contrast:.1f}"


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("terminal", ["true colour", "256", "16"])
async def test_every_word_on_every_screen_can_be_read(
    terminal: str, theme: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in TERMINALS[terminal].items():
        monkeypatch.setenv(name, value)
    noted()
    faults = set()
    async with reading(DIGEST, SMALL) as session:
        if theme == "light":
            await session.press("D")
        for keys, dialog in OPENED:
            await session.press(*keys.split())
            if dialog:
                await session.opened(dialog)
            for palette in PALETTES if terminal == "16" else ("VGA",):
                faults |= {f"{palette}: {one}" for one in unread(session, palette)}
            await session.press("escape", "escape")
    assert "\n".join(sorted(faults)) == ""
