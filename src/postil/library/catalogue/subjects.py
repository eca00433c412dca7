"""Subjects of a query: what can be asked of an article that is in the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from postil.model.reading_state import ReadingState, by_progress
from postil.model.values import NamedTuple
from postil.search.judging.texts import SearchedText
from postil.search.query.periods import Period, days_of
from postil.store.catalogue.kept_article import FileStamp, KeptArticle

if TYPE_CHECKING:
    from postil.library.notes.listing import Listed


class Noted(NamedTuple):
    """What the reader has noted on an article."""

    notes: int = 0
    tags: tuple[str, ...] = ()
    """Of its notes."""
    own_tags: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    """What is written on the whole of it."""


class LastReading(NamedTuple):
    """How far an article is read, 0 to 1, and when it was opened last; None and "" for never."""

    progress: float | None = None
    opened: str = ""


class Standing:
    """What the reader has done with an article; looked up when it is asked for."""

    def __init__(
        self,
        said: Mapping[str, str] | None = None,
        state: ReadingState | None = None,
        noted: Callable[[], Noted] = Noted,
        reading: Callable[[], LastReading] = LastReading,
        joined: Mapping[str, Collection[str]] | None = None,
    ) -> None:
        self.said = said or {}
        """What the reader has said of its metadata, by the names of CSL-JSON."""
        self.state = state
        """What the reader says of reading it, if anything."""
        self._joined = joined or {}
        """In what other words a source is asked for, by those of the text."""
        self._find_noted = noted
        self._find_reading = reading

    @cached_property
    def _noted(self) -> Noted:
        return self._find_noted()

    @cached_property
    def _reading(self) -> LastReading:
        return self._find_reading()

    def asked_for(self, source: str) -> Collection[str]:
        """Return in what words a source is asked for: its own, and those it was joined to."""
        return (source, *self._joined.get(source, ()))

    @property
    def notes(self) -> int:
        """How many notes it has."""
        return self._noted.notes

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of its notes."""
        return self._noted.tags

    @property
    def own_tags(self) -> tuple[str, ...]:
        """The tags of the article itself."""
        return self._noted.own_tags

    @property
    def bodies(self) -> tuple[str, ...]:
        """What the reader has written on the whole of it."""
        return self._noted.bodies

    @property
    def progress(self) -> float | None:
        """The share that is read, 0 to 1; None where it was never opened."""
        return self._reading.progress

    @property
    def opened(self) -> str:
        """When it was opened last; "" for never."""
        return self._reading.opened

    @property
    def read(self) -> ReadingState:
        """Whether it is read: the reader's word, else by how far."""
        return self.state or by_progress(self.progress)


class AboutArticle:
    """The fields of an article, which its notes share."""

    def __init__(self, kept: KeptArticle, standing: Standing) -> None:
        self.kept = kept
        self.standing = standing

    @classmethod
    def of_note(cls, listed: Listed, standing: Standing) -> AboutArticle:
        """Return what a note says of its article, where that is not in the catalogue."""
        kept = KeptArticle(listed.path or "", FileStamp(0, 0), "", listed.title)
        return cls(kept, standing)

    @property
    def title(self) -> str:
        """Its title, as the reader has corrected it."""
        return self.standing.said.get("title") or self.kept.title

    def named(self, field: str) -> Sequence[SearchedText]:
        """Return the texts of a field that speaks of the article."""
        said = self.standing.said
        texts: Sequence[str] = ()
        if field == "title":
            texts = (self.title,)
        elif field == "author":
            texts = (said["author"],) if said.get("author") else self.kept.authors
        elif field == "outlet":
            texts = (said.get("container-title") or self.kept.outlet,)
        return [SearchedText(text) for text in texts if text]

    def period(self, field: str) -> Period | None:
        """Return when it was published, or opened last."""
        if field == "date":
            return days_of(self.standing.said.get("issued") or self.kept.issued)
        return days_of(self.standing.opened) if field == "opened" else None


class ArticleSubject:
    """An article as a query sees it."""

    def __init__(self, about: AboutArticle, text: SearchedText) -> None:
        self.about = about
        self.text = text

    @property
    def texts(self) -> Sequence[SearchedText]:
        """Its title and its text."""
        return (self.text, *self.about.named("title"))

    def named(self, field: str) -> Sequence[SearchedText]:
        """Return the texts of a field."""
        if field == "source":
            asked_for = self.about.standing.asked_for
            return [
                SearchedText(one) for said in self.about.kept.sources for one in asked_for(said)
            ]
        if field == "tag":
            return [SearchedText(tag) for tag in self.tags]
        return self.about.named(field)

    def choices(self, field: str) -> Collection[str]:
        """Return which values of a field hold."""
        standing = self.about.standing
        if field == "in":
            return ("text",)
        if field == "read":
            return (standing.read,)
        if field == "has":
            tagged = standing.tags or standing.own_tags
            return [*(["note"] if standing.notes else []), *(["tag"] if tagged else [])]
        return ()

    def period(self, field: str) -> Period | None:
        """Return the days of a field."""
        return self.about.period(field)

    @property
    def tags(self) -> Sequence[str]:
        """The tags of the article itself."""
        return self.about.standing.own_tags

    def overlaps(self, tags: Sequence[str]) -> bool:
        """Only notes have passages."""
        del tags
        return False
