"""Lists the sources that an article quotes or cites, each once, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator

from postil.library.base.open_article import OpenArticle
from postil.model.source import Governed, Relation, Source


def originals(open_article: OpenArticle) -> dict[Source, Relation]:
    """Return every source of the article's paragraphs, as the reader has corrected them.

    One that is quoted anywhere counts as quoted.
    """
    return once(one for paragraph in open_article.sources.paragraphs for one in of(paragraph))


def words_of(source: Source) -> str:
    """Return all that a source can be asked for by its words: people, titles, outlets."""
    names = " ".join(name.display for name in source.author)
    return " · ".join(
        part
        for part in (names, source.title, source.container_title, source.publisher, source.url)
        if part
    )


def of(governed: Governed) -> Iterator[tuple[Source, Relation]]:
    """Yield the sources of a passage, with what its words are to each."""
    for part in governed.parts or (governed,):
        if part.source is not None:
            yield part.source, part.relation
            for other in part.others:
                yield other, part.relation


def once(found: Iterator[tuple[Source, Relation]]) -> dict[Source, Relation]:
    """Return each source once, where it is first met; quoted, if it is anywhere."""
    kept: dict[Source, Relation] = {}
    for source, relation in found:
        if kept.setdefault(source, relation) != "quoted" and relation == "quoted":
            kept[source] = relation
    return kept
