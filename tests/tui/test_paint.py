"""One row of the page, put together from what lies over it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from postil.model.article import Article, Block, BlockKind, InlineKind
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.startup.layout import GUTTER
from postil.tui.theme import DARK, LIGHT, SIGNS
from postil.tui.widgets.inks import COLOURLESS
from postil.tui.widgets.paint import Highlight, Inks, Layer, gutter, segments
from tests.tui.test_page import page

RED, BLUE, BOLD = Style(color="red"), Style(bgcolor="blue"), Style(bold=True)
BASE = Style()
LAYERS = st.lists(
    st.builds(
        lambda start, size, style: Layer(start, start + size, style),
        st.integers(0, 40),
        st.integers(0, 20),
        st.sampled_from([RED, BLUE, BOLD]),
    ),
    max_size=6,
)


def words(found: list[Segment]) -> list[tuple[str, Style | None]]:
    return [(segment.text, segment.style) for segment in found]


def test_without_layers_a_row_is_one_piece() -> None:
    assert words(segments("A whole row", 2, 7, RED, (), 100)) == [("whole", RED)]


def test_layers_count_in_the_article_and_later_ones_lie_on_top() -> None:
    layers = [Layer(102, 107, BLUE), Layer(104, 150, BOLD), Layer(0, 100, RED)]
    assert words(segments("A whole row", 0, 11, BASE, layers, 100)) == [
        ("A ", BASE),
        ("wh", BASE + BLUE),
        ("ole", BASE + BLUE + BOLD),
        (" row", BASE + BOLD),
    ]


def test_what_only_touches_a_row_changes_nothing() -> None:
    layers = [Layer(95, 100, RED), Layer(105, 110, RED), Layer(102, 102, RED)]
    found = segments("words", 0, 5, BASE, layers, 100)
    assert "".join(segment.text for segment in found) == "words"
    assert {segment.style for segment in found} == {BASE}


@given(st.integers(0, 15), st.integers(0, 15), LAYERS)
def test_no_letter_is_lost_or_doubled(start: int, size: int, layers: list[Layer]) -> None:
    text = "abcdefghijklmnopqrstuvwxyzabcdef"
    found = segments(text, start, start + size, BASE, layers, 7)
    assert "".join(segment.text for segment in found) == text[start : start + size]
    at = start + 7
    for segment in found:
        wanted = BASE
        for layer in layers:
            if layer.start <= at < layer.end:
                wanted += layer.style
        if segment.text:
            assert segment.style == wanted
        at += len(segment.text)


def test_the_gutter_shows_two_signs_and_sums_up_more() -> None:
    inks = Inks()
    signs = [(sign, BASE) for sign in SIGNS.values()]
    shown = [
        "".join(segment.text for segment in gutter(signs[:count], current, inks, BASE))
        for count, current in ((0, False), (0, True), (1, False), (2, True), (3, True), (5, False))
    ]
    assert shown == ["    ", "  ▎ ", " ●  ", "●◆▎ ", "●+▎ ", "●+  "]
    assert {cell_len(row) for row in shown} == {GUTTER}


def test_a_note_is_pending_until_it_has_an_id() -> None:
    assert Highlight(Span(0, 3), Colour.BLUE, "").pending
    assert not Highlight(Span(0, 3), Colour.BLUE, "01").pending


def test_blocks_and_inlines_are_set_apart() -> None:
    inks = Inks(text=RED, heading=BOLD, quiet=Style(dim=True), code=BLUE)
    assert inks.of_block(Block(BlockKind.HEADING, "x"), True) == RED + BOLD
    assert inks.of_block(Block(BlockKind.CODE, "x"), True) == RED + BLUE
    assert inks.of_block(Block(BlockKind.PARAGRAPH, "x"), True) == RED + Style(dim=True)
    assert inks.of_block(Block(BlockKind.PARAGRAPH, "x"), False) == RED
    for kind in InlineKind:
        assert isinstance(inks.of_inline(kind), Style)


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


async def test_without_colours_the_caret_is_seen_on_every_highlight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = "Some words of a paragraph."
    async with page(Article("made.txt", (Block(BlockKind.PARAGRAPH, text),))) as (shown, _):
        for colour in Colour:
            shown.show_highlights((Highlight(Span(0, len(text)), colour, "n"),))
            marked = [part.style for part in shown.render_line(0) if part.text.startswith("Some")]
            shown.action_select_paragraph()
            drawn = [part for part in shown.render_line(0) if part.text.strip()][1:]
            assert [part.text for part in drawn] == [text[:-1], text[-1]]
            words, caret = (part.style for part in drawn)
            assert words
            assert caret
            assert (bool(words.reverse), caret.reverse) == (False, True)
            assert marked[0] != words
            shown.select(None)
