"""What the first page needs: a screenful of the article, the look, and the reader's place."""

# It is loaded before anything is on screen, so it knows no notes, no sources and no home.

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from postil.config import Places
from postil.document.pipeline import open_article, parse
from postil.model.article import Article
from postil.model.position import Whereabouts
from postil.store.machine.state import Look, State
from postil.text.progress import Progress

__all__ = ["Look", "look", "opening", "place", "place_keys", "progress", "regular", "within"]


def opening(
    path: Path | None,
    data: bytes | None = None,
    name: str = "standard input",
    progress: Progress | None = None,
) -> Iterator[Article]:
    """Yield a first screenful of a big article, then the whole of it.

    ``progress`` is called every few milliseconds with the share of the reading that is done. Bytes
    that are given are taken as they are, and the path only tells their format. Raises
    CannotOpen and its kinds.
    """
    if data is not None:
        return parse(data, name if path is None else path.name, path=path, progress=progress)
    if path is None:
        raise ValueError("an article is opened from a path or from bytes")
    return open_article(path, progress)


def look(places: Places) -> Look:
    """Return how Postil looked last; None in a field means that the settings hold."""
    return State(places.state).look()


def place(places: Places, article: Article, path: Path | None) -> Whereabouts:
    """Return where the article was left on this machine, its beginning for a new one.

    Of an unfinished article only the path is asked; what is kept may then lie behind its end.
    """
    keys = place_keys(article, regular(path))
    positions = State(places.state).positions()
    found = next((positions[key] for key in keys if key in positions), None)
    if found is None:
        return Whereabouts(0)
    kept = Whereabouts(found.offset, found.current)
    return within(article, kept) if article.complete else kept


def within(article: Article, where: Whereabouts) -> Whereabouts:
    """Return the nearest place that an article has, which may be shorter than it was."""
    last = max(0, article.length - 1)
    current = None if where.current is None else min(where.current, last)
    return Whereabouts(min(where.top, last), current)


def progress(article: Article, seen: int) -> float:
    """Return which share of the article lies before an offset, 0 to 1.

    The offset is the one behind the last words on screen: what is in sight counts as read.
    """
    return min(1.0, max(0.0, seen / article.length)) if article.length else 0.0


def place_keys(article: Article, path: Path | None) -> list[str]:
    """Return under what the place in an article is kept, the surest first.

    The path is one that :func:`regular` has returned.
    """
    keys = [article.digest] if article.complete and article.length else []
    return keys if path is None else [*keys, str(path)]


def regular(path: Path | None) -> Path | None:
    """Return the path, absolute and without links, of an ordinary file; None for anything else.

    A pipe of the shell has a path too, which means another text the next time.
    """
    if path is None:
        return None
    try:
        whole = path.resolve()
        return whole if stat.S_ISREG(whole.stat().st_mode) else None
    except (OSError, ValueError, RuntimeError):
        return None
