"""Note hits: the notes of which a query holds.

Of very many notes those are sought first that have the words of the query; where that is all it
asks for, the best of them alone are placed in their articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest

from postil.library.catalogue.found.excerpts import best_passage
from postil.library.catalogue.found.hit import Hit
from postil.library.catalogue.found.met import Met
from postil.library.catalogue.note_subjects import NoteSubject, PlainNote
from postil.library.catalogue.subjects import AboutArticle
from postil.library.notes.listing import Listed, listing
from postil.model.note import Note
from postil.search.judging.judge import holds
from postil.search.judging.needs import Sieve, needs_of
from postil.search.judging.texts import SearchedText
from postil.search.query.tree import About, All, Choice, During, Overlap, Query, Tagged, parts_of
from postil.store.catalogue.kept_articles import KeptArticles
from postil.store.home.home import Home
from postil.text.clean import clean_line

PLAIN = frozenset(("note", "tag", "colour", "in", "has", "made", "by"))
"""Fields of which a note itself tells, wherever it stands."""

EVERY = 500
"""Notes between two steps."""

MOST = 4_000
"""Notes of which the best are chosen, the newest ones, where more have the words of a query."""


def note_hits(
    home: Home, articles: KeptArticles, met: Met, query: Query, limit: int | None
) -> Iterator[Hit]:
    """Yield notes of which a query holds, in the order of lists; the best if there are many."""
    plain = limit is not None and _plain(query)
    found = _candidates(home, met, query, MOST if plain else None)
    if found is not None and limit is not None and plain:
        found = _best(found, query, limit, met)
    ids = None if found is None else {note.id for note in found}
    if ids is not None and not ids:
        return
    yield from _Placed(home, articles, met, query).hits(listing(home, among=ids))


def _candidates(home: Home, met: Met, query: Query, most: int | None) -> list[Note] | None:
    """Return the notes of which a query may hold, ``most`` if they are very many; None for all."""
    if needs := needs_of(query):
        sieve = Sieve(needs)
        notes = home.lookup.worded(needs, sieve.may_have, most)
        found = []
        for at, (identity, doc, words) in enumerate(notes.worded()):
            if at % EVERY == 0:
                met.step()
            if sieve.lets_through(met.note_key(identity, doc, words)):
                found.append(notes[identity])
        return found
    parts = query.parts if isinstance(query, All) else (query,)
    tag = next((part.tag for part in parts if isinstance(part, Tagged)), None)
    return None if tag is None else home.some_notes(tag=tag)


def _plain(query: Query) -> bool:
    """Tell whether a note alone decides about a query, wherever it stands."""
    for part in parts_of(query):
        if isinstance(part, Overlap):
            return False
        if isinstance(part, About | Choice | During) and part.field not in PLAIN:
            return False
    return True


def _best(notes: Iterable[Note], query: Query, limit: int, met: Met) -> list[Note]:
    scored = []
    for note in nlargest(MOST, notes, key=lambda one: one.id):
        met.step()
        subject = PlainNote(note)
        if holds(query, subject):
            scored.append((_score(query, subject.texts), note.id, note))
    return [note for _, _, note in nlargest(limit, scored)]


def _score(query: Query, texts: Iterable[SearchedText]) -> float:
    return round(max(best_passage(query, text)[1] for text in texts), 4)


class _Placed:
    """Judges notes where they stand."""

    def __init__(self, home: Home, articles: KeptArticles, met: Met, query: Query) -> None:
        self._home = home
        self._articles = articles
        self._met = met
        self._query = query
        self._abouts: dict[str | None, AboutArticle] = {}
        self._overlaps = any(isinstance(part, Overlap) for part in parts_of(query))

    def hits(self, notes: Iterable[Listed]) -> Iterator[Hit]:
        """Yield those of which the query holds."""
        for one in notes:
            self._met.step()
            beside = self._neighbours.get(one.article, ()) if self._overlaps else ()
            about = self._about(one)
            subject = NoteSubject(one, about, beside)
            if holds(self._query, subject):
                yield Hit(
                    kind="note",
                    note=one.id,
                    article=one.article,
                    path=one.path,
                    title=about.title,
                    start=one.start,
                    end=one.end,
                    snippet=clean_line(one.quote if not one.body else f"{one.quote} — {one.body}"),
                    score=_score(self._query, subject.texts),
                    quote=one.quote,
                    body=one.body,
                )

    @cached_property
    def _neighbours(self) -> Mapping[str, Sequence[Listed]]:
        """All notes, by their articles."""
        found: dict[str, list[Listed]] = defaultdict(list)
        for one in listing(self._home, sources=False):
            found[one.article].append(one)
        return found

    def _about(self, one: Listed) -> AboutArticle:
        if one.path not in self._abouts:
            kept = self._articles.at(one.path) if one.path else None
            unknown = self._met.standings.none(self._home)
            self._abouts[one.path] = (
                AboutArticle.of_note(one, unknown) if kept is None else self._met.about(kept)
            )
        return self._abouts[one.path]
