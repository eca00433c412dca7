"""What lies over the words: each thing is seen, whatever else lies there."""

from __future__ import annotations

import pytest
from rich.color import Color
from rich.style import Style
from textual.geometry import Region

from postil.library.articles.finding import Finder, Query
from postil.model.article import Article, Block, BlockKind
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.theme import THEMES
from postil.tui.widgets.page.note_marks import Highlight
from postil.tui.widgets.page.overlays import Layer, Overlays
from postil.tui.widgets.page.page_styles import FURTHER
from tests.tui.widgets.page.fakes import (
    CARET,
    CHOSEN,
    MATCH,
    QUIET,
    Made,
    Parts,
    article,
    highlights,
)
from tests.tui.widgets.page.test_view import page


def overlaid(*texts: str) -> tuple[Parts, Overlays]:
    parts = Parts(article(*texts))
    return parts, Overlays(parts.view, parts.viewport, parts.marks, Made())


def laid(layers: list[Layer], style: Style) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in layers if one.style == style]


def test_attributions_lie_on_the_blocks_that_hold_them() -> None:
    parts, overlays = overlaid("[A] one.", "Two [B].", "[C]", "Four.")
    spans = [Span(parts.at(sign), parts.at(sign) + 3) for sign in ("[A]", "[B]", "[C]")]
    overlays.show_attributions(spans)
    assert parts.view.drawn == 1
    found = []
    for block in range(4):
        around = parts.article.block_span(block)
        layers = laid(overlays.layers(block), QUIET)
        found.append([one for one in layers if Span(*one).overlaps(around)])
    assert found == [[(0, 3)], [(14, 17)], [(20, 23)], []]


def test_an_attribution_under_anything_else_is_slanted_and_not_quiet() -> None:
    parts, overlays = overlaid("Words [A] and more.")
    overlays.show_attributions([Span(6, 9)])
    parts.marks.show(highlights((0, 8)))
    assert laid(overlays.layers(0), FURTHER) == [(6, 8)]
    assert laid(overlays.chosen(0, [Span(7, 12)], None), FURTHER) == [(7, 9)]


def test_matches_lie_over_notes_and_what_is_chosen_over_all_of_its_blocks() -> None:
    parts, overlays = overlaid("one two", "three two")
    matches = Finder(parts.article).find(Query("two"))
    overlays.show_matches(matches, Span(4, 7))
    assert overlays.match_now == Span(4, 7)
    assert laid(overlays.layers(0), MATCH) == [(4, 7)]
    assert laid(overlays.layers(1), MATCH) == [(15, 18)]
    over = [overlays.chosen(block, [Span(4, 12)], Span(11, 12)) for block in range(2)]
    assert [laid(layers, CHOSEN) for layers in over] == [[(4, 12)]] * 2
    assert laid(overlays.chosen(1, [Span(0, 3)], None), CHOSEN) == []
    assert over[1][-1] == Layer(11, 12, CARET)


def test_a_note_has_its_sign_only_where_its_passage_begins() -> None:
    text = " ".join(["word"] * 20)
    parts, overlays = overlaid(text, text)
    parts.marks.show(highlights((45, 150)))
    rows = [(block, row) for block in range(2) for row in range(3)]
    assert [at for at in rows if overlays.on_row(*at)[1]] == [(0, 1)]


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
        assert drawn("[Source: Ada") == {Color.parse(THEMES[theme].variables["chosen-text"])}


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
