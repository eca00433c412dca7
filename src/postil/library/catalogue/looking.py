"""Looks which of the known files have changed, by one call of the system for each of them.

What was seen is kept until something else is known than before: that spares a search the list of
what is known, and the stamps of what is kept, which both take longer to read than to compare.
"""

from __future__ import annotations

import json
import os
import zlib
from array import array
from collections.abc import Iterable, Sequence
from contextlib import suppress
from time import time_ns

from postil.config import Places
from postil.errors import CannotWrite
from postil.model.digests import sha256
from postil.model.values import NamedTuple
from postil.store.catalogue.kept_articles import KeptArticles
from postil.store.catalogue.known_files import KnownFiles
from postil.store.disk.durable import replace
from postil.store.home.home import Home

FORM = 1
"""Changes with the way in which it is kept what was seen."""

SETTLED = 2_000_000_000
"""Nanoseconds after which a folder has another time if it changes again."""

_GONE = (-1, -1)


class Seen(NamedTuple):
    """What was known, and how it differed from what is kept."""

    known: Sequence[str]
    """The paths of all files that are known."""
    stale: Sequence[str]
    """Those that are new, or have changed."""
    gone: Sequence[str]
    """What is kept of files that are known no more."""
    aged: Sequence[str] = ()
    """Files that are as they were when another version of Postil read them."""

    @property
    def fresh(self) -> bool:
        """Whether there is nothing to be done."""
        return not self.stale and not self.gone and not self.aged


class Look:
    """Looks at what is known; remembers it from one process to the next."""

    def __init__(self, places: Places, home: Home, articles: KeptArticles) -> None:
        self._places = places
        self._home = home
        self._articles = articles
        self._path = places.cache / "library.seen"

    def look(self) -> Seen:
        """Return what has changed since it was read."""
        key = self._key()
        kept = self._read(key)
        if kept is not None and _stamps(kept.paths) == kept.stamps:
            return Seen(kept.paths, (), ())
        from postil.library.catalogue.knowing import everything  # mostly nothing has changed

        known = self._articles.stamps()
        paths = list(map(str, everything(self._places, self._home, known)))
        folders = _folders(KnownFiles(self._places.state).read().watched)
        now = _stamps(paths)
        pairs = zip(now[::2], now[1::2], strict=True)
        there = {path: at for path, at in zip(paths, pairs, strict=True) if at != _GONE}
        stale = [path for path, at in there.items() if known.get(path) != at]
        gone = sorted(known.keys() - set(paths))
        # What has no file any more stays as it was read.
        aged = sorted((self._articles.aged() & there.keys()) - set(stale))
        seen = Seen(paths, stale, gone, aged)
        if seen.fresh and folders is not None:
            self._keep(key, _Kept(paths, now, folders))
        return seen

    def _key(self) -> str:
        """Return what is another as soon as something else was made known, opened or kept.

        What was forgotten is known again as soon as it is opened, which is kept with its place.
        """
        here = self._home.state.devices
        opened = [
            (next(filter(None, map(record.paths.get, here)), ""), record.read)
            for record in self._home.articles().values()
        ]
        known = KnownFiles(self._places.state).stamp()
        places = _time(str(self._places.state / "positions.json"))
        key = [known, places, self._articles.stamp(), sorted(opened)]
        return sha256(repr(key).encode("utf-8", "surrogatepass")).hexdigest()

    def _read(self, key: str) -> _Kept | None:
        try:
            head, _, rest = self._path.read_bytes().partition(b"\n")
            form, crc, kept, size, folders = json.loads(head)
            if (form, kept) != (FORM, key) or zlib.crc32(rest) != crc:
                return None
            if any(_time(folder) != time for folder, time in folders.items()):
                return None
            stamps = array("q", rest[size:])
            paths = rest[:size].decode("utf-8", "surrogatepass").split("\0") if size else []
        except (OSError, ValueError, TypeError, AttributeError):
            return None
        return _Kept(paths, stamps, folders) if len(stamps) == 2 * len(paths) else None

    def _keep(self, key: str, kept: _Kept) -> None:
        names = "\0".join(kept.paths).encode("utf-8", "surrogatepass")
        rest = names + kept.stamps.tobytes()
        head = json.dumps([FORM, zlib.crc32(rest), key, len(names), kept.folders]).encode()
        with suppress(OSError, CannotWrite):
            replace(self._path, (head, b"\n", rest))


class _Kept(NamedTuple):
    """What was seen when nothing had to be done."""

    paths: Sequence[str]
    stamps: array[int]
    """Size and time of each file, one behind the other."""
    folders: dict[str, int]
    """Those that are watched and all in them, with the times of their last changes."""


def _stamps(paths: Iterable[str]) -> array[int]:
    """Return the size and the time of each file, one behind the other."""
    found = array("q")
    add, stat = found.append, os.stat
    for path in paths:
        try:
            now = stat(path)
        except (OSError, ValueError):
            found.extend(_GONE)
        else:
            add(now.st_size)
            add(now.st_mtime_ns)
    return found


def _folders(watched: Iterable[str]) -> dict[str, int] | None:
    """Return what is watched, with times; None where one could change and have the same time."""
    from postil.library.articles.folders import DEPTH  # as above

    now = time_ns()
    found = {}
    for folder in watched:
        for top, inside, _ in os.walk(folder):
            inside[:] = sorted(one for one in inside if not one.startswith("."))
            if top[len(folder) :].count(os.sep) >= DEPTH:
                inside.clear()
            found[top] = _time(top)
        found.setdefault(folder, _time(folder))
    return found if all(now - time > SETTLED for time in found.values()) else None


def _time(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns  # noqa: PTH116  (half the time of a path's own)
    except (OSError, ValueError):
        return 0
