"""The ledgers of a home: this machine's own, those of other machines, and copies of them."""

from __future__ import annotations

import contextlib
import os
import stat
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from postil.errors import PostilError
from postil.store.disk.lock import Lock
from postil.store.home.conflict_copies import copied_from
from postil.store.home.history import History, StoredVersion
from postil.store.home.merged import TABLES
from postil.store.ledger.backups import Backups
from postil.store.ledger.lazy_table import Proof
from postil.store.ledger.storage import LedgerStorage
from postil.store.merge.crdt import joined
from postil.store.types import RecordKey
from postil.text.progress import Progress

if TYPE_CHECKING:
    from postil.store.ledger.tables import Ledger


class Ledgers:
    """The folder ``notes``; only the ledger of this machine is ever written to."""

    def __init__(
        self, home: Path, lock: Lock, proof: Callable[[Path], Proof | None] = lambda _: None
    ) -> None:
        """Open the ledgers of a home; ``proof`` tells what is known of one from another run."""
        self._proof = proof
        self.folder = home / "notes"
        self._home = home
        self._lock = lock
        self._ledgers: dict[Path, LedgerStorage] = {}
        self._own: Path | None = None
        self._listing = threading.Lock()
        self.had = False
        """Whether the folder was ever seen, or written to."""

    def __iter__(self) -> Iterator[LedgerStorage]:
        return iter(self._ledgers.values())

    def path_of(self, device: str) -> Path:
        """Return where the ledger of a device lies."""
        return self.folder / f"{device}.json"

    def own(self, device: str) -> LedgerStorage:
        """Return the ledger of this machine, whose id is given: it may have changed."""
        path = self.path_of(device)
        with self._listing:
            if self._own != path:
                self._own = path
                self._ledgers = self._ledgers | {path: self._opened(path, device, own=True)}
            return self._ledgers[path]

    def writer(self, device: str) -> Ledger:
        """Return the ledger of this machine as a TinyDB, which none but a writer needs."""
        from postil.store.ledger.tables import Ledger

        storage = self.own(device)
        return Ledger(storage.path, storage=lambda *_, **__: storage)

    def of(self, device: str) -> LedgerStorage | None:
        """Return the ledger of a device, if there is one."""
        return self._ledgers.get(self.path_of(device))

    def copies(self) -> dict[Path, str]:
        """Return the copies that synchronisers have made, with the device of each."""
        return {path: device for path in self._ledgers if (device := copied_from(path))}

    def size(self) -> int:
        """Return how many bytes all ledgers have together."""
        sizes = []
        for path in self._ledgers:
            with contextlib.suppress(OSError):
                sizes.append(path.stat().st_size)
        return sum(sizes)

    def machines(self) -> int:
        """Return how many machines have a ledger here."""
        return sum(not copied_from(path) and path.exists() for path in self._ledgers)

    @property
    def vanished(self) -> bool:
        """Whether the folder was there and is gone, as when its drive was unmounted."""
        there = os.path.isdir(self.folder)
        self.had = self.had or there
        return self.had and not there

    def rescan(self, device: str) -> bool:
        """List the folder anew; True if a ledger that was there is gone."""
        self.own(device)
        with self._listing:
            held = self._ledgers
            found = sorted(self._found() | {self.path_of(device)})
            # Never changed while another thread may go through it, but replaced.
            self._ledgers = {
                path: held[path] if path in held else self._opened(path, path.stem, own=False)
                for path in found
            }
            return not held.keys() <= self._ledgers.keys()

    def read_incrementally(self, device: str, progress: Progress) -> None:
        """Read what was written since in short steps, without the lock."""
        if self.vanished:
            return
        self.rescan(device)
        for number, ledger in enumerate(self):
            ledger.refresh(_part(progress, number, len(self._ledgers)))

    def refresh(self, device: str) -> set[RecordKey] | None:
        """Take in what was written since; return the keys, or None if all is to be merged anew.

        ``device`` is the id of this machine. It costs one listing and one stat a file.
        Where the folder has vanished, what was read of it holds.
        """
        if self.vanished:
            return set()
        own = self.own(device)
        touched: set[RecordKey] | None = None if self.rescan(device) else set()
        own.restore()
        for ledger in self:
            ledger.refresh()
            if ledger is own:
                ledger.mend()
            changed = ledger.drain()
            touched = None if touched is None or changed is None else touched | changed
        return touched

    def versions(self) -> Iterator[StoredVersion]:
        """Yield every version of every record that stands in a ledger; the lock is the caller's."""
        for ledger in self:
            for table in TABLES:
                for key, doc in ledger.newest(table).items():
                    yield table, key, doc
            for key, doc in ledger.older_versions():
                yield ledger.last, key, doc

    def trouble(self, device: str) -> PostilError | None:
        """Return why the ledger of this machine is not written to."""
        own = self.of(device)
        return own.trouble if own is not None else None

    def troubles(self) -> list[PostilError]:
        """Return what keeps any of the ledgers from being read as it should be."""
        return [ledger.trouble for ledger in self if ledger.trouble]

    def messages(self) -> list[str]:
        """Return a sentence for each ledger that was repaired, once."""
        messages = []
        for ledger in self:
            if ledger.message:
                messages.append(ledger.message)
                ledger.message = None
        return messages

    def backups_of(self, device: str) -> Path:
        """Return where the backups of a device lie."""
        return self._home / "backups" / device

    def _found(self) -> set[Path]:
        """Return the ledgers that lie here; what is no file, or a link elsewhere, is none.

        A pipe or an endless device under such a name would keep every Postil waiting.
        """
        try:
            return {
                path
                for path in self.folder.iterdir()
                if path.suffix == ".json" and not path.name.startswith(".") and _may_be_read(path)
            }
        except OSError:
            return set()

    def _opened(self, path: Path, device: str, *, own: bool) -> LedgerStorage:
        ledger = LedgerStorage(
            path,
            self._lock,
            own=own,
            join=joined,
            backups=Backups(self.backups_of(copied_from(path) or device), "notes"),
            superseded=History(self._home / "history" / device).keep if own else None,
        )
        ledger.file.proof = self._proof(path)
        return ledger


def _may_be_read(path: Path) -> bool:
    """Tell whether what lies here can keep nobody waiting: a file, or a folder in its place."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode) or stat.S_ISDIR(mode)


def _part(progress: Progress, number: int, count: int) -> Progress:
    """Return the progress of one ledger as a share of the progress of all."""
    return lambda share: progress((number + share) / count)
