"""Merged home, read only: the records of all ledgers as one, and snapshots."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from postil.config import Places
from postil.errors import PostilError
from postil.model.digests import sha256
from postil.model.note import Note
from postil.store.disk.lock import Lock
from postil.store.home.lazy_notes import LazyNotes
from postil.store.home.ledgers import Ledgers
from postil.store.home.merged import MergedRecords
from postil.store.home.note_lookup import NoteLookup
from postil.store.home.notes_on_demand import NotesOnDemand
from postil.store.home.prescan import WORTH, scan_notes
from postil.store.home.proofs import Proofs
from postil.store.home.snapshots import Snapshots
from postil.store.home.versions import Versions
from postil.store.ledger.diagnostics import forbidden, vanished
from postil.store.machine.state import State
from postil.store.machine.tag_counts import KeptTagCounts
from postil.store.records.intake import Odd
from postil.store.records.records import (
    ArticleRecord,
    JoinedSource,
    Mark,
    SavedQuery,
    TagDefinition,
)
from postil.text.progress import Progress


class MergedHome:
    """Notes and all other records, as they were when the ledgers were last read."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.state = State(places.state)
        # A home is a place, not a spelling: through links, dots and slashes it is the same one.
        self._folder = Path(os.path.realpath(places.home))
        self._which = sha256(os.fsencode(self._folder)).hexdigest()[:16]
        self._lock = Lock(places.state / "locks" / f"{self._which}.lock")
        self._snapshots = Snapshots(self._folder / "texts", self._lock)
        proofs = Proofs(places.cache, self._which)
        self._ledgers = Ledgers(self._folder, self._lock, proofs.proof)
        self._merged = MergedRecords()
        self._demand = NotesOnDemand(self._merged, proofs, KeptTagCounts(places.cache, self._which))
        self.lookup = NoteLookup(self._lock, self._demand, self._load)
        self.versions = Versions(self._folder, self._lock, self._ledgers, self._demand, self._load)
        self._loaded = False
        self._messages: list[str] = []

    @property
    def device(self) -> str:
        """The id under which this machine's paths are kept."""
        return self.state.device

    @property
    def trouble(self) -> PostilError | None:
        """Why nothing can be written, or not all could be read; None when all is well."""
        self._load()
        return self._why_not() or next(iter(self._ledgers.troubles()), None)

    def troubles(self) -> list[PostilError]:
        """Return what keeps any ledger, of whichever machine, from being read as it should be."""
        self._load()
        return self._ledgers.troubles()

    def odd_records(self) -> list[Odd]:
        """Return the versions of records that are left aside, or dated before all others."""
        self._load()
        return sorted(one for several in dict(self._merged.odd).values() for one in several)

    def copies(self) -> list[Path]:
        """Return the copies of ledgers that synchronisers made and nobody took in yet."""
        self._load()
        return sorted(self._ledgers.copies())

    @property
    def machines(self) -> int:
        """How many machines have written to this home."""
        self._load()
        return self._ledgers.machines()

    def snapshots(self) -> set[str]:
        """Return the digests of the texts that are kept, whole or not."""
        return self._snapshots.digests()

    def messages(self) -> list[str]:
        """Return the messages for the reader about files that were repaired, each once."""
        self._load()
        # Another thread may add to it meanwhile.
        messages = self._messages[:]
        del self._messages[: len(messages)]
        return messages

    def notes(self) -> LazyNotes:
        """Return the live notes by id, as they are now; later changes do not show in it."""
        self._load()
        if self._demand.active:
            with self._lock.threads():
                self._demand.read_all(list(self._ledgers), self._ledgers.size())
        return self._merged.notes

    def some_notes(self, *, ending: str = "", beginning: str = "", tag: str = "") -> list[Note]:
        """Return the live notes whose ids end or begin so, or with a tag or one below it."""
        return self.lookup.some(ending, beginning, tag)

    def notes_of(self, articles: Iterable[str]) -> list[Note]:
        """Return the live notes of some articles, by their ids."""
        return self.lookup.of(articles)

    def articles(self) -> Mapping[str, ArticleRecord]:
        """Return the articles that anything is kept about, by id."""
        self._load()
        return MappingProxyType(self._merged.articles)

    def tag_definitions(self) -> Mapping[str, TagDefinition]:
        """Return the tags that were given a meaning or a colour, by name."""
        self._load()
        return MappingProxyType(self._merged.tags)

    def marks(self, article: str) -> Mapping[str, Mark]:
        """Return the marks of an article, by letter."""
        self._load()
        found = self._merged.marks.values()
        return {mark.letter: mark for mark in found if mark.article == article}

    def saved_queries(self) -> Mapping[str, SavedQuery]:
        """Return the saved queries, by name."""
        self._load()
        return MappingProxyType(self._merged.queries)

    def joined_sources(self) -> Mapping[str, JoinedSource]:
        """Return the sources that the reader has joined to others, by how they are spelled."""
        self._load()
        return MappingProxyType(self._merged.sources)

    def refresh(self, progress: Progress | None = None) -> bool:
        """Take in what other processes and machines wrote; True if anything changed.

        ``progress``, where it is given, is called every few milliseconds of a long reading; other
        threads are kept waiting only while what was read is put together.
        """
        if progress is not None:
            self._ledgers.read_incrementally(self.state.device, progress)
        with self._lock.threads():
            return self._refresh(progress)

    def scan_notes(self, digest: str) -> list[Note]:
        """Return the notes on an article with this text before everything is read.

        A prescan: it finds nothing where there are so few notes that reading them all is as quick,
        or where they were read already.
        """
        if self._loaded:
            return []
        self._ledgers.rescan(self.state.device)
        if self._ledgers.size() < WORTH:
            return []
        return scan_notes(self._ledgers, digest)

    def snapshot(self, digest: str) -> str | None:
        """Return a text that notes were made on; None if it is not here, or damaged."""
        return self._snapshots.find(digest)

    def _load(self) -> None:
        if not self._loaded:
            self.refresh()

    def _refresh(self, progress: Progress | None = None) -> bool:
        touched = self._ledgers.refresh(self.state.device)
        self._messages.extend(self._ledgers.messages())
        changed = self._demand.merge(list(self._ledgers), self._ledgers.size(), touched, progress)
        first, self._loaded = not self._loaded, True
        return changed or first

    def _why_not(self) -> PostilError | None:
        path = self._ledgers.path_of(self.state.device)
        known = self.state.knows(self._which)
        if self._ledgers.vanished or (known and not self._ledgers.folder.is_dir()):
            return vanished(self._ledgers.folder)
        return self._ledgers.trouble(self.state.device) or forbidden(
            path, self._ledgers.folder, self.places.state
        )
