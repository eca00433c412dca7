"""Placement cache: where anchors were found in a text, and whose words they are on, per text.

Each text has a file of its own, so that opening one article, or writing one note, costs the same
in a library of any size. Losing the cache costs some time and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from postil.library.base.cache_version import cache_key
from postil.model.note import Anchor, Note, PlacedNote, Placement, State
from postil.model.source import Source
from postil.model.span import Span
from postil.model.values import NamedTuple
from postil.store.home.home import Home
from postil.store.machine.cache import Cache
from postil.store.records.records import ArticleRecord
from postil.store.records.source_records import source_from, source_to
from postil.store.types import Doc

FOLDER = "placements"

TEXTS_KEPT = 5000
"""Texts that are cached at most, or twice as many as there are articles; the oldest give way."""

_COLUMNS = 5
"""What is cached of a placement: start, end, state, score, and by which texts it was found."""

_STATES: dict[str, State] = {
    "same": "same",
    "moved": "moved",
    "changed": "changed",
}
"""What is said of an anchor that was found."""


class Sourced(NamedTuple):
    """A note in its place, with the source of its words and the page that they are on."""

    placed: PlacedNote
    source: Source | None = None
    page: str | None = None
    """As it is printed; None where the article has no pages, or the note no place in them."""


class CachedPlacement(NamedTuple):
    """The placement of an anchor, and what it rests on."""

    placement: Placement
    by: str
    """Which texts it was found by, "" where its own sufficed; another text may lead elsewhere."""


class PlacementCache:
    """The cache by digests of texts; nothing is written before ``save``."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._folder = home.places.cache / FOLDER
        self._texts: dict[str, dict[str, Doc]] = {}
        self._changed: set[str] = set()

    def find(self, digest: str, anchor: Anchor) -> CachedPlacement | None:
        """Return where an anchor was found in a text; None where that is not known."""
        return _from(self._part(digest, "anchors").get(_anchor_key(anchor)))

    def keep(self, digest: str, anchor: Anchor, found: CachedPlacement) -> None:
        """Keep where an anchor was found in a text."""
        self._part(digest, "anchors")[_anchor_key(anchor)] = _to(found)
        self._changed.add(digest)

    def find_sourced(
        self, digests: Iterable[str], record: ArticleRecord, inputs: str, notes: Sequence[Note]
    ) -> list[Sourced] | None:
        """Return notes of an article as they were listed; None where one has to be looked for.

        They stood in one of the texts. ``inputs`` is what :func:`inputs_key` returns now.
        """
        for digest in digests:
            listed = self._part(digest, "articles").get(record.id)
            if isinstance(listed, dict) and listed.get("inputs") == inputs:
                return self._sourced(digest, listed.get("sources"), notes)
        return None

    def keep_sourced(
        self, digest: str, record: ArticleRecord, inputs: str, found: Sequence[Sourced]
    ) -> None:
        """Keep notes of an article as they are listed; those kept by the same inputs stay.

        None of them may be an orphan: those find their place when an older text arrives from
        another machine, which no inputs tell.
        """
        listed = self._part(digest, "articles")
        old = listed.get(record.id)
        sources: object = None
        if isinstance(old, dict) and old.get("inputs") == inputs:
            sources = old.get("sources")
        merged: Doc = dict(sources) if isinstance(sources, dict) else {}
        for one, source, page in found:
            anchor = one.note.anchor
            merged[_anchor_key(anchor)] = [source and source_to(source), page]
            if self.find(digest, anchor) is None:
                self.keep(digest, anchor, CachedPlacement(one.placement, ""))
        listed[record.id] = {"inputs": inputs, "sources": merged}
        self._changed.add(digest)

    def save(self) -> None:
        """Write down what is new."""
        added = False
        for digest in self._changed:
            added = added or not os.path.exists(self._file(digest))
            self._cache(digest).write(self._texts[digest])
        self._changed.clear()
        if added:
            _prune(self._folder, max(TEXTS_KEPT, 2 * len(self._home.articles())))

    def _sourced(self, digest: str, kept: object, notes: Sequence[Note]) -> list[Sourced] | None:
        sources = kept if isinstance(kept, dict) else {}
        anchors = self._part(digest, "anchors")
        found: list[Sourced] = []
        for note in notes:
            key = _anchor_key(note.anchor)
            cached = _from(anchors.get(key))
            row = sources.get(key)
            if not isinstance(row, list) or len(row) != 2:
                return None
            if cached is None or cached.placement.span is None:
                return None
            doc, page = row
            source = source_from(doc) if isinstance(doc, dict) else None
            if (doc is not None and source is None) or not isinstance(page, str | None):
                return None
            found.append(Sourced(PlacedNote(note, cached.placement), source, page))
        return found

    def _part(self, digest: str, name: str) -> Doc:
        if digest not in self._texts:
            self._texts[digest] = self._cache(digest).read()
        return self._texts[digest].setdefault(name, {})

    def _cache(self, digest: str) -> Cache:
        return Cache(self._file(digest), cache_key())

    def _file(self, digest: str) -> Path:
        # A digest comes from a ledger that another program may have written: it is no file name.
        return self._folder / f"{_hashed(digest)}.json"


def inputs_key(path: Path | None, records: Sequence[ArticleRecord], said: Iterable[object]) -> str:
    """Return a key of all that a list of notes is made of besides their anchors.

    That is the file, by its stamp, the texts that are known of it, and the reader's word.
    """
    stamp = None
    if path is not None:
        # The file may go while its notes are listed.
        with suppress(OSError):
            found = path.stat()
            stamp = (str(path), found.st_ino, found.st_size, found.st_mtime_ns)
    return _hashed(repr((stamp, [record.digests for record in records], list(said))))


def _anchor_key(anchor: Anchor) -> str:
    return _hashed(repr(anchor))


def _hashed(words: str) -> str:
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _prune(folder: Path, most: int) -> None:
    """Remove the files beyond so many, those first that were written longest ago."""
    with suppress(OSError):
        files = list(folder.iterdir())
        if len(files) > most:
            for file in sorted(files, key=lambda one: one.stat().st_mtime_ns)[:-most]:
                file.unlink(missing_ok=True)


def _to(found: CachedPlacement) -> list[object]:
    placement = found.placement
    span = placement.span
    ends = (None, None) if span is None else (span.start, span.end)
    return [*ends, placement.state, placement.score, found.by]


def _from(row: object) -> CachedPlacement | None:
    # Plain checks: a match statement takes three times as long, and lists ask for thousands.
    if not isinstance(row, list) or len(row) != _COLUMNS:
        return None
    start, end, state, score, by = row
    if not isinstance(score, float) or not isinstance(by, str):
        return None
    if state == "orphan":
        return CachedPlacement(Placement(None, "orphan", score), by)
    if not isinstance(start, int) or not isinstance(end, int) or not 0 <= start <= end:
        return None
    if (found := _STATES.get(str(state))) is None:
        return None
    return CachedPlacement(Placement(Span(start, end), found, score), by)
