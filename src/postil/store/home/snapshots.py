"""The texts that notes were made on, each kept once under its digest."""

from __future__ import annotations

import gzip
import io
import zlib
from hashlib import sha256
from pathlib import Path

from postil.store.disk.durable import as_cannot_write, make_folder, replace
from postil.store.disk.lock import Lock
from postil.text.lazy_regex import lazily

_DIGEST = lazily(r"[0-9a-f]{64}")


class Snapshots:
    """The folder ``texts``: files that never change, alike on every machine."""

    def __init__(self, folder: Path, lock: Lock) -> None:
        self.folder = folder
        self._lock = lock
        self._kept: set[str] = set()

    def keep(self, text: str, digest: str) -> None:
        """Store a canonical text, unless it is there and whole already.

        Raises ValueError if the digest is not the text's; CannotWrite.
        """
        if digest in self._kept:
            return
        raw = text.encode("utf-8", "surrogatepass")
        if sha256(raw).hexdigest() != digest:
            raise ValueError("the digest is another text's")
        if self.find(digest) is not None:
            self._kept.add(digest)
            return
        packed = io.BytesIO()
        # No name and no time in it: the same text gives the same bytes everywhere.
        with gzip.GzipFile("", "wb", 6, packed, mtime=0) as file:
            file.write(raw)
        path = self.folder / f"{digest}.gz"
        with self._lock.exclusive(), as_cannot_write(path):
            make_folder(self.folder)
            replace(path, (packed.getvalue(),))
        self._kept.add(digest)

    def digests(self) -> set[str]:
        """Return the digests under which a text is kept, whole or not."""
        found = {path.name.removesuffix(".gz") for path in self.folder.glob("*.gz")}
        return {digest for digest in found if _DIGEST.fullmatch(digest)}

    def find(self, digest: str) -> str | None:
        """Return the text with a digest; None if it is not there, or damaged."""
        if not _DIGEST.fullmatch(digest):
            return None
        try:
            raw = gzip.decompress((self.folder / f"{digest}.gz").read_bytes())
            if sha256(raw).hexdigest() != digest:
                return None
            return raw.decode("utf-8", "surrogatepass")
        except (OSError, EOFError, zlib.error, ValueError):
            return None
