"""The seal of an index: what it holds, and by what its files are known again.

tantivy does not notice bytes that were changed. A file is trusted while its size and its times are
those of the seal; where they are not, its checksum is looked at, which stands at its end.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Sequence
from pathlib import Path

from postil.model.digests import sha256
from postil.model.values import NamedTuple
from postil.search.index.terms_version import terms_version

FORM = "2"
"""Changes with the seal, and with the files of tantivy."""

_SEAL = "seal.json"
_META = "meta.json"
_MAGIC = 1337
"""Ends every file of tantivy, behind a footer in JSON and its length."""


class Seal(NamedTuple):
    """What the writer says of an index."""

    upto: int
    """The number up to which all articles are in it, or gone."""
    meta: str
    """A digest of the list of its parts."""
    files: dict[str, list[int]]
    """The checksums of its files, and their stamps when they were written."""


def write(folder: Path, catalogue: str, upto: int) -> None:
    """Seal an index of a catalogue as it is now; raises OSError."""
    before = read(folder, catalogue)
    known = {} if before is None else before.files
    files = {}
    for name in _parts(folder, _segments(folder)):
        path = folder / name
        stamp = _stamp(path)
        old = known.get(name, [0])
        files[name] = old if old[1:] == stamp else [zlib.crc32(path.read_bytes()), *stamp]
    body = [_of(catalogue), upto, _digest(folder), files]
    text = json.dumps([body, zlib.crc32(json.dumps(body).encode())])
    fresh = folder / f"{_SEAL}.new"
    fresh.write_text(text, "utf-8")
    fresh.replace(folder / _SEAL)


def read(folder: Path, catalogue: str) -> Seal | None:
    """Return what an index is sealed with; None where it is not one of this catalogue."""
    try:
        body, crc = json.loads((folder / _SEAL).read_text("utf-8"))
        of, upto, meta, files = body
        if zlib.crc32(json.dumps(body).encode()) != crc or of != _of(catalogue):
            return None
        return Seal(upto, meta, dict(files))
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def stamp(folder: Path) -> tuple[int, ...]:
    """Return what tells that an index was sealed anew; nothing where it never was."""
    try:
        found = (folder / _SEAL).stat()
    except OSError:
        return ()
    return (found.st_ino, found.st_size, found.st_mtime_ns)


def whole(folder: Path, seal: Seal, *, writing: bool = False) -> bool:
    """Tell whether an index is what was written.

    While somebody is ``writing``, its list of parts may be newer than the seal.
    """
    try:
        if not writing and _digest(folder) != seal.meta:
            return False
        segments = _segments(folder)
        parts = _parts(folder, segments)
        if not {name for name in seal.files if name.partition(".")[0] in segments} <= set(parts):
            return False
        return all(_sound(folder / name, seal.files.get(name, ())) for name in parts)
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return False


def _of(catalogue: str) -> str:
    return f"{FORM} {terms_version()} {catalogue}"


def _digest(folder: Path) -> str:
    return sha256((folder / _META).read_bytes()).hexdigest()


def _segments(folder: Path) -> set[str]:
    """Return the names of the parts that an index consists of."""
    found = json.loads((folder / _META).read_bytes())
    return {str(one["segment_id"]).replace("-", "") for one in found["segments"]}


def _parts(folder: Path, segments: set[str]) -> list[str]:
    """Return the files of its parts that are there."""
    return sorted(
        entry.name for entry in os.scandir(folder) if entry.name.partition(".")[0] in segments
    )


def _stamp(path: Path) -> list[int]:
    found = path.stat()
    return [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]


def _sound(path: Path, sealed: Sequence[int]) -> bool:
    """Tell whether a file is as it was sealed; one that was not, as its own footer says."""
    if sealed and list(sealed[1:]) == _stamp(path):
        return True
    data = path.read_bytes()
    if sealed:
        return zlib.crc32(data) == sealed[0]
    end = len(data) - 8
    length, magic = (int.from_bytes(data[at : at + 4], "little") for at in (end, end + 4))
    body, footer = data[: end - length], data[end - length : end]
    return magic == _MAGIC and json.loads(footer)["crc"] == zlib.crc32(body)
