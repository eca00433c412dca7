"""Lines of text out of R's lazy-load data bases: values, each behind the length it inflates to."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

_STRINGS = b"\0\0\0\x10"
"""What a vector of strings begins with in R's serialisation."""


def vectors(data: bytes) -> Iterator[bytes]:
    """Yield the vectors of strings in an ``.rdb`` file, each joined to a text by line ends."""
    while data:
        inflating = zlib.decompressobj()
        value = inflating.decompress(data[4:])
        data = inflating.unused_data
        if _STRINGS in value:
            yield b"\n".join(_strings(value, value.index(_STRINGS) + 4)) + b"\n"


def _strings(value: bytes, at: int) -> Iterator[bytes]:
    (count,) = struct.unpack_from(">I", value, at)
    at += 4
    for _ in range(count):
        _, size = struct.unpack_from(">Ii", value, at)
        at += 8
        yield value[at : at + max(size, 0)]
        at += max(size, 0)
