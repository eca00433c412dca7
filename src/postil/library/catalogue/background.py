"""Work in the background: much that is new is read by a second process, a little at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

import postil
from postil.config import Places
from postil.library.catalogue import indexer, indexing
from postil.library.catalogue.looking import Look
from postil.library.catalogue.refreshing import take_in
from postil.model.values import NamedTuple
from postil.store.catalogue.kept_articles import KeptArticles
from postil.store.home.home import Home

if TYPE_CHECKING:
    import subprocess

FEW = 20
"""Files that are read at once, rather than by another process."""

SMALL = 400_000
"""Bytes that are read at once: half a second's work."""

LOOK = 0.1
"""Seconds between two looks at how far the other process is."""

Told = Callable[[int, int], None]
"""Is told how many of how many articles are read or indexed; what it raises ends the waiting."""

Said = Callable[[str], None]
"""Is told in a sentence what a reader is to know of what is searched."""

BESIDE = (
    "a later Postil keeps what is searched here in a form that this one does not know: that is "
    "left as it is, and this one keeps its own"
)
DISCARDED = (
    "what was kept to be searched is in a form that cannot be read any more: all articles are "
    "read again"
)


class CaughtUp(NamedTuple):
    """What is there to be searched."""

    read: int
    """Articles that were read, since they were new or changed."""
    known: int
    """Articles that are known."""
    aged: Sequence[str]
    """Those that another version of Postil has read; they are being read again."""
    process: subprocess.Popen[bytes] | None
    """What reads them, if it was started here."""

    @property
    def said(self) -> str:
        """How far it is; until it is done, what the other version has kept answers."""
        done = self.known - len(self.aged)
        return (
            f"the library is read again after an update, {done:,} of {self.known:,} articles so "
            "far; the rest answers as it was"
        )


def caught_up(
    places: Places,
    home: Home,
    articles: KeptArticles,
    told: Told,
    said: Said = lambda _: None,
) -> CaughtUp:
    """Wait until all that is new or changed is read.

    What another version of Postil has read answers as it is: if that is much, nobody waits until it
    is read again. The other process goes on where nobody waits for it any more.
    """
    look = Look(places, home, articles)
    seen = look.look()
    if seen.fresh and not indexing.behind(places, articles, indexing.FEW):
        return CaughtUp(0, len(seen.known), (), None)
    if articles.discarded or (articles.beside and _much(seen.stale)):
        said(DISCARDED if articles.discarded else BESIDE)
    new, aged, process = _much(seen.stale), _much(seen.aged), None
    if new or aged or indexing.behind(places, articles, indexing.MANY):
        process = None if aged and indexer.at_work(places) else start(places)
        if new or not aged:
            _wait(places, process, len(seen.stale), told)
    left = aged and (process is not None or indexer.at_work(places))
    # What it has left: it could not be started, was ended, or something changed once more.
    read = take_in(places, home, articles, look, told, None if left else told)
    caught = CaughtUp(
        max(len(seen.stale), read), len(seen.known), seen.aged if left else (), process
    )
    if left:
        said(caught.said)
    return caught


def _wait(places: Places, process: subprocess.Popen[bytes] | None, count: int, told: Told) -> None:
    """Wait until the process has read all that is new."""
    while _at_work(places, process):
        share = indexer.progress(places)
        if share is not None and share.again:
            return
        told(*(share or (0, count))[:2])
        sleep(LOOK)


def follow(places: Places, articles: KeptArticles, caught: CaughtUp, told: Told) -> None:
    """Wait until what another version has read is read again; ``told`` is told how far that is."""
    aged, process = set(caught.aged), caught.process
    while (left := len(aged & articles.aged())) and _at_work(places, process):
        told(caught.known - left, caught.known)
        sleep(LOOK)


def _at_work(places: Places, process: subprocess.Popen[bytes] | None) -> bool:
    # What was started is asked first: it must not find that somebody holds its lock.
    return (process is not None and process.poll() is None) or indexer.at_work(places)


def start(places: Places) -> subprocess.Popen[bytes] | None:
    """Start the process that reads; None where that fails. If there is one, it ends at once."""
    import subprocess  # takes long to load, and mostly there is nothing to do

    house = str(Path(postil.__file__).parent.parent)
    paths = [house, *filter(None, [os.environ.get("PYTHONPATH")])]
    folders = (places.home, places.state, places.config, places.cache)
    command = [sys.executable, "-P", "-m", indexer.__name__]
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.DETACHED_PROCESS | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    try:
        process = subprocess.Popen(
            [*command, *(os.path.abspath(folder) for folder in folders)],  # noqa: PTH100
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
            start_new_session=True,
            creationflags=flags,
        )
    except OSError:
        return None
    # Somebody has to ask how it ended, or the system remembers it for as long as this one runs.
    Thread(target=process.wait, name="indexer", daemon=True).start()
    return process


def _much(stale: Sequence[str]) -> bool:
    """Tell whether it takes long to read these files."""
    if len(stale) > FEW:
        return True
    size = 0
    for path in stale:
        with suppress(OSError, ValueError):
            size += os.stat(path).st_size  # noqa: PTH116  (as everywhere in the catalogue)
    return size > SMALL
