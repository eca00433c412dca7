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


def test_colours_differ_by_shape_and_in_both_themes() -> None:
    assert set(SIGNS) == set(Colour)
    assert len(set(SIGNS.values())) == len(Colour)
    assert all(cell_len(sign) == 1 for sign in SIGNS.values())
    for theme in (DARK, LIGHT):
        for part in ("mark", "sign"):
            inks = {theme.variables[f"{part}-{colour}"] for colour in Colour}
            assert len(inks) == len(Colour)
    assert DARK.variables.keys() == LIGHT.variables.keys()


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_can_be_read_on_every_highlight() -> None:
    for theme in (DARK, LIGHT):
        grounds = [theme.background, *(theme.variables[f"mark-{colour}"] for colour in Colour)]
        grounds += [theme.variables["chosen"], theme.variables["match"]]
        for ground in grounds:
            assert theme.foreground is not None
            assert ground is not None
            assert contrast(theme.foreground, ground) >= 4.5, (theme.name, ground)
        now = theme.variables["match-now"], theme.variables["match-now-text"]
        assert contrast(*now) >= 4.5
        for colour in Colour:
            assert theme.background is not None
            assert contrast(theme.variables[f"sign-{colour}"], theme.background) >= 3.0
        quiet = str(theme.variables["quiet"])
        for ground in (theme.background, theme.surface):
            assert contrast(quiet, str(ground)) >= 4.5, (theme.name, ground)


def test_colours_differ_where_there_are_none() -> None:
    assert len(set(COLOURLESS.values())) == len(Colour)
    assert not any(style.bold for style in COLOURLESS.values()), "bold is for the current note"


async def test_without_colours_what_lies_on_a_reversed_highlight_is_upright(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with page(Article("made.txt", ())) as (shown, _):
        styles = shown.theme_styles.now
        assert styles.marks[Colour.ORANGE].reverse
        for over in (styles.match, styles.match_now, styles.chosen):
            assert not (styles.marks[Colour.ORANGE] + over).reverse


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
            assert (bool(words.reverse), caret.reverse) == (False, True)
            assert marked[0] != words
            shown.selecting.choose(None)
