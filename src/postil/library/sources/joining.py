"""Joined sources: two spellings of which the reader has said that they are one source.

A join is kept in the home by the whole spelling of the source that gives way. Lists, counts and
queries take both for one; a citation says what the text says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

from postil.errors import BadRequest
from postil.library.base.labels import describe, iso_date
from postil.library.sources.article_sources import words_of
from postil.library.sources.quoted import anywhere
from postil.model.source import Source
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.store.records.records import JoinedSource
from postil.text.clean import clean_line
from postil.text.quotes import in_marks

_FURTHEST = 8
"""Joins that are followed one after another: two machines may have made a circle."""


def spelling(source: Source) -> str:
    """Return all that is said of a source, in words: what it is known by."""
    said = (words_of(source), source.type, source.publisher_place, iso_date(source.issued))
    return clean_line(" · ".join(part for part in said if part))


def fullness(source: Source) -> tuple[int, int, int]:
    """Return how much is said of a source: facts, words of names that are more than an initial.

    What is said in more letters is fuller, where that is alike.
    """
    date = source.issued
    facts = (source.title, source.container_title, source.publisher, source.publisher_place)
    known = sum(map(bool, (source.author, source.url, *facts)))
    if date is not None:
        known += 1 + sum(part is not None for part in (date.month, date.day))
    names = [word for one in source.author for word in one.display.split()]
    return known, sum(len(word.strip(".")) > 1 for word in names), len(spelling(source))


class SourceJoins:
    """What the reader has joined, as it stands now."""

    def __init__(self, home: Home) -> None:
        self._to = {key: one.source for key, one in home.joined_sources().items()}
        self._by_words: dict[str, Source] | None = None

    def of(self, source: Source) -> Source:
        """Return the source that another one is joined to; itself where it is not."""
        if not self._to:
            return source
        for _ in range(_FURTHEST):
            found = self._to.get(spelling(source))
            if found is None:
                break
            source = found
        return source

    def __bool__(self) -> bool:
        return bool(self._to)


def other_words(home: Home) -> Mapping[str, Collection[str]]:
    """Return in what other words a source can be asked for, by the words that stand in a text."""
    joined = home.joined_sources()
    if not joined:
        return {}
    joins = SourceJoins(home)
    together: defaultdict[str, set[str]] = defaultdict(set)
    for key, one in joined.items():
        winner = words_of(joins.of(one.source))
        together[winner] |= {winner, _asked_words(key, one)}
    return {word: words - {word} for words in together.values() for word in words}


def _asked_words(key: str, joined: JoinedSource) -> str:
    """Return the words of a spelling by which it is asked for: its type and date are none."""
    return joined.words or key


def join(home: Home, spellings: Collection[Source], winner: Source) -> None:
    """Say that some sources are one, and which spelling stands for all; undoable.

    Raises BadRequest where there are not two, and CannotWrite.
    """
    to = anywhere(winner)
    known = home.joined_sources()
    before, after = [], []
    for source in map(anywhere, spellings):
        key = spelling(source)
        old = known.get(key)
        new = None if key == spelling(to) else JoinedSource(key, to, words_of(source))
        if new != old:
            before += [] if old is None else [old]
            after += [] if new is None else [new]
    old = known.get(spelling(to))
    if old is not None and old not in before:
        before.append(old)
    if not before and not after:
        raise BadRequest("sources", "they are one already", "choose another one")
    home.apply(Change(f"sources joined to {in_marks(describe(to))}", tuple(before), tuple(after)))


def part(home: Home, spellings: Collection[Source]) -> None:
    """Say that sources which were joined are several again; undoable. Raises as ``join`` does."""
    known = home.joined_sources()
    keys = {spelling(anywhere(one)) for one in spellings}
    before = tuple(known[key] for key in sorted(keys) if key in known)
    if not before:
        raise BadRequest("sources", "nothing was joined here", "join two of them first")
    home.apply(Change(f"sources parted from {in_marks(describe(before[0].source))}", before))
