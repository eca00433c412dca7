"""The texts that notes were made on, each kept once under its digest."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator
from pathlib import Path

from postil.store.disk.durable import as_cannot_write, make_folder, read_file, replace
from postil.store.disk.lock import Lock
from postil.text.lazy_regex import lazily

_DIGEST = lazily(r"[0-9a-f]{64}")
_GZIP = 16
"""Added to the window's bits it makes zlib read gzip."""
_STEP = 1 << 20
"""Bytes that are unpacked at a time."""
_GROWTH = 100
"""How many times longer a text is than its file at most, but for texts that repeat one word."""


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
        from hashlib import sha256  # OpenSSL, which a text is worth

        raw = text.encode("utf-8", "surrogatepass")
        if sha256(raw).hexdigest() != digest:
            raise ValueError("the digest is another text's")
        if self.find(digest) is not None:
            self._kept.add(digest)
            return
        # Most runs keep no text, and to read one needs no more than zlib.
        import gzip

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
            raw = _unpacked(read_file(self.folder / f"{digest}.gz"), digest)
            return None if raw is None else raw.decode("utf-8", "surrogatepass")
        except (OSError, zlib.error, ValueError):
            return None


def _unpacked(packed: bytes, digest: str) -> bytes | None:
    """Return what was packed; None unless it is whole, and its digest the one that is given.

    A megabyte of gzip may hold gigabytes, and another machine may have put it there: what grows
    beyond ``_GROWTH`` is not kept before its digest is known.
    """
    from hashlib import sha256  # as above

    pieces: list[bytes] = []
    found, length = sha256(), 0
    for piece in _pieces(packed):
        found.update(piece)
        length += len(piece)
        if length > _GROWTH * len(packed) + _STEP:
            pieces.clear()
        elif length == len(piece) or pieces:
            pieces.append(piece)
    if found.hexdigest() != digest:
        return None
    return b"".join(pieces or _pieces(packed))


def _pieces(packed: bytes) -> Iterator[bytes]:
    """Yield what was packed in steps; raises zlib.error where it ends too soon or is damaged."""
    inflater = zlib.decompressobj(wbits=zlib.MAX_WBITS | _GZIP)
    while not inflater.eof:
        piece = inflater.decompress(packed, _STEP)
        packed = inflater.unconsumed_tail
        if not piece and not packed and not inflater.eof:
            raise zlib.error("the file ends too soon")
        if piece:
            yield piece
