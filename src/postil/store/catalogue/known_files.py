"""Known files: those that the reader has made known on this machine, and folders that are watched.

They are kept in the state, since another machine has other files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from postil.model.values import dataclass, field
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
    forgotten: Mapping[str, str] = field(default_factory=dict)
    """Files that the reader wants to hear no more of until they are opened again, with when.

    They lie below a watched folder, or were open once.
    """


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
        return Known(
            _moments(found.get("files")),
            tuple(_texts(found.get("watched"))),
            _moments(found.get("forgotten")),
        )

    def stamp(self) -> tuple[int, ...]:
        """Return what tells that the list was changed."""
        try:
            found = self._path.stat()
        except OSError:
            return ()
        return (found.st_ino, found.st_size, found.st_mtime_ns)

    def add(self, files: Iterable[str], now: str, *, watched: Sequence[str] = ()) -> int:
        """Make files known, and folders watched; return how many files were not known before."""
        with self._lock.exclusive():
            known = self.read()
            new = {path: now for path in files if path not in known.files}
            forgotten = {path: at for path, at in known.forgotten.items() if path not in new}
            folders = dict.fromkeys((*known.watched, *watched))
            self._write(Known({**known.files, **new}, tuple(folders), forgotten))
        return len(new)

    def forget(self, path: str, now: str, opened: Iterable[str] = ()) -> tuple[int, int]:
        """Forget a file, or a folder with all files below it and that it is watched.

        ``opened`` are the files that are known because they were open once. Return how many files
        were forgotten, and how many folders are watched no more.
        """
        with self._lock.exclusive():
            known = self.read()
            gone = {one for one in known.files if one == path or below(one, path)}
            unwatched = {one for one in known.watched if one == path or below(one, path)}
            files = {one: at for one, at in known.files.items() if one not in gone}
            watched = tuple(one for one in known.watched if one not in unwatched)
            met = {one for one in opened if one == path or below(one, path)}
            # What a folder above still watches would come back, and so would what was open.
            stays = {one for one in (gone or {path}) if any(below(one, top) for top in watched)}
            stays |= met
            if gone or unwatched or stays:
                forgotten = {**known.forgotten, **dict.fromkeys(stays, now)}
                self._write(Known(files, watched, forgotten))
        return len(gone | met) or len(stays), len(unwatched)

    def move(self, moved: Mapping[str, str]) -> None:
        """Take note that files lie elsewhere now."""
        with self._lock.exclusive():
            known = self.read()
            if any(path in known.files for path in moved):
                files = {moved.get(path, path): at for path, at in known.files.items()}
                self._write(Known(files, known.watched, known.forgotten))

    def _write(self, known: Known) -> None:
        kept = {
            "version": VERSION,
            "files": dict(known.files),
            "watched": list(known.watched),
            "forgotten": dict(known.forgotten),
        }
        data = json.dumps(kept, ensure_ascii=True, separators=(",", ":")).encode("ascii")
        with as_cannot_write(self._path):
            make_folder(self._path.parent)
            replace(self._path, (data,))


def below(path: str, folder: str) -> bool:
    """Tell whether a path lies below a folder, by its spelling."""
    top = folder.rstrip("/\\")
    return path.startswith((f"{top}/", f"{top}\\"))


def _moments(found: object) -> dict[str, str]:
    """Return paths, each with when; those of an older list, which had no times, with ""."""
    if isinstance(found, list):
        return dict.fromkeys(_texts(found), "")
    pairs = found.items() if isinstance(found, dict) else ()
    return {path: at for path, at in pairs if path and isinstance(at, str)}


def _texts(found: object) -> Iterable[str]:
    return (one for one in found if isinstance(one, str)) if isinstance(found, list) else ()
