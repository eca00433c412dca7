"""Note hits: the notes of which a query holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from postil.library.catalogue.found.excerpts import best_passage
from postil.library.catalogue.found.hit import Hit
from postil.library.catalogue.note_subjects import NoteSubject
from postil.library.catalogue.standings import Standings
from postil.library.catalogue.subjects import AboutArticle
from postil.library.notes.listing import Listed, listing
from postil.search.judging.judge import holds
from postil.search.query.tree import Query
from postil.store.catalogue.kept_articles import KeptArticle, KeptArticles
from postil.store.home.home import Home
from postil.text.clean import clean_line


def note_hits(
    home: Home,
    articles: KeptArticles,
    query: Query,
    about: Callable[[KeptArticle], AboutArticle],
    step: Callable[[], None],
) -> Iterator[Hit]:
    """Yield the notes of which a query holds, in the order of lists."""
    by_article: dict[str, list[Listed]] = defaultdict(list)
    listed = list(listing(home))
    for one in listed:
        by_article[one.article].append(one)
    abouts: dict[str | None, AboutArticle] = {}
    unknown = Standings.none(home)
    for one in listed:
        if one.path not in abouts:
            known = one.path and articles.at(one.path)
            abouts[one.path] = about(known) if known else AboutArticle.of_note(one, unknown)
        step()
        subject = NoteSubject(one, abouts[one.path], by_article[one.article])
        if not holds(query, subject):
            continue
        scores = [best_passage(query, text)[1] for text in subject.texts]
        yield Hit(
            kind="note",
            note=one.id,
            article=one.article,
            path=one.path,
            title=abouts[one.path].title,
            start=one.start,
            end=one.end,
            snippet=clean_line(one.quote if not one.body else f"{one.quote} — {one.body}"),
            score=round(max(scores), 4),
        )
