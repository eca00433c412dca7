"""Earlier versions of an article, where neither its text nor its path tells which it was."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from postil.library.base.open_article import OpenArticle
from postil.library.identity import article_identity, snapshots
from postil.library.identity.likeness import ENOUGH, kept_share
from postil.model.article import Article
from postil.model.values import dataclass, replace
from postil.store.home.home import Home
from postil.store.home.journal import Change
from postil.store.records.records import ArticleRecord
from postil.text.fold import fold_key

MOST = 8
"""Articles that are compared at most, those read last: comparing takes some milliseconds each."""

TOLD_APART = 0.3
"""Share of the letters of an article that must stand in one that has no more than its name."""

LEAST = 0.1
"""Share of the letters that must stand in one that has its title."""


Fits = Callable[[ArticleRecord], bool]


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """A known article that another may be a new version of."""

    record: ArticleRecord
    title: str
    path: Path | None
    notes: int
    share: float | None
    """Of its letters that stand in the other; None where its text is not kept."""


def renamed(home: Home, article: Article, path: Path | None) -> ArticleRecord | None:
    """Return the record of an article that was edited while its file got another name or folder.

    Its old file is gone, name or folder are the same, and half of the letters of either stand in
    the other.
    """
    if path is None or not article.length:
        return None
    found = []
    for record in _with_notes(home, lambda one: _left(home, one, path)):
        share = _share(home, record, article.text)
        if share is not None and share >= ENOUGH:
            found.append((share, record.id, record))
    return max(found)[2] if found else None


def candidates(home: Home, open_article: OpenArticle) -> list[EarlierVersion]:
    """Return the articles with notes that this one may be a new version of, likeliest first.

    They have its title, or its name where it has none, and some of their words stand in it.
    """
    article = open_article.article
    mine = {one.id for one in article_identity.same_article(home, open_article.record)}
    title = fold_key(article.metadata.title or article.name)
    least = LEAST if article.metadata.title else TOLD_APART
    found = []
    for record in _with_notes(home, lambda one: fold_key(one.title) == title):
        if record.id in mine:
            continue
        share = _share(home, record, article.text)
        if share is None or share >= least:
            path, notes = article_identity.path_of(home, record), len(home.notes_of([record.id]))
            found.append(EarlierVersion(record, record.title, path, notes, share))
    return sorted(found, key=lambda one: one.share or 0.0, reverse=True)


def adopt(home: Home, open_article: OpenArticle, earlier: EarlierVersion) -> None:
    """Let an article be a new version of another, whose notes are its own from now on; undoable.

    Raises CannotWrite.
    """
    record = earlier.record
    after = replace(record, digests=(*record.digests, open_article.article.digest))
    home.apply(Change(f"notes of “{earlier.title}” taken over", (record,), (after,)))


def offer(earlier: EarlierVersion) -> str:
    """Return the question whether to take over the notes of an earlier version."""
    notes = "a note" if earlier.notes == 1 else f"{earlier.notes} notes"
    return f"Is this a new version of “{earlier.title}”? That one has {notes}."


def _left(home: Home, record: ArticleRecord, path: Path) -> bool:
    """Tell whether an article may have lain here, or under this name, and does so no more."""
    here = article_identity.path_of(home, record)
    if here is not None:
        same = here.name == path.name or here.parent == path.parent
        return same and not os.path.exists(here)
    return any(Path(where).name == path.name for where in record.paths.values())


def _with_notes(home: Home, fits: Fits) -> Iterator[ArticleRecord]:
    """Yield the articles with notes that fit, those read last first."""
    fitting = (one for one in home.articles().values() if fits(one))
    found = [one for one in fitting if home.notes_of([one.id])]
    yield from sorted(found, key=lambda one: (one.read, one.id), reverse=True)[:MOST]


def _share(home: Home, record: ArticleRecord, text: str) -> float | None:
    """Return which share of the letters of the one stands in the other, the lesser of the two."""
    if (snapshot := snapshots.newest(home, record)) is None:
        return None
    old = snapshot.text
    if not len(text) / 4 <= len(old) <= len(text) * 4:
        return 0.0
    return min(kept_share(old, text), kept_share(text, old))
