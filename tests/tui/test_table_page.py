"""What a table too wide for the page shows, points at, labels and notes is the same words."""

from __future__ import annotations

from postil.document.formats.markdown.tables import Cell, set_table
from postil.model.article import Article, Block, BlockKind, Inline, InlineKind
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.startup.first_page import COLOURS, _rows
from postil.tui.widgets.paint import Highlight
from tests.tui.test_page import lines, page


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


async def test_the_words_under_the_pointer_are_those_drawn_there() -> None:
    article = pilots()
    async with page(article, (42, 12)) as (shown, _):
        drawn = [shown.render_line(y).text for y in range(6)]
        assert [line.strip(" ▎") for line in drawn] == [line.strip() for line in SHOWN]
        for word in ("north", "storm", "before", "come", "What", "Quay"):
            y = next(at for at, line in enumerate(drawn) if word in line)
            found = shown.offset_under(drawn[y].index(word), y)
            assert article.text[found:].startswith(word)
            assert shown.row_on_screen(found) == y


async def test_notes_and_links_are_signed_on_the_row_of_their_words() -> None:
    article = pilots()
    at = article.text.index("before")
    async with page(article, (42, 12)) as (shown, pilot):
        shown.show_highlights((Highlight(Span(at, at + 6), Colour.BLUE, "one"),))
        assert [bool(shown.signs(0, row)) for row in range(6)] == [row == 4 for row in range(6)]
        await pilot.press("f")
        assert "avery storm" in lines(shown)[3]


async def test_the_page_painted_first_is_the_page() -> None:
    article = pilots()
    async with page(article, (42, 12)) as (shown, _):
        first = _rows(article, 0, 60, 42, 12, COLOURS["dark"])
        assert [line.strip() for line in first] == lines(shown)[:6]
