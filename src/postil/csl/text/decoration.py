"""Formatting, quotation marks, display, affixes, periods: what any element may be given."""

from __future__ import annotations

import re

from postil.csl.ground.rich import Pieces, Run, Span, affix
from postil.csl.ground.xml import Node

_PERIODS = re.compile(r"(?<![^\W_][^\W_])\.|\.(?![a-z]{2})")
"""Full stops but for that of a site: ``Law.com`` keeps it, ``U.S.`` and ``vol.`` do not."""

_KINDS = {
    ("font-style", "italic"): "italic",
    ("font-style", "oblique"): "oblique",
    ("font-style", "normal"): "upright",
    ("font-variant", "small-caps"): "small-caps",
    ("font-variant", "normal"): "regular-caps",
    ("font-weight", "bold"): "bold",
    ("font-weight", "light"): "light",
    ("font-weight", "normal"): "regular-weight",
    ("text-decoration", "underline"): "underline",
    ("text-decoration", "none"): "plain-line",
    ("vertical-align", "sup"): "sup",
    ("vertical-align", "sub"): "sub",
    ("vertical-align", "baseline"): "baseline",
}
_INSIDE_OUT = ("font-style", "font-variant", "font-weight", "text-decoration", "vertical-align")
_FONTS = frozenset(_INSIDE_OUT)
BESIDE_FONT = "beside-font"
"""The key of a suffix that stands behind a font of its own element."""

DISPLAY = frozenset({"block", "left-margin", "right-inline", "indent"})


def decorated(pieces: Pieces, node: Node) -> Pieces:
    """Set pieces in the fonts that an element asks for."""
    if _FONTS.isdisjoint(node.attributes):
        return pieces
    for attribute in _INSIDE_OUT:
        kind = _KINDS.get((attribute, node.get(attribute)))
        if kind is not None:
            pieces = [Span(kind, pieces)]
    return pieces


def ending(layout: Node) -> Pieces:
    """Return the suffix of a layout."""
    return affix(layout.get("suffix"))


def drop_display(pieces: Pieces) -> Pieces:
    """Return the pieces of a group, of which only the whole can be placed."""
    for piece in pieces:
        if isinstance(piece, Span) and piece.kind in DISPLAY:
            piece.kind = "part"
    return pieces


def strip_periods(pieces: Pieces) -> Pieces:
    """Take the full stops out of words of a field or a term, and return the pieces."""
    for piece in pieces:
        if isinstance(piece, Run):
            if piece.own:
                piece.text = _PERIODS.sub("", piece.text)
        else:
            strip_periods(piece.pieces)
    return pieces


def dressed(pieces: Pieces, node: Node) -> Pieces:
    """Set pieces in fonts and quotation marks, put the affixes around, and place the whole."""
    if not pieces:
        return []
    behind = affix(node.get("suffix"))
    if behind and not _FONTS.isdisjoint(node.attributes):
        # The mark that an element sets behind its own font does not give way to one in it.
        behind = [Run(node.get("suffix"), own=False, key=BESIDE_FONT)]
    pieces = decorated(pieces, node)
    if node.get("quotes") == "true":
        pieces = [Span("quote", pieces)]
    pieces = [*affix(node.get("prefix")), *pieces, *behind]
    display = node.get("display")
    return [Span(display, pieces)] if display in DISPLAY else pieces
