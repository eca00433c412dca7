"""The styles of the page: what they set apart, and that all of it can be read."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.style import Style

from postil.model.article import Article, Block, BlockKind, InlineKind
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.theme import DARK, LIGHT, SIGNS
from postil.tui.widgets.page.note_marks import Highlight
from postil.tui.widgets.page.page_styles import COLOURLESS, PageStyles
from tests.tui.widgets.page.test_view import page

RED, BLUE, BOLD = Style(color="red"), Style(bgcolor="blue"), Style(bold=True)


def test_blocks_and_inlines_are_set_apart() -> None:
    styles = PageStyles(text=RED, heading=BOLD, quiet=Style(dim=True), code=BLUE)
    assert styles.of_block(Block(BlockKind.HEADING, "x"), True) == RED + BOLD
    assert styles.of_block(Block(BlockKind.CODE, "x"), True) == RED + BLUE
    assert styles.of_block(Block(BlockKind.PARAGRAPH, "x"), True) == RED + Style(dim=True)
    assert styles.of_block(Block(BlockKind.PARAGRAPH, "x"), False) == RED
    for kind in InlineKind:
        assert isinstance(styles.of_inline(kind), Style)


def test_the_bar_of_an_aside_has_the_colour_of_its_kind() -> None:
    signs = {colour: Style(color=f"color({at})") for at, colour in enumerate(Colour)}
    styles = PageStyles(quiet=Style(dim=True), signs=signs)
    kinds = ("note", "tip", "important", "warning", "caution")
    leads = [styles.of_lead(Block(BlockKind.PARAGRAPH, "x", aside=kind)) for kind in kinds]
    assert len(set(leads)) == len(kinds)
    assert styles.of_lead(Block(BlockKind.PARAGRAPH, "x")) == styles.quiet
    assert PageStyles().of_lead(Block(BlockKind.PARAGRAPH, "x", aside="tip")) == Style()


def test_colours_differ_by_shape_and_in_both_themes() -> None:
    assert set(SIGNS) == set(Colour)
    assert len(set(SIGNS.values())) == len(Colour)
    assert all(cell_len(sign) == 1 for sign in SIGNS.values())
    for theme in (DARK, LIGHT):
        for part in ("mark", "sign"):
            inks = {theme.variables[f"{part}-{colour}"] for colour in Colour}
            assert len(inks) == len(Colour)
    assert DARK.variables.keys() == LIGHT.variables.keys()


def test_colours_differ_where_there_are_none() -> None:
    assert len(set(COLOURLESS.values())) == len(Colour)
    assert not any(style.bold for style in COLOURLESS.values()), "bold is for the current note"


async def test_without_colours_the_caret_is_seen_on_every_highlight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = "Some words of a paragraph."
    async with page(Article("made.txt", (Block(BlockKind.PARAGRAPH, text),))) as (shown, _):
        for colour in Colour:
            shown.marks.show((Highlight(Span(0, len(text)), colour, "n"),))
            marked = [part.style for part in shown.render_line(0) if part.text.startswith("Some")]
            shown.selecting.choose_paragraph()
            drawn = [part for part in shown.render_line(0) if part.text.strip()][1:]
            assert [part.text for part in drawn] == [text[:-1], text[-1]]
            words, caret = (part.style for part in drawn)
            assert words
            assert caret
            assert (bool(words.reverse), bool(caret.reverse)) == (True, False)
            assert marked[0] != words
            shown.selecting.choose(None)
