"""An article on its way to the screen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

from postil.config import Settings
from postil.library.articles import quick_open, watching
from postil.model.article import Article
from postil.model.position import ReadingPosition
from postil.model.values import dataclass
from postil.tui.startup.key_priority import BackgroundTask, KeyPriority

PATIENCE = 0.25
"""Seconds to wait for a first screenful; the screen is shown without one after that."""

_LOOK = 0.05


@dataclass(frozen=True)
class LoadingArticle:
    """What there is of an article when its screen is made."""

    path: Path | None
    first: Article
    """The first screenful, or all of it; without blocks where not even that is there yet."""
    rest: Iterator[Article]
    """What follows: the finished article, where the first was not."""
    start: ReadingPosition
    """Where it was left; that may lie behind the first screenful."""
    task: BackgroundTask
    """The work of reading it, which ends with the screen."""
    stamp: watching.Stamp | None = None
    """Of the file when it was read; None for what is no file."""
    password: str = ""
    """What opens it, and opens it again."""


def open_article(
    settings: Settings,
    path: Path | None,
    data: bytes | None = None,
    key_priority: KeyPriority | None = None,
    password: str = "",
    encoding: str = "",
) -> LoadingArticle:
    """Read the first screenful of an article. Raises CannotOpen and its kinds."""
    task = BackgroundTask(key_priority or KeyPriority())
    stamp = None if data is not None else watching.stamp(path)
    means = quick_open.means_of(lambda: settings.places, path, password, encoding)
    rest = quick_open.opening(path, data, progress=task.step, means=means)
    if quick_open.takes_long(path, data):
        first, rest = _in_time(rest, quick_open.named(path), task)
    else:
        first = next(rest)
    place = quick_open.place(settings.places, first, path)
    return LoadingArticle(path, first, rest, place, task, stamp, password)


def _in_time(
    rest: Iterator[Article], name: str, task: BackgroundTask
) -> tuple[Article, Iterator[Article]]:
    """Return the first screenful if it comes in time, else an article without blocks.

    With it comes what follows. Raises what the reading raises in that time.
    """
    found: list[Article] = []
    failed: list[BaseException] = []
    done = Event()

    def read() -> None:
        try:
            found.append(next(rest))
        except BaseException as error:  # noqa: BLE001  (raised where somebody waits for it)
            failed.append(error)
        done.set()

    def later() -> Iterator[Article]:
        while not done.wait(_LOOK):
            task.yield_to_keys()
        if failed:
            raise failed[0]
        yield from found
        yield from rest

    Thread(target=read, name="first screenful", daemon=True).start()
    if not done.wait(PATIENCE):
        return Article(name, (), complete=False), later()
    if failed:
        raise failed[0]
    return found[0], rest
