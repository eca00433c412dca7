"""Makes safe for a terminal what a style has made; the style's own blanks stay."""

from __future__ import annotations

from postil.text.clean import clean
from postil.text.lazy_regex import lazily

_BLANKS = lazily("([\u00a0\u202f])")
"""Blanks at which no line may break, as French styles set them before marks."""


def sanitized(text: str) -> str:
    """Return a text without what a terminal obeys."""
    pieces = _BLANKS.split(text)
    pieces[::2] = [clean(piece) for piece in pieces[::2]]
    return "".join(pieces)
