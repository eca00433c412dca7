"""Note subjects: what a query can ask of a note, of its article, and of those beside it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from postil.library.catalogue.subjects import AboutArticle
from postil.library.notes.listing import Listed
from postil.library.sources.article_sources import words_of
from postil.model.note import Note
from postil.model.span import Span
from postil.search.judging.texts import SearchedText
from postil.search.query.periods import Period, days_of
from postil.text.tag_tree import under


class PlainNote:
    """A note by itself, wherever it stands: of its article nothing is asked."""

    def __init__(self, note: Note) -> None:
        self.note = note

    @cached_property
    def texts(self) -> Sequence[SearchedText]:
        """The words of its passage, and its own."""
        return (SearchedText(self.note.anchor.quote), SearchedText(self.note.body))

    def named(self, field: str) -> Sequence[SearchedText]:
        """Return the texts of a field."""
        if field == "note":
            return self.texts[1:]
        if field == "by":
            return [SearchedText(self.note.maker)]
        return [SearchedText(tag) for tag in self.tags] if field == "tag" else ()

    def choices(self, field: str) -> Collection[str]:
        """Return which values of a field hold."""
        if field == "has":
            return _has(self.note.body, self.note.tags)
        return ({"in": "notes", "colour": str(self.note.colour)}.get(field, ""),)

    def period(self, field: str) -> Period | None:
        """Return the days of a field."""
        return days_of(self.note.created) if field == "made" else None

    @property
    def tags(self) -> Sequence[str]:
        """The tags of the note."""
        return self.note.tags

    def overlaps(self, tags: Sequence[str]) -> bool:
        """Nothing is known of what stands beside it."""
        del tags
        return False


def _has(body: str, tags: Sequence[str]) -> Collection[str]:
    return [*(["note"] if body else []), *(["tag"] if tags else [])]


class NoteSubject:
    """A note as a query sees it."""

    def __init__(self, listed: Listed, about: AboutArticle, neighbours: Sequence[Listed]) -> None:
        """``neighbours`` are all notes on the article."""
        self.listed = listed
        self.about = about
        self._neighbours = neighbours

    @cached_property
    def texts(self) -> Sequence[SearchedText]:
        """The words of its passage, and its own."""
        return (SearchedText(self.listed.quote), SearchedText(self.listed.body))

    def named(self, field: str) -> Sequence[SearchedText]:
        """Return the texts of a field."""
        if field == "note":
            return self.texts[1:]
        if field == "source":
            source = self.listed.source
            if source is None:
                return []
            return [SearchedText(one) for one in self.about.standing.asked_for(words_of(source))]
        if field == "tag":
            return [SearchedText(tag) for tag in self.tags]
        if field == "by":
            return [SearchedText(self.listed.note.maker)]
        return self.about.named(field)

    def choices(self, field: str) -> Collection[str]:
        """Return which values of a field hold."""
        listed = self.listed
        if field == "has":
            return _has(listed.body, listed.tags)
        one = {
            "in": "notes",
            "state": str(listed.state),
            "colour": str(listed.colour),
            "read": self.about.standing.read,
        }
        return (one[field],)

    def period(self, field: str) -> Period | None:
        """Return the days of a field."""
        return days_of(self.listed.created) if field == "made" else self.about.period(field)

    @property
    def tags(self) -> Sequence[str]:
        """The tags of the note."""
        return self.listed.tags

    def overlaps(self, tags: Sequence[str]) -> bool:
        """Tell whether its passage meets one under each of the tags, and it bears one of them."""
        mine = _span(self.listed)
        if mine is None or not any(under(one, tag) for one in self.tags for tag in tags):
            return False
        met = [
            one
            for one in self._neighbours
            if (span := _span(one)) is not None and span.overlaps(mine)
        ]
        return all(any(under(one, tag) for note in met for one in note.tags) for tag in tags)


def _span(listed: Listed) -> Span | None:
    if listed.start is None or listed.end is None:
        return None
    return Span(listed.start, listed.end)
