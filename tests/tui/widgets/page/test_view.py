"""The page by itself: its rows are exact, its words stay, and it reports what is wanted."""

from __future__ import annotations

import inspect
import os
import random
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from rich.cells import cell_len
from textual import events, on
from textual.actions import parse
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.pilot import Pilot
from textual.strip import Strip

from postil.document.formats.markup.tables import Cell, set_table
from postil.model.article import Article, Block, BlockKind, Inline, InlineKind
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.startup.first_page import _rows
from postil.tui.theme import themes
from postil.tui.widgets.page import messages
from postil.tui.widgets.page.note_marks import Highlight
from postil.tui.widgets.page.strip_cache import AHEAD
from postil.tui.widgets.page.view import ArticleView
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
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        for theme in themes(self.console.color_system).values():
            self.register_theme(theme)
        self.theme = "postil-dark"
        self.page = ArticleView(article, 60)
        self.followed: list[str] = []
        self.pointed: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.page

    def on_mount(self) -> None:
        self.page.focus()

    @on(messages.LinkWanted)
    def follow(self, event: messages.LinkWanted) -> None:
        self.followed.append(event.link.target)

    @on(messages.NotePointedAt)
    def point(self, event: messages.NotePointedAt) -> None:
        self.pointed.append(event.note)
        self.page.marks.show_now(event.note)


@asynccontextmanager
async def page(
    article: Article, size: tuple[int, int] = (80, 20)
) -> AsyncIterator[tuple[ArticleView, Pilot[None]]]:
    app = Showing(article)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        await refined(app.page, pilot)
        yield app.page, pilot


async def refined(shown: ArticleView, pilot: Pilot[None]) -> None:
    """Wait until every row is counted."""
    for _ in range(500):
        if not shown.viewport.refining:
            return
        await pilot.pause(0.01)
    raise AssertionError("the rows are still being counted")


def lines(shown: ArticleView) -> list[str]:
    """Return the rows on screen as they are drawn."""
    return [shown.render_line(y).text.strip(" ▎") for y in range(shown.viewport.rows_on_screen)]


async def test_every_row_of_the_article_is_shown_once_and_in_order() -> None:
    article = paragraphs(30)
    async with page(article) as (shown, _):
        seen = lines(shown)
        while shown.viewport.scroll_rows(1) and len(seen) < MOST:
            seen.append(lines(shown)[-1])
        assert " ".join(" ".join(seen).split()) == " ".join(article.text.split())
        back = lines(shown)
        while shown.viewport.scroll_rows(-1) and len(back) < MOST:
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
            shown.viewport.place_offset(chance.randrange(article.length))
            before = lines(shown)
            for rows in (1, 7, 19, 100):
                if shown.viewport.scroll_rows(rows):
                    shown.viewport.scroll_rows(-rows)
                    below = shown.top + shown.viewport.rows_on_screen
                    at_end = below >= shown.viewport.typeset.height - 101
                    assert at_end or lines(shown) == before, rows


@pytest.mark.parametrize("seed", range(4))
async def test_the_words_at_the_top_stay_there_through_every_width(seed: int) -> None:
    article = paragraphs(300, seed)
    async with page(article) as (shown, pilot):
        chance = random.Random(seed)
        for _ in range(4):
            shown.viewport.place_offset(chance.randrange(article.length // 2))
            top = shown.viewport.top_offset()
            for width in (40, 100, 23, 80):
                await pilot.resize_terminal(width, 20)
                await pilot.pause()
                assert shown.viewport.row_on_screen(top) == 0
            shown.viewport.measure = 30
            shown.fit()
            assert shown.viewport.row_on_screen(top) == 0
            shown.viewport.measure = 60
            shown.fit()


async def test_the_finished_article_leaves_the_words_on_screen_where_they_are() -> None:
    whole = paragraphs(500)
    first = Article("made.txt", whole.blocks[:40], complete=False)
    async with page(first) as (shown, pilot):
        shown.viewport.scroll_rows(33)
        before = lines(shown)
        shown.show(whole, Typeset(whole.blocks, 30, cell_len))
        await pilot.pause()
        assert lines(shown) == before
        await refined(shown, pilot)
        assert lines(shown) == before
        shown.viewport.place_offset(whole.length - 1)
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
            block, row = shown.viewport.position_of(at)
            within = at - article.starts[block]
            if within >= len(article.blocks[block].text):
                continue
            cell = shown.viewport.typeset.cell_of(block, row, within)
            y = shown.viewport.row_on_screen(at)
            if (
                not shown.viewport.in_sight(at)
                or within >= shown.viewport.typeset.rows(block)[row].end
            ):
                continue
            found = shown.viewport.offset_under(shown.viewport.left + cell, y)
            assert found == at or article.text[at] == "\u0301"
        assert shown.viewport.offset_under(0, 0) == 0
        assert shown.viewport.offset_under(49, 11) < article.length


async def test_the_wheel_scrolls_and_a_click_makes_a_paragraph_current() -> None:
    async with page(paragraphs(60)) as (shown, pilot):
        await pilot._post_mouse_events([events.MouseScrollDown], shown)
        await pilot.pause()
        assert shown.top == 3
        block, row = shown.viewport.position_at(shown.top + 10)
        while row < 0:
            block, row = shown.viewport.position_at(shown.top + 11)
        await pilot.click(shown, offset=(20, shown.viewport.typeset.y_of(block, row) - shown.top))
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
        assert list(shown.links.on_screen()) == [8, 25]
        await pilot.press("f")
        assert "thearegister" in lines(shown)[0]
        assert "thebnote" in lines(shown)[0]
        await pilot.press("c")
        assert app.followed == []
        assert "register" in lines(shown)[0]
        await pilot.press("f", "b")
        assert app.followed == ["1"]
        await pilot.click(shown, offset=(shown.viewport.left + 10, 0))
        assert app.followed == ["1", "https://example.org"]


async def test_notes_are_stepped_through_by_start_then_length() -> None:
    article = paragraphs(60)
    spans = [Span(0, 4), Span(0, 9), Span(3, 6), Span(article.length - 5, article.length)]
    async with page(article) as (shown, pilot):
        app = pilot.app
        assert isinstance(app, Showing)
        assert shown.marks.beside(1, 0) is None
        shown.marks.show(tuple(Highlight(s, Colour.BLUE, f"n{i}") for i, s in enumerate(spans)))
        shown.marks.show_pending([Highlight(Span(0, 2), Colour.PINK, "")])
        assert shown.paragraph.notes() == ["n0", "n1", "n2"]
        await pilot.press("tab", "tab", "tab", "tab", "tab", "shift+tab", "shift+tab")
        assert app.pointed == ["n0", "n1", "n2", "n3", "n0", "n3", "n2"]
        shown.marks.show_now("")
        await pilot.press("2", "tab")
        assert app.pointed[-1] == "n1"


async def test_an_empty_article_can_be_asked_for_anything() -> None:
    async with page(Article("empty.txt", ())) as (shown, pilot):
        for key in ("j", "space", "G", "g", "}", "]", "v", "V", "tab", "f", "a", "5", "j"):
            await pilot.press(key)
        shown.viewport.place_offset(10)
        shown.paragraph.jump(3)
        shown.viewport.reveal(2)
        assert shown.viewport.top_offset() == 0
        assert shown.paragraph.notes() == []
        await pilot.click(shown)
        await pilot.resize_terminal(20, 5)
        assert shown.passage is None


async def test_the_next_page_is_drawn_while_the_reader_rests(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with page(paragraphs(500)) as (shown, pilot):
        shown.viewport.scroll_rows(40)
        await refined(shown, pilot)
        await pilot.pause(AHEAD * 3)
        drawn: set[int] = set()
        currents = {shown.current}
        draw = shown.renderer.draw

        def watched(index: int, row: int, width: int) -> Strip:
            drawn.add(index)
            return draw(index, row, width)

        monkeypatch.setattr(shown.renderer, "draw", watched)
        for rows in (shown.viewport.rows_on_screen, -shown.viewport.rows_on_screen):
            shown.viewport.scroll_rows(rows)
            currents.add(shown.current)
            lines(shown)
            shown.viewport.scroll_rows(-rows)
        # Only the paragraphs that became current, or ceased to be, are drawn anew.
        assert drawn <= currents
        assert len(currents) == 3


# -- a table too wide for the page


def pilots() -> Article:
    rows = (
        ("Quay", "What the pilots say of it"),
        ("the old north quay", "Silts up after every storm, so ask before you come in."),
    )
    cells = [[Cell(text, ()) for text in row] for row in rows]
    link = Inline(15, 20, InlineKind.LINK, "https://example.org")
    cells[1][1] = Cell(rows[1][1], (link,))
    made = set_table(cells)
    table = Block(
        BlockKind.TABLE, made.text, inlines=made.inlines, breaks=made.breaks, cells=made.cells
    )
    return Article("made.md", (table,))


SHOWN = [
    "Quay              What the pilots",
    "                  say of it",
    "the old north     Silts up after",
    "quay              every storm, so",
    "                  ask before you",
    "                  come in.",
]


async def test_the_words_under_the_pointer_are_those_drawn_in_a_table() -> None:
    article = pilots()
    async with page(article, (42, 12)) as (shown, _):
        drawn = [shown.render_line(y).text for y in range(6)]
        assert [line.strip(" ▎") for line in drawn] == [line.strip() for line in SHOWN]
        for word in ("north", "storm", "before", "come", "What", "Quay"):
            y = next(at for at, line in enumerate(drawn) if word in line)
            found = shown.viewport.offset_under(drawn[y].index(word), y)
            assert article.text[found:].startswith(word)
            assert shown.viewport.row_on_screen(found) == y


async def test_notes_and_links_are_signed_on_the_row_of_their_words() -> None:
    article = pilots()
    at = article.text.index("before")
    async with page(article, (42, 12)) as (shown, pilot):
        shown.marks.show((Highlight(Span(at, at + 6), Colour.BLUE, "one"),))
        signed = [bool(shown.overlays.on_row(0, row)[1]) for row in range(6)]
        assert signed == [row == 4 for row in range(6)]
        await pilot.press("f")
        assert "avery storm" in lines(shown)[3]


async def test_the_page_painted_first_is_the_page() -> None:
    article = pilots()
    async with page(article, (42, 12)) as (shown, _):
        first = _rows(shown.viewport.typeset, 0, 0, shown.viewport.left, 12, "")
        assert [line.strip() for line in first] == lines(shown)[:6]


# -- its shape

FREE = (
    "viewport", "note_marks", "current_paragraph", "key_sequence", "reading_mode",
    "selecting.choices", "selecting.mode", "link_labels", "pointer", "sideways",
)  # fmt: skip
"""Parts that draw nothing."""


def test_the_parts_that_draw_nothing_are_read_without_textual() -> None:
    names = ", ".join(f"postil.tui.widgets.page.{name}" for name in FREE)
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, {names}; print('textual' in sys.modules)"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert told.stdout.strip() == "False"


def test_the_view_is_one_class_of_bounded_size() -> None:
    ours = [cls for cls in ArticleView.__mro__ if cls.__module__.startswith("postil.")]
    assert ours == [ArticleView]
    functions = [
        name
        for name, value in vars(ArticleView).items()
        if inspect.isfunction(value) or isinstance(value, property)
    ]
    assert len(functions) <= 40
    assert len(inspect.getsource(ArticleView).splitlines()) <= 300


def test_every_binding_of_the_view_names_one_of_its_verbs() -> None:
    verbs = ArticleView(paragraphs(1), 60).verbs
    actions = [one.action for one in ArticleView.BINDINGS if isinstance(one, Binding)]
    assert len(actions) == len(ArticleView.BINDINGS)
    for action in actions:
        _, name, (verb, *_) = parse(action)
        assert name == "run"
        assert verb in verbs


async def test_a_verb_does_what_its_part_does() -> None:
    async with page(paragraphs(60)) as (shown, _):
        await shown.run_action("run('rows', 1)")
        assert shown.top == 1
        assert not shown.check_action("run", ("extend_word", 1))
        await shown.run_action("run('select')")
        assert shown.selection is not None
        assert not shown.check_action("run", ("rows", 1))
        assert shown.check_action("run", ("extend_word", 1))
        assert shown.check_action("scroll_end", ())
