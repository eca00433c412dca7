"""Subjects of a query: what can be asked of an article and of a note that are in the catalogue."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from postil.library.notes.listing import Listed
from postil.library.sources.article_sources import words_of
from postil.model.reading_state import ReadingState, by_progress
from postil.model.span import Span
from postil.search.judging.texts import SearchedText
from postil.search.query.periods import Period, days_of
from postil.store.catalogue.kept_articles import FileStamp, KeptArticle
from postil.text.tag_tree import under


class Standing:
    """What the reader has done with an article: notes, tags, how far it is read."""

    def __init__(
        self,
        *,
        notes: int = 0,
        tags: tuple[str, ...] = (),
        own_tags: tuple[str, ...] = (),
        progress: float | None = None,
        opened: str = "",
        said: Mapping[str, str] | None = None,
        state: ReadingState | None = None,
    ) -> None:
        self.notes = notes
        self.tags = tags
        """Of its notes."""
        self.own_tags = own_tags
        self.progress = progress
        self.opened = opened
        self.said = said or {}
        """What the reader has said of its metadata, by the names of CSL-JSON."""
        self.state = state
        """What the reader says of reading it, if anything."""
        self.read = state or by_progress(progress)
        """Whether it is read: the reader's word, else by how far."""


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

    def __init__(self, about: AboutArticle, text: str) -> None:
        self.about = about
        self.text = SearchedText(text)

    @property
    def texts(self) -> Sequence[SearchedText]:
        """Its title and its text."""
        return (self.text, *self.about.named("title"))

    def named(self, field: str) -> Sequence[SearchedText]:
        """Return the texts of a field."""
        if field == "source":
            return [SearchedText(source) for source in self.about.kept.sources]
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
            return [SearchedText(words_of(source))] if source is not None else []
        if field == "tag":
            return [SearchedText(tag) for tag in self.tags]
        return self.about.named(field)

    def choices(self, field: str) -> Collection[str]:
        """Return which values of a field hold."""
        listed = self.listed
        if field == "has":
            return [*(["note"] if listed.body else []), *(["tag"] if listed.tags else [])]
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
