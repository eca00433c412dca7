"""Choices: what the reader chose last in lists, such as their order, kept on this machine."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from postil.errors import CannotWrite
from postil.store.disk.durable import as_cannot_write, make_folder, read_file, replace
from postil.store.disk.lock import Lock

VERSION = 1


class Choices:
    """One word for each name; reading and writing never fail: a choice lost is made again."""

    def __init__(self, state: Path) -> None:
        """``state`` is the folder of the state."""
        self._path = state / "choices.json"
        self._lock = Lock(state / "locks" / "choices.lock")

    def get(self, name: str) -> str:
        """Return what was chosen last; "" for nothing."""
        return self._read().get(name, "")

    def put(self, name: str, word: str) -> None:
        """Keep a choice."""
        with suppress(CannotWrite), self._lock.exclusive(), as_cannot_write(self._path):
            kept = {"version": VERSION, "kept": {**self._read(), name: word}}
            make_folder(self._path.parent)
            replace(self._path, (json.dumps(kept).encode("ascii"),))

    def _read(self) -> dict[str, str]:
        try:
            found = json.loads(read_file(self._path))
        except (OSError, ValueError, RecursionError):
            return {}
        kept = found.get("kept") if isinstance(found, dict) else None
        pairs = kept.items() if isinstance(kept, dict) and found.get("version") == VERSION else ()
        return {name: word for name, word in pairs if isinstance(word, str)}
