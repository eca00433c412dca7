"""The second process: reads and indexes what is new or changed, beside whoever needs it.

It is no verb, since a file may have any name: ``python -m`` runs it with the four folders. It says
nothing, works when nobody else needs the processor, and ends when there is nothing left to do. Of
two of them the second leaves it to the first; it may be killed at any time.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from time import monotonic

from postil.config import Places
from postil.errors import CannotWrite, NotesBusy, PostilError
from postil.library.catalogue.refreshing import kept, refresh
from postil.model.values import NamedTuple
from postil.store.disk.lock import Lock
from postil.store.home.home import open_home

ROUNDS = 3
"""Times to look whether something has changed meanwhile."""

EVERY = 0.2
"""Seconds between two words on how far it is."""

_NICE = 10


def main(given: Sequence[str]) -> int:
    """Do the work for the places whose folders are given: home, state, config and cache."""
    with suppress(AttributeError, OSError):
        os.nice(_NICE)
    places = Places(*map(Path, given))
    with suppress(PostilError), lock(places).exclusive():
        work(places)
    return 0


def work(places: Places) -> None:
    """Read and index everything; raises CannotWrite."""
    home, articles = open_home(places), kept(places)
    told = Progress(progress_file(places))
    try:
        for _ in range(ROUNDS):
            if not refresh(places, home, articles, told=told, again=told.again):
                break
            home.refresh()
    finally:
        articles.close()
        told.end()


def lock(places: Places) -> Lock:
    """Return what is held by the process that reads."""
    return Lock(places.cache / "reading.lock", patience=0.0)


def at_work(places: Places) -> bool:
    """Tell whether a process reads at this moment."""
    try:
        with lock(places).exclusive():
            return False
    except NotesBusy:
        return True
    except CannotWrite:
        return False


def progress_file(places: Places) -> Path:
    """Return where it stands how far the work is."""
    return places.cache / "reading.json"


class Share(NamedTuple):
    """How far the work is."""

    done: int
    of: int
    again: bool
    """Whether all that was new is read, and what is read now was read by another version."""


def progress(places: Places) -> Share | None:
    """Return how many of how many articles are read or indexed; None where nobody says so."""
    try:
        done, of, again = json.loads(progress_file(places).read_bytes())
        return Share(int(done), int(of), bool(again))
    except (OSError, ValueError, TypeError):
        return None


class Progress:
    """Writes down how far the work is, now and then."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last = 0.0
        self._again = False

    def __call__(self, done: int, of: int) -> None:
        """Take note of how far it is."""
        self._write(Share(done, of, again=False))

    def again(self, done: int, of: int) -> None:
        """Take note of how much is read again that another version has read."""
        self._write(Share(done, of, again=True))

    def _write(self, share: Share) -> None:
        if monotonic() - self._last < EVERY and share.again == self._again:
            return
        self._last, self._again = monotonic(), share.again
        fresh = self._path.with_suffix(".new")
        with suppress(OSError):
            fresh.write_text(json.dumps(share), "ascii")
            fresh.replace(self._path)

    def end(self) -> None:
        """Say nothing more."""
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
