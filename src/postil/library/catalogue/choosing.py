"""Chooses notes: those that pass the filters of a list, and fit a query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from postil.library.catalogue.note_subjects import NoteSubject
from postil.library.catalogue.refreshing import kept, refresh_only
from postil.library.catalogue.saved_queries import asked
from postil.library.catalogue.standings import Standings
from postil.library.catalogue.subjects import AboutArticle
from postil.library.notes.listing import Filters, Listed, listing
from postil.search.judging.judge import holds
from postil.search.query.tree import About, All, Choice, During, Overlap, Query, Tagged, parts_of
from postil.store.home.home import Home

OF_ARTICLES = frozenset(("title", "author", "outlet", "date", "opened", "read"))
"""Fields that speak of the article of a note: it is read for them, if it was not."""


def chosen_notes(
    home: Home,
    query: str,
    path: Path | None = None,
    filters: Filters | None = None,
    *,
    sources: bool = True,
    typing: bool = False,
    step: Callable[[], None] = lambda: None,
) -> Iterator[Listed]:
    """Yield the notes of one article, or of all, that pass every filter and fit the query.

    Without ``sources`` these are left out, unless the query asks for them. While ``typing`` what is
    unfinished is no mistake. ``step`` is called for each note before it is judged: its source may
    have to be looked for. Raises BadQuery, and what
    :func:`postil.library.notes.listing.listing` raises.
    """
    query_read = asked(home, query, typing=typing)
    wanted = sources or any(_field(part) == "source" for part in parts_of(query_read))
    return _fitting(home, query_read, path, filters or {}, wanted, step)


def _fitting(
    home: Home,
    query: Query,
    path: Path | None,
    filters: Filters,
    sources: bool,
    step: Callable[[], None],
) -> Iterator[Listed]:
    narrowed: Filters = {**filters}
    if narrowed.get("tag") is None:
        narrowed["tag"] = _tag_of_all(query)
    parts = list(parts_of(query))
    listed: Iterable[Listed] = listing(home, path=path, sources=sources, **narrowed)
    abouts: Mapping[str, AboutArticle] = {}
    if any(_field(part) in OF_ARTICLES for part in parts):
        listed = list(listed)
        abouts = _abouts(home, listed)
    neighbours: Mapping[str, Sequence[Listed]] = {}
    if any(isinstance(part, Overlap) for part in parts):
        neighbours = _by_article(listing(home, path=path, sources=False))
    unknown = Standings.none(home)
    for one in listed:
        step()
        about = abouts.get(one.path or "") or AboutArticle.of_note(one, unknown)
        if holds(query, NoteSubject(one, about, neighbours.get(one.article, ()))):
            yield one


def _tag_of_all(query: Query) -> str | None:
    """Return a tag that every note bears which the query finds, if there is one."""
    parts = query.parts if isinstance(query, All) else (query,)
    return next((part.tag for part in parts if isinstance(part, Tagged)), None)


def _field(part: Query) -> str:
    """Return the field that a part asks for, if it asks for one."""
    return part.field if isinstance(part, About | Choice | During) else ""


def _abouts(home: Home, listed: Iterable[Listed]) -> dict[str, AboutArticle]:
    """Return what is known of the articles of notes, which are read where they were not."""
    standings = Standings(home)
    paths = {one.path for one in listed if one.path is not None}
    articles = kept(home.places)
    try:
        refresh_only(home.places, home, articles, map(Path, sorted(paths)))
        found = [one for path in paths if (one := articles.at(path)) is not None]
    finally:
        articles.close()
    return {one.path: AboutArticle(one, standings.of(one.path, one.digest)) for one in found}


def _by_article(listed: Iterable[Listed]) -> dict[str, list[Listed]]:
    found: dict[str, list[Listed]] = defaultdict(list)
    for one in listed:
        found[one.article].append(one)
    return found
