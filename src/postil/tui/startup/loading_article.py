"""An article on its way to the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from postil.config import Settings
from postil.library.articles import quick_open, watching
from postil.model.article import Article
from postil.model.position import ReadingPosition
from postil.model.values import dataclass
from postil.tui.startup.key_priority import BackgroundTask, KeyPriority


@dataclass(frozen=True)
class LoadingArticle:
    """What there is of an article when its screen is made."""

    path: Path | None
    first: Article
    """The first screenful, or all of it."""
    rest: Iterator[Article]
    """What follows: the finished article, where the first was not."""
    start: ReadingPosition
    """Where it was left; that may lie behind the first screenful."""
    task: BackgroundTask
    """The work of reading it, which ends with the screen."""
    stamp: watching.Stamp | None = None
    """Of the file when it was read; None for what is no file."""


def open_article(
    settings: Settings,
    path: Path | None,
    data: bytes | None = None,
    key_priority: KeyPriority | None = None,
) -> LoadingArticle:
    """Read the first screenful of an article. Raises CannotOpen and its kinds."""
    task = BackgroundTask(key_priority or KeyPriority())
    stamp = None if data is not None else watching.stamp(path)
    rest = quick_open.opening(path, data, progress=task.step)
    first = next(rest)
    place = quick_open.place(settings.places, first, path)
    return LoadingArticle(path, first, rest, place, task, stamp)
