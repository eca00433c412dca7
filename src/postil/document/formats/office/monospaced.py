"""Monospaced words: code where the text has another font, and nothing where it has not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from postil.document.formats.office.paragraphs import Item, Paragraph

_SHARE = 0.4
"""Share of the letters beyond which a typewriter's font is that of the text."""


def settle_code(parts: Iterable[Sequence[Item]]) -> None:
    """Make paragraphs that are monospaced as a whole code, or take the marks away."""
    every = [item for items in parts for item in items if isinstance(item, Paragraph)]
    letters = marked = 0
    for one in every:
        for piece in one.pieces:
            letters += len(piece.text)
            marked += len(piece.text) if "code" in piece.marks else 0
    if not marked:
        return
    ordinary = marked > _SHARE * letters
    for one in every:
        words = [piece for piece in one.pieces if piece.kind == "text" and piece.text.strip()]
        if not any("code" in piece.marks for piece in words):
            continue
        whole = not one.role and not one.level and not one.depth
        if ordinary or (whole and all("code" in piece.marks for piece in words)):
            one.role = one.role or ("" if ordinary else "code")
            one.pieces = [
                piece._replace(marks=tuple(mark for mark in piece.marks if mark != "code"))
                for piece in one.pieces
            ]
