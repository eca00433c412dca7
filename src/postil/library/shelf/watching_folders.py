"""Tells by a few looks at the disk whether anything has come into folders, or gone from them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path

from postil.config import Places
from postil.library.articles.folders import DEPTH
from postil.library.catalogue.knowing import known

Looks = tuple[tuple[str, int], ...]
"""Folders, each with when its list of files was changed last, in nanoseconds."""

MOST = 1000
"""Folders that are looked at each time; of more, only these."""


class FolderWatch:
    """Looks at folders, and at those in them, for the time of their last change."""

    def __init__(self, places: Places, folders: Sequence[Path] = ()) -> None:
        """Without ``folders`` those are watched that the reader has said are to be."""
        self._places = places
        self._folders = tuple(folders)
        self._before: Looks | None = None
        self._inside: dict[str, tuple[int, list[str]]] = {}
        """The folders in a folder, as they were when its list of files was changed last."""

    def changed(self) -> bool:
        """Tell whether anything was changed since the last look; the first tells nothing."""
        now = tuple(islice(self._look(), MOST))
        before, self._before = self._before, now
        return before is not None and now != before

    def _look(self) -> Iterator[tuple[str, int]]:
        with suppress(OSError):
            list_of_known = self._places.state / "library.json"
            yield str(list_of_known), list_of_known.stat().st_mtime_ns
        for folder in map(str, self._folders or known(self._places).watched):
            yield from self._below(folder, DEPTH)

    def _below(self, folder: str, depth: int) -> Iterator[tuple[str, int]]:
        try:
            time = Path(folder).stat().st_mtime_ns
            if self._inside.get(folder, (0, []))[0] != time:
                self._inside[folder] = (time, _folders_in(folder))
        except (OSError, ValueError):
            yield folder, 0
            return
        yield folder, time
        for one in self._inside[folder][1] if depth else ():
            yield from self._below(one, depth - 1)


def _folders_in(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        return sorted(
            entry.path
            for entry in entries
            if not entry.name.startswith(".") and entry.is_dir(follow_symlinks=False)
        )
