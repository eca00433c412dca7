"""Passages found again: where nothing changed, or where the very words stand but once."""

from __future__ import annotations

from collections.abc import Callable

from postil.model.note import Anchor, Place
from postil.model.span import Span

ORPHAN = Place(None, "orphan", 0.0)

Pause = Callable[[float], None]
"""What long work calls every few milliseconds, with the share that is done, 0 to 1."""


def align(text: str, old_text: str | None = None, pause: Pause | None = None) -> Alignment:
    """Prepare to find passages in ``text``; with the text they were made on, all of it is mapped.

    This takes a while for a long text that was edited: a thread is the place for it.
    """
    if pause is not None:
        pause(0.0)
    return Alignment(text, old_text)


class Alignment:
    """One version of a text, in which anchors made on another are looked for."""

    def __init__(self, text: str, old_text: str | None = None) -> None:
        self._text = text
        self._old_text = old_text

    def resolve(self, anchor: Anchor) -> Place:
        """Return where a passage stands; an orphan rather than a place that may be wrong.

        In another text than its own, the quote must stand exactly once with the words around it.
        """
        quote = anchor.quote
        if not quote:
            return ORPHAN
        whole = anchor.prefix + quote + anchor.suffix
        begin = anchor.start - len(anchor.prefix)
        if begin >= 0 and self._text.startswith(whole, begin):
            return Place(Span(anchor.start, anchor.end), "same")
        at = self._text.find(whole)
        if at < 0 or self._text.find(whole, at + 1) >= 0:
            return ORPHAN
        start = at + len(anchor.prefix)
        return Place(Span(start, start + len(quote)), "moved")
