"""Ledger parser: bytes to records, in steps so short that keys are answered between them."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Generator, Iterator
from mmap import mmap
from typing import TypeVar

from postil.store.ledger.lazy_table import LazyTable, Proof
from postil.store.ledger.ledger_format import (
    FOOT,
    FRAME,
    HEADER,
    SCHEMA,
    Contents,
    NoRecordsError,
    entries,
    records,
    schema_in,
)
from postil.store.ledger.upgrades import upgrade
from postil.store.types import Doc, Tables
from postil.text.lazy_regex import lazily_bytes
from postil.text.progress import Progress

STEP = 1 << 17
"""Bytes that are read in one step, unless a line is longer."""
_TABLE = lazily_bytes(rb'("[^"\\\n]*"):\{\n')
_BEHIND_TABLE = b"\n},\n"

Raw = bytes | mmap
T = TypeVar("T")


def parse(raw: bytes, last: str, proof: Proof | None = None) -> Contents:
    """Read a ledger, and tell a tail that was torn from any other damage; never raises.

    Lines for which there is a ``proof`` that holds are parsed when they are asked for.
    """
    return finished(parsing(raw, last, proof))


def parsing(raw: Raw, last: str, proof: Proof | None = None) -> Generator[float, None, Contents]:
    """Read a ledger in steps, yielding after each how much of it is done, 0 to 1."""
    found = FRAME.match(raw)
    opening = b'\n"%s":{\n' % last.encode()
    at = raw.find(opening, found.end() - 1) if found else -1
    if found and at >= 0:
        contents = yield from _native(raw, found, at + 1, last, proof)
        if contents is not None:
            return contents
    schema = schema_in(raw)
    try:
        whole = json.loads(bytes(raw).removeprefix(BOM_UTF8))
        if not isinstance(whole, dict):
            raise NoRecordsError("no tables")
        tables: Tables = {name: upgrade(records(docs), schema) for name, docs in whole.items()}
    except (ValueError, RecursionError):
        # Few files are so damaged that they have to be picked through.
        from postil.store.ledger import salvage

        saved = salvage.newest(bytes(raw), last)
        tables = {name: upgrade(dict(docs), schema) for name, docs in saved.items()}
        return Contents(tables, schema, damaged=True)
    tables.pop(HEADER, None)
    return Contents(tables, schema)


def finished(steps: Generator[float, None, T], progress: Progress | None = None) -> T:
    """Take all steps, pausing between them, and return what they lead to."""
    while True:
        try:
            share = next(steps)
            if progress is not None:
                progress(share)
        except StopIteration as stop:
            found: T = stop.value
            return found


def closing(raw: Raw) -> int:
    """Return where the closing braces stand; -1 if anything but blanks is behind them, or none."""
    at = raw.rfind(FOOT[:-1], max(0, len(raw) - STEP))
    return at if at >= 0 and not raw[at + len(FOOT) - 1 :].strip() else -1


def _native(
    raw: Raw, found: re.Match[bytes], opening: int, last: str, proof: Proof | None
) -> Generator[float, None, Contents | None]:
    """Read a ledger as Postil writes it.

    None if it is none, or if more is missing than a writer who died may have left out.
    """
    schema = int(found[1])
    start = raw.find(b"\n", opening) + 1
    tables: Tables = {}
    try:
        at = found.end()
        while at < opening:
            name = _TABLE.match(raw, at)
            if name is None:
                return None
            end = raw.find(_BEHIND_TABLE, name.end() - 1)
            if end < 0:
                return None
            docs = tables.setdefault(json.loads(name[1]), {})
            for first, behind in _steps(raw, name.end(), end):
                row = raw[first:behind].rstrip(b",\n")
                docs.update(upgrade(records(json.loads(b"{" + row + b"}")), schema))
                yield behind / len(raw)
            at = end + len(_BEHIND_TABLE)
        promised = min(int(found[2]), int(found[3]))
    except (ValueError, RecursionError):
        return None
    contents = Contents(tables, schema, bytes(raw[: found.start(2)]), start, start)
    whole = closing(raw)
    since: dict[str, Doc] = {}
    tables[last] = since
    if (
        proof is not None
        and schema == SCHEMA
        and isinstance(raw, bytes)
        and proof.holds(raw, start)
    ):
        contents.end, contents.lines = start + proof.length, proof.lines
        tables[last] = LazyTable(raw, start, proof, since)
    for first, behind in _steps(raw, contents.end, len(raw) if whole < start else whole):
        read, end, count = _records(raw, first, behind)
        since.update(upgrade(read, schema))
        contents.end = end
        contents.lines += count
        if end < behind:
            break
        yield behind / len(raw)
    contents.appendable = schema == SCHEMA
    if contents.end == whole:
        contents.appendable = contents.appendable and contents.lines >= promised
        return contents
    if contents.lines < promised:
        return None
    _forget_part(raw, contents, last)
    contents.torn = True
    return contents


def _records(raw: Raw, first: int, behind: int) -> tuple[dict[str, Doc], int, int]:
    """Return the records of lines up to one that is none, where that starts, and their number."""
    step = raw[first:behind]
    count = step.count(b"\n")
    try:
        if step[:2] in (b' "', b',"') and step.endswith(b"\n"):
            return records(json.loads(b"{" + step[1:] + b"}")), behind, count
    except (ValueError, RecursionError):
        pass
    docs: dict[str, Doc] = {}
    at = count = 0
    while line_end := step.find(b"\n", at) + 1:
        try:
            docs.update(entries(bytes(step[at:line_end])))
        except (ValueError, RecursionError):
            break
        at = line_end
        count += 1
    return docs, first + at, count


def _forget_part(raw: Raw, contents: Contents, last: str) -> None:
    """Drop the whole lines of a commit whose last lines are torn: it is all or nothing."""
    end = contents.end
    while end > contents.start and raw[end - 2 : end] == b" \n":
        end = raw.rfind(b"\n", 0, end - 1) + 1
        contents.lines -= 1
    if end < contents.end:
        docs: dict[str, Doc] = {}
        for first, behind in _steps(raw, contents.start, end):
            docs.update(upgrade(_records(raw, first, behind)[0], contents.schema))
        contents.tables[last] = docs
        contents.end = end


def _steps(raw: Raw, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the bounds of runs of whole lines, each about as long as a step."""
    while start < end:
        cut = raw.rfind(b"\n", start, min(start + STEP, end)) + 1
        if cut <= start:
            cut = raw.find(b"\n", start, end) + 1 or end
        yield start, cut
        start = cut
