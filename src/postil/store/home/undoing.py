"""Steps back and forth through the changes that were made on this machine."""

from __future__ import annotations

from collections.abc import Callable

from postil.errors import NothingToUndo
from postil.store.home.journal import Change, Entry, Journal, change_of
from postil.store.merge.rebase import fits, stepped
from postil.store.records.records import Record
from postil.store.types import RecordKey


class Undoing:
    """Undo and redo over the journal; the caller holds the lock of the home."""

    def __init__(
        self,
        journal: Journal,
        record: Callable[[RecordKey], Record | None],
        commit: Callable[[Change], Change],
        tick: Callable[[], str],
    ) -> None:
        self._journal = journal
        self._record = record
        self._commit = commit
        self._tick = tick

    def undo(self) -> Change:
        """Take back the last change that stands, and return the step back.

        Raises NothingToUndo if there is none, or if a record in it was changed elsewhere since;
        CannotWrite.
        """
        while entry := self._journal.last_done():
            done = entry.change
            back = Change(done.label, done.after, done.before)
            if self._stands(back):
                taken = self._step(back)
                self._journal.mark(entry, undone=self._tick())
                return taken
            self._pass_over(entry, back, "undo")
        raise NothingToUndo("undo", "no change is left to take back")

    def redo(self) -> Change:
        """Make the change again that was taken back last; raises as ``undo`` does."""
        while entry := self._journal.last_undone():
            done = entry.change
            if self._stands(done):
                taken = self._step(done)
                self._journal.mark(entry)
                return taken
            self._pass_over(entry, done, "redo")
        raise NothingToUndo("redo", "no change was taken back last")

    def _stands(self, change: Change) -> bool:
        """Tell whether all that a change starts from is there as it expects it."""
        return all(fits(start, goal, self._record(key)) for key, start, goal in change.steps())

    def _step(self, change: Change) -> Change:
        steps = []
        for key, start, goal in change.steps():
            current = self._record(key)
            steps.append((key, current, stepped(start, goal, current)))
        return self._commit(change_of(change.label, steps))

    def _pass_over(self, entry: Entry, step: Change, verb: str) -> None:
        """Drop a change that no longer fits, and raise; unless it is as it should be already."""
        if self._stands(Change("", step.after, step.before)):
            # A Postil died between making a change and writing down that it did.
            self._journal.mark(entry, undone=self._tick() if verb == "undo" else "")
            return
        self._journal.mark(entry, dropped=True)
        raise NothingToUndo(
            f"{entry.change.label} cannot be {'undone' if verb == 'undo' else 'done again'}",
            "it was changed elsewhere since",
            "what is there now is kept",
        )
