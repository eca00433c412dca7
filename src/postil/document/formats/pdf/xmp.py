"""XMP: what a document says of itself in a packet of RDF, read without an XML parser.

Such packets are often broken, and entities would be a way to attack; tags, attributes and the text
behind each tag are all that is looked at.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from html import unescape

from postil.document.formats.pdf.titles import NO_AUTHOR, authors_of, is_title
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily, lazily_bytes

_OPENING = (b"<x:xmpmeta", b"<x:xapmeta", b"<rdf:RDF")
_CLOSING = (b"</x:xmpmeta>", b"</x:xapmeta>", b"</rdf:RDF>")
_STREAM = lazily_bytes(
    rb"/(?:Subtype\s{0,4}/XML|Type\s{0,4}/Metadata)[^>]{0,200}>>\s{0,4}stream\r?\n"
)
_MOST = 50
"""Packets that are looked at."""
_LARGEST = 1 << 19
"""Bytes of one that are read."""
_TAG = lazily(r"<(/?)([\w:.-]{1,60})([^<>]{0,20000})>([^<]{0,4000})")
_ATTRIBUTE = lazily(r"([\w:.-]{1,60})\s{0,4}=\s{0,4}(?:\"([^\"]{0,4000})\"|'([^']{0,4000})')")
_FIELDS = {
    "title": ("dc:title",),
    "author": ("dc:creator",),
    "issued": (
        *("prism:publicationDate", "prism:coverDate", "dc:date", "prism:coverDisplayDate"),
        *("xmp:CreateDate", "xap:CreateDate"),
    ),
    "container_title": ("prism:publicationName",),
    "publisher": ("dc:publisher",),
    "language": ("dc:language",),
    "doi": ("prism:doi", "pdfx:doi"),
    "journal": ("prism:issn",),
}
"""The properties that say a field, the best first."""
_ALL = frozenset(name for names in _FIELDS.values() for name in names)


def xmp(data: bytes) -> dict[str, object]:
    """Return the fields of a document's XMP; of several packets the last with a title counts."""
    best: dict[str, object] = {}
    for packet in _packets(data):
        found = fields(packet.decode("utf-8", "replace"))
        if found.get("title") or not best:
            best = found
    return best


def fields(packet: str) -> dict[str, object]:
    """Return the fields of one packet."""
    told = _properties(packet)
    found: dict[str, object] = {}
    for field, names in _FIELDS.items():
        for name in names:
            values = told.get(name, [])
            if field == "title":
                values = [value for value in values if is_title(value)]
            elif field == "author":
                named = [value for value in values if not NO_AUTHOR.match(value)]
                values = [name for value in named for name in authors_of(value)]
            elif field == "language":
                values = [value for value in values if value != "x-unknown"]
            if values:
                found[field] = values if field == "author" else values[0]
                break
    return found


def _properties(packet: str) -> dict[str, list[str]]:
    """Return the values of the properties that are known, entities resolved."""
    found: dict[str, list[str]] = {}
    inside = ""
    for tag in _TAG.finditer(packet):
        closing, name, attributes, text = tag.groups()
        if closing:
            inside = "" if name == inside else inside
            continue
        for attribute in _ATTRIBUTE.finditer(attributes):
            if attribute[1] in _ALL:
                _add(found, attribute[1], attribute[2] or attribute[3] or "")
        if name in _ALL and not attributes.endswith("/"):
            inside = name
            _add(found, name, text)
        elif inside and name == "rdf:li":
            _add(found, inside, text)
    return found


def _add(found: dict[str, list[str]], name: str, value: str) -> None:
    if words := clean_line(unescape(value)):
        found.setdefault(name, []).append(words)


def _packets(data: bytes) -> Iterator[bytes]:
    """Yield the packets that stand as they are, and then those that are compressed."""
    at = 0
    for _ in range(_MOST):
        starts = [start for one in _OPENING if (start := data.find(one, at)) >= 0]
        if not starts:
            break
        begin = min(starts)
        window = data[begin : begin + _LARGEST]
        ends = [end for one in _CLOSING if (end := window.find(one)) >= 0]
        yield window[: max(ends)] if ends else window
        at = begin + (max(ends) if ends else len(_OPENING[0]))
    for count, stream in enumerate(_STREAM.finditer(data)):
        if count == _MOST:
            return
        if data[stream.end() : stream.end() + 1] in (b"x", b"H", b"h", b"X"):
            try:
                compressed = data[stream.end() : stream.end() + _LARGEST]
                yield zlib.decompressobj().decompress(compressed, _LARGEST)
            except zlib.error:
                continue
