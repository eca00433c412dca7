"""Encodings that the reader has chosen for files, kept on this machine, which has these files."""

from __future__ import annotations

import os
from pathlib import Path

VERSION = 1
_KEPT = 5000
"""Files beyond which those are forgotten that were chosen longest ago."""


class Encodings:
    """One encoding for each file, by its path; reading never fails, writing raises CannotWrite."""

    def __init__(self, state: Path) -> None:
        """``state`` is the folder of the state."""
        self._path = state / "encodings.json"
        self._state = state

    def get(self, path: str) -> str:
        """Return the encoding chosen for a file, as Python names it; "" for none."""
        return self._read().get(path, "")

    def put(self, path: str, encoding: str) -> bool:
        """Keep what was chosen for a file, "" to forget it; tell whether that is anything new."""
        if self.get(path) == encoding:
            return False
        # Only who chooses one is kept waiting by what it takes to write it down.
        import json

        from postil.store.disk.durable import as_cannot_write, make_folder, replace
        from postil.store.disk.lock import Lock

        with Lock(self._state / "locks" / "encodings.lock").exclusive():
            kept = self._read()
            kept.pop(path, None)
            if encoding:
                kept[path] = encoding
            last = dict(list(kept.items())[-_KEPT:])
            with as_cannot_write(self._path):
                make_folder(self._path.parent)
                replace(self._path, (json.dumps({"version": VERSION, "kept": last}).encode(),))
        return True

    def _read(self) -> dict[str, str]:
        if not os.path.isfile(self._path):
            # On most machines none was chosen yet.
            return {}
        import json

        from postil.store.disk.durable import read_file

        try:
            found = json.loads(read_file(self._path))
        except (OSError, ValueError, RecursionError):
            return {}
        kept = found.get("kept") if isinstance(found, dict) else None
        pairs = kept.items() if isinstance(kept, dict) and found.get("version") == VERSION else ()
        return {path: name for path, name in pairs if isinstance(name, str) and is_known(name)}


def is_known(name: str) -> bool:
    """Tell whether Python knows an encoding of text by this name."""
    try:
        "".encode(name)
    except (LookupError, ValueError):
        return False
    return True
