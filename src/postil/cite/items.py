"""Makes of a passage the records to cite: the original, and the article in which it was read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from postil.model.source import Date, Governed, Metadata, Relation, Source
from postil.reading.publications import folded

_LETTERS = re.compile(r"[^a-z0-9]+")
_ARTICLES = ("the ", "a ", "an ")
_SHORTEST = 4
"""Letters of a word of a title that is worth naming a record by."""


@dataclass(frozen=True, slots=True)
class Cited:
    """The article in which a passage was read."""

    metadata: Metadata
    label: str
    """Its file's name: stands for the title where that is not known."""

    @property
    def title(self) -> str:
        """The title, or the file's name."""
        return self.metadata.title or self.label


@dataclass(frozen=True, slots=True)
class Item:
    """One record of a bibliography."""

    id: str
    record: Source
    relation: Relation = "own"
    """What the passage is to this record."""
    read_in: Item | None = None
    """The record of the article that quotes this one."""

    @property
    def verb(self) -> str:
        """How the article gives the passage."""
        return "Cited" if self.relation == "cited" else "Quoted"


def items(governed: Governed, article: Cited, today: Date | None) -> list[Item]:
    """Return the article's record, with the original's before it where the passage has a source.

    Ids are unique within the list: family name and year, then a letter where two would be alike.
    """
    host = article_record(article, today)
    host_id = _key(host) or _word_of(host.title) or "article"
    host_id += _year(host)
    if governed.source is None:
        return [Item(host_id, host)]
    original = governed.source
    name = _key(original) or _word_of(original.title)
    if not name:
        name = "source" if original.identified else "unidentified"
    original_id = name + _year(original)
    if original_id == host_id:
        original_id, host_id = f"{original_id}a", f"{host_id}b"
    read_in = Item(host_id, host)
    return [Item(original_id, original, governed.relation, read_in), read_in]


def article_record(article: Cited, today: Date | None) -> Source:
    """Return the article's own record; ``today`` counts only where it has an address."""
    known = article.metadata
    record = Source(
        type=known.type,
        author=known.author,
        title=article.title,
        container_title=known.container_title,
        publisher=known.publisher,
        issued=known.issued,
        accessed=today if known.url else None,
        url=known.url,
    )
    return without_repeats(record)


def without_repeats(record: Source) -> Source:
    """Return the record with every name in one place only."""
    named = {folded(name.literal) for name in record.author if name.literal}
    if record.container_title and folded(record.container_title) in named:
        author = tuple(
            n for n in record.author if folded(n.literal) != folded(record.container_title)
        )
        record = replace(record, author=author)
        named = set()
    if record.publisher and folded(record.publisher) in {*named, folded(record.container_title)}:
        record = replace(record, publisher="")
    if record.title and folded(record.title) == folded(record.container_title):
        record = replace(record, container_title="")
    return record


def _key(record: Source) -> str:
    """Return what a record is called by: its first author, else its publication or publisher."""
    if record.author:
        first = record.author[0]
        if named := _plain(first.family or first.literal):
            return named
    return _plain(record.container_title) or _plain(record.publisher)


def _plain(name: str) -> str:
    """Return the plain small letters of a name, without a leading article."""
    small = name.casefold()
    for article in _ARTICLES:
        small = small.removeprefix(article)
    spelled = unicodedata.normalize("NFKD", small.replace("ø", "o").replace("ł", "l"))
    return _LETTERS.sub("", spelled)


def _word_of(title: str) -> str:
    words = [_plain(word) for word in title.split()]
    return next((word for word in words if len(word) >= _SHORTEST), "") or "".join(words[:3])


def _year(record: Source) -> str:
    return str(record.issued.year) if record.issued else ""
