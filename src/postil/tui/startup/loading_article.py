"""An article on its way to the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from postil.model.article import Article
from postil.model.position import ReadingPosition
from postil.tui.startup.key_priority import BackgroundTask

if TYPE_CHECKING:
    from postil.library.articles.watching import Stamp


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
    stamp: Stamp | None = None
    """Of the file when it was read; None for what is no file."""
