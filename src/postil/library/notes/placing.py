"""Places notes in one version of an article, each from the text it was made on."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

from postil.library.notes.placement_cache import CachedPlacement, PlacementCache
from postil.model.note import Anchor, Note, PlacedNote, Placement
from postil.model.span import Span
from postil.store.home.home import Home
from postil.store.records.records import ArticleRecord
from postil.text.fold import fold_key
from postil.text.progress import Progress

if TYPE_CHECKING:
    from postil.anchoring import Alignment

HEAD = Placement(Span(0, 0), "same")
"""Where a note on the whole of an article stands."""

_ORPHAN = Placement(None, "orphan", 0.0)


class Placing:
    """The placements of notes in one text, which are cached; it may be asked from any thread."""

    def __init__(
        self, home: Home, text: str, digest: str, cache: PlacementCache | None = None
    ) -> None:
        """Find places in ``text``; who gives a ``cache`` saves it."""
        self.digest = digest
        self._home = home
        self._text = text
        self._cache = cache or PlacementCache(home)
        self._saves = cache is None
        self._found: dict[Anchor, Placement] = {}
        self._placed: dict[str, PlacedNote] = {}
        """By id what was told last: a note that stays as and where it was stays the same object."""
        self._work = Lock()

    def now(self, notes: Sequence[Note]) -> tuple[tuple[PlacedNote, ...], tuple[Note, ...]]:
        """Return the notes whose places are known, in the order of the margin, and the others.

        This does no work: of notes made on this very text it is known where they stand.
        """
        before, now, others = self._placed, dict[str, PlacedNote](), []
        for note in notes:
            known = before.get(note.id)
            if known is not None and known.note is note:
                now[note.id] = known
            elif (place := self._at_once(note.anchor)) is not None:
                now[note.id] = PlacedNote(note, place)
            else:
                others.append(note)
        self._placed = now
        return tuple(sorted(now.values(), key=by_place)), tuple(others)

    def find(
        self,
        notes: Sequence[Note],
        records: Sequence[ArticleRecord],
        progress: Progress | None = None,
    ) -> tuple[PlacedNote, ...]:
        """Return all notes in their places, in the order of the margin.

        For a long text that was edited this takes a while: a thread is the place for it, which
        calls ``progress`` every few milliseconds. ``records`` are all that is kept of the article.
        """
        _, others = self.now(notes)
        if others:
            with self._work:
                self._find([note.anchor for note in others], records, progress)
        placed, _ = self.now(notes)
        return placed

    def _at_once(self, anchor: Anchor) -> Placement | None:
        quote, start = anchor.quote, anchor.start
        if not quote and not anchor.end:
            return HEAD  # on the whole article
        if anchor.digest == self.digest and quote and self._text.startswith(quote, start):
            return Placement(Span(start, start + len(quote)), "same")
        return self._found.get(anchor)

    def _find(
        self, anchors: Sequence[Anchor], records: Sequence[ArticleRecord], progress: Progress | None
    ) -> None:
        texts = _Texts(self._home, self._text, self.digest, progress)
        for anchor in sorted(anchors, key=lambda one: one.digest):
            if anchor in self._found:
                continue
            later = _later(records, anchor.digest)
            known = self._cache.find(self.digest, anchor)
            if known is None or known.by not in ("", texts.which(anchor.digest, later)):
                known = self._worked_out(anchor, later, texts)
                self._cache.keep(self.digest, anchor, known)
            place = known.placement
            if place.span is not None and place.span.end > len(self._text):
                place = _ORPHAN
            self._found[anchor] = place
        if self._saves:
            self._cache.save()

    def _worked_out(self, anchor: Anchor, later: Sequence[str], texts: _Texts) -> CachedPlacement:
        place = texts.into(self.digest, anchor.digest).resolve(anchor)
        if place.span is not None and texts.find(anchor.digest) is not None:
            return CachedPlacement(place, "")
        if place.span is None:
            place = self._by_way_of(anchor, later, texts)
        return CachedPlacement(place, texts.which(anchor.digest, later))

    def _by_way_of(self, anchor: Anchor, later: Sequence[str], texts: _Texts) -> Placement:
        """Find a place through the texts that the article had since, from one to the next."""
        from postil.anchoring import describe

        at, score = anchor, 1.0
        for digest in later:
            text = texts.find(digest)
            if text is None or digest == self.digest:
                continue
            step = texts.into(digest, at.digest).resolve(at)
            if step.span is None:
                continue
            at, score = describe(text, step.span, digest), min(score, step.score)
            place = texts.into(self.digest, digest).resolve(at)
            if place.span is not None:
                return self._seen_from(anchor, place.span, min(score, place.score))
        return _ORPHAN

    def _seen_from(self, anchor: Anchor, span: Span, score: float) -> Placement:
        words = self._text[span.start : span.end]
        if fold_key(words) != fold_key(anchor.quote):
            return Placement(span, "changed", score)
        return Placement(span, "same" if span.start == anchor.start else "moved", score)


class _Texts:
    """Snapshots that anchors lead through, and alignments between them, each made once."""

    def __init__(self, home: Home, text: str, digest: str, progress: Progress | None) -> None:
        self._home = home
        self._progress = progress
        self._texts: dict[str, str | None] = {digest: text}
        self._alignments: dict[tuple[str, str], Alignment] = {}

    def find(self, digest: str) -> str | None:
        """Return a text; None where the home does not keep it."""
        if digest not in self._texts:
            self._texts[digest] = self._home.snapshot(digest)
        return self._texts[digest]

    def into(self, new: str, old: str) -> Alignment:
        """Return what finds in a text the anchors that were made on an older one."""
        if (new, old) not in self._alignments:
            # An article without notes, or whose notes are placed already, does without.
            from postil.anchoring import align

            text = self.find(new) or ""
            self._alignments[new, old] = align(text, self.find(old), self._progress)
        return self._alignments[new, old]

    def which(self, own: str, later: Sequence[str]) -> str:
        """Return a key of the texts on an anchor's way that the home keeps."""
        had = [digest for digest in (own, *later) if self.find(digest) is not None]
        return sha256(repr(had).encode()).hexdigest()[:16]


def placed(
    home: Home,
    text: str,
    digest: str,
    notes: Sequence[Note],
    records: Sequence[ArticleRecord],
    cache: PlacementCache | None = None,
) -> tuple[PlacedNote, ...]:
    """Return notes with their places in a text, in the order of the margin."""
    return Placing(home, text, digest, cache).find(notes, records)


def by_place(one: PlacedNote) -> tuple[bool, int, int, str]:
    """Return a key that sorts notes as the margin shows them: orphans last."""
    span = one.span
    if span is None:
        return (True, one.note.anchor.start, 0, one.note.id)
    return (False, span.start, len(span), one.note.id)


def _later(records: Sequence[ArticleRecord], digest: str) -> Sequence[str]:
    """Return the texts that an article had after one, oldest first; all where it is not known."""
    for record in records:
        if digest in record.digests:
            return record.digests[record.digests.index(digest) + 1 :]
    return records[0].digests if records else ()
