"""Writes records as BibTeX entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from postil.cite.export.tex import braced, cited_in, described, edtf, entry, found_at
from postil.cite.record.items import Item, without_repeats
from postil.model.source import MONTHS, Date, Source

_KINDS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "book": ("book", "series", "publisher"),
        "chapter": ("incollection", "booktitle", "publisher"),
        "entry": ("incollection", "booktitle", "publisher"),
        "entry-dictionary": ("incollection", "booktitle", "publisher"),
        "entry-encyclopedia": ("incollection", "booktitle", "publisher"),
        "paper-conference": ("inproceedings", "booktitle", "publisher"),
        "report": ("techreport", "howpublished", "institution"),
        "thesis": ("phdthesis", "howpublished", "school"),
    }
)
"""For types that BibTeX has: the entry, and its fields for what contains it and who printed it."""


def bibtex(items: Sequence[Item]) -> str:
    """Return entries that any BibTeX or biblatex takes, a blank line between them."""
    return "\n\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    record = without_repeats(item.record)
    kind, container, publisher = _kind(record, original=bool(item.read_in))
    fields = list(_fields(record, container, publisher))
    if item.read_in:
        fields.append(("note", cited_in(item)))
    return entry(kind, item.id, fields)


def _kind(record: Source, *, original: bool) -> tuple[str, str, str]:
    """Return the entry's type, and the fields for the container and the publisher."""
    misc = ("misc", "howpublished", "publisher")
    if record.title and (known := _KINDS.get(record.type)) is not None:
        alone = record.type != "book" or not record.container_title
        return known if alone else misc
    if original and record.container_title and not record.url:
        return "article", "journal", "publisher"
    return misc


def _fields(record: Source, container: str, publisher: str) -> Iterator[tuple[str, str]]:
    """Yield name and value of each field that has something in it."""
    yield from described(record, container, publisher, "address")
    if record.issued:
        yield from _date(record.issued)
    yield from found_at(record)


def _date(date: Date) -> Iterator[tuple[str, str]]:
    yield "year", braced(str(date.year))
    if date.month:
        yield "month", MONTHS[date.month - 1][:3].lower()
    last = date.until
    if date.day:
        same = last and (last.year, last.month) == (date.year, date.month)
        yield "day", braced(f"{date.day}--{last.day}" if last and same else str(date.day))
    if last:
        # BibTeX has no ranges; what reads its files besides knows the field of biblatex.
        yield "date", braced(edtf(date))
