"""Quoted sources of an article: each with the number of its passages, and where these stand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

from postil.library.base.open_article import OpenArticle
from postil.model.source import Governed, Relation, Source
from postil.model.span import Span
from postil.model.values import NamedTuple, replace
from postil.store.records.source_records import source_from, source_to


class Quoted(NamedTuple):
    """A source of an article, whatever the page, with the paragraphs that have words of it."""

    source: Source
    passages: int


class Place(NamedTuple):
    """Some words of an article that come from a source."""

    span: Span
    relation: Relation
    source: Source


def quoted(open_article: OpenArticle) -> tuple[Quoted, ...]:
    """Return the identified sources of an article in the order of its text."""
    counts: dict[Source, int] = {}
    for governed in open_article.sources.paragraphs:
        for source in dict.fromkeys(one.source for one in _places(governed)):
            counts[source] = counts.get(source, 0) + 1
    return tuple(Quoted(source, count) for source, count in counts.items())


def places_of(open_article: OpenArticle, wanted: Callable[[Source], bool]) -> Iterator[Place]:
    """Yield the words that come from such sources; within a paragraph what lies together is one."""
    for governed in open_article.sources.paragraphs:
        mine = [one for one in _places(governed) if wanted(one.source)]
        at = 0
        while at < len(mine):
            first = last = mine[at]
            at += 1
            while at < len(mine) and mine[at].span.start == last.span.end:
                last = mine[at]
                at += 1
            yield first._replace(span=Span(first.span.start, last.span.end))


def _places(governed: Governed) -> Iterator[Place]:
    for part in governed.parts or (governed,):
        for source in () if part.source is None else (part.source, *part.others):
            if source.identified:
                yield Place(part.span, part.relation, anywhere(source))


def anywhere(source: Source) -> Source:
    """Return a source without what is said of one passage alone."""
    # The pages of an article in a periodical are where it stands in that, whoever cites which.
    page = source.page if source.volume or source.issue else ""
    return replace(source, page=page, accessed=None)


def as_text(found: Iterable[Quoted]) -> str:
    """Return sources in JSON; "" for none."""
    listed = [[source_to(one.source), one.passages] for one in found]
    return json.dumps(listed, ensure_ascii=False) if listed else ""


def from_text(text: str) -> list[Quoted]:
    """Return the sources of a text; what is no source is left out."""
    try:
        listed = json.loads(text)
    except ValueError:
        return []
    return [
        Quoted(source_from(one[0]), one[1])
        for one in (listed if isinstance(listed, list) else ())
        if isinstance(one, list)
        and len(one) == 2
        and isinstance(one[0], dict)
        and isinstance(one[1], int)
    ]
