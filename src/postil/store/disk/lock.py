"""The lock by which threads and processes take turns at a file.

Two calls of the system are all that is needed for it, shared by readers where the system can do
that; a package would have to be trusted with more than it saves.
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from postil.errors import NotesBusy
from postil.store.disk.durable import as_cannot_write, flags, make_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

PATIENCE = 10.0
"""Seconds to wait for another process before giving up."""
READERS = 1.0
"""Seconds that a reader waits at most: what it reads is checked anyhow."""
FIRST_PAUSE = 0.0002
LONGEST_PAUSE = 0.01
"""Seconds between two tries, at first and at most."""


class Lock:
    """A lock on a file that is never renamed or removed; one thread may take it repeatedly.

    The file is opened anew each time, so that a forked child never shares its parent's lock.
    """

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self.path = path
        self._name = os.fspath(path)
        self._patience = patience
        self._threads = threading.RLock()
        self._fd = -1
        self._depth = 0
        self._owner = 0
        self._sole = False
        self.turn = 0
        """Grows when the lock is taken for writing, and with everything that is written then."""

    @contextlib.contextmanager
    def threads(self) -> Iterator[None]:
        """Keep the other threads of this process out, and nobody else."""
        with self._threads:
            yield

    @contextlib.contextmanager
    def exclusive(self) -> Iterator[None]:
        """Hold the lock for writing; make its file where there is none.

        Raises NotesBusy after some seconds, NotesReadOnly or CannotWrite when it cannot be made.
        """
        with self._threads:
            self._forget_parent()
            if self._depth == 0:
                self._take(self._opened(), shared=False)
                self.turn += 1
                self._sole = True
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                if self._depth == 0:
                    self._sole = False
                    self._drop()

    @contextlib.contextmanager
    def shared(self) -> Iterator[None]:
        """Hold the lock for reading. Where it has no file, nobody has written: none is made."""
        with self._threads:
            self._forget_parent()
            fd = -1
            if self._depth == 0:
                with contextlib.suppress(OSError):
                    fd = os.open(self.path, flags(os.O_RDONLY))
            if fd < 0:
                yield
                return
            # A reader need not wait for long: what it reads is checked anyhow.
            with contextlib.suppress(NotesBusy):
                self._take(fd, shared=True)
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                self._drop()

    @property
    def sole(self) -> bool:
        """Whether this process holds it for writing; only a thread that holds it may ask."""
        return self._sole and self._owner == os.getpid()

    def _opened(self) -> int:
        mode = flags(os.O_RDWR | os.O_CREAT)
        try:
            return os.open(self._name, mode, 0o600)
        except OSError:
            with as_cannot_write(self.path):
                make_folder(self.path.parent)
                return os.open(self.path, mode, 0o600)

    def _forget_parent(self) -> None:
        if self._owner != os.getpid():
            self._fd, self._depth, self._owner = -1, 0, os.getpid()
            self._sole = False

    def _take(self, fd: int, *, shared: bool) -> None:
        patience = min(self._patience, READERS) if shared else self._patience
        pause = FIRST_PAUSE
        until = 0.0
        while not _try(fd, shared=shared):
            until = until or time.monotonic() + patience
            if time.monotonic() > until:
                os.close(fd)
                raise NotesBusy(
                    "cannot write the notes",
                    "another Postil has held them for too long",
                    "close it, or try again",
                )
            time.sleep(pause)
            pause = min(pause * 1.5, LONGEST_PAUSE)
        self._fd = fd

    def _drop(self) -> None:
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)  # gives the lock back as well


def _try(fd: int, *, shared: bool) -> bool:
    if sys.platform == "win32":
        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    try:
        fcntl.flock(fd, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
