"""Bibliography input: the articles that were read, and what their passages quote and cite."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from postil.cite.citation import CitedArticle
from postil.cite.record.collection import ReadArticle
from postil.errors import CannotOpen
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.citation.styling import is_small
from postil.library.notes import listing
from postil.library.sources.article_sources import of, once, originals
from postil.model.source import Governed, Metadata, Relation, Source
from postil.model.span import Span
from postil.model.values import dataclass, field
from postil.store.home.home import Home
from postil.text.clean import clean_line
from postil.text.quotes import in_marks

_UNKNOWN: Relation = "cited"
"""What the words are to a source, where their article is not at hand: the lesser claim."""


@dataclass(slots=True)
class BibliographyInput:
    """What a bibliography is made of: articles read, and what could not be."""

    reads: list[ReadArticle] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)

    def add(self, open_article: OpenArticle, quoted: dict[Source, Relation] | None = None) -> None:
        """Add an article with what it quotes: everything, unless it is said what."""
        known = originals(open_article)
        metadata = open_article.article.metadata
        self.reads.append(
            ReadArticle(
                CitedArticle(metadata, open_article.article.name),
                known if quoted is None else quoted,
                tuple(known),
                lambda word: is_small(word, open_article),
            )
        )
        if not metadata.title:
            name = clean_line(open_article.article.name)
            self.problems.append(
                f"The title of {name} is not known: its file's name stands for it."
            )

    def try_all(self, home: Home, paths: Iterable[Path]) -> None:
        """Add articles; of one that cannot be read it is said that it is left out."""
        for path in paths:
            try:
                self.add(opening.read(home, path))
            except CannotOpen as error:
                self.problems.append(f"Left out: {error}.")


def of_listed(
    listed: Iterable[listing.Listed],
    opened: Callable[[str | None], OpenArticle | None],
    governed: Callable[[OpenArticle, Span], Governed],
) -> BibliographyInput:
    """Gather what the passages of notes quote and cite, by means of opening and of weighing.

    Whoever has opened the articles anyway spares their being read again.
    """
    by_article: dict[str, list[listing.Listed]] = {}
    for one in listed:
        by_article.setdefault(one.article, []).append(one)
    found = BibliographyInput()
    for notes in by_article.values():
        open_article = opened(notes[0].path)
        if open_article is None:
            sources = {one.source: _UNKNOWN for one in notes if one.source is not None}
            metadata = Metadata(title=notes[0].title)
            found.reads.append(
                ReadArticle(CitedArticle(metadata, notes[0].title), sources, tuple(sources))
            )
            name = in_marks(clean_line(notes[0].title))
            found.problems.append(f"{name} is not on this machine; of it only its title is known.")
            continue
        spans = [
            Span(one.start, one.end)
            for one in notes
            if one.start is not None and one.end is not None
        ]
        known = once(two for span in spans for two in of(governed(open_article, span)))
        found.add(open_article, known)
    return found
