"""The reader's home: all ledgers as one, written to through this machine's own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

from postil.config import Places
from postil.errors import NothingToUndo, PostilError
from postil.model.note import Note
from postil.store.clock import Clock, time_of
from postil.store.gathered import Gathered
from postil.store.journal import Change, Entry, Journal, Step, change_of
from postil.store.ledger import LedgerStorage
from postil.store.lines import Doc
from postil.store.lock import Lock
from postil.store.merge import alike, fits, rebased, stepped
from postil.store.records import (
    ArticleRecord,
    Mark,
    Place,
    TagDefinition,
    place_of,
    to_doc,
)
from postil.store.stamps import deleted, written
from postil.store.state import State
from postil.store.texts import Texts
from postil.store.troubles import forbidden


def open_home(places: Places) -> Home:
    """Return the home in these folders; nothing is read before it is asked for, or ever made."""
    return Home(places)


class Home:
    """Notes, articles, tags and marks. It may be used from several threads."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.state = State(places.state)
        which = sha256(os.fsencode(os.path.realpath(places.home))).hexdigest()[:16]
        self._lock = Lock(places.state / "locks" / f"{which}.lock")
        self._journal = Journal(places.state / "undo" / f"{which}.json", self._lock)
        self._texts = Texts(places.home / "texts", self._lock)
        self._ledgers: dict[Path, LedgerStorage] = {}
        self._gathered = Gathered()
        self._own = ""
        self._loaded = False

    @property
    def device(self) -> str:
        """The id under which this machine's paths are kept."""
        return self.state.device

    @property
    def trouble(self) -> PostilError | None:
        """Why nothing can be written, or not all could be read; None when all is well."""
        self._load()
        return self._why_not() or next(
            (ledger.trouble for ledger in self._ledgers.values() if ledger.trouble), None
        )

    def notes(self) -> Mapping[str, Note]:
        """Return the live notes by id, as they are now; later changes do not show in it."""
        self._load()
        return MappingProxyType(self._gathered.notes)

    def articles(self) -> Mapping[str, ArticleRecord]:
        """Return the articles that anything is kept about, by id."""
        self._load()
        return MappingProxyType(self._gathered.articles)

    def tag_definitions(self) -> Mapping[str, TagDefinition]:
        """Return the tags that were given a meaning or a colour, by name."""
        self._load()
        return MappingProxyType(self._gathered.tags)

    def marks(self, article: str) -> Mapping[str, Mark]:
        """Return the marks of an article, by letter."""
        self._load()
        found = self._gathered.marks.values()
        return {mark.letter: mark for mark in found if mark.article == article}

    def refresh(self) -> bool:
        """Take in what other processes and machines wrote; True if anything changed."""
        with self._lock.threads():
            return self._refresh()

    def apply(self, change: Change) -> Change:
        """Make a change, and return it as it was stored, with times filled in.

        It is on the disk, all of it or nothing, when this returns. Where a record was changed
        elsewhere since ``before``, only what the change itself changes is changed.

        Raises CannotWrite, or the subclass that says why.
        """
        with self._lock.exclusive():
            clock = self._prepare()
            steps = []
            for place, before, after in change.steps():
                current = self._gathered.record(place)
                new = rebased(before, after, current)
                if not alike(current, new):
                    steps.append((place, current, new))
            if not steps:
                return self._as_stored(change)
            stamp = clock.tick()
            done = change_of(change.label, [_born(step, stamp) for step in steps])
            with self._journal.noting(_undoable(done), stamp):
                self._commit(done, clock)
            return self._as_stored(done)

    def put_article(self, record: ArticleRecord) -> ArticleRecord:
        """Store what is kept about an article, such as how far it was read; not for undoing.

        What another process changed in it since this home last looked is kept. Raises CannotWrite.
        """
        self._load()
        before = self._gathered.articles.get(record.id)
        with self._lock.exclusive():
            clock = self._prepare()
            place = place_of(record)
            current = self._gathered.record(place)
            new = rebased(before, record, current)
            if not alike(current, new):
                self._commit(change_of("", [(place, current, new)]), clock)
            return self._gathered.articles[record.id]

    def undo(self) -> Change:
        """Take back the last change that stands, whichever Postil on this machine made it.

        Returns the step back. Raises NothingToUndo if there is none, or if a record in it was
        changed elsewhere since, which stays as it is; CannotWrite.
        """
        with self._lock.exclusive():
            clock = self._prepare()
            while entry := self._journal.last_done():
                done = entry.change
                back = Change(done.label, done.after, done.before)
                if self._stands(back):
                    taken = self._step(back, clock)
                    self._journal.mark(entry, undone=clock.tick())
                    return taken
                self._pass_over(entry, back, "undo", clock)
            raise NothingToUndo("undo", "no change is left to take back")

    def redo(self) -> Change:
        """Make the change again that was taken back last.

        Raises NothingToUndo if there is none, or if a record in it was changed elsewhere since;
        CannotWrite.
        """
        with self._lock.exclusive():
            clock = self._prepare()
            while entry := self._journal.last_undone():
                done = entry.change
                if self._stands(done):
                    taken = self._step(done, clock)
                    self._journal.mark(entry)
                    return taken
                self._pass_over(entry, done, "redo", clock)
            raise NothingToUndo("redo", "no change was taken back last")

    def keep_text(self, text: str, digest: str) -> None:
        """Keep the text that a note is made on. Raises CannotWrite."""
        if (why := self._why_not()) is not None:
            raise why
        self._texts.keep(text, digest)

    def text_of(self, digest: str) -> str | None:
        """Return a text that notes were made on; None if it is not here, or damaged."""
        return self._texts.find(digest)

    # Reading

    def _load(self) -> None:
        if not self._loaded:
            self.refresh()

    def _refresh(self) -> bool:
        folder = self.places.home / "notes"
        own = folder / f"{self.state.device}.json"
        try:
            found = {path for path in folder.iterdir() if path.suffix == ".json"}
        except OSError:
            found = set()
        anew = not self._loaded
        for path in self._ledgers.keys() - found - {own}:
            del self._ledgers[path]
            anew = True
        for path in sorted(found | {own}):
            if path not in self._ledgers:
                self._ledgers[path] = LedgerStorage(path, self._lock, own=path == own)
        touched: set[Place] = set()
        for path, ledger in self._ledgers.items():
            ledger.refresh()
            if path == own:
                ledger.mend()
            changed = ledger.drain()
            anew = anew or changed is None
            touched |= changed or set()
        first, self._loaded = not self._loaded, True
        if anew:
            return self._gathered.rebuild(self._ledgers.values()) or first
        return self._gathered.update(self._ledgers.values(), touched)

    # Writing, under the lock

    def _prepare(self) -> Clock:
        """Make ready to write: know the device, and all that others have written."""
        self._own = self.state.claim()
        self._refresh()
        if (why := self._why_not()) is not None:
            raise why
        clock = Clock(self._own)
        clock.observe(self._gathered.newest)
        clock.observe(self._journal.newest())
        return clock

    def _why_not(self) -> PostilError | None:
        notes = self.places.home / "notes"
        path = notes / f"{self.state.device}.json"
        own = self._ledgers.get(path)
        return (own.trouble if own else None) or forbidden(path, notes, self.places.state)

    def _commit(self, change: Change, clock: Clock) -> None:
        own = self._ledgers[self.places.home / "notes" / f"{self._own}.json"]
        tables: dict[str, dict[str, Doc]] = {}
        for (table, key), before, after in change.steps():
            held = self._gathered.docs.get((table, key), {})
            if after is not None:
                doc = written(table, held, to_doc(after), clock.tick)
            else:
                doc = deleted(table, held or (to_doc(before) if before else {}), clock.tick())
            tables.setdefault(table, {})[key] = doc
        own.commit(tables)
        self._gathered.update(self._ledgers.values(), own.drain() or set())

    def _stands(self, change: Change) -> bool:
        """Tell whether all that a change starts from is there as it expects it."""
        return all(
            fits(start, goal, self._gathered.record(place)) for place, start, goal in change.steps()
        )

    def _step(self, change: Change, clock: Clock) -> Change:
        steps = []
        for place, start, goal in change.steps():
            current = self._gathered.record(place)
            steps.append((place, current, stepped(start, goal, current)))
        taken = change_of(change.label, steps)
        self._commit(taken, clock)
        return self._as_stored(taken)

    def _pass_over(self, entry: Entry, step: Change, verb: str, clock: Clock) -> None:
        """Leave a change that cannot be stepped over behind; say so unless it is done already."""
        if self._stands(Change("", step.after, step.before)):
            # A Postil died between making a change and writing down that it did.
            self._journal.mark(entry, undone=clock.tick() if verb == "undo" else "")
            return
        self._journal.mark(entry, dropped=True)
        raise NothingToUndo(
            f"cannot {verb} “{entry.change.label}”",
            "it was changed elsewhere since",
            "what is there now is kept",
        )

    def _as_stored(self, change: Change) -> Change:
        stored = [
            record for place, *_ in change.steps() if (record := self._gathered.record(place))
        ]
        return Change(change.label, change.before, tuple(stored))


def _undoable(change: Change) -> Change:
    """Leave out that an article became known: taking a note back does not make it unknown."""
    kept = (
        (place, before, after)
        for place, before, after in change.steps()
        if before is not None or not isinstance(after, ArticleRecord)
    )
    return change_of(change.label, kept)


def _born(step: Step, stamp: str) -> Step:
    place, before, after = step
    if isinstance(after, Note) and not after.created:
        return place, before, replace(after, created=time_of(stamp))
    return step
