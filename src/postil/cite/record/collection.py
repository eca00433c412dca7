"""One list of records of what several articles quote and cite, each once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from postil.cite.record.items import CitedArticle, Item, article_record
from postil.cite.record.keys import keys
from postil.model.source import Date, Relation, Source
from postil.model.values import dataclass, field, replace

Works = Literal["all", "read", "quoted"]
"""Every record; the articles that were read; or what they quote and cite."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article that was read, and what of it goes into the list."""

    article: CitedArticle
    quoted: Mapping[Source, Relation]
    """The sources to list, with what their words are to each."""
    beside: Sequence[Source] = ()
    """All sources of the article in their order, so that keys do not change with what is listed."""
    is_common: Callable[[str], bool] = field(default=lambda _: False)
    """Tells of a word of the article's title whether it is no name."""


@dataclass(frozen=True, slots=True)
class Collection:
    """The records of a bibliography, each once."""

    items: Sequence[Item]
    common: Mapping[str, Callable[[str], bool]]
    """By the ids of articles: which words of their titles are no names."""
    unnamed: int = 0
    """How many sources name nobody and nothing, so that no bibliography can list them."""
    bare: int = 0
    """How many are names alone, while a work of the same names is listed: they are left out."""


def collected(
    reads: Sequence[ReadArticle], today: Date | None = None, works: Works = "all"
) -> Collection:
    """Return the records of articles and of what they quote, an article behind what it quotes.

    A source that several articles quote is listed once and names them all.
    """
    hosts = [article_record(read.article, today) for read in reads]
    pairs = list(zip(reads, hosts, strict=True))
    named = keys([one for read, host in pairs for one in (host, *read.beside, *read.quoted)])
    articles = {
        host: Item(named[host], host, language=read.article.metadata.language)
        for read, host in pairs
    }
    made: dict[str, Item] = {}
    unnamed = 0
    bare: set[Source] = set()
    fuller = {_names(one) for read in reads for one in read.quoted if not _is_bare(one)}
    for read, host in pairs:
        for source, relation in read.quoted.items() if works != "read" else ():
            if not source.identified:
                unnamed += 1
            elif _is_bare(source) and _names(source) in fuller:
                bare.add(source)
            elif source not in articles:
                key = named[source]
                made[key] = _joined(made.get(key), Item(key, source, relation, (articles[host],)))
        if works != "quoted":
            made[named[host]] = articles[host]
    common = {named[host]: read.is_common for read, host in pairs}
    return Collection(tuple(made.values()), common, unnamed, len(bare))


def _is_bare(source: Source) -> bool:
    """Tell whether nothing is known but names, as when a text says "according to AFP"."""
    return not (source.title or source.issued or source.url or source.page)


def _names(source: Source) -> tuple[object, ...]:
    return source.author, source.container_title, source.publisher


def _joined(before: Item | None, item: Item) -> Item:
    """Return a record with the articles that have it; quoted, if it is in any."""
    if before is None:
        return item
    articles = dict.fromkeys((*before.read_in, *item.read_in))
    relation = "quoted" if "quoted" in (before.relation, item.relation) else before.relation
    return replace(before, relation=relation, read_in=tuple(articles))
