"""Line scan: records of a ledger found by the bytes of their lines, the others left unparsed."""

from __future__ import annotations

import json
import os
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path

from postil.store.disk.durable import open_file
from postil.store.ledger.ledger_format import NEAR_START, records, schema_in
from postil.store.ledger.upgrades import upgrade
from postil.store.types import Doc
from postil.text.lazy_regex import lazily_bytes

PIECE = 1 << 21
"""Bytes that are looked at in one step."""
_KEY = lazily_bytes(rb'[ ,]"(\d+)":')

Bounds = tuple[int, int]


def scan(path: Path, needle: bytes) -> dict[str, Doc]:
    """Return records of the last table whose lines hold these bytes, reading nothing else.

    Of each the newest such line counts: a record that lost the bytes since is still among them.
    """
    try:
        fd = open_file(path)
    except OSError:
        return {}
    try:
        schema = schema_in(os.read(fd, NEAR_START))
        os.lseek(fd, 0, os.SEEK_SET)
        return upgrade(dict(_holding(fd, needle)), schema)
    except OSError:
        return {}
    finally:
        os.close(fd)


def _holding(fd: int, needle: bytes) -> Iterator[tuple[str, Doc]]:
    """Yield the records of lines that hold some bytes, in the order of the file."""
    rest = b""
    while piece := os.read(fd, PIECE):
        piece = rest + piece
        behind = piece.rfind(b"\n") + 1
        at = piece.find(needle, 0, behind)
        while at >= 0:
            first = piece.rfind(b"\n", 0, at) + 1
            end = piece.find(b"\n", at) + 1
            yield from _record(piece[first:end])
            at = piece.find(needle, end, behind)
        rest = piece[behind:]


def sorted_out(
    raw: bytes, start: int, end: int
) -> Generator[float, None, tuple[list[Bounds], list[Bounds]]]:
    """Find the newest line of each record, sorted by key, and the older ones in their order."""
    newest: dict[bytes, Bounds] = {}
    older: list[Bounds] = []
    reported = at = start
    while at < end:
        behind = raw.find(b"\n", at, end) + 1 or end
        found = _KEY.match(raw, at, behind)
        if found is not None:
            if (known := newest.pop(found[1], None)) is not None:
                older.append(known)
            newest[found[1]] = at, behind
        at = behind
        if at - reported > PIECE:
            reported = at
            yield (at - start) / (end - start)
    kept = [newest[key] for key in sorted(newest, key=lambda key: (len(key), key))]
    return kept, sorted(older)


def read_lines(raw: bytes, lines: Iterable[Bounds]) -> Iterator[tuple[str, Doc]]:
    """Yield the records of some lines."""
    for first, behind in lines:
        yield from _record(raw[first:behind])


def lines_of(raw: bytes) -> Iterator[Bounds]:
    """Yield the bounds of each whole line."""
    at = 0
    while behind := raw.find(b"\n", at) + 1:
        yield at, behind
        at = behind


def rows_of(raw: bytes, lines: list[Bounds]) -> Iterator[bytes]:
    """Yield these lines, in pieces, as the only rows of a table."""
    piece: list[bytes] = []
    size = 0
    lead = b" "
    for first, behind in lines:
        piece.append(lead + raw[first + 1 : behind].rstrip() + b"\n")
        lead = b","
        size += behind - first
        if size > PIECE:
            yield b"".join(piece)
            piece.clear()
            size = 0
    yield b"".join(piece)


def _record(line: bytes) -> Iterator[tuple[str, Doc]]:
    if _KEY.match(line):
        try:
            yield from records(json.loads(b"{" + line[1:] + b"}")).items()
        except (ValueError, RecursionError):
            return
