"""Passages found again: where nothing changed, or where the very words stand but once."""

from __future__ import annotations

from postil.model.note import Anchor, Place
from postil.model.span import Span

ORPHAN = Place(None, "orphan", 0.0)


class Alignment:
    """One version of a text, in which anchors made on any version are looked for."""

    def __init__(self, text: str, digest: str) -> None:
        self._text = text
        self._digest = digest

    def resolve(self, anchor: Anchor) -> Place:
        """Return where a passage stands; an orphan rather than a place that may be wrong.

        In another text than its own, the quote must stand exactly once with the words around it.
        """
        stored = anchor.quote
        if not stored:
            return ORPHAN
        if anchor.digest == self._digest and self._text[anchor.start : anchor.end] == stored:
            return Place(Span(anchor.start, anchor.end), "same")
        whole = anchor.prefix + stored + anchor.suffix
        at = self._text.find(whole)
        if at < 0 or self._text.find(whole, at + 1) >= 0:
            return ORPHAN
        start = at + len(anchor.prefix)
        return Place(Span(start, start + len(stored)), "moved")
