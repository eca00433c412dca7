"""Lists of notes that follow what is typed: in an order, in groups, found while they are read.

Of a hundred thousand notes a reader sees a few. Of the others only that is read which the order
and the query need, piece by piece, the first rows before all else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count, islice

from postil.library.base.labels import day_text, describe
from postil.library.browsing.orders import Order, turned
from postil.library.browsing.outlines import Outline, outlined, outlines
from postil.library.catalogue.choosing import OF_ARTICLES, chosen_notes
from postil.library.catalogue.note_subjects import NoteSubject
from postil.library.catalogue.saved_queries import asked
from postil.library.catalogue.subjects import AboutArticle, Standing
from postil.library.identity.article_identity import NAMELESS, path_of
from postil.library.notes.listing import Filters, Listed, listing
from postil.model.note import Note
from postil.model.span import Span
from postil.model.values import NamedTuple
from postil.search.judging.judge import holds
from postil.search.judging.refusal import refusal
from postil.search.query.tree import (
    EVERYTHING,
    About,
    All,
    Choice,
    During,
    Overlap,
    Query,
    parts_of,
)
from postil.store.home.home import Home
from postil.text.progress import Progress

PIECE = 200
"""Notes that are listed at once."""

JUDGED = 25
"""Notes that are judged between two steps; each takes some thirty microseconds."""

OWN_WORDS = "the article’s own words"
UNTAGGED = "without a tag"
UNDATED = "without a date"
LAST = (OWN_WORDS, UNTAGGED, UNDATED)
"""The heads of what stands last in either direction."""
_UNKNOWN = Standing()
"""Of an article about which nothing is asked."""


class Chunk(NamedTuple):
    """Some notes that follow each other."""

    head: str
    """What they have in common; "" where nothing is said of it. Two chunks may have one head."""
    ids: Sequence[str]


class NoteList:
    """The notes of a library, or of one article, to be listed in one order after the other."""

    def __init__(self, home: Home, articles: Collection[str] | None = None) -> None:
        """List the notes of all articles, or of the records of one; it may take a while."""
        self._home = home
        self._articles = articles
        self.notes: Mapping[str, Note] = (
            home.notes()
            if articles is None
            else {note.id: note for note in home.notes_of(articles)}
        )
        """The notes as they were when the list was made."""
        self._titles = {one.id: one.title or NAMELESS for one in home.articles().values()}
        self._paths: dict[str, str] = {}
        self._all: list[Outline] = []

    def title(self, note: Note) -> str:
        """Return the title of the article that a note is on."""
        return self._titles.get(note.article, NAMELESS)

    def path(self, note: Note) -> str:
        """Return where this machine last saw the article of a note; "" where it never has."""
        if note.article not in self._paths:
            record = self._home.articles().get(note.article)
            path = None if record is None else path_of(self._home, record)
            self._paths[note.article] = "" if path is None else str(path)
        return self._paths[note.article]

    def chunks(
        self,
        typed: str,
        order: Order,
        places: Mapping[str, Span | None],
        progress: Progress,
        *,
        backwards: bool = False,
    ) -> Iterator[Chunk]:
        """Yield the notes that a query finds, which may be typed still; the first of them soon.

        ``backwards`` they come in the order the other way round.
        ``places`` are those that are known of the notes of an article. ``progress`` is called
        every few milliseconds; what it raises ends the work. Raises BadQuery.
        """
        query = asked(self._home, typed, typing=True)
        fits: Callable[[Outline], bool] | None = None
        if query != EVERYTHING:
            fits = self._fits(query, typed, progress)
        if order is Order.SOURCE:
            found = [
                one.id
                for _, group in self._groups(Order.PLACE, places, progress)
                for one in self._judged(group, fits, progress)
            ]
            chunks = self._by_source(found, progress)
            yield from map(Chunk._make, turned(chunks, order, LAST)) if backwards else chunks
            return
        groups = self._groups(order, places, progress)
        if backwards:
            groups = turned(groups, order, LAST, lambda one: _by_place(one, places)[0])
        for head, group in groups:
            fitting = self._judged(group, fits, progress)
            while ids := [one.id for one in islice(fitting, PIECE)]:
                yield Chunk(head, ids)

    # -- orders

    def _groups(
        self, order: Order, places: Mapping[str, Span | None], progress: Progress
    ) -> Iterator[tuple[str, Iterable[Outline]]]:
        if order is Order.DATE:
            yield from self._by_day(progress)
        elif order is Order.TAG:
            yield from self._by_tag(places, progress)
        elif self._articles is not None:
            yield "", sorted(self._outlines(progress), key=lambda one: _by_place(one, places))
        else:
            yield from self._by_article(progress, by_title=order is Order.ARTICLE)

    def _by_article(
        self, progress: Progress, *, by_title: bool
    ) -> Iterator[tuple[str, Iterable[Outline]]]:
        first = ""
        if not by_title and self.notes:
            # Ids sort by time. What was noted last is shown before all are gone through.
            newest = self.notes[max(self.notes)]
            first = newest.article
            mine = [outlined(note) for note in self._home.notes_of([first])]
            yield self.title(newest), sorted(mine, key=lambda one: _by_place(one, {}))
        groups: defaultdict[str, list[Outline]] = defaultdict(list)
        for one in self._outlines(progress):
            if one.article != first:
                groups[one.article].append(one)

        def titled(article: str) -> tuple[str, str]:
            return self._titles.get(article, NAMELESS).casefold(), article

        def last_noted(article: str) -> str:
            return max(one.id for one in groups[article])

        ordered = sorted(groups, key=titled) if by_title else sorted(groups, key=last_noted)
        for article in ordered if by_title else reversed(ordered):
            mine = sorted(groups[article], key=lambda one: _by_place(one, {}))
            yield self._titles.get(article, NAMELESS), mine

    def _by_day(self, progress: Progress) -> Iterator[tuple[str, Iterable[Outline]]]:
        day, group = "", list[Outline]()
        for one in sorted(
            self._outlines(progress), key=lambda one: (one.created, one.id), reverse=True
        ):
            if one.created[:10] != day and group:
                yield day_text(day) or UNDATED, group
                group = []
            day = one.created[:10]
            group.append(one)
        if group:
            yield day_text(day) or UNDATED, group

    def _by_tag(
        self, places: Mapping[str, Span | None], progress: Progress
    ) -> Iterator[tuple[str, Iterable[Outline]]]:
        """Yield the notes under the first of their tags by name; those without tags last."""
        groups: defaultdict[str, list[Outline]] = defaultdict(list)
        spelt: dict[str, str] = {}
        for one in self._outlines(progress):
            tag = min(one.tags, key=str.casefold, default="")
            key = tag.casefold()
            spelt.setdefault(key, tag)
            groups[key].append(one)
        for key in sorted(groups, key=lambda key: (not key, key)):

            def place(one: Outline) -> tuple[str, tuple[bool, int, int, str]]:
                return self._titles.get(one.article, NAMELESS).casefold(), _by_place(one, places)

            head = f"#{spelt[key]}" if key else UNTAGGED
            yield head, sorted(groups[key], key=place)

    def _by_source(self, ids: Sequence[str], progress: Progress) -> Iterator[Chunk]:
        """Yield notes by whose words they are on; those on the article's own words last.

        Articles that have changed since their notes were listed last are read for that.
        """
        groups: defaultdict[str, list[str]] = defaultdict(list)
        wanted = frozenset(ids)
        for at, one in enumerate(listing(self._home, among=wanted)):
            progress(at / len(wanted))
            groups[describe(one.source)].append(one.id)
        for label in sorted(groups, key=lambda label: (not label, label.casefold())):
            yield Chunk(label or OWN_WORDS, groups[label])

    def _outlines(self, progress: Progress) -> Sequence[Outline]:
        """Return the outlines of all notes, made once; keys go before."""
        if not self._all:
            found = []
            for at, one in enumerate(outlines(self.notes)):
                if at % PIECE == 0:
                    progress(0)
                found.append(one)
            self._all = found
        return self._all

    # -- queries

    def _judged(
        self,
        group: Iterable[Outline],
        fits: Callable[[Outline], bool] | None,
        progress: Progress,
    ) -> Iterator[Outline]:
        for at, one in enumerate(group):
            if at % JUDGED == 0:
                progress(0)
            if fits is None or fits(one):
                yield one

    def _fits(self, query: Query, typed: str, progress: Progress) -> Callable[[Outline], bool]:
        """Return what tells whether a query holds of a note.

        Where it asks for what the note itself does not say, such as its source, the notes that
        may fit are found first.
        """
        parts = query.parts if isinstance(query, All) else (query,)
        shallow = All(tuple(part for part in parts if not _is_deep(part)))
        refuses = refusal(shallow)

        def quickly(one: Outline) -> bool:
            if refuses is not None and refuses(one):
                return False
            return shallow == EVERYTHING or holds(shallow, self._subject(self.notes[one.id]))

        if len(shallow.parts) == len(parts):
            return quickly
        left = {one.id for one in self._judged(self._outlines(progress), quickly, progress)}
        judged = count()

        def step() -> None:
            # Few may fit, but each takes a look at its article.
            progress(next(judged) / len(left))

        among: Filters = {"among": left}
        chosen = chosen_notes(self._home, typed, filters=among, typing=True, step=step)
        found = {one.id for one in chosen}
        return lambda one: one.id in found

    def _subject(self, note: Note) -> NoteSubject:
        """Return a note as far as itself tells of it."""
        listed = Listed(
            *(note.id, note.article, None, None, None, "same", note.anchor.quote, note.body),
            *(note.tags, note.colour, None, note.created, note.modified, "", note),
        )
        return NoteSubject(listed, AboutArticle.of_note(listed, _UNKNOWN), ())


def _is_deep(query: Query) -> bool:
    """Tell whether a query asks for what a note itself does not say."""
    for part in parts_of(query):
        if isinstance(part, Overlap):
            return True
        asks = part.field if isinstance(part, About | Choice | During) else ""
        if asks in OF_ARTICLES or asks in ("source", "state"):
            return True
    return False


def _by_place(one: Outline, places: Mapping[str, Span | None]) -> tuple[bool, int, int, str]:
    """Return a key that sorts the notes of an article by place, those without one last."""
    span = places.get(one.id, Span(one.start, max(one.start, one.end)))
    if span is None:
        return (True, one.start, 0, one.id)
    return (False, span.start, len(span), one.id)
