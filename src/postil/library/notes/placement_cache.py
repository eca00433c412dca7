"""What lists have seen of an article, so that they need not read it again while it stays as is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from postil.library.base import cache_version
from postil.library.notes.anchor_cache import KeptPlaces, key_of
from postil.library.notes.placing import by_place
from postil.model.note import Note, Place, PlacedNote, State
from postil.model.source import Source
from postil.model.span import Span
from postil.store.home.home import Home
from postil.store.machine.cache import Cache
from postil.store.records.records import ArticleRecord
from postil.store.records.source_records import source_from, source_to
from postil.store.types import Doc

Seen = tuple[PlacedNote, Source | None]
"""A note in its place, and the source of its words."""

_STATES: dict[str, State] = {"same": "same", "moved": "moved", "changed": "changed"}
"""Orphans are not kept: they find their place when an older text arrives from another machine."""


class Glimpses:
    """What was seen of each article, by the id of its record."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._cache = Cache(home.places.cache / "glimpses.json", cache_version.cache_key())
        self._kept = self._cache.read()
        self._changed = False
        self.places = KeptPlaces(home)
        """Where notes were found, which is saved with all else."""

    def again(self, record: ArticleRecord, known: str, notes: Sequence[Note]) -> list[Seen] | None:
        """Return these notes as they were seen; None where any of them has to be looked for.

        ``known`` says all that it depends on, as :func:`dependence` returns it.
        """
        doc = self._kept.get(record.id)
        if doc is None or doc.get("known") != known:
            return None
        found = [(note, _from(doc.get(key_of(note.anchor)))) for note in notes]
        seen = [(PlacedNote(note, at[0]), at[1]) for note, at in found if at is not None]
        return sorted(seen, key=lambda one: by_place(one[0])) if len(seen) == len(notes) else None

    def keep(self, record: ArticleRecord, known: str, seen: Sequence[Seen]) -> None:
        """Keep what was seen; what is kept already of the same text stays."""
        old = self._kept.get(record.id)
        new: Doc = {key_of(one.note.anchor): _to(one.place, source) for one, source in seen}
        same = old is not None and old.get("known") == known
        self._kept[record.id] = {**(old or {}), **new} if same else {"known": known, **new}
        self._changed = True

    def save(self) -> None:
        """Write down what is new."""
        self.places.save()
        if self._changed:
            articles = self._home.articles()
            self._cache.write({key: doc for key, doc in self._kept.items() if key in articles})
            self._changed = False


def dependence(path: Path | None, records: Sequence[ArticleRecord], said: Iterable[object]) -> str:
    """Return a word that changes with the file, the texts known of it and the reader's word."""
    stamp = None
    if path is not None:
        found = path.stat()
        stamp = (str(path), found.st_ino, found.st_size, found.st_mtime_ns)
    digests = [record.digests for record in records]
    known = repr((stamp, digests, list(said)))
    return sha256(known.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _to(place: Place, source: Source | None) -> Doc | None:
    span = place.span
    if span is None:
        return None
    return {
        "start": span.start,
        "end": span.end,
        "state": place.state,
        "score": place.score,
        "source": source and source_to(source),
    }


def _from(doc: object) -> tuple[Place, Source | None] | None:
    if not isinstance(doc, dict):
        return None
    start, end, score = doc.get("start"), doc.get("end"), doc.get("score")
    state, source = _STATES.get(str(doc.get("state"))), doc.get("source")
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start < end:
        return None
    if state is None or not isinstance(score, float):
        return None
    found = source_from(source) if isinstance(source, dict) else None
    return Place(Span(start, end), state, score), found
