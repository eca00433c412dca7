"""Places of imported quotations in the text that an article has here."""

from __future__ import annotations

from functools import cached_property

from postil.anchoring import Alignment, align, describe
from postil.imports.base.records import ImportedNote
from postil.model.note import Anchor
from postil.model.span import Span
from postil.text.fold import Folded, fold, fold_key
from postil.text.progress import Progress


class QuotedPlaces:
    """Finds quotations in one text: the very words first, then as edited texts are followed."""

    def __init__(self, text: str, digest: str, progress: Progress | None = None) -> None:
        self._text = text
        self._digest = digest
        self._progress = progress
        self._alignments: dict[str, Alignment] = {}

    @cached_property
    def _folding(self) -> Folded:
        """The folded text, which leads back from its letters to those of the text."""
        return fold(self._text)

    @cached_property
    def _folded(self) -> tuple[str, list[int]]:
        """The folded text without blanks, and where each of its letters stands."""
        key, places = [], []
        for at, sign in enumerate(self._folding.key):
            if not sign.isspace():
                key.append(sign)
                places.append(at)
        return "".join(key), places

    def anchor(self, note: ImportedNote) -> Anchor | None:
        """Return the anchor of a note's passage here; None where it has no sure place."""
        if note.article.digest == self._digest and note.start is not None:
            end = note.start + len(note.quote)
            if self._text[note.start : end] == note.quote:
                return describe(self._text, Span(note.start, end), self._digest)
        span = self._alone(note) or self._resolved(note)
        if span is not None:
            span = self._with_blanks(span, note.quote)
        return None if span is None else describe(self._text, span, self._digest)

    def counted_off(self, note: ImportedNote) -> Anchor | None:
        """Return the anchor of a passage of which offsets alone are told.

        They may count another text: they are believed where both ends are ends of words here.
        """
        start, end = note.start, note.end
        if start is None or end is None or not 0 <= start < end <= len(self._text):
            return None
        words = self._text[start:end]
        if words != words.strip() or self._in_word(start) or self._in_word(end):
            return None
        return describe(self._text, Span(start, end), self._digest)

    def _in_word(self, offset: int) -> bool:
        """Tell whether letters stand on either side of an offset."""
        around = self._text[max(0, offset - 1) : offset + 1]
        return 0 < offset < len(self._text) and around.isalnum()

    def _with_blanks(self, span: Span, quote: str) -> Span:
        """Return a span with the blanks at the ends of its quotation, where these stand here."""
        start = span.start - (len(quote) - len(quote.lstrip()))
        end = span.end + len(quote) - len(quote.rstrip())
        return Span(start, end) if start >= 0 and self._text[start:end] == quote else span

    def _alone(self, note: ImportedNote) -> Span | None:
        """Return where the words of a quotation stand, if they do but once, or once so framed."""
        wanted = _bare(note.quote)
        if not wanted:
            return None
        key, places = self._folded
        found, at = [], key.find(wanted)
        while at >= 0:
            found.append(at)
            at = key.find(wanted, at + 1)
        if len(found) > 1:
            before, behind = _bare(note.prefix)[-24:], _bare(note.suffix)[:24]
            framed = [
                one
                for one in found
                if key[:one].endswith(before) and key.startswith(behind, one + len(wanted))
            ]
            if note.start is not None and len(framed) != 1:
                start = note.start
                framed = sorted(framed or found, key=lambda one: abs(places[one] - start))[:1]
            found = framed
        if len(found) != 1:
            return None
        last = places[found[0] + len(wanted) - 1]
        return Span(*self._folding.span(places[found[0]], last + 1))

    def _resolved(self, note: ImportedNote) -> Span | None:
        old = note.article.text
        if old not in self._alignments:
            self._alignments[old] = align(self._text, old or None, self._progress)
        start = note.start or 0
        made_on = Anchor(note.quote, note.prefix, note.suffix, start, start + len(note.quote), "")
        return self._alignments[old].resolve(made_on).span


def _bare(words: str) -> str:
    return "".join(fold_key(words).split())
