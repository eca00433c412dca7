"""Measures the search of a library, and makes one of real documents to measure it on.

``library`` is the adapter for a comparison with other engines: it makes a folder known, and
answers queries as the search does that follows what is being typed.
"""

from __future__ import annotations

from pathlib import Path

from postil.config import Places
from postil.library.catalogue import knowing, refreshing
from postil.library.catalogue.found.hit import Hit
from postil.library.catalogue.found.met import Met
from postil.library.catalogue.saved_queries import asked
from postil.library.catalogue.searching import hits_of
from postil.store.home.home import open_home

MOST = 20
"""Rows of an answer."""


class Library:
    """A folder that is known and indexed."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self._places = Places(*(cache / name for name in ("home", "state", "config", "cache")))
        self._home = open_home(self._places)
        self._articles = refreshing.kept(self._places)
        self._met = Met(self._places, self._home)
        files, _ = knowing.add(self._places, [folder])
        self._refresh(files)

    def search(self, query: str) -> list[Hit]:
        """Return what a query finds, the best first."""
        self._met.begin(self._articles)
        tree = asked(self._home, query)
        found = hits_of(self._home, self._articles, self._met, tree, MOST)
        return sorted(found, key=Hit.order)[:MOST]

    def again(self, path: Path) -> None:
        """Read an article again that has been changed."""
        path.touch()
        self._refresh([path])

    def size(self) -> int:
        """Return the bytes of the index and of the texts that are kept."""
        files = self._places.cache.rglob("*")
        return sum(path.stat().st_size for path in files if path.is_file())

    def _refresh(self, files: list[Path]) -> None:
        refreshing.refresh_only(self._places, self._home, self._articles, files)


def library(folder: Path, cache: Path) -> Library:
    """Make a folder known, and return what searches it."""
    return Library(folder, cache)
