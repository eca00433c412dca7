"""Writes records as BibLaTeX entries, as its manual (version 3) names their types and fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from postil.cite.export.csl_json import where_read
from postil.cite.export.tex import braced, described, edtf, entry, found_at, tex
from postil.cite.record.items import Item, without_repeats
from postil.model.source import Source

_SUBTYPES: Mapping[str, str] = MappingProxyType(
    {"article-newspaper": "newspaper", "article-magazine": "magazine"}
)
"""What an article is, where it is none of a journal."""

_KINDS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "article-journal": ("article", "journaltitle", "publisher"),
        "article-magazine": ("article", "journaltitle", "publisher"),
        "article-newspaper": ("article", "journaltitle", "publisher"),
        "book": ("book", "series", "publisher"),
        "chapter": ("incollection", "booktitle", "publisher"),
        "dataset": ("dataset", "howpublished", "publisher"),
        "entry": ("inreference", "booktitle", "publisher"),
        "entry-dictionary": ("inreference", "booktitle", "publisher"),
        "entry-encyclopedia": ("inreference", "booktitle", "publisher"),
        "manuscript": ("unpublished", "howpublished", "organization"),
        "pamphlet": ("booklet", "howpublished", "publisher"),
        "paper-conference": ("inproceedings", "booktitle", "publisher"),
        "post": ("online", "organization", "publisher"),
        "post-weblog": ("online", "organization", "publisher"),
        "report": ("report", "series", "institution"),
        "review": ("review", "journaltitle", "publisher"),
        "review-book": ("review", "journaltitle", "publisher"),
        "software": ("software", "howpublished", "publisher"),
        "thesis": ("thesis", "series", "institution"),
        "webpage": ("online", "organization", "publisher"),
    }
)
"""The entry for a type, and its fields for what contains it and who printed it."""


def biblatex(items: Sequence[Item]) -> str:
    """Return entries for biblatex and biber, a blank line between them."""
    return "\n\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    record = without_repeats(item.record)
    kind, container, publisher = _KINDS.get(record.type, ("misc", "howpublished", "publisher"))
    fields = list(_fields(record, container, publisher))
    if subtype := _SUBTYPES.get(record.type):
        fields.append(("entrysubtype", braced(subtype)))
    if item.read_in:
        fields.append(("note", braced(tex(f"{item.verb} in {where_read(item)}"))))
        fields.append(("xref", braced(item.read_in[0].id)))
    return entry(kind, item.id, fields)


def _fields(record: Source, container: str, publisher: str) -> Iterator[tuple[str, str]]:
    """Yield name and value of each field that has something in it."""
    yield from described(record, container, publisher, "location")
    if record.issued:
        yield "date", braced(edtf(record.issued))
    yield from found_at(record)
