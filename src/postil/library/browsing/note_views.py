"""Views of notes: state, section and source of the few that a reader sees, found when asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from postil.library.articles.watching import Stamp, stamp
from postil.library.base.labels import describe
from postil.library.base.makers import other
from postil.library.base.open_article import OpenArticle
from postil.library.browsing.linking import Backlinks, backlinks, linked
from postil.library.identity import article_identity, snapshots
from postil.library.identity.article_identity import NAMELESS
from postil.library.notes.orphans import LastKnownPlace, last_known_places
from postil.library.notes.placement_cache import Sourced
from postil.library.notes.sourced_notes import SourcedNotes
from postil.model.article import Article
from postil.model.note import Note, State
from postil.model.span import Span
from postil.model.values import dataclass, replace
from postil.store.home.home import Home
from postil.store.records.records import ArticleRecord
from postil.text.progress import Progress

ARTICLES = 12
"""Articles that stay open for further notes of theirs."""


@dataclass(frozen=True, slots=True)
class NoteView:
    """What a note does not say itself."""

    title: str
    """Of its article."""
    path: str | None
    """Where this machine last saw the article; as the system spells it, not yet fit for showing."""
    state: State
    span: Span | None
    """In the article as it is now; None for an orphan."""
    section: str
    """The title of the section that it stands in; "" where there is none, or where it is gone."""
    source: str
    """Whose words it is on, in a line; "" for the article's own."""
    page: str = ""
    """The page that its words begin on, as it is printed; "" where the article has none."""
    stood: LastKnownPlace | None = None
    """Where its words stood, for one without a place."""
    by: str = ""
    """Who else has made it; "" for the reader's own."""
    links: tuple[str, ...] = ()
    """What it points to, and what points to it, each in a line."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """An article for whose notes is asked."""

    stamp: Stamp | None
    records: Sequence[ArticleRecord]
    path: Path | None
    open_article: OpenArticle | None
    kept: Article | None
    """The last text that the home keeps, where the file cannot be read."""


class NoteViews:
    """Looks up notes of any articles; the articles seen last stay open. For one thread."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._sourced = SourcedNotes(home)
        self._linked: tuple[object, Backlinks] | None = None
        self._open: OrderedDict[str, _Opened] = OrderedDict()

    def of(self, notes: Iterable[Note], progress: Progress) -> Iterator[tuple[Note, NoteView]]:
        """Yield notes with what is known of them, those of one article together.

        ``progress`` is called every few milliseconds, and may raise to end the work.
        """
        by_article: dict[str, list[Note]] = {}
        for note in notes:
            by_article.setdefault(note.article, []).append(note)
        for article, mine in by_article.items():
            progress(0)
            opened = self._article(article, progress)
            if opened is None:
                for note in mine:
                    by = other(self._home, note)
                    yield note, NoteView(NAMELESS, None, "orphan", None, "", "", by=by)
                continue
            found = self._sourced.in_open(opened.open_article, opened.records, mine)
            lost = [one.placed.note for one in found if one.placed.span is None]
            stood = last_known_places(self._home, lost, progress) if lost else {}
            for one in found:
                note = one.placed.note
                by = other(self._home, note)
                view = _view(one, opened, stood.get(note.id), by)
                links = linked(self._home, note, self._backlinks())
                yield note, replace(view, links=tuple(one.sentence for one in links))

    def _backlinks(self) -> Backlinks:
        """Return all links to notes, gathered anew when any note has changed."""
        notes = self._home.notes()
        if self._linked is None or self._linked[0] is not notes:
            self._linked = notes, backlinks(self._home)
        return self._linked[1]

    @cached_property
    def _same(self) -> article_identity.SameArticleIndex:
        return article_identity.SameArticleIndex(self._home)

    def _article(self, identity: str, progress: Progress) -> _Opened | None:
        record = self._home.articles().get(identity)
        if record is None:
            return None
        path = article_identity.path_of(self._home, record)
        now = stamp(path)
        known = self._open.pop(identity, None)
        if known is None or known.stamp != now:
            records = self._same.records_of(record)
            open_article = self._sourced.opened(record, progress)
            kept = None if open_article is not None else self._kept(record, progress)
            known = _Opened(now, records, path, open_article, kept)
        self._open[identity] = known
        while len(self._open) > ARTICLES:
            self._open.popitem(last=False)
        return known

    def _kept(self, record: ArticleRecord, progress: Progress) -> Article | None:
        text = snapshots.newest(self._home, record)
        return None if text is None else snapshots.kept_article(self._home, text.digest, progress)


def _view(sourced: Sourced, opened: _Opened, stood: LastKnownPlace | None, by: str) -> NoteView:
    placed = sourced.placed
    article = opened.kept if opened.open_article is None else opened.open_article.article
    section = None
    if article is not None and placed.span is not None and not placed.note.whole:
        section = article.section_at(placed.span.start)
    return NoteView(
        title=opened.records[0].title or NAMELESS,
        path=None if opened.path is None else str(opened.path),
        state=placed.placement.state,
        span=placed.span,
        section="" if section is None else section.title or "",
        source=describe(sourced.source),
        page=sourced.page or "",
        stood=stood,
        by=by,
    )
