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


def caught_up(places: Places, home: Home, articles: KeptArticles, told: Told) -> int:
    """Wait until all that is new or changed is read; return how many articles that were.

    The other process goes on where nobody waits for it any more.
    """
    look = Look(places, home, articles)
    seen = look.look()
    if seen.fresh and not indexing.behind(places, articles, indexing.FEW):
        return 0
    if _much(seen.stale) or indexing.behind(places, articles, indexing.MANY):
        _wait(places, len(seen.stale), told)
    # What it has left: it could not be started, was ended, or something changed once more.
    return max(len(seen.stale), take_in(places, home, articles, look, told))


def _wait(places: Places, count: int, told: Told) -> None:
    process = start(places)
    while process is not None and (process.poll() is None or indexer.at_work(places)):
        told(*(indexer.progress(places) or (0, count)))
        sleep(LOOK)


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
