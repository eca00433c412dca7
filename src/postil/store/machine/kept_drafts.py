"""Kept drafts: what was made of documents that take long to read, as bytes under a key.

They are a cache within bounds: whatever is not there is made again. Reading and writing it never
fails.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from postil.store.disk.durable import make_folder, read_file

MOST = 64 << 20
"""Bytes of one entry beyond which it is not kept."""
ALL = 256 << 20
"""Bytes of all entries together; those go first that were wanted longest ago."""

_SUFFIX = ".draft"


class KeptDrafts:
    """A folder of the cache with a file for each draft."""

    def __init__(self, folder: Path, maker: Callable[[], str]) -> None:
        """Keep drafts in a folder; ``maker`` says by whom they are made, who reads no others'."""
        self._folder = folder
        self._maker = maker

    def get(self, data: bytes, name: str) -> bytes | None:
        """Return what was kept for the bytes of a document."""
        path = self._path(data, name)
        with suppress(OSError):
            found = read_file(path, MOST)
            os.utime(path)
            return found
        return None

    def put(self, data: bytes, name: str, packed: bytes) -> None:
        """Keep something for the bytes of a document."""
        if len(packed) > MOST:
            return
        # What draws names loads half a dozen archives; most runs only read.
        import tempfile

        with suppress(OSError):
            make_folder(self._folder)
            self._make_room(len(packed))
            fd, beside = tempfile.mkstemp(".tmp", "", self._folder)
            try:
                with os.fdopen(fd, "wb") as file:
                    file.write(packed)
                Path(beside).replace(self._path(data, name))
            finally:
                Path(beside).unlink(missing_ok=True)

    def _path(self, data: bytes, name: str) -> Path:
        key = sha256(f"{self._maker()}\0{name}\0".encode("utf-8", "surrogatepass"))
        key.update(data)
        return self._folder / f"{key.hexdigest()}{_SUFFIX}"

    def _make_room(self, size: int) -> None:
        """Let go of what was wanted longest ago until there is room."""
        entries = []
        for path in self._folder.iterdir():
            with suppress(OSError):
                seen = path.lstat()
                entries.append((seen.st_mtime_ns, seen.st_size, path))
        left = sum(entry[1] for entry in entries) + size
        for _, taken, path in sorted(entries, key=lambda entry: entry[:2]):
            if left <= ALL:
                break
            with suppress(OSError):
                path.unlink()
                left -= taken
