"""Backups: copies of a ledger by day, thinned with age, and damaged files, which never are."""

from __future__ import annotations

import contextlib
import os
import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from postil.store.disk.durable import flags, is_file, make_folder, open_file, read_file, replace
from postil.text.lazy_regex import lazily

DAYS, WEEKS, MONTHS = 7, 4, 12
"""Of how many days, weeks and months the newest copy stays."""
LATEST = 3
"""Copies that stay however old or young they are."""
RETRY = 60.0
"""Seconds after which a daily copy that could not be written is tried again."""
_PIECE = 1 << 20
"""Bytes that are copied at a time."""
_END = 1 << 16
"""Bytes at the end of a ledger, more than are ever left free there."""
_WILD = lazily(r"([\[*?])")
_TIME = "%Y-%m-%d-%H%M%S"
_DAY_LENGTH = 10
_MINUTE = 60.0
"""Seconds between two looks at what day it is."""


class Backups:
    """The copies of one ledger in a folder, named by local time; the lock is the caller's."""

    def __init__(
        self, folder: Path, name: str, clock: Callable[[], datetime] | None = None
    ) -> None:
        self.folder = folder
        self.name = name
        self._clock = clock or _local
        self._kept_on = ""
        self._swept = False
        self._in_vain_until = 0.0
        self._asked_again = 0.0
        self._newest: int | None = None
        """Bytes that are written in the newest copy, where that was looked up."""

    @property
    def due(self) -> bool:
        """Whether today has no copy yet, and none failed a moment ago."""
        now = time.monotonic()
        if now < self._in_vain_until or (now < self._asked_again and self._clock is _local):
            return False
        day = f"{self._clock():%Y-%m-%d}"
        if self._kept_on != day and any(one.startswith(day) for one in self._times("backup")):
            self._kept_on = day
        # To ask for the day takes as long as to write a change down.
        self._asked_again = now + _MINUTE if self._kept_on == day else 0.0
        return self._kept_on != day

    def outgrown(self, size: int) -> bool:
        """Tell whether a ledger with so many bytes written is twice as long as its newest copy.

        A copy from the first minute of a day when much is written would be little to go back to.
        """
        if time.monotonic() < self._in_vain_until:
            return False
        if self._newest is None:
            found = self.newest_first()
            try:
                self._newest = _written(found[0]) if found else size
            except OSError:
                self._newest = size
        return size >= 2 * max(self._newest, 1)

    def keep(self, path: Path) -> bool:
        """Copy a ledger as it is, and thin the older copies; False if that cannot be done.

        Where there is no file, there is nothing to keep, and that is done.
        """
        self._sweep()
        try:
            fd = os.open(path, flags(os.O_RDONLY))
        except FileNotFoundError:
            return True
        except OSError:
            return False
        try:
            target = self._unused("backup")
            make_folder(self.folder)
            replace(target, _pieces(fd))
        except OSError:
            self._in_vain_until = time.monotonic() + RETRY
            return False
        finally:
            os.close(fd)
        self._kept_on = f"{self._clock():%Y-%m-%d}"
        self._newest = None
        self._thin(target)
        return True

    def set_aside(self, raw: bytes, why: str = "damaged") -> Path:
        """Keep the bytes of a file that is replaced; the same bytes only once. Raises OSError."""
        for path in self._files(why):
            with contextlib.suppress(OSError):
                if path.stat().st_size == len(raw) and read_file(path) == raw:
                    return path
        make_folder(self.folder)
        target = self._unused(why)
        replace(target, (raw,))
        return target

    def newest_first(self) -> list[Path]:
        """Return the copies, the last one first."""
        return self._files("backup")[::-1]

    def _unused(self, kind: str) -> Path:
        moment = self._clock()
        while True:
            at = f"{moment:{_TIME}}-{moment.microsecond // 1000:03d}"
            if not (path := self.folder / f"{self.name}.{kind}-{at}").exists():
                return path
            moment += timedelta(milliseconds=1)

    def _times(self, kind: str) -> list[str]:
        form = lazily(rf"{re.escape(self.name)}\.{kind}-(\d{{4}}-\d\d-\d\d-\d{{6}}-\d{{3}})")
        try:
            names = os.listdir(self.folder)  # noqa: PTH208  (names are all that is needed)
        except OSError:
            return []
        return sorted(found[1] for name in names if (found := form.fullmatch(name)))

    def _files(self, kind: str) -> list[Path]:
        named = (self.folder / f"{self.name}.{kind}-{at}" for at in self._times(kind))
        # A pipe under such a name would keep whoever reads it waiting.
        return [path for path in named if is_file(path)]

    def _thin(self, new: Path) -> None:
        """Remove copies that are the newest of no day, week or month that is kept."""
        kept: dict[str, dict[str, str]] = {"day": {}, "week": {}, "month": {}}
        times = self._times("backup")[::-1]
        stay = set(times[:LATEST])
        for at in times:
            day = at[:_DAY_LENGTH]
            spans = {"day": day, "week": _week(day), "month": day[:7]}
            for (span, most), name in zip(
                (("day", DAYS), ("week", WEEKS), ("month", MONTHS)), spans.values(), strict=True
            ):
                if name not in kept[span] and len(kept[span]) < most:
                    kept[span][name] = at
                    stay.add(at)
        for at in times:
            path = self.folder / f"{self.name}.backup-{at}"
            if at not in stay and path != new:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _sweep(self) -> None:
        """Remove what a killed process left half written."""
        if not self._swept:
            self._swept = True
            with contextlib.suppress(OSError):
                for kind in ("backup", "damaged"):
                    for path in self.folder.glob(f"{_literal(self.name)}.{kind}-*.tmp"):
                        path.unlink()


def _pieces(fd: int) -> Iterator[bytes]:
    while piece := os.read(fd, _PIECE):
        yield piece


def _written(path: Path) -> int:
    """Return how many bytes of a ledger are written, without those left free for more."""
    with os.fdopen(open_file(path), "rb") as file:
        start = max(0, file.seek(0, os.SEEK_END) - _END)
        file.seek(start)
        return start + len(file.read().rstrip(b" \n}"))


def _local() -> datetime:
    return datetime.now(UTC).astimezone()


def _week(day: str) -> str:
    try:
        year, week, _ = datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC).isocalendar()
    except ValueError:
        return day
    return f"{year}-{week:02d}"


def _literal(name: str) -> str:
    return _WILD.sub(r"[\1]", name)
