"""The reader's home: all ledgers as one, written to through this machine's own."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from functools import partial

from postil.config import Places
from postil.model.note import Note
from postil.model.values import replace
from postil.store.disk.clock import Clock, time_of
from postil.store.disk.durable import as_cannot_write, make_folder
from postil.store.home.conflict_copies import taken_in
from postil.store.home.journal import Change, Journal, Step, change_of
from postil.store.home.merged import MergedRecords
from postil.store.home.merged_home import MergedHome
from postil.store.home.undoing import Undoing
from postil.store.machine.maker import Maker
from postil.store.merge.consent import Consent
from postil.store.merge.rebase import alike, rebased
from postil.store.records.records import ArticleRecord, key_of, to_doc
from postil.store.records.version_vectors import deleted, written
from postil.store.types import Doc
from postil.text.progress import Progress, tracked, within

_REBASED = 0.4
"""Share of the work of a change after which it is known what is to be written."""


def open_home(places: Places, name: str = "") -> Home:
    """Return the home in these folders; nothing is read before it is asked for, or ever made.

    ``name`` is that of the reader, which new notes bear; without one they bear the device's id.
    """
    return Home(places, name)


class Home(MergedHome):
    """Notes, articles, tags and marks. It may be used from several threads."""

    def __init__(self, places: Places, name: str = "") -> None:
        super().__init__(places)
        self.maker = Maker(name, self.state)
        self._journal: Journal | None = None
        self._own = ""
        self.consent = Consent(self.maker, self.state, self._merged.doc)

    @property
    def written(self) -> bool:
        """Whether anything was written, or was to be, through this object."""
        return bool(self._own)

    def apply(self, change: Change, progress: Progress | None = None) -> Change:
        """Make a change, and return it as it was stored, with times filled in.

        It is on the disk, all of it or nothing, when this returns. Where a record was changed
        elsewhere since ``before``, only what the change itself changes is changed. ``progress``
        is called for each record: what it raises ends the work, and nothing is changed. Raises
        OthersNotes, and CannotWrite or the subclass that says why.
        """
        with self._lock.exclusive():
            clock, journal = self._prepare()
            steps = []
            for key, before, after in _steps(change, within(progress, 0, _REBASED)):
                current = self._demand.record(key)
                if not alike(current, new := rebased(before, after, current)):
                    steps.append((key, current, new))
            if not steps:
                return self._as_stored(change)
            self.consent.check(change.label, (before for _, before, _ in steps))
            stamp = clock.tick()
            done = change_of(change.label, [_born(step, stamp, self.maker.name) for step in steps])
            with journal.noting(_undoable(done), stamp):
                return self._commit(done, clock, within(progress, _REBASED, 1))

    def put_article(self, record: ArticleRecord) -> ArticleRecord:
        """Store what is kept about an article, such as how far it was read; not for undoing.

        What others changed in it since this home was last read is kept. Raises CannotWrite.
        """
        self._load()
        before = self._merged.articles.get(record.id)
        with self._lock.exclusive():
            clock, _ = self._prepare()
            key = key_of(record)
            current = self._demand.record(key)
            new = rebased(before, record, current)
            if not alike(current, new):
                self._commit(change_of("", [(key, current, new)]), clock)
            return self._merged.articles[record.id]

    def undo(self, progress: Progress | None = None) -> Change:
        """Take back the last change that stands, whichever Postil on this machine made it.

        Returns the step back. Raises NothingToUndo if there is none, or if a record in it was
        changed elsewhere since, which stays as it is; CannotWrite.
        """
        with self._lock.exclusive():
            return self._undoing(progress).undo()

    def redo(self, progress: Progress | None = None) -> Change:
        """Make the change again that was taken back last; raises as ``undo`` does."""
        with self._lock.exclusive():
            return self._undoing(progress).redo()

    def keep_snapshot(self, text: str, digest: str) -> None:
        """Keep the text that a note is made on. Raises CannotWrite."""
        if (why := self._why_not()) is not None:
            raise why
        self._snapshots.keep(text, digest)

    def tidy(self, progress: Progress | None = None) -> None:
        """Do what can wait for an idle moment: take in conflict copies, compact a long ledger.

        Raises CannotWrite and its kinds.
        """
        self.refresh(progress)
        own = self._ledgers.of(self.device)
        if not self._ledgers.copies() and (own is None or not own.overdue):
            return
        with self._lock.exclusive():
            self._prepare()
            own = self._ledgers.own(self._own)
            if own.overdue:
                own.compact(progress)

    # Writing, under the lock

    def _prepare(self) -> tuple[Clock, Journal]:
        """Claim the id of this machine, and take in all that others have written."""
        if (own := self.state.claim()) != self._own:
            # What another device has done is not this one's to take back.
            self._own, self._journal = own, None
        path = self.places.state / "undo" / f"{self._which}-{own}.json"
        self._journal = self._journal or Journal(path, self._lock)
        self._refresh()
        if (why := self._why_not()) is not None:
            raise why
        clock = Clock(own)
        clock.observe(self._merged.newest)
        clock.observe(self._journal.newest())
        self._take_in_copies(clock)
        return clock, self._journal

    def _undoing(self, progress: Progress | None) -> Undoing:
        clock, journal = self._prepare()
        commit = partial(self._commit, clock=clock, progress=progress)
        return Undoing(journal, self._demand.record, commit, clock.tick)

    def _take_in_copies(self, clock: Clock) -> None:
        """Take in the conflict copies that synchronisers made, and put them among the backups."""
        for path, device in self._ledgers.copies().items():
            others = MergedRecords()
            others.rebuild(one for one in self._ledgers if one.path != path)
            copy = next(one for one in self._ledgers if one.path == path)
            self._write(taken_in(copy, self._ledgers.of(device), others.docs, clock.tick))
            there = self._ledgers.backups_of(self._own) / path.name
            with contextlib.suppress(FileNotFoundError), as_cannot_write(there):
                make_folder(there.parent)
                os.replace(path, there)  # noqa: PTH105  (looked up in os, so that tests can let it fail)
            self._refresh()

    def _commit(self, change: Change, clock: Clock, progress: Progress | None = None) -> Change:
        tables: dict[str, dict[str, Doc]] = {}
        for (table, key), before, after in _steps(change, progress):
            held = self._merged.docs.get((table, key), {})
            if after is not None:
                doc = written(table, held, to_doc(after), clock.tick)
            else:
                doc = deleted(table, held or (to_doc(before) if before else {}), clock.tick())
            tables.setdefault(table, {})[key] = doc
        self._write(tables)
        return self._as_stored(change)

    def _write(self, tables: dict[str, dict[str, Doc]]) -> None:
        own = self._ledgers.own(self._own)
        self._ledgers.writer(self._own).put(tables, handed_over=True)
        self.state.know(self._which)
        self._ledgers.had = True
        self._merged.update(list(self._ledgers), own.drain() or set())

    def _as_stored(self, change: Change) -> Change:
        stored = [record for key, *_ in change.steps() if (record := self._demand.record(key))]
        return Change(change.label, change.before, tuple(stored))


def _steps(change: Change, progress: Progress | None) -> Iterable[Step]:
    """Return the steps of a change, each of which is told."""
    steps = list(change.steps())
    return tracked(steps, progress, lambda at, _: at / len(steps))


def _undoable(change: Change) -> Change:
    """Return a change without its new articles: an undone note leaves its article known."""
    kept = (
        (key, before, after)
        for key, before, after in change.steps()
        if before is not None or not isinstance(after, ArticleRecord)
    )
    return change_of(change.label, kept)


def _born(step: Step, stamp: str, maker: str) -> Step:
    """Fill in when and by whom a new note was made, unless it says so itself."""
    key, before, after = step
    if before is not None or not isinstance(after, Note):
        return step
    created = after.created or time_of(stamp)
    return key, before, replace(after, created=created, maker=after.maker or maker)
