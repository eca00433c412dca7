"""Paragraphs of RTF: made of their pieces, with heading, list and table as their shape says."""

from __future__ import annotations

from postil.document.formats.office.paragraphs import Paragraph, Piece
from postil.document.formats.rtf.flow import Flow
from postil.document.formats.rtf.header_tables import HeaderTables
from postil.document.formats.rtf.looks import Shape
from postil.text.lazy_regex import lazily

_LONGEST_PIECE = 4096
"""Code points up to which a piece grows."""
_BY_HAND = lazily(r"(?P<marker>[•·◦▪●○■–‣*-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)])\s*\t\s*")
_BULLETS = {"o": "◦", "·": "•", "": "•"}
_DEEPEST = 9


class Indents:
    """The indents of list items written by hand, from the outermost in."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def depth(self, indent: int) -> int:
        """Return how deep an item with this indent is nested, from 1."""
        while self._open and self._open[-1] > indent:
            self._open.pop()
        if not self._open or self._open[-1] < indent:
            self._open.append(indent)
        return min(len(self._open), _DEEPEST)

    def leave(self) -> None:
        """End the list."""
        self._open.clear()


def made(flow: Flow, shape: Shape, tables: HeaderTables, indents: Indents) -> Paragraph:
    """Return the paragraph that ends here, and begin another one in the flow."""
    one = Paragraph(flow.pieces, marker=flow.marker, centred=shape.centred)
    flow.pieces = []
    flow.marker = ""
    one.role = tables.role(shape.style)
    if not one.role or shape.outline >= 0:
        one.level = shape.outline + 1 if shape.outline >= 0 else tables.level(shape.style)
    one.ruled = shape.ruled and not one.text.strip()
    if not one.filled:
        return one
    if not one.marker and shape.list_id:
        one.marker = tables.counted(shape.list_id, shape.list_level)
    if one.marker:
        one.marker = _BULLETS.get(one.marker, one.marker)
        one.depth = 0 if one.level else shape.list_level + 1
    elif shape.hanging < 0 and not one.level and (found := _BY_HAND.match(one.text)):
        _cut(one.pieces, found.end())
        one.marker = _BULLETS.get(found["marker"], found["marker"])
        one.depth = indents.depth(shape.indent)
        return one
    indents.leave()
    return one


def nesting(shape: Shape, least: int) -> int:
    """Return in how many tables a paragraph stands; ``least`` is told by what ends it."""
    return max(least, (shape.nesting or 1) if shape.in_table else 0)


def append(pieces: list[Piece], piece: Piece) -> None:
    """Append words; such as look like those before them lengthen these."""
    last = pieces[-1] if pieces else None
    if last and last[2:] == piece[2:] and last.kind == "text" and len(last.text) < _LONGEST_PIECE:
        pieces[-1] = last._replace(text=last.text + piece.text)
    else:
        pieces.append(piece)


def _cut(pieces: list[Piece], length: int) -> None:
    """Cut so many code points off the beginning."""
    for at, piece in enumerate(pieces):
        if not length:
            return
        if piece.kind == "text":
            cut = min(length, len(piece.text))
            pieces[at] = piece._replace(text=piece.text[cut:])
            length -= cut
