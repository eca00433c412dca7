"""Packed drafts: what a reader has made of a document, as bytes that need not be read again.

A packed draft is a cache's entry: bytes of another form, or damaged ones, count as none. Two
streams of zlib, each with its checksum, hold the first screenful and the whole.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from typing import Any

from postil.document.article.builder import Draft, DraftPiece, Place
from postil.model.article import Block, BlockKind, Comment, Encoding, Evidence, Inline, InlineKind
from postil.model.source import Date, Metadata, Name

MAGIC = b"postil draft 3\n"
_SIZE = 4
"""Bytes that say how long the first stream is."""
_LEVEL = 1
"""Of zlib's: the fastest one, which packs prose to a third."""
_DAMAGED = (ValueError, TypeError, KeyError, IndexError, zlib.error)

_KINDS = tuple(BlockKind)
_INLINES = tuple(InlineKind)
_PLAIN: tuple[Any, ...] = (0, 1, 0, "", 0, [], [], "", [], "")
"""What stands in a row behind the text where nothing is said of it."""


def pack(first: Draft | None, whole: Draft) -> bytes:
    """Return a whole draft, with the first screenful that came before it, as bytes."""
    begun = b"" if first is None else _packed(first)
    return MAGIC + len(begun).to_bytes(_SIZE, "big") + begun + _packed(whole)


def unpack(data: bytes) -> Iterator[Draft]:
    """Yield the first screenful, where there is one, and the whole; nothing where it is damaged.

    A whole that is damaged ends the drafts after the first one.
    """
    start = len(MAGIC) + _SIZE
    if not data.startswith(MAGIC) or len(data) < start:
        return
    size = int.from_bytes(data[len(MAGIC) : start], "big")
    for piece in (data[start : start + size], data[start + size :]):
        if piece:
            try:
                draft = _unpacked(piece)
            except _DAMAGED:
                return
            yield draft


def _packed(draft: Draft) -> bytes:
    rows = [_row(block) for block in draft.blocks]
    values = {
        "blocks": rows,
        "back_matter": draft.back_matter,
        "metadata": _said(draft.metadata),
        "remarks": draft.remarks,
        "encoding": draft.encoding,
        "pages": [(label, *place) for label, place in draft.pages],
        "pieces": [(*start, *end, _said(about)) for start, end, about in draft.pieces],
        "anchors": {name: tuple(place) for name, place in draft.anchors.items()},
        "comments": {name: (one.author, one.text) for name, one in draft.comments.items()},
        "complete": draft.complete,
    }
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def _row(block: Block) -> list[Any]:
    """Return a block as a row: its text, and the rest up to the last that says anything."""
    row = [
        _KINDS.index(block.kind),
        block.line,
        block.level,
        block.marker,
        block.quoted,
        [[one.start, one.end, _INLINES.index(one.kind), one.target] for one in block.inlines],
        list(block.breaks),
        block.language,
        list(block.cells),
        block.aside,
    ]
    last = len(row)
    while last and row[last - 1] == _PLAIN[last - 1]:
        last -= 1
    return [block.text, *row[:last]]


def _unpacked(piece: bytes) -> Draft:
    values = json.loads(zlib.decompress(piece).decode("utf-8", "surrogatepass"))
    return Draft(
        blocks=[_block(row) for row in values["blocks"]],
        back_matter=values["back_matter"],
        metadata=_metadata(values["metadata"]),
        remarks=tuple(values["remarks"]),
        encoding=_encoding(values["encoding"]),
        pages=tuple((label, Place(block, at)) for label, block, at in values["pages"]),
        pieces=tuple(
            DraftPiece(Place(block, at), Place(last, behind), _metadata(about))
            for block, at, last, behind, about in values["pieces"]
        ),
        anchors={name: Place(*place) for name, place in values["anchors"].items()},
        comments={name: Comment(*said) for name, said in values["comments"].items()},
        complete=bool(values["complete"]),
    )


def _block(row: list[Any]) -> Block:
    text, full = row[0], [*row[1:], *_PLAIN[len(row) - 1 :]]
    kind, line, level, marker, quoted, inlines, breaks, language, cells, aside = full
    return Block(
        _KINDS[kind],
        text,
        line,
        level,
        marker,
        quoted,
        tuple(Inline(start, end, _INLINES[sort], to) for start, end, sort, to in inlines),
        tuple(breaks),
        language,
        tuple(cells),
        aside,
    )


def _said(about: Metadata) -> dict[str, Any]:
    return {
        "text": {
            name: getattr(about, name)
            for name in ("title", "container_title", "publisher", "url", "language", "type")
        },
        "author": [(one.family, one.given, one.literal, one.family_first) for one in about.author],
        "issued": _date_said(about.issued),
        "accessed": _date_said(about.accessed),
        "updated": about.updated,
        "origins": about.origins,
    }


def _metadata(values: dict[str, Any]) -> Metadata:
    return Metadata(
        author=tuple(Name(*parts) for parts in values["author"]),
        issued=_date(values["issued"]),
        accessed=_date(values["accessed"]),
        updated=bool(values["updated"]),
        origins=tuple((name, origin) for name, origin in values["origins"]),
        **values["text"],
    )


def _encoding(values: list[Any] | None) -> Encoding | None:
    if values is None:
        return None
    name, evidence, sure = values
    return Encoding(name, Evidence(evidence), sure)


def _date_said(date: Date | None) -> list[Any] | None:
    if date is None:
        return None
    return [date.year, date.month, date.day, _date_said(date.until)]


def _date(values: list[Any] | None) -> Date | None:
    if values is None:
        return None
    year, month, day, until = values
    return Date(year, month, day, _date(until))
