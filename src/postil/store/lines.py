"""The form of a ledger: JSON that plain TinyDB reads, one record a line, open at its end.

    {"_ledger":{"1":{"schema":1,"rewritten":"...","records":[           2,           2]}},
    "articles":{
    "7":{...}
    },
    "notes":{
     "8":{...}
    ,"9":{...}
    }}

The last table grows by writing over the closing braces; a key that comes again is a newer version.
The count of its lines stands twice, and the smaller one holds, so that a count of which only some
digits were written never promises more than there is.
"""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from postil.text.lazily import lazily

SCHEMA = 1
FOOT = b"}}\n"
HEADER = "_ledger"
_COUNT_WIDTH = 12
"""Bytes of each count, blanks before its digits."""
_FRAME = re.compile(
    rb'\{"_ledger":\{"1":\{"schema":(\d+),"rewritten":"[0-9a-z]+","records":'
    rb"\[([ \d]{12}),([ \d]{12})\]\}\},\n"
)
_SCHEMA = re.compile(rb'"schema":\s{0,4}(\d{1,9})')
_NEAR_START = 200
"""Bytes among which the number of the schema stands."""
_KEY = lazily(r'"(?:(?P<key>\d{1,40})|(?P<table>[A-Za-z_]\w{0,40}))"\s{0,8}:\s{0,8}\{')

Doc = dict[str, object]
"""A record as JSON has it."""
Tables = dict[str, dict[str, Doc]]


class _NoRecordsError(ValueError):
    """The bytes are JSON, but not tables of records."""


@dataclass(slots=True)
class Contents:
    """What the bytes of a ledger say; offsets count bytes."""

    tables: Tables = field(default_factory=dict)
    schema: int = SCHEMA
    frame: bytes = b""
    """The first bytes, up to the counts: they stay until the file is rewritten."""
    start: int = 0
    """Where the first line of the last table begins."""
    end: int = 0
    """Where the closing braces stand, or should."""
    lines: int = 0
    appendable: bool = False
    torn: bool = False
    """A writer died at the end; what is missing was never acknowledged."""
    damaged: bool = False


def dump(value: object) -> bytes:
    """Return JSON in UTF-8 without blanks; lone surrogates stay escaped."""
    try:
        return json.dumps(
            value, ensure_ascii=False, allow_nan=False, separators=(",", ":")
        ).encode()
    except UnicodeEncodeError:
        return json.dumps(value, allow_nan=False, separators=(",", ":")).encode()


def counts(records: int) -> bytes:
    """Return the two counts as they stand in the header, always equally long."""
    return b"%*d,%*d" % (_COUNT_WIDTH, records, _COUNT_WIDTH, records)


def head(tables: Mapping[str, Mapping[str, Doc]], last: str, rewritten: str, records: int) -> bytes:
    """Return all that stands before the records of the last table."""
    pieces = [
        b'{"%s":{"1":{"schema":%d,"rewritten":"%s","records":[%s]}},\n'
        % (HEADER.encode(), SCHEMA, rewritten.encode(), counts(records))
    ]
    for name in sorted(tables):
        if name in (HEADER, last):
            continue
        rows = b",\n".join(
            dump(key) + b":" + dump(doc) for key, doc in sorted(tables[name].items(), key=_order)
        )
        pieces.append(dump(name) + b":{\n" + rows + b"\n},\n")
    pieces.append(dump(last) + b":{\n")
    return b"".join(pieces)


def rows(docs: Iterable[tuple[str, Doc]], *, first: bool) -> bytes:
    """Return records as lines; ``first`` where no line stands before them."""
    pieces = []
    for key, doc in docs:
        pieces.append(b' "%s":%s\n' % (key.encode(), dump(doc)))
        if not first:
            pieces[-1] = b"," + pieces[-1][1:]
        first = False
    return b"".join(pieces)


def parse(raw: bytes, last: str) -> Contents:
    """Read a ledger, and tell a tail that was torn from any other damage; never raises."""
    opening = b'\n"%s":{\n' % last.encode()
    found = _FRAME.match(raw)
    at = raw.find(opening, found.end() - 1) if found else -1
    start = at + len(opening)
    try:
        contents = Contents(tables=_tables(json.loads(raw.removeprefix(BOM_UTF8).decode())))
    except (ValueError, RecursionError):
        if found is None or at < 0:
            return _salvage(raw, last)
        return _torn(raw, found, start, last) or _salvage(raw, last)
    contents.schema = _schema(raw)
    if found and at >= 0 and raw.endswith(FOOT):
        contents.frame = raw[: found.start(2)]
        contents.start, contents.end = start, len(raw) - len(FOOT)
        contents.lines = raw.count(b"\n", start, contents.end)
        behind = raw.rfind(b"\n", 0, contents.end - 1) + 1
        contents.appendable = (
            contents.lines >= min(int(found[2]), int(found[3]))
            and contents.schema == SCHEMA
            and (not contents.lines or raw[behind : behind + 2] in (b' "', b',"'))
        )
    return contents


def entries(body: bytes) -> Iterator[tuple[str, Doc]]:
    """Yield the records of whole lines.

    Raises ValueError at the first line that is no record.
    """
    for line in body.splitlines():
        if line[:2] not in (b' "', b',"'):
            raise _NoRecordsError(line[:20])
        yield from _tables({"": json.loads(b"{" + line[1:] + b"}")})[""].items()


def alive(doc: Mapping[str, object]) -> bool:
    """Tell whether a record is none that was deleted."""
    return not doc.get("deleted")


def tombstone(doc: Mapping[str, object]) -> Doc:
    """Return what stays of a deleted record: who it was, and that it is gone."""
    kept = {name: doc[name] for name in ("id", "article") if name in doc}
    return {**kept, "deleted": True}


def _torn(raw: bytes, found: re.Match[bytes], start: int, last: str) -> Contents | None:
    """Read a ledger whose end is broken, if no line that its header counts is missing."""
    try:
        tables = _tables(json.loads(raw[:start].decode() + "}}"))
    except (ValueError, RecursionError):
        return None
    docs = tables.setdefault(last, {})
    end = start
    lines = 0
    while (line_end := raw.find(b"\n", end) + 1) > 0:
        try:
            for key, doc in entries(raw[end:line_end]):
                docs.pop(key, None)
                docs[key] = doc
        except (ValueError, RecursionError):
            break
        end = line_end
        lines += 1
    try:
        promised = min(int(found[2]), int(found[3]))
    except ValueError:
        return None
    if lines < promised:
        return None
    schema = _schema(raw)
    return Contents(
        tables, schema, raw[: found.start(2)], start, end, lines, schema == SCHEMA, torn=True
    )


def _salvage(raw: bytes, last: str) -> Contents:
    """Read every record that is whole, wherever it stands."""
    text = raw.decode("utf-8", "replace")
    decoder = json.JSONDecoder()
    tables: Tables = {}
    table = last
    at = 0
    while found := _KEY.search(text, at):
        at = found.end()
        if name := found["table"]:
            table = name
            continue
        try:
            doc, at = decoder.raw_decode(text, found.end() - 1)
        except (ValueError, RecursionError):
            continue
        tables.setdefault(table, {})[found["key"]] = doc
    tables.pop(HEADER, None)
    return Contents(tables, _schema(raw), damaged=True)


def _tables(whole: object) -> Tables:
    """Return what is surely tables of records, without the header; raises ValueError otherwise."""
    if not isinstance(whole, dict):
        raise _NoRecordsError("no tables")
    for name, docs in whole.items():
        if not isinstance(docs, dict):
            raise _NoRecordsError(name)
        for key, doc in docs.items():
            if not isinstance(doc, dict) or not (key.isascii() and key.isdecimal()):
                raise _NoRecordsError(key)
    whole.pop(HEADER, None)
    return whole


def _schema(raw: bytes) -> int:
    found = _SCHEMA.search(raw, 0, _NEAR_START)
    return int(found[1]) if found else SCHEMA


def _order(entry: tuple[str, Doc]) -> tuple[int, str]:
    return len(entry[0]), entry[0]
