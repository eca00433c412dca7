"""Notes of any article in their places, with their sources: cached while nothing has changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from postil.errors import CannotOpen
from postil.lexicon.name_overrides import NameOverrides
from postil.library.articles import opening
from postil.library.articles.quick_open import regular
from postil.library.base.open_article import OpenArticle
from postil.library.identity import article_identity, snapshots
from postil.library.identity.snapshots import Snapshot
from postil.library.metadata import name_corrections
from postil.library.notes.placement_cache import PlacementCache, Sourced, inputs_key
from postil.library.notes.placing import HEAD, by_place, placed
from postil.library.sources.governing import Governing
from postil.model.note import Note, PlacedNote, Placement
from postil.store.home.home import Home
from postil.store.records.records import ArticleRecord
from postil.text.progress import Progress


class SourcedNotes:
    """Places the notes of one article after another, and keeps what it found when it is saved.

    ``records`` are always all that is kept of an article, the one that its notes name first.
    """

    def __init__(self, home: Home) -> None:
        self._home = home
        self._cache = PlacementCache(home)

    def in_open(
        self,
        open_article: OpenArticle | None,
        records: Sequence[ArticleRecord],
        notes: Sequence[Note],
    ) -> Sequence[Sourced]:
        """Return notes in an article that was opened; in its last snapshot where there is none."""
        text = self._text(open_article, records)
        return self._sourced(open_article, records, self._placed(text, records, notes))

    def in_snapshot(
        self, records: Sequence[ArticleRecord], notes: Sequence[Note]
    ) -> Sequence[Sourced] | None:
        """Return notes in the last text of the article, sources left out; None if not kept."""
        text = snapshots.newest(self._home, records[0])
        if text is None or text.digest != records[0].digests[-1]:
            return None
        return [Sourced(one) for one in self._placed(text, records, notes)]

    def in_file(self, records: Sequence[ArticleRecord], notes: Sequence[Note]) -> Sequence[Sourced]:
        """Return notes in the article's file, which is opened only if it has changed."""
        record = records[0]
        file = regular(article_identity.path_of(self._home, record))
        said = (*article_identity.corrections(records), *self._names.entries)
        inputs = inputs_key(file, records, said)
        digests = list(dict.fromkeys(digest for one in records for digest in reversed(one.digests)))
        if (known := self._cache.find_sourced(digests, record, inputs, notes)) is not None:
            return sorted(known, key=lambda one: by_place(one.placed))
        open_article = self.opened(record)
        text = self._text(open_article, records)
        found = self._sourced(open_article, records, self._placed(text, records, notes))
        # Whether a text that the home has not met is the article's may be judged otherwise later.
        met = file is None if open_article is None else open_article.article.digest in digests
        if text is not None and met and all(one.placed.span is not None for one in found):
            self._cache.keep_sourced(text.digest, record, inputs, found)
        return found

    def save(self) -> None:
        """Write down what is new."""
        self._cache.save()

    @cached_property
    def _names(self) -> NameOverrides:
        return name_corrections.names(name_corrections.every_correction(self._home))

    def _sourced(
        self,
        open_article: OpenArticle | None,
        records: Sequence[ArticleRecord],
        notes: Sequence[PlacedNote],
    ) -> Sequence[Sourced]:
        governing = Governing(self._home, article_identity.corrections(records), open_article)
        return [Sourced(one, governing.source(one), _page(open_article, one)) for one in notes]

    def _placed(
        self,
        text: Snapshot | None,
        records: Sequence[ArticleRecord],
        notes: Sequence[Note],
    ) -> Sequence[PlacedNote]:
        """Place notes in a text; without any, all of them are orphans."""
        if text is None:
            lost = Placement(None, "orphan", 0.0)
            return [PlacedNote(note, HEAD if note.whole else lost) for note in notes]
        return placed(self._home, text.text, text.digest, notes, records, self._cache)

    def _text(
        self, open_article: OpenArticle | None, records: Sequence[ArticleRecord]
    ) -> Snapshot | None:
        """Return the text of an open article, else the last one that the home keeps of it."""
        if open_article is None:
            return snapshots.newest(self._home, records[0])
        return Snapshot(open_article.article.text, open_article.article.digest)

    def opened(self, record: ArticleRecord, progress: Progress | None = None) -> OpenArticle | None:
        """Return the article from its file on this machine, if the file still holds it."""
        path = regular(article_identity.path_of(self._home, record))
        if path is None:
            return None
        try:
            if progress is None:
                open_article = opening.read(self._home, path)
            else:
                *_, article = opening.opening(path, progress=progress)
                open_article = opening.attach_records(self._home, article, path)
        except CannotOpen:
            return None
        same = article_identity.same_article(self._home, open_article.record)
        return open_article if record.id in {one.id for one in same} else None


def _page(open_article: OpenArticle | None, one: PlacedNote) -> str | None:
    """Return the page on which the words of a note begin; a note on the whole has none."""
    if open_article is None or not open_article.article.pages:
        return None
    if one.span is None or one.note.whole:
        return None
    return open_article.article.page_at(one.span.start)
