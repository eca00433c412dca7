"""Known files: those that the reader has made known on this machine, and folders that are watched.

They are kept in the state, since another machine has other files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from postil.model.values import dataclass
from postil.store.disk.durable import as_cannot_write, make_folder, read_file, replace
from postil.store.disk.lock import Lock

VERSION = 1


@dataclass(frozen=True, slots=True)
class Known:
    """What is known on this machine; paths are absolute, as the system spells them."""

    files: Mapping[str, str]
    """The files that were made known, in that order, with when: RFC 3339, UTC."""
    watched: tuple[str, ...] = ()
    """Folders of which everything is known that ever lies there."""
    forgotten: frozenset[str] = frozenset()
    """Files below a watched folder that the reader wants to hear no more of."""


NOTHING = Known({})


class KnownFiles:
    """The list of what is known; reading it never fails, writing raises CannotWrite."""

    def __init__(self, state: Path) -> None:
        """``state`` is the folder of the state."""
        self._path = state / "library.json"
        self._lock = Lock(state / "locks" / "library.lock")

    def read(self) -> Known:
        """Return what is known; a list that is damaged or of another version counts as empty."""
        try:
            found = json.loads(read_file(self._path))
        except (OSError, ValueError, RecursionError):
            return NOTHING
        if not isinstance(found, dict) or found.get("version") != VERSION:
            return NOTHING
        files = found.get("files")
        pairs = files.items() if isinstance(files, dict) else ()
        return Known(
            {path: at for path, at in pairs if path and isinstance(at, str)},
            tuple(_texts(found.get("watched"))),
            frozenset(_texts(found.get("forgotten"))),
        )

    def add(self, files: Iterable[str], now: str, *, watched: Sequence[str] = ()) -> int:
        """Make files known, and folders watched; return how many files were not known before."""
        with self._lock.exclusive():
            known = self.read()
            new = {path: now for path in files if path not in known.files}
            back = known.forgotten & set(new)
            folders = dict.fromkeys((*known.watched, *watched))
            self._write(Known({**known.files, **new}, tuple(folders), known.forgotten - back))
        return len(new)

    def forget(self, path: str) -> tuple[int, int]:
        """Forget a file, or a folder with all files below it and that it is watched.

        Return how many files were forgotten, and how many folders are watched no more.
        """
        with self._lock.exclusive():
            known = self.read()
            gone = {one for one in known.files if one == path or below(one, path)}
            unwatched = {one for one in known.watched if one == path or below(one, path)}
            files = {one: at for one, at in known.files.items() if one not in gone}
            watched = tuple(one for one in known.watched if one not in unwatched)
            # What a folder above still watches would come back.
            stays = {one for one in (gone or {path}) if any(below(one, top) for top in watched)}
            if gone or unwatched or stays:
                self._write(Known(files, watched, known.forgotten | stays))
        return len(gone) or len(stays), len(unwatched)

    def _write(self, known: Known) -> None:
        kept = {
            "version": VERSION,
            "files": dict(known.files),
            "watched": list(known.watched),
            "forgotten": sorted(known.forgotten),
        }
        data = json.dumps(kept, ensure_ascii=True, separators=(",", ":")).encode("ascii")
        with as_cannot_write(self._path):
            make_folder(self._path.parent)
            replace(self._path, (data,))


def below(path: str, folder: str) -> bool:
    """Tell whether a path lies below a folder, by its spelling."""
    top = folder.rstrip("/\\")
    return path.startswith((f"{top}/", f"{top}\\"))


def _texts(found: object) -> Iterable[str]:
    return (one for one in found if isinstance(one, str)) if isinstance(found, list) else ()
