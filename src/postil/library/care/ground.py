"""What a home stands on: the disk with its room, and the locks that writers take."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from postil.config import Places
from postil.library.care.health import Finding
from postil.store.disk.lock_holder import UNKNOWN, holder

LITTLE = 16 << 20
"""Bytes of room that the notes of a year may need; with less the reader is warned."""


def examined(places: Places) -> Iterator[Finding]:
    """Look whether there is room for notes and drafts, and whether a writer keeps others out."""
    yield from _disks(places)
    yield from _locks(places)


def _disks(places: Places) -> Iterator[Finding]:
    looked_at: set[int] = set()
    for name in ("home", "state"):
        path: Path = getattr(places, name)
        there = next((one for one in (path, *path.parents) if os.path.isdir(one)), None)
        if there is None or not hasattr(os, "statvfs"):
            continue
        try:
            device, disk = there.stat().st_dev, os.statvfs(there)
        except OSError:
            continue
        if device in looked_at:
            continue
        looked_at.add(device)
        if disk.f_flag & os.ST_RDONLY:
            remedy = f"mount it so that it can be written to, or set POSTIL_{name.upper()}"
            yield Finding("disk", f"the disk of {name} is read-only", remedy, str(there))
            continue
        room = disk.f_bavail * disk.f_frsize
        size = f"{room / 1e9:.1f} GB" if room >= 1e9 else f"{room / 1e6:.1f} MB"
        said = f"{size} free for {name}"
        if disk.f_files and not disk.f_favail:
            said, room = f"no more files can be made where {name} is", 0
        if room < 1 << 12:
            full = "the disk is full: nothing can be stored"
            yield Finding("disk", f"{full} ({said})", "make room on it", str(there))
        elif room < LITTLE:
            yield Finding("disk", f"the disk is nearly full: {said}", "make room on it", str(there))
        else:
            yield Finding("disk", said, None, str(there))


def _locks(places: Places) -> Iterator[Finding]:
    paths: list[Path] = []
    with suppress(OSError):
        paths = sorted((places.state / "locks").glob("*.lock"))
    for path in paths:
        by = holder(path)
        if by is None:
            continue
        who = "another program" if by == UNKNOWN else f"process {by}{_called(by)}"
        remedy = "close it, or bring it back with fg and quit it"
        if by != UNKNOWN:
            remedy += f"; kill {by} ends it"
        yield Finding("lock", f"{who} keeps all others from writing", remedy, str(path))


def _called(process: int) -> str:
    """Return the name of a process in brackets, and whether it is stopped, where that is known."""
    try:
        words = Path(f"/proc/{process}/stat").read_text("utf-8", "replace")
    except OSError:
        return ""
    name, _, rest = words.partition("(")[2].rpartition(")")
    stopped = ", which is stopped" if rest.split()[:1] == ["T"] else ""
    return f" ({name}){stopped}" if name.isprintable() else stopped
