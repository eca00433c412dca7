"""One screen row of the page, put together from text, signs and what lies over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from postil import library
from postil.model.article import JOINT, Block
from postil.model.values import dataclass, field
from postil.tui.startup.layout import GUTTER
from postil.tui.widgets.page.current_paragraph import CurrentParagraph
from postil.tui.widgets.page.link_labels import LinkLabels
from postil.tui.widgets.page.overlays import Layer, Overlays, StylesInForce
from postil.tui.widgets.page.page_styles import PageStyles
from postil.tui.widgets.page.selecting.mode import SelectionMode
from postil.tui.widgets.page.viewport import Viewport
from postil.typeset import Row, Rows

LEAST_BLANK = 2
"""Cells that stand blank between the text of a row and the name of a page beside it."""

LEFT, RIGHT = "\u2039", "\u203a"
"""Drawn at the edge beyond which a row goes on."""


@dataclass(slots=True)
class SetRow:
    """All that is drawn on a row of a block."""

    block: Block
    origin: int
    """The code point at which the block begins."""
    row: Row
    tail: bool
    """Whether the block comes behind the article proper."""
    current: bool
    """Whether it is shown as the current paragraph."""
    layers: Sequence[Layer] = ()
    """What lies over the text of the block, undermost first."""
    signs: Sequence[tuple[str, Style]] = ()
    """The signs of the notes that begin on the row."""
    labels: Mapping[int, str] = field(default_factory=dict)
    """Letters to draw over links, by code point; a link is a layer too."""
    page: str = ""
    """The printed page that begins on the row, as it is named; "" where none does."""


def drawn(shown: SetRow, left: int, width: int, styles: PageStyles) -> Strip:
    """Draw a row ``width`` cells wide, its text from the cell ``left`` on."""
    block, row, base = shown.block, shown.row, styles.text
    style = styles.of_block(block, shown.tail)
    beside = shown.page or row.beside
    if not (shown.layers or shown.signs or shown.current or row.lead or beside):
        text = " " * (left + row.indent) + block.text[row.start : row.end]
        # One run a row where it will do: each costs the terminal some forty bytes more.
        return Strip([Segment(set_cell_size(text, width), style)], width)
    out = [Segment(" " * (left - GUTTER), base)]
    out += gutter(shown.signs, shown.current, styles, base)
    if row.indent:
        lead = row.lead + " " * (row.indent - cell_len(row.lead))
        out.append(Segment(lead, base + styles.of_lead(block)))
    out += _text(shown, row, style, styles)
    for cell in row.beside:
        out.append(Segment(cell.lead, base))
        out += _text(shown, cell, style, styles)
    if shown.page:
        out += _page(shown.page, width - sum(segment.cell_length for segment in out), styles)
    return filled(out, width, base)


def filled(segments: Iterable[Segment], width: int, blank: Style) -> Strip:
    """Put segments in a row of ``width`` cells, those of one style together, blank at its end.

    It is made in one go: a strip takes as long to make as a row to draw.
    """
    out: list[Segment] = []
    text, style, cells = "", blank, 0
    for words, ink, _ in segments:
        cells += len(words) if words.isascii() else cell_len(words)
        if ink is style:
            text += words
        elif words:
            if text:
                out.append(Segment(text, style))
            text, style = words, ink or blank
    if cells > width:
        return Strip([*out, Segment(text, style)]).adjust_cell_length(width, blank)
    rest = " " * (width - cells)
    if style is blank:
        out.append(Segment(text + rest, blank))
    else:
        out.append(Segment(text, style))
        if rest:
            out.append(Segment(rest, blank))
    return Strip(out, width)


def _text(shown: SetRow, row: Row, style: Style, styles: PageStyles) -> list[Segment]:
    """Draw a row's text, with the letters of the links before them.

    A letter stands on the blank before its link; where there is none, on the first character.
    """
    text, origin = shown.block.text, shown.origin
    out = segments(text, row.start, row.end, style, shown.layers, origin)
    for at, letter in shown.labels.items():
        within = at - origin
        if row.start <= within < row.end:
            before = within > row.start and text[within - 1] == " "
            out = _over(out, within - row.start - before, Segment(letter, styles.label))
    return out


def segments(
    text: str, start: int, end: int, base: Style, layers: Iterable[Layer], origin: int
) -> list[Segment]:
    """Cut a row's text where styles change and lay them over each other, later ones on top.

    ``start`` and ``end`` count within ``text``, a block; layers count in the canonical text, in
    which the block begins at ``origin``.
    """
    first, behind = origin + start, origin + end
    over = [layer for layer in layers if layer.start < behind and layer.end > first]
    if not over:
        return [Segment(text[start:end], base)]
    cuts = {start, end}
    for layer in over:
        cuts.add(max(layer.start - origin, start))
        cuts.add(min(layer.end - origin, end))
    points = sorted(cuts)
    out = []
    for left, right in pairwise(points):
        style = base
        for layer in over:
            if layer.start <= origin + left and layer.end >= origin + right:
                style += layer.style
        out.append(Segment(text[left:right], style))
    return out


def gutter(
    signs: Sequence[tuple[str, Style]], current: bool, styles: PageStyles, base: Style
) -> list[Segment]:
    """Draw the cells left of a row: up to two signs, then the bar of the current paragraph."""
    if not signs and not current:
        return [Segment("    ", base)]
    shown = list(signs[:2])
    if len(signs) > 2:
        shown[1] = ("+", styles.quiet)
    out = [Segment(" " * (2 - len(shown)), base)] if len(shown) < 2 else []
    out += [Segment(sign, base + style) for sign, style in shown]
    out.append(Segment("▎ " if current else "  ", base + styles.bar))
    return out


def _page(label: str, room: int, styles: PageStyles) -> list[Segment]:
    """Set the name of a printed page at the right edge of the cells that a row leaves blank.

    Without room for all of it there is nothing: the line below the page says it too.
    """
    size = cell_len(label)
    if size + LEAST_BLANK + 1 > room:
        return []
    return [
        Segment(" " * (room - size - 1), styles.text),
        Segment(label, styles.text + styles.quiet),
    ]


def _over(line: list[Segment], at: int, sign: Segment) -> list[Segment]:
    """Put a sign over the character at an index of a row's text."""
    out: list[Segment] = []
    for segment in line:
        size = len(segment.text)
        if 0 <= at < size:
            before, behind = segment.text[:at], segment.text[at + 1 :]
            out += [Segment(before, segment.style), sign, Segment(behind, segment.style)]
        else:
            out.append(segment)
        at -= size
    return [segment for segment in out if segment.text]


def cropped(strip: Strip, begin: int, shift: int, width: int, styles: PageStyles) -> Strip:
    """Show of a row that begins at a cell what stands behind the ``shift`` first of its cells.

    What goes on beyond an edge is marked there.
    """
    room, sign = width - begin, styles.text + styles.quiet
    rest = strip.cell_length - begin - shift
    shown = strip.crop(begin + shift, begin + shift + room)
    if rest > room:
        shown = Strip.join([shown.crop(0, room - 1), Strip([Segment(RIGHT, sign)], 1)])
    if shift:
        shown = Strip.join([Strip([Segment(LEFT, sign)], 1), shown.crop(1)])
    return Strip.join([strip.crop(0, begin), shown.adjust_cell_length(room, styles.text)])


class RowRenderer:
    """Draws a row of the article with all that the parts of the page lay over it."""

    def __init__(
        self,
        viewport: Viewport,
        overlays: Overlays,
        paragraph: CurrentParagraph,
        selecting: SelectionMode,
        links: LinkLabels,
        styles: StylesInForce,
    ) -> None:
        self._viewport = viewport
        self._overlays = overlays
        self._paragraph = paragraph
        self._selecting = selecting
        self._links = links
        self._styles = styles

    def draw(self, index: int, row: int, width: int) -> Strip:
        """Draw a row of a block ``width`` cells wide; a negative row lies in the gap above it."""
        viewport, styles = self._viewport, self._styles.now
        rows = viewport.typeset.rows(index)
        if not 0 <= row < len(rows):
            return Strip.blank(width, styles.text)
        layers, signs = self._overlays.on_row(index, row)
        shown = SetRow(
            viewport.article.blocks[index],
            viewport.article.starts[index],
            rows[row],
            tail=index >= viewport.article.tail,
            # While words are chosen, they and no paragraph are what keys act on.
            current=self._selecting.selection is None and index == self._paragraph.index,
            layers=layers + self._chosen(index),
            signs=signs,
            labels=self._links.letters,
            page=self._page(index, rows, row),
        )
        if not viewport.typeset.unfolded or not viewport.typeset.beyond(index):
            return drawn(shown, viewport.left, width, styles)
        shown.page = ""
        cells = (shown.row, *shown.row.beside)
        behind = viewport.typeset.cell_of(index, row, max(cell.end for cell in cells))
        strip = drawn(
            shown, viewport.left, viewport.left + max(behind, viewport.typeset.wide), styles
        )
        begin, shift = viewport.left + shown.row.indent, viewport.sideways.shift_of(index)
        return cropped(strip, begin, shift, width, styles)

    def _page(self, index: int, rows: Rows, row: int) -> str:
        """Return what is said of the printed page that begins on a row of a block, if any.

        One that begins in the gap above is shown with what stands below.
        """
        article = self._viewport.article
        if not article.pages:
            return ""
        start, end = rows.reach(row)
        at = article.starts[index]
        first = at + start if row or not index else at - len(JOINT)
        behind = at + (len(article.blocks[index].text) if end is None else end)
        return library.labels.on_page(article.page_begun(first, behind))

    def layers(self, index: int) -> list[Layer]:
        """Return what lies over the text of a block, undermost first."""
        return self._overlays.layers(index) + self._chosen(index)

    def _chosen(self, index: int) -> list[Layer]:
        """Return what of a block is chosen."""
        selecting = self._selecting
        if selecting.selection is None:
            return []
        return self._overlays.chosen(index, selecting.shown, selecting.caret)
