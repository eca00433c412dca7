"""A second place for what was typed, where the folder of the state takes nothing."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from postil.model.digests import sha256
from postil.model.values import NamedTuple
from postil.store.disk.durable import make_folder, read_file, replace

_MOST = 64 << 20
"""Bytes of a draft beyond which it is none."""


class Elsewhere(NamedTuple):
    """Where something is kept, and why not in its place."""

    path: Path
    why: str


def roots() -> list[Path]:
    """Return the folders that everybody may write to, those that outlive a restart first."""
    named = [os.environ.get("TMPDIR", ""), "/var/tmp", "/tmp"]
    return [Path(one) for one in dict.fromkeys(named) if one]


def put(state: Path, name: str, data: bytes) -> Path | None:
    """Keep bytes for a folder of state under the name of a file; return where, None for nowhere."""
    for folder in _folders(state):
        with suppress(OSError):
            make_folder(folder)
            if _own(folder.parent) and _own(folder):
                replace(folder / name, (data,))
                return folder / name
    return None


def get(state: Path, name: str) -> bytes | None:
    """Return what was put under a name."""
    for path in _found(state):
        if path.name == name:
            with suppress(OSError):
                return read_file(path, _MOST)
    return None


def names(state: Path) -> list[str]:
    """Return the names under which something was put."""
    return list(dict.fromkeys(path.name for path in _found(state)))


def drop(state: Path, name: str) -> None:
    """Let go of what was put under a name."""
    for path in _found(state):
        if path.name == name:
            with suppress(OSError):
                path.unlink()


def _found(state: Path) -> Iterator[Path]:
    for folder in _folders(state):
        if _own(folder.parent) and _own(folder):
            with suppress(OSError):
                yield from sorted(folder.iterdir())


def _folders(state: Path) -> Iterator[Path]:
    """Yield where something may be kept for a folder of state, the best place first."""
    if not hasattr(os, "getuid"):
        return
    name = sha256(os.fsencode(os.path.realpath(state))).hexdigest()[:16]
    for root in roots():
        yield root / f"postil-{os.getuid()}" / name


def _own(folder: Path) -> bool:
    """Tell whether a folder is this user's alone; in a shared one others may lay anything."""
    try:
        seen = folder.lstat()
    except OSError:
        return False
    private = seen.st_uid == os.getuid() and not stat.S_IMODE(seen.st_mode) & 0o077
    return stat.S_ISDIR(seen.st_mode) and private
