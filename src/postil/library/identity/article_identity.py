"""Article identity: whether the home has met an article, by its text or by where it lay."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from postil.document.bytes.read_file import shown
from postil.library.base.open_article import OpenArticle
from postil.library.identity import snapshots
from postil.library.identity.likeness import ENOUGH, kept_share
from postil.model.article import Article
from postil.model.source import Correction
from postil.model.values import replace
from postil.store.disk.clock import new_id
from postil.store.home.home import Home
from postil.store.records.records import ArticleRecord

NAMELESS = "an article that is not known any more"
"""What lists call an article of which only the notes are left."""


def path_of(home: Home, record: ArticleRecord) -> Path | None:
    """Return where this machine last saw the article, whether or not it is still there."""
    for device in home.state.devices:
        if written := record.paths.get(device):
            return Path(written)
    return None


def at_path(home: Home, path: Path) -> list[ArticleRecord]:
    """Return the records of what has lain at this path of this machine, the last read first."""
    where = str(path)
    found = [one for one in home.articles().values() if one.paths.get(home.device) == where]
    return sorted(found, key=lambda one: (one.read, one.id), reverse=True)


def find(home: Home, article: Article, path: Path | None) -> ArticleRecord | None:
    """Return the record of a finished article; None where it is new to this home.

    It is known by its text, else by its path if half of its letters stand in the text known
    there. ``path`` is one that ``quick_open.regular`` has returned.
    """
    if not article.length:
        return None
    if (same := by_text(home, article)) is not None:
        return same
    if path is None:
        return None
    for record in at_path(home, path):
        old = snapshots.newest(home, record)
        if old is not None and kept_share(old.text, article.text) >= ENOUGH:
            return record
    return None


def record_now(home: Home, open_article: OpenArticle) -> ArticleRecord | None:
    """Return the record of an article that is open, as it is by now.

    By its path it was known when it was opened: that takes too long to be asked again.
    """
    if (same := by_text(home, open_article.article)) is not None:
        return same
    if open_article.record is not None and open_article.path is not None:
        now = home.articles().get(open_article.record.id)
        known_there = now is not None and now.paths.get(home.device) == str(open_article.path)
        if now is not None and (known_there or now.id == open_article.renamed):
            return now
    return find(home, open_article.article, open_article.path)


def by_text(home: Home, article: Article) -> ArticleRecord | None:
    """Return the record of an article that has been met with this very text."""
    records = home.articles().values()
    # The digest of a long text takes a while, and a home without articles needs none.
    if not records or not article.length:
        return None
    same = [one for one in records if article.digest in one.digests]
    # The oldest, so that machines which met the article apart settle on the same record.
    return min(same, key=lambda one: one.id, default=None)


class SameArticleIndex:
    """Index of the records of one article by their texts, made once for many questions.

    Two machines that met an article apart have made a record each.
    """

    def __init__(self, home: Home) -> None:
        self._by_digest: dict[str, list[ArticleRecord]] = {}
        for record in home.articles().values():
            for digest in record.digests:
                self._by_digest.setdefault(digest, []).append(record)

    def records_of(self, record: ArticleRecord) -> list[ArticleRecord]:
        """Return every record of the same article, this one first."""
        others = {
            one.id: one
            for digest in record.digests
            for one in self._by_digest.get(digest, ())
            if one.id != record.id
        }
        return [record, *(others[key] for key in sorted(others))]


def same_article(home: Home, record: ArticleRecord | None) -> list[ArticleRecord]:
    """Return every record of the same article, this one first; none of an article without one."""
    return [] if record is None else SameArticleIndex(home).records_of(record)


def corrections(records: Iterable[ArticleRecord]) -> tuple[Correction, ...]:
    """Return what the reader has said of the article's sources, on whichever machine."""
    found: dict[str, Correction] = {}
    for one in records:
        for correction in one.corrections:
            found.setdefault(correction.evidence, correction)
    return tuple(found.values())


def reader_metadata(records: Iterable[ArticleRecord]) -> dict[str, str]:
    """Return what the reader has said of the article itself, on whichever machine."""
    found: dict[str, str] = {}
    for one in records:
        found = {**one.metadata, **found}
    return found


def stored(
    home: Home,
    open_article: OpenArticle,
    *,
    text: bool = True,
    progress: float | None = None,
    read: str = "",
) -> ArticleRecord:
    """Return the record of an article, written anew where the home lacks something of it.

    With ``text`` its canonical text is kept as well, so that what is stored about it finds its
    place again when the file has changed. Another article that lay at the same path of this
    machine gives the path up. Raises CannotWrite and its kinds.
    """
    article, path = open_article.article, open_article.path
    if text:
        home.keep_snapshot(article.text, article.digest)
    device = home.state.claim()
    old = record_now(home, open_article) or _bare(home, path) or ArticleRecord(id=new_id())
    digests = (*(one for one in old.digests if one != article.digest), article.digest)
    paths = dict(old.paths)
    if path is not None:
        paths[device] = str(path)
    record = replace(
        old,
        digests=digests,
        paths=paths,
        title=title_for(home, open_article, old, old.metadata.get("title", "")),
        progress=old.progress if progress is None else progress,
        read=read or old.read,
    )
    if record != old:
        record = home.put_article(record)
    if path is not None:
        for other in at_path(home, path):
            if other.id != record.id:
                rest = {key: at for key, at in other.paths.items() if key != device}
                home.put_article(replace(other, paths=rest))
    return record


def title_for(home: Home, open_article: OpenArticle, record: ArticleRecord, told: str) -> str:
    """Return what lists call an article: its title, else its name.

    ``told`` is the title that the reader has given it. A pipe has a name that says nothing, so
    what is read from one keeps the name that the record knows.
    """
    if title := told or open_article.document.title:
        return title
    name = open_article.article.name
    if open_article.path is not None or not record.title:
        return name
    if record.title != record.metadata.get("title"):
        return record.title
    path = path_of(home, record)
    return name if path is None else shown(Path(path.name))


def has_notes(home: Home, record: ArticleRecord) -> bool:
    """Tell whether there are notes on an article."""
    return bool(home.notes_of([record.id]))


def _bare(home: Home, path: Path | None) -> ArticleRecord | None:
    """Return the record at a path if it holds no word of the reader's, only how far it was read.

    Whatever lies there now may go on with it: nothing can be said of the wrong article.
    """
    for record in at_path(home, path) if path is not None else ():
        said = record.metadata or record.corrections or home.marks(record.id)
        if not said and not has_notes(home, record):
            return replace(record, digests=())
    return None
