"""Unpacks gzip (RFC 1952), its bytes counted: what is small may unpack to any size."""

from __future__ import annotations

from typing import Protocol

from postil.errors import NotReadable, NotText
from postil.model.values import NamedTuple
from postil.text.progress import Progress

MAGIC = b"\x1f\x8b\x08"
MOST_UNPACKED = 64 << 20
"""Bytes that a file may unpack to; with a text of that size Postil takes some 400 MB."""

SUFFIX = ".gz"
_PIECE = 1 << 14
"""Bytes that are unpacked at once; they may become a thousand times as many."""
_MOST_LAYERS = 2
"""How often a file may be packed in another before it is no document but a riddle."""
_MOST_MEMBERS = 10_000
"""Members that may follow one another in a file, as when logs are appended."""
_AUTO = 31
"""What tells zlib of a gzip header and its check sum."""
_TAR = b"ustar"
_TAR_AT = 257
_CUT = "The compressed file ends too early; what could be unpacked of it was read."
_SPOILT = "The compressed file is damaged; what could be unpacked of it was read."
_BEHIND = "What stands behind the compressed text in the file was left out."


class _Stream(Protocol):
    """What zlib unpacks with; its type has no name outside of type checkers."""

    def decompress(self, data: bytes, /) -> bytes:
        """Return what some further bytes unpack to."""


class Unpacked(NamedTuple):
    """The bytes of a document, and the name that tells its format."""

    data: bytes
    called: str
    remarks: tuple[str, ...] = ()


def inner_name(called: str) -> str:
    """Return the name of what a compressed file holds: ``ls.1`` of ``ls.1.gz``."""
    return called[: -len(SUFFIX)] if called.lower().endswith(SUFFIX) else called


def unpacked(data: bytes, called: str, name: str, progress: Progress | None = None) -> Unpacked:
    """Return a document as it is without the compression around it; most have none.

    A file that is cut short or damaged gives what came before, and a remark. ``name`` is for
    showing. Raises NotReadable for what is too large, or where nothing can be unpacked.
    """
    layers = 0
    remarks: tuple[str, ...] = ()
    while data.startswith(MAGIC):
        layers += 1
        if layers > _MOST_LAYERS:
            raise NotReadable(name, "it is packed too many times over", "unpack it with gunzip")
        data, said = _one_layer(data, name, progress)
        remarks += said
        called = inner_name(called)
    if layers and data[_TAR_AT : _TAR_AT + len(_TAR)] == _TAR:
        raise NotText(name, "it is an archive of files (tar), not a text", "unpack it with tar")
    # A name alone packs nothing.
    return Unpacked(data, inner_name(called), remarks)


def unpacked_head(head: bytes, size: int) -> bytes:
    """Return up to so many bytes of what the beginning of a file unpacks to."""
    import zlib

    if not head.startswith(MAGIC):
        return head[:size]
    try:
        return zlib.decompressobj(_AUTO).decompress(head, size)
    except zlib.error:
        return b""


def _one_layer(data: bytes, name: str, progress: Progress | None) -> tuple[bytes, tuple[str, ...]]:
    """Return what a file unpacks to, its members joined, and what is to be said about it."""
    # Few files are compressed.
    import zlib

    bites: list[bytes] = []
    size = members = at = 0
    said = ""
    while not said and data.startswith(MAGIC, at) and members < _MOST_MEMBERS:
        members += 1
        stream = zlib.decompressobj(_AUTO)
        while at < len(data) and not stream.eof:
            before = stream.copy()
            piece = data[at : at + _PIECE]
            at += len(piece)
            try:
                bite = stream.decompress(piece)
            except zlib.error:
                bite = _before_damage(before, piece)
                said = _SPOILT
            size += len(bite)
            if size > MOST_UNPACKED:
                raise _too_large(name)
            bites.append(bite)
            if progress:
                progress(0)
            if said:
                break
        else:
            said = "" if stream.eof else _CUT
            at -= len(stream.unused_data)
    if not said and data[at:].strip(b"\0"):
        said = _BEHIND
    if said in (_CUT, _SPOILT) and not size:
        raise NotReadable(name, "it is damaged, and nothing of it can be unpacked", "get it again")
    return b"".join(bites), (said,) if said else ()


def _before_damage(stream: _Stream, piece: bytes) -> bytes:
    """Return what comes of a piece byte by byte, until it is damaged."""
    import zlib

    bites = []
    try:
        for at in range(len(piece)):
            bites.append(stream.decompress(piece[at : at + 1]))  # noqa: PERF401 - it may raise
    except zlib.error:
        return b"".join(bites)
    return b"".join(bites)


def _too_large(name: str) -> NotReadable:
    return NotReadable(
        name,
        f"it unpacks to more than {MOST_UNPACKED >> 20} MB",
        "unpack it with gunzip and open what comes out",
    )
