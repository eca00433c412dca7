"""Device id: tells this machine from others that share a home; a copied state gets a new one."""

from __future__ import annotations

import contextlib
import os
from functools import cached_property
from pathlib import Path

from postil.model.values import NamedTuple
from postil.store.disk.clock import DEVICE_LENGTH, new_device
from postil.store.disk.durable import as_cannot_write, make_folder, read_file, replace
from postil.store.disk.lock import Lock
from postil.store.machine.identity import machine
from postil.text.lazy_regex import lazily

FORM = lazily(rf"[0-9a-z]{{{DEVICE_LENGTH}}}")
"""Form of a device id."""
_FILE = "device"
_MOST = 1 << 16
"""Bytes of that file beyond which it is none."""


class _Kept(NamedTuple):
    """What the file says: the id, and where it was drawn."""

    id: str
    machine: str
    folder: str
    former: tuple[str, ...]
    """Ids that were given up since the folder is a copy, the newest first."""


class Device:
    """The random id under which a machine writes, kept in the folder of its state.

    Beside it stand the machine and the folder where it was drawn. Where these are others, the
    folder has been copied: two machines that write under one id would take one another's changes
    for their own, so the copy draws an id anew.
    """

    def __init__(self, folder: Path, lock: Lock) -> None:
        self._path = folder / _FILE
        self._lock = lock
        self._provisional = new_device()
        self._found: _Kept | None = None

    @property
    def id(self) -> str:
        """The id; it may change until something is stored."""
        return self._holds().id

    @property
    def former(self) -> tuple[str, ...]:
        """Ids of which this folder was copied, the newest first."""
        return self._holds().former

    def claim(self) -> str:
        """Return the id, which is stored from now on. Raises CannotWrite and its kinds."""
        kept = self._holds()
        if self._stored() != kept:
            with self._lock.exclusive(), as_cannot_write(self._path):
                # Another process may have claimed one since.
                self._found = None
                kept = self._holds()
                if self._stored() != kept:
                    make_folder(self._path.parent)
                    replace(self._path, (_written(kept),))
        return kept.id

    @cached_property
    def _machine(self) -> str:
        return machine()

    @cached_property
    def _folder(self) -> str:
        return os.path.realpath(self._path.parent)

    def _holds(self) -> _Kept:
        """Return the id to use, with a new one where none is stored or the folder is a copy."""
        if self._found is None or self._found.id == self._provisional:
            stored = self._stored()
            fresh = _Kept(self._provisional, self._machine, self._folder, ())
            if stored is None:
                self._found = fresh
            elif self._copied(stored):
                self._found = fresh._replace(former=(stored.id, *stored.former))
            else:
                self._found = stored._replace(machine=self._machine, folder=self._folder)
        return self._found

    def _stored(self) -> _Kept | None:
        try:
            return _read(self._path)
        except (OSError, ValueError):
            return None

    def _copied(self, stored: _Kept) -> bool:
        """Tell whether the file was written elsewhere; a folder that was moved is no copy."""
        if stored.machine and self._machine and stored.machine != self._machine:
            return True
        if not stored.folder or stored.folder == self._folder:
            return False
        with contextlib.suppress(OSError, ValueError):
            return _read(Path(stored.folder) / _FILE).id == stored.id
        return False


def _read(path: Path) -> _Kept:
    """Read the file of an id. Raises ValueError if it is none, OSError."""
    raw = read_file(path, _MOST)
    first, *lines = raw.decode("utf-8", "surrogateescape").splitlines() or [""]
    if not FORM.fullmatch(first):
        raise ValueError("this is no id of a device")
    said = dict(line.partition(" ")[::2] for line in lines)
    former = tuple(one for one in said.get("former", "").split() if FORM.fullmatch(one))
    return _Kept(first, said.get("machine", ""), said.get("folder", ""), former)


def _written(kept: _Kept) -> bytes:
    lines = [kept.id, f"machine {kept.machine}", f"folder {kept.folder}"]
    if kept.former:
        lines.append(f"former {' '.join(kept.former)}")
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
