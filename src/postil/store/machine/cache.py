"""Cache: derived data, whose loss costs some time and nothing else."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path

from postil.store.disk.durable import make_folder, read_file
from postil.store.types import Doc


class Cache:
    """A file of the cache; reading and writing it never fails.

    What another maker has written counts as not there: it may mean something else.
    """

    def __init__(self, path: Path, maker: str) -> None:
        self._path = path
        self._maker = maker

    def read(self) -> dict[str, Doc]:
        """Return what was kept, by key."""
        try:
            found = json.loads(read_file(self._path))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict) or found.get("maker") != self._maker:
            return {}
        kept = found.get("kept")
        entries = kept.items() if isinstance(kept, dict) else ()
        return {key: doc for key, doc in entries if isinstance(doc, dict)}

    def write(self, kept: Mapping[str, Doc]) -> None:
        """Keep these instead; of two writers the later one wins."""
        # What draws names loads half a dozen archives; most runs only read.
        import tempfile

        with contextlib.suppress(OSError):
            make_folder(self._path.parent)
            fd, name = tempfile.mkstemp(".tmp", self._path.name, self._path.parent)
            beside = Path(name)
            try:
                with os.fdopen(fd, "w", encoding="ascii") as file:
                    json.dump({"maker": self._maker, "kept": kept}, file)
                beside.replace(self._path)
            finally:
                beside.unlink(missing_ok=True)
