"""Salvage: every whole record out of bytes that are no longer a ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator

from postil.model.values import NamedTuple
from postil.store.ledger.ledger_format import HEADER, is_record
from postil.store.types import Doc, Tables
from postil.text.lazy_regex import lazily, lazily_bytes

_LINE = lazily_bytes(rb'[ ,]?"(\d{1,39})":(\{.*\}) ?,?\r?')
_OPENING = lazily_bytes(rb'"([^"\\]{1,64})":\{\r?')
_ENTRY = lazily(
    r'"(?:(?P<key>[0-9]{1,39})"\s{0,8}:\s{0,8}(?=\{)'
    r'|(?P<table>[^"\\\n]{1,64})"\s{0,8}:\s{0,8}\{\s{0,32}(?="[0-9]{1,39}"\s{0,8}:\s{0,8}\{))'
)
_PIECE = 1 << 13
"""Code points of a record that are looked at first."""
_LONGEST_SIGN = 16
"""Code points of what has to be whole to be read: a number, a word, an escape."""
_TRIES = 8
"""How often the bytes of a damaged file are read over, as many times as they are long."""


class Found(NamedTuple):
    """A version of a record, in the order of the file."""

    table: str
    key: str
    doc: Doc
    sure: bool
    """Whether all its bytes are text; broken ones make its words doubtful."""


def salvaged(raw: bytes, last: str) -> Iterator[Found]:
    """Yield every record that is whole, wherever it stands; both sides of a conflict too.

    What stands before any name of a table counts as of the last one.
    """
    table = last
    odd: list[bytes] = []
    for line in raw.split(b"\n"):
        opening = _OPENING.fullmatch(line)
        found = None if opening else _in_line(line, table)
        if opening is None and found is None:
            odd.append(line)
            continue
        for one in _in_block(b"\n".join(odd), table, last) if odd else ():
            table = one.table
            yield one
        odd.clear()
        if opening is not None:
            table = opening[1].decode("utf-8", "replace")
        elif found is not None:
            yield found._replace(table=table)
    yield from _in_block(b"\n".join(odd), table, last)


def newest(raw: bytes, last: str) -> Tables:
    """Return of each record that can be had the version that stands last."""
    sure: Tables = {}
    unsure: Tables = {}
    for found in salvaged(raw, last):
        (sure if found.sure else unsure).setdefault(found.table, {})[found.key] = found.doc
    return {name: {**unsure.get(name, {}), **sure.get(name, {})} for name in {**unsure, **sure}}


def _in_line(line: bytes, table: str) -> Found | None:
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    try:
        doc = json.loads(match[2])
    except (ValueError, RecursionError):
        return None
    key = match[1].decode()
    return Found(table, key, doc, sure=True) if is_record(key, doc) else None


def _in_block(block: bytes, table: str, last: str) -> Iterator[Found]:
    """Yield the records among bytes of any form."""
    text = block.decode("utf-8", "surrogateescape")
    at = spent = 0
    while match := _ENTRY.search(text, at):
        at = match.end()
        if name := match["table"]:
            table = name
            continue
        try:
            doc, end = _decoded(text, at)
        except RecursionError:
            at = text.find("\n", at)  # no record of ours is so deep
            if at < 0:
                return
            continue
        except json.JSONDecodeError as error:
            # Openings within openings are each tried to where they break, up to a point.
            spent += error.pos
            at += error.pos if spent > _TRIES * len(text) else 0
            continue
        except ValueError:
            continue
        if table == HEADER:
            table = last
        elif isinstance(doc, dict) and is_record(match["key"], doc):
            sure = text[at:end].isascii() or _encodable(text[at:end])
            yield Found(table, match["key"], doc, sure)
        at = end


def _decoded(text: str, at: int) -> tuple[object, int]:
    """Return the value that begins at a place, and where it ends.

    Raises ValueError; the place in a JSONDecodeError counts from ``at``. What is wrong is mostly
    seen in a short piece: to say where it is takes as long as all that stands before it.
    """
    decoder = json.JSONDecoder()
    piece = text[at : at + _PIECE]
    try:
        doc, end = decoder.raw_decode(piece)
    except json.JSONDecodeError as error:
        cut = error.pos > len(piece) - _LONGEST_SIGN or error.msg.startswith("Unterminated")
        if not cut or len(piece) < _PIECE:
            raise
        doc, end = decoder.raw_decode(text[at:])
    return doc, at + end


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
