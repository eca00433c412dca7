"""One row of the page, put together from what lies over it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from postil.model.article import Article, Block, BlockKind, Page
from postil.model.note import Colour
from postil.model.values import replace
from postil.tui.startup.layout import GUTTER
from postil.tui.theme import SIGNS
from postil.tui.widgets.page.overlays import Layer, Overlays
from postil.tui.widgets.page.page_styles import PageStyles
from postil.tui.widgets.page.row_render import RowRenderer, SetRow, drawn, filled, gutter, segments
from postil.typeset import Row
from tests.tui.widgets.page.fakes import Made, Parts, article

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
    styles = PageStyles()
    signs = [(sign, BASE) for sign in SIGNS.values()]
    shown = [
        "".join(segment.text for segment in gutter(signs[:count], current, styles, BASE))
        for count, current in ((0, False), (0, True), (1, False), (2, True), (3, True), (5, False))
    ]
    assert shown == ["    ", "  ▎ ", " ●  ", "●◊▎ ", "●+▎ ", "●+  "]
    assert {cell_len(row) for row in shown} == {GUTTER}


def test_the_bar_of_an_aside_is_drawn_in_its_colour() -> None:
    green = Style(color="green")
    styles = PageStyles(signs={Colour.GREEN: green})
    block = Block(BlockKind.PARAGRAPH, "Row.", aside="tip")
    shown = SetRow(block, 0, Row(0, 4, 2, "▎ "), tail=False, current=False)
    assert [(one.text, one.style) for one in drawn(shown, 4, 12, styles)] == [
        ("    ", Style()),
        ("▎ ", green),
        ("Row.  ", Style()),
    ]


def test_a_row_shows_the_bar_of_the_current_paragraph_unless_words_are_chosen() -> None:
    parts = Parts(article("One. Two.", "Three."))
    overlays = Overlays(parts.view, parts.viewport, parts.marks, Made())
    renderer = RowRenderer(
        parts.viewport, overlays, parts.paragraph, parts.selecting, parts.links, Made()
    )
    left = " " * parts.viewport.left

    def rows() -> list[str]:
        return [renderer.draw(block, row, 60).text for block, row in ((0, 0), (1, -1), (1, 0))]

    assert rows() == [f"{left[:-2]}▎ One. Two.".ljust(60), " " * 60, f"{left}Three.".ljust(60)]
    parts.selecting.begin()
    assert rows()[0] == f"{left}One. Two.".ljust(60)
    assert [one.style for one in renderer.layers(0)] == [Made().now.chosen, Made().now.caret]


def rendered(printed: Article, width: int) -> list[str]:
    """Return the rows of an article in a page of this width, whose measure is 40 cells."""
    parts = Parts(printed, (width, 10))
    overlays = Overlays(parts.view, parts.viewport, parts.marks, Made())
    renderer = RowRenderer(
        parts.viewport, overlays, parts.paragraph, parts.selecting, parts.links, Made()
    )
    return [
        renderer.draw(block, row, width).text
        for block in range(len(printed.blocks))
        for row in range(len(parts.viewport.typeset.rows(block)))
    ]


def test_a_printed_page_is_named_at_the_edge_of_the_row_on_which_it_begins() -> None:
    long = "Far longer than a row of forty cells is what is said here of the ice, and no end of it."
    printed = replace(
        article("One.", long, "Two.", "Three."),
        # In the gap above the second, in the middle of it, and two at the end of it.
        pages=tuple(Page(at, name) for at, name in ((5, "xi"), (50, "xii"), (93, "1"), (95, "2"))),
    )
    rows = rendered(printed, 60)
    assert [row[-6:].strip() for row in rows] == ["", "p. xi", "p. xii"[-5:], "", "p. 2", ""]
    assert rows[2].endswith(" p. xii ")
    # The text is the same, and stays where it was.
    without = rendered(article("One.", long, "Two.", "Three."), 60)
    assert [row[:50] for row in rows] == [row[:50] for row in without]
    # Where a full row leaves no room there is nothing; a short one has some.
    narrow = rendered(printed, 48)
    assert [("p. " in row) for row in narrow] == [False, False, False, False, True, False]
    assert {len(row) for row in rows} == {60}
    assert {len(row) for row in narrow} == {48}


@given(
    st.lists(
        st.tuples(st.text("ab é한", max_size=6), st.sampled_from([RED, BLUE, BASE])), max_size=6
    ),
    st.integers(1, 20),
)
def test_a_row_is_filled_to_its_width_and_shows_the_same_in_fewer_pieces(
    pieces: list[tuple[str, Style]], width: int
) -> None:
    strip = filled([Segment(text, style) for text, style in pieces], width, BASE)
    assert strip.cell_length == width == cell_len(strip.text)
    whole = "".join(text for text, _ in pieces)
    if cell_len(whole) <= width:
        assert strip.text == whole + " " * (width - cell_len(whole))
        letters = [style for text, style in pieces for _ in text]
        shown = [segment.style for segment in strip for _ in segment.text]
        assert shown[: len(letters)] == letters
        assert all(segment.text for segment in strip)
        styles = [segment.style for segment in strip]
        assert all(one is not other for one, other in pairwise(styles))
