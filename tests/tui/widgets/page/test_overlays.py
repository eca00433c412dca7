"""What lies over the words: each thing is seen, whatever else lies there."""

from __future__ import annotations

import pytest
from rich.color import Color
from textual.geometry import Region

from postil.model.article import Article, Block, BlockKind
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.theme import THEMES
from postil.tui.widgets.page.note_marks import Highlight
from tests.tui.widgets.page.test_view import page


@pytest.mark.parametrize("theme", THEMES)
async def test_an_attribution_can_be_read_on_every_ground(theme: str) -> None:
    text = "They crossed it twice. [Source: Ada Lind, May 3, 1998]"
    blocks = (Block(BlockKind.PARAGRAPH, text), Block(BlockKind.FOOTNOTE, "A note below it."))
    async with page(Article("made.txt", blocks)) as (shown, pilot):
        pilot.app.theme = THEMES[theme].name
        await pilot.pause()
        at = text.index("[")
        shown.overlays.quiet_spans = [Span(at, len(text))]
        foreground = Color.parse(str(THEMES[theme].foreground))

        def drawn(words: str) -> set[Color | None]:
            parts = [part for row in range(4) for part in shown.render_line(row)]
            return {part.style.color for part in parts if part.style and words in part.text}

        shown.redraw()
        assert foreground not in drawn("[Source")
        for colour in Colour:
            shown.marks.show((Highlight(Span(4, len(text) + 10), colour, "n"),))
            assert drawn("[Source") == {foreground}
            assert drawn("A note b") == {foreground}
            assert foreground not in drawn("elow it.")
        shown.marks.show(())
        shown.selecting.choose_paragraph()
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
                shown.marks.show(
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
        shown.marks.show((Highlight(Span(0, len(text)), Colour.BLUE, "n"),))
        ground = shown.theme_styles.now.marks[Colour.BLUE].bgcolor
        rows = [
            "".join(p.text for p in shown.render_line(y) if p.style and p.style.bgcolor == ground)
            for y in range(3)
        ]
        assert rows == [
            "Some words of a paragraph that",
            "is long enough to be set in",
            "several rows of text.",
        ]
