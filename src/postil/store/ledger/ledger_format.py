"""The form of a ledger: JSON that plain TinyDB reads, one record a line, open at its end.

    {"_ledger":{"1":{"schema":2,"rewritten":"...","records":[           2,           2]}},
    "articles":{
    "7":{...}
    },
    "notes":{
     "8":{...}
    ,"9":{...}
    }}

Behind that are blanks, over which the next records are written.
The last table grows by writing over the closing braces; a key that comes again is a newer version.
A line that ends in a blank was written in one with the next: where that one is torn, both are void.
The count of its lines stands twice, and the smaller one holds, so that a count of which only some
digits were written never promises more than there is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from mmap import mmap

from postil.model.values import dataclass, field
from postil.store.types import Doc, Tables
from postil.text.lazy_regex import lazily_bytes

SCHEMA = 2
FOOT = b"}}\n"
BLANK = b" "
"""What may follow: room for the next records."""
HEADER = "_ledger"
_COUNT_WIDTH = 12
"""Bytes of each count, blanks before its digits."""
FRAME = lazily_bytes(
    rb'\{"_ledger":\{"1":\{"schema":(\d+),"rewritten":"[0-9a-z]+","records":'
    rb"\[([ \d]{12}),([ \d]{12})\]\}\},\n"
)
_SCHEMA = lazily_bytes(rb'"schema":\s{0,4}(\d{1,9})')
DEEPEST = 32
"""Lists and mappings that may lie within one another in a record: far more than Postil writes."""
_LONGEST_KEY = 39
"""Digits of the greatest key, which has 128 bits."""
NEAR_START = 200
"""Bytes among which the number of the schema stands."""

_AS_IT_IS = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_IN_ASCII = json.JSONEncoder(separators=(",", ":"))
_STRICT = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


class NoRecordsError(ValueError):
    """What was read is JSON, but no table of records."""


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


def dump(value: object, *, strict: bool = False) -> bytes:
    """Return JSON in UTF-8 without blanks; lone surrogates stay escaped.

    NaN, which another program may have written though it is no JSON, stays as it is, but what is
    ``strict`` raises ValueError for it.
    """
    try:
        return (_STRICT if strict else _AS_IT_IS).encode(value).encode()
    except UnicodeEncodeError:
        return _IN_ASCII.encode(value).encode()


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


def rows(docs: Iterable[tuple[str, Doc]], *, first: bool, new: bool = False) -> bytes:
    """Return records as lines; ``first`` where no line stands before them.

    Of ``new`` ones none may hold NaN: that raises ValueError.
    All but the last end in a blank, which says that they were written together with the next.
    """
    lines = b" \n,".join(b'"%s":%s' % (key.encode(), dump(doc, strict=new)) for key, doc in docs)
    return (b" " if first else b",") + lines + b"\n" if lines else b""


def entries(body: bytes) -> Iterator[tuple[str, Doc]]:
    """Yield the records of whole lines.

    Raises ValueError at the first line that is no record.
    """
    for line in body.splitlines():
        if line[:2] not in (b' "', b',"'):
            raise NoRecordsError(line[:20])
        yield from records(json.loads(b"{" + line[1:] + b"}")).items()


def records(found: object) -> dict[str, Doc]:
    """Return a table of records, checked; raises ValueError if it is none."""
    if not isinstance(found, dict):
        raise NoRecordsError("no table")
    for key, doc in found.items():
        if not is_record(key, doc):
            raise NoRecordsError(key)
    return found


def is_record(key: str, doc: object) -> bool:
    """Tell whether this is the key of a record, and an object that can be written again."""
    return (
        type(doc) is dict
        and key.isascii()
        and key.isdecimal()
        and len(key) <= _LONGEST_KEY
        and not any(_deep(value, 1) for value in doc.values() if type(value) in (list, dict))
    )


def _deep(value: object, depth: int) -> bool:
    """Tell whether lists and mappings lie within one another deeper than any Postil writes."""
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        return False
    return depth > DEEPEST or any(_deep(each, depth + 1) for each in value)


def schema_in(raw: bytes | mmap) -> int:
    """Return the number of the schema that stands near the start; 1 if there is none."""
    found = _SCHEMA.search(raw, 0, NEAR_START)
    return int(found[1]) if found else 1


def alive(doc: Mapping[str, object]) -> bool:
    """Tell whether a record is live: no tombstone."""
    return not doc.get("deleted")


def tombstone(doc: Mapping[str, object]) -> Doc:
    """Return the tombstone of a record: its ids, and that it was deleted."""
    kept = {name: doc[name] for name in ("id", "article") if name in doc}
    return {**kept, "deleted": True}


def _order(entry: tuple[str, Doc]) -> tuple[int, str]:
    return len(entry[0]), entry[0]
