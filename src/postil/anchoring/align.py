"""Alignment of two versions of a text, in which passages are found again, or given up."""

from __future__ import annotations

from functools import cached_property

from postil.anchoring.bare_words import nearest, same_words, signs_before, signs_behind
from postil.anchoring.pairing import pair
from postil.anchoring.selectors import Selectors
from postil.anchoring.skeleton import Skeleton, is_letter
from postil.anchoring.transfer import Match, transfer
from postil.model.note import Anchor, Placement
from postil.model.span import Span
from postil.text.progress import Progress, no_progress

ORPHAN = Placement(None, "orphan", 0.0)
_OTHERS = 0.3
"""Share of a place that other words of the old text may have gone to: of ten letters, three."""
_ALONE, _ALONE_DENSE = 12, 8
"""Letters of a passage that is taken for the same where it stands once in either text.

Twelve letters stand nowhere twice by chance, eleven may; of a dense script eight do not.
"""
_NEAR = 2000
"""Code points by which all the words may have moved to be believed without a further look.

Moved by 1,900 they are believed; moved by 4,000 they are weighed against what stands at their old
place now.
"""


def align(text: str, old_text: str | None = None, progress: Progress | None = None) -> Alignment:
    """Prepare to find passages in ``text``, aligned with the text they were made on if it is kept.

    This takes a while for a long text that was edited: a thread is the place for it. ``progress``
    may raise to abandon the work.
    """
    return Alignment(text, old_text, progress or no_progress)


class Alignment:
    """Resolves anchors that were made on one version of a text in another version."""

    def __init__(
        self, text: str, old_text: str | None = None, progress: Progress = no_progress
    ) -> None:
        self._text = text
        self._old_text = old_text
        self._mapped = old_text is not None and old_text != text
        if old_text is not None and old_text != text:
            self._old = Skeleton(old_text, progress)
            self._new = Skeleton(text, lambda share: progress(0.25 + share))
            self._blocks = pair(self._old, self._new, progress)
        progress(1.0)

    def resolve(self, anchor: Anchor) -> Placement:
        """Return where a passage stands; an orphan rather than a place that may be wrong.

        Offsets are believed only if the quote stands there in the text they were made on.
        """
        if not anchor.quote:
            return ORPHAN
        start = self._made_at(anchor)
        if start is None:
            return self._by_selectors(anchor)
        end = start + len(anchor.quote)
        if not self._mapped:
            return Placement(Span(start, end), "same" if start == anchor.start else "moved")
        first, last = self._old.index(start), self._old.index(end)
        if first == last:
            return self._of_signs(anchor, start, first)
        found = transfer(self._blocks, self._old, self._new, first, last)
        if found is None:
            found = self._alone(first, last) or self._selectors.find(anchor, self._free)
        return self._place(anchor, found)

    def _alone(self, start: int, end: int) -> Match | None:
        """Return where some letters stand that stand but once in either text."""
        words = self._old.letters[start:end]
        if len(words) < (_ALONE_DENSE if self._old.dense else _ALONE):
            return None
        at = _once(self._new.letters, words)
        if at is None or not self._free(at, at + len(words)):
            return None
        return None if _once(self._old.letters, words) is None else Match(at, at + len(words), 1.0)

    def _made_at(self, anchor: Anchor) -> int | None:
        """Return where a quote stands in the old text; None where that is not known."""
        text, quote, start = self._old_text, anchor.quote, anchor.start
        if text is None:
            return None
        if start >= 0 and text.startswith(quote, start):
            return start
        at = _once(text, anchor.prefix + quote + anchor.suffix)
        return _once(text, quote) if at is None else at + len(anchor.prefix)

    def _by_selectors(self, anchor: Anchor) -> Placement:
        begin = anchor.start - len(anchor.prefix)
        whole = anchor.prefix + anchor.quote + anchor.suffix
        if begin >= 0 and self._text.startswith(whole, begin):
            return Placement(Span(anchor.start, anchor.start + len(anchor.quote)), "same")
        at = _once(self._text, whole)
        found = None
        if at is None or abs(at - begin) > _NEAR:
            found = self._selectors.find(anchor)
        if found is None and at is not None:
            start = at + len(anchor.prefix)
            return Placement(Span(start, start + len(anchor.quote)), "moved")
        return self._place(anchor, found)

    def _of_signs(self, anchor: Anchor, start: int, behind: int) -> Placement:
        """Return where a passage without letters stands: between the same letters as before."""
        before, after = self._blocks.letter(behind - 1), self._blocks.letter(behind)
        if before is None or after != before + 1:
            return self._by_selectors(anchor)
        least, most = self._new.place(before) + 1, self._new.place(after)
        wanted = start - self._old.place(behind - 1) - 1
        at = nearest(self._text[least:most], anchor.quote, wanted)
        if at is None:
            return ORPHAN
        span = Span(least + at, least + at + len(anchor.quote))
        return Placement(span, "same" if span.start == anchor.start else "moved")

    def _free(self, start: int, end: int) -> bool:
        return self._blocks.taken(start, end) <= _OTHERS * (end - start)

    def _place(self, anchor: Anchor, found: Match | None) -> Placement:
        if found is None or found.start >= found.end:
            return ORPHAN
        quote, text = anchor.quote, self._text
        start, end = self._new.place(found.start), self._new.place(found.end - 1) + 1
        lead, tail = found.lead, found.tail
        if lead is None and not is_letter(quote[0]):
            lead = quote[: next(at for at, sign in enumerate(quote) if is_letter(sign))]
        if tail is None and not is_letter(quote[-1]):
            tail = quote[next(at for at in range(len(quote), 0, -1) if is_letter(quote[at - 1])) :]
        if lead:
            start = signs_before(text, start, lead)
        if tail:
            end = signs_behind(text, end, tail)
        if same_words(quote, text[start:end]):
            there = (start, end) == (anchor.start, anchor.end)
            return Placement(Span(start, end), "same" if there else "moved", found.score)
        return Placement(Span(start, end), "changed", found.score)

    @cached_property
    def _new(self) -> Skeleton:
        return Skeleton(self._text)

    @cached_property
    def _selectors(self) -> Selectors:
        return Selectors(self._new)


def _once(text: str, words: str) -> int | None:
    """Return where some words stand, if they stand there alone."""
    at = text.find(words)
    return at if at >= 0 and text.find(words, at + 1) < 0 else None
