"""Writes records in the RIS format."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from postil.cite.record.items import Item, without_repeats
from postil.cite.record.note_words import date_words
from postil.model.source import Date, Name, Source

_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "article-newspaper": "NEWS",
        "article-magazine": "MGZN",
        "article-journal": "JOUR",
        "book": "BOOK",
        "chapter": "CHAP",
        "entry-encyclopedia": "ENCYC",
        "report": "RPRT",
        "thesis": "THES",
        "webpage": "ELEC",
        "post-weblog": "BLOG",
    }
)


def ris(items: Sequence[Item]) -> str:
    """Return records, a field a line, a blank line between them."""
    return "\n\n".join("\n".join(_lines(item)) for item in items)


def _lines(item: Item) -> Iterator[str]:
    record = without_repeats(item.record)
    yield f"TY  - {_TYPES.get(record.type, 'GEN')}"
    for tag, value in _fields(record):
        if flat := " ".join(value.split()):
            yield f"{tag}  - {flat}"
    for article in item.read_in:
        yield f"N1  - {item.verb} in {_described(article.record)}"
    yield "ER  - "


def _fields(record: Source) -> Iterator[tuple[str, str]]:
    for name in record.author:
        yield "AU", _name(name)
    yield "TI", record.title
    yield "T2", record.container_title
    yield "PB", record.publisher
    yield "CY", record.publisher_place
    if record.issued:
        yield "PY", str(record.issued.year)
        if record.issued.month:
            yield "DA", _date(record.issued)
    yield "VL", record.volume
    yield "IS", record.issue
    yield "SP", record.page
    yield "DO", record.doi
    yield "UR", record.url
    if record.accessed:
        yield "Y2", f"{_date(record.accessed)}/".replace("///", "//")


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    return ", ".join(part for part in (name.family, name.given) if part)


def _date(date: Date) -> str:
    """Return ``2015/01/24``, ``2021/07//`` or ``2021///``."""
    month = f"{date.month:02}" if date.month else ""
    return f"{date.year}/{month}/{date.day:02}" if date.day else f"{date.year}/{month}//"


def _described(record: Source) -> str:
    """Return on one line what is known of the article."""
    names = "; ".join(_name(name) for name in record.author)
    parts = (names, record.title, record.container_title, record.publisher)
    given = [" ".join(part.split()) for part in (*parts, date_words(record.issued), record.url)]
    return ", ".join(part for part in given if part)
