"""Paragraphs of RTF: made of their pieces, with heading, list and table as their shape says."""

from __future__ import annotations

from postil.document.formats.office.paragraphs import Paragraph, Piece
from postil.document.formats.rtf.flow import Flow
from postil.document.formats.rtf.header_tables import HeaderTables
from postil.document.formats.rtf.looks import Shape
from postil.text.lazy_regex import lazily

_BY_HAND = lazily(r"(?P<marker>[•·◦▪●○■–‣*-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])\s*\t\s*")
_BULLETS = {"o": "◦", "·": "•"}
_DEEPEST = 9


class Lists:
    """The lists that paragraphs are items of, by what the document says of them."""

    def __init__(self, tables: HeaderTables, *, written: bool) -> None:
        """Begin; ``written`` tells that the document has written markers before its items."""
        self._tables = tables
        self.written = written
        self._indents: list[int] = []
        """Of items that were written by hand, from the outermost in."""

    def counted(self, shape: Shape) -> str:
        """Return the marker of an item before which none is written.

        It is a further paragraph of its item where markers are written before others.
        """
        return "" if self.written else self._tables.counted(shape.list_id, shape.list_level)

    def depth(self, indent: int) -> int:
        """Return how deep an item by hand with this indent is nested, from 1."""
        while self._indents and self._indents[-1] > indent:
            self._indents.pop()
        if not self._indents or self._indents[-1] < indent:
            self._indents.append(indent)
        return min(len(self._indents), _DEEPEST)

    def leave(self) -> None:
        """End lists by hand."""
        self._indents.clear()


def made(flow: Flow, shape: Shape, tables: HeaderTables, lists: Lists) -> Paragraph:
    """Return the paragraph that ends here, and begin another one in the flow."""
    if flow.empty and not shape.ruled:
        flow.marker = ""
        return Paragraph()
    one = Paragraph(flow.take(), marker=flow.marker, centred=shape.centred)
    flow.marker = ""
    one.role, level = tables.purpose(shape.style)
    if not one.role or shape.outline >= 0:
        one.level = shape.outline + 1 if shape.outline >= 0 else level
    one.ruled = shape.ruled and not one.text.strip()
    if not one.filled:
        return one
    if not one.marker and shape.list_id:
        one.marker = lists.counted(shape)
    if one.marker or (shape.list_id and lists.written):
        one.marker = _BULLETS.get(one.marker, one.marker)
        one.depth = 0 if one.level else shape.list_level + 1
    elif shape.hanging < 0 and not one.level and (found := _BY_HAND.match(one.text)):
        _cut(one.pieces, found.end())
        one.marker = _BULLETS.get(found["marker"], found["marker"])
        one.depth = lists.depth(shape.indent)
        return one
    lists.leave()
    return one


def nesting(shape: Shape, least: int) -> int:
    """Return in how many tables a paragraph stands; ``least`` is told by what ends it."""
    return max(least, (shape.nesting or 1) if shape.in_table else 0)


def _cut(pieces: list[Piece], length: int) -> None:
    """Cut so many code points off the beginning."""
    for at, piece in enumerate(pieces):
        if not length:
            return
        if piece.kind == "text":
            cut = min(length, len(piece.text))
            pieces[at] = piece._replace(text=piece.text[cut:])
            length -= cut
