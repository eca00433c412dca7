"""The page by itself: its rows are exact, its words stay, and it reports what is wanted."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from rich.cells import cell_len
from rich.color import Color
from textual import events, on
from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip

from postil.model.article import Article, Block, BlockKind, Inline, InlineKind
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.theme import THEMES
from postil.tui.widgets.drawn import AHEAD
from postil.tui.widgets.page import Page
from postil.tui.widgets.paint import Highlight
from postil.typeset import Typeset

WORDS = [
    "a",
    "bridge",
    "of",
    "ice",
    "lay",
    "over",
    "the",
    "harbour",
    "and",
    "nobody",
    "would",
    "cross",
    "it",
    "before",
    "noon",
]

MOST = 2000
"""More rows than any article here has."""


def paragraphs(count: int, seed: int = 1) -> Article:
    """Make an article of paragraphs of very different lengths."""
    chance = random.Random(seed)
    blocks = []
    for index in range(count):
        size = chance.choice((1, 3, 12, 40, 150))
        text = " ".join(chance.choice(WORDS) for _ in range(size))
        blocks.append(Block(BlockKind.PARAGRAPH, f"{index} {text}"))
    return Article("made.txt", tuple(blocks))


class Showing(App[None]):
    """Shows one page, and remembers what it reports."""

    def __init__(self, article: Article) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "postil-dark"
        self.page = Page(article, 60)
        self.followed: list[str] = []
        self.pointed: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.page

    def on_mount(self) -> None:
        self.page.focus()

    @on(Page.LinkWanted)
    def follow(self, event: Page.LinkWanted) -> None:
        self.followed.append(event.link.target)

    @on(Page.NotePointedAt)
    def point(self, event: Page.NotePointedAt) -> None:
        self.pointed.append(event.note)
        self.page.show_note_now(event.note)


@asynccontextmanager
async def page(
    article: Article, size: tuple[int, int] = (80, 20)
) -> AsyncIterator[tuple[Page, Pilot[None]]]:
    app = Showing(article)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await refined(app.page, pilot)
        yield app.page, pilot


async def refined(shown: Page, pilot: Pilot[None]) -> None:
    """Wait until every row is counted."""
    for _ in range(500):
        if not shown._refining:
            return
        await pilot.pause(0.01)
    raise AssertionError("the rows are still being counted")


def lines(shown: Page) -> list[str]:
    """Return the rows on screen as they are drawn."""
    return [shown.render_line(y).text.strip(" ▎") for y in range(shown.rows_on_screen)]


async def test_every_row_of_the_article_is_shown_once_and_in_order() -> None:
    article = paragraphs(30)
    async with page(article) as (shown, _):
        seen = lines(shown)
        while shown.scroll_rows(1) and len(seen) < MOST:
            seen.append(lines(shown)[-1])
        assert " ".join(" ".join(seen).split()) == " ".join(article.text.split())
        back = lines(shown)
        while shown.scroll_rows(-1) and len(back) < MOST:
            back.insert(0, lines(shown)[0])
        assert back == seen


async def test_up_is_the_way_back_of_down_also_where_rows_are_only_estimated() -> None:
    article = paragraphs(4000)
    app = Showing(article)
    async with app.run_test(size=(80, 20)) as pilot:
        await pilot.pause()
        shown = app.page
        chance = random.Random(5)
        for _ in range(15):
            shown.place_offset(chance.randrange(article.length))
            before = lines(shown)
            for rows in (1, 7, 19, 100):
                if shown.scroll_rows(rows):
                    shown.scroll_rows(-rows)
                    at_end = shown.top + shown.rows_on_screen >= shown.typeset.height - 101
                    assert at_end or lines(shown) == before, rows


@pytest.mark.parametrize("seed", range(4))
async def test_the_words_at_the_top_stay_there_through_every_width(seed: int) -> None:
    article = paragraphs(300, seed)
    async with page(article) as (shown, pilot):
        chance = random.Random(seed)
        for _ in range(4):
            shown.place_offset(chance.randrange(article.length // 2))
            top = shown.top_offset()
            for width in (40, 100, 23, 80):
                await pilot.resize_terminal(width, 20)
                await pilot.pause()
                assert shown.row_on_screen(top) == 0
            shown.measure = 30
            shown.fit()
            assert shown.row_on_screen(top) == 0
            shown.measure = 60
            shown.fit()


async def test_the_finished_article_leaves_the_words_on_screen_where_they_are() -> None:
    whole = paragraphs(500)
    first = Article("made.txt", whole.blocks[:40], complete=False)
    async with page(first) as (shown, pilot):
        shown.scroll_rows(33)
        before = lines(shown)
        shown.show(whole, Typeset(whole.blocks, 30, cell_len))
        await pilot.pause()
        assert lines(shown) == before
        await refined(shown, pilot)
        assert lines(shown) == before
        shown.place_offset(whole.length - 1)
        assert lines(shown)[-1]


async def test_what_is_under_the_pointer_is_what_is_drawn_there() -> None:
    article = Article(
        "made.txt",
        (
            Block(BlockKind.PARAGRAPH, "漢字の本 and e\u0301te\u0301, then plain words. " * 4),
            Block(BlockKind.LIST_ITEM, "an item of a list", level=1, marker="-"),
        ),
    )
    async with page(article, (50, 12)) as (shown, _):
        for at in range(article.length):
            block, row = shown.spot_of(at)
            within = at - article.starts[block]
            if within >= len(article.blocks[block].text):
                continue
            cell = shown.typeset.cell_of(block, row, within)
            y = shown.row_on_screen(at)
            if not 0 <= y < shown.rows_on_screen or within >= shown.typeset.rows(block)[row].end:
                continue
            found = shown.offset_under(shown._left + cell, y)
            assert found == at or article.text[at] == "\u0301"
        assert shown.offset_under(0, 0) == 0
        assert shown.offset_under(49, 11) < article.length


async def test_the_wheel_scrolls_and_a_click_makes_a_paragraph_current() -> None:
    async with page(paragraphs(60)) as (shown, pilot):
        await pilot._post_mouse_events([events.MouseScrollDown], shown)
        await pilot.pause()
        assert shown.top == 3
        block, row = shown.spot_at(shown.top + 10)
        while row < 0:
            block, row = shown.spot_at(shown.top + 11)
        await pilot.click(shown, offset=(20, shown.typeset.y_of(block, row) - shown.top))
        assert shown.current == block


def linked() -> Article:
    text = "See the register and the note, then the register again."
    return Article(
        "made.md",
        (
            Block(
                BlockKind.PARAGRAPH,
                text,
                inlines=(
                    Inline(8, 16, InlineKind.LINK, "https://example.org"),
                    Inline(25, 29, InlineKind.FOOTNOTE, "1"),
                    Inline(31, 35, InlineKind.EMPHASIS, ""),
                ),
            ),
            *paragraphs(40).blocks,
            Block(BlockKind.PARAGRAPH, text, inlines=(Inline(8, 16, InlineKind.LINK, "far away"),)),
        ),
    )


async def test_only_links_on_screen_are_labelled_and_followed() -> None:
    async with page(linked()) as (shown, pilot):
        app = pilot.app
        assert isinstance(app, Showing)
        assert list(shown.links_on_screen()) == [8, 25]
        await pilot.press("f")
        assert "thearegister" in lines(shown)[0]
        assert "thebnote" in lines(shown)[0]
        await pilot.press("c")
        assert app.followed == []
        assert "register" in lines(shown)[0]
        await pilot.press("f", "b")
        assert app.followed == ["1"]
        await pilot.click(shown, offset=(shown._left + 10, 0))
        assert app.followed == ["1", "https://example.org"]


async def test_notes_are_stepped_through_by_start_then_length() -> None:
    article = paragraphs(60)
    spans = [Span(0, 4), Span(0, 9), Span(3, 6), Span(article.length - 5, article.length)]
    async with page(article) as (shown, pilot):
        app = pilot.app
        assert isinstance(app, Showing)
        assert shown.note_beside(1) is None
        shown.show_highlights(
            (
                Highlight(Span(0, 2), Colour.PINK, ""),
                *(Highlight(s, Colour.BLUE, f"n{i}") for i, s in enumerate(spans)),
            )
        )
        assert shown.notes_of_paragraph() == ["n0", "n1", "n2"]
        await pilot.press("tab", "tab", "tab", "tab", "tab", "shift+tab", "shift+tab")
        assert app.pointed == ["n0", "n1", "n2", "n3", "n0", "n3", "n2"]
        shown.show_note_now("")
        await pilot.press("2", "tab")
        assert app.pointed[-1] == "n1"


async def test_an_empty_article_can_be_asked_for_anything() -> None:
    async with page(Article("empty.txt", ())) as (shown, pilot):
        for key in ("j", "space", "G", "g", "}", "]", "v", "V", "tab", "f", "a", "5", "j"):
            await pilot.press(key)
        shown.place_offset(10)
        shown.jump(3)
        shown.reveal(2)
        assert shown.top_offset() == 0
        assert shown.notes_of_paragraph() == []
        await pilot.click(shown)
        await pilot.resize_terminal(20, 5)
        assert shown.passage is None


@pytest.mark.parametrize("theme", THEMES)
async def test_an_attribution_can_be_read_on_every_ground(theme: str) -> None:
    text = "They crossed it twice. [Source: Ada Lind, May 3, 1998]"
    blocks = (Block(BlockKind.PARAGRAPH, text), Block(BlockKind.FOOTNOTE, "A note below it."))
    async with page(Article("made.txt", blocks)) as (shown, pilot):
        pilot.app.theme = THEMES[theme].name
        await pilot.pause()
        at = text.index("[")
        shown.quiet_spans = [Span(at, len(text))]
        foreground = Color.parse(str(THEMES[theme].foreground))

        def drawn(words: str) -> set[Color | None]:
            parts = [part for row in range(4) for part in shown.render_line(row)]
            return {part.style.color for part in parts if part.style and words in part.text}

        shown.redraw()
        assert foreground not in drawn("[Source")
        for colour in Colour:
            shown.show_highlights((Highlight(Span(4, len(text) + 10), colour, "n"),))
            assert drawn("[Source") == {foreground}
            assert drawn("A note b") == {foreground}
            assert foreground not in drawn("elow it.")
        shown.show_highlights(())
        shown.action_select_paragraph()
        assert drawn("[Source: Ada") == {foreground}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("no_colour", [False, True])
async def test_of_two_highlights_that_overlap_both_ends_are_seen(
    theme: str, no_colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    text = "one two three"
    article = Article("made.txt", (Block(BlockKind.PARAGRAPH, text),))
    async with page(article) as (shown, pilot):
        pilot.app.theme = THEMES[theme].name
        await pilot.pause()
        for one in Colour:
            for other in Colour:
                shown.show_highlights(
                    (
                        Highlight(Span(0, 7), one, "a"),
                        Highlight(Span(4, len(text)), other, "b"),
                    )
                )
                parts = list(shown.render_lines(Region(0, 0, 80, 1))[0])
                styles = [
                    next(part.style for part in parts if part.text.strip() == word)
                    for word in ("one", "two", "three")
                ]
                first, both, last = styles
                assert both not in (first, last), (one, other)
                assert both is not None
                assert both.underline2


async def test_a_highlight_ends_with_the_last_letter_of_a_row() -> None:
    text = "Some words of a paragraph that is long enough to be set in several rows of text."
    article = Article("made.txt", (Block(BlockKind.PARAGRAPH, text),))
    async with page(article, (36, 10)) as (shown, _):
        shown.show_highlights((Highlight(Span(0, len(text)), Colour.BLUE, "n"),))
        ground = shown.inks.marks[Colour.BLUE].bgcolor
        rows = [
            "".join(p.text for p in shown.render_line(y) if p.style and p.style.bgcolor == ground)
            for y in range(3)
        ]
        assert rows == [
            "Some words of a paragraph that",
            "is long enough to be set in",
            "several rows of text.",
        ]


async def test_the_next_page_is_drawn_while_the_reader_rests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with page(paragraphs(500)) as (shown, pilot):
        shown.scroll_rows(40)
        await refined(shown, pilot)
        await pilot.pause(AHEAD * 3)
        drawn: set[int] = set()
        currents = {shown.current}
        draw = shown.draw

        def watched(index: int, row: int) -> Strip:
            drawn.add(index)
            return draw(index, row)

        monkeypatch.setattr(shown, "draw", watched)
        for rows in (shown.rows_on_screen, -shown.rows_on_screen):
            shown.scroll_rows(rows)
            currents.add(shown.current)
            lines(shown)
            shown.scroll_rows(-rows)
        # Only the paragraphs that became current, or ceased to be, are drawn anew.
        assert drawn <= currents
        assert len(currents) == 3
