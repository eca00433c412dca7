"""What the first page needs: a screenful of the article, the appearance, the reading position."""

# It is loaded before anything is on screen, so it knows no notes, no sources and no home.

from __future__ import annotations

import stat
from pathlib import Path

from postil.config import Places
from postil.document.bytes.read_file import HEAD, head_bytes, shown
from postil.document.formats.registry import format_of
from postil.library.articles.loading import STANDARD_INPUT, means_of, opening
from postil.model.article import Article
from postil.model.position import ReadingPosition
from postil.store.machine.state import Appearance, State

__all__ = [
    "Appearance",
    "appearance",
    "means_of",
    "named",
    "opening",
    "place",
    "place_keys",
    "progress",
    "regular",
    "takes_long",
    "within",
]


def takes_long(path: Path | None, data: bytes | None) -> bool:
    """Tell whether not even a first screenful may be read at once.

    Raises CannotOpen and its kinds.
    """
    head = data[:HEAD] if data is not None else head_bytes(path) if path is not None else None
    if head is None or len(head) < HEAD:
        return False
    return format_of("" if path is None else path.name, head).binary


def named(path: Path | None) -> str:
    """Return what an article is called before anything of it is read."""
    return STANDARD_INPUT if path is None else shown(Path(path.name))


def appearance(places: Places) -> Appearance:
    """Return the last appearance; None in a field means that the settings hold."""
    return State(places.state).appearance()


def place(places: Places, article: Article, path: Path | None) -> ReadingPosition:
    """Return where the article was left on this machine, its beginning for a new one.

    Of an unfinished article only the path is asked; what is kept may then lie behind its end.
    """
    keys = place_keys(article, regular(path))
    positions = State(places.state).positions()
    found = next((positions[key] for key in keys if key in positions), None)
    if found is None:
        return ReadingPosition(0)
    return within(article, found.position) if article.complete else found.position


def within(article: Article, where: ReadingPosition) -> ReadingPosition:
    """Return the nearest place that an article has, which may be shorter than it was."""
    last = max(0, article.length - 1)
    current = None if where.current is None else min(where.current, last)
    return ReadingPosition(min(where.top, last), current)


def progress(article: Article, seen: int) -> float:
    """Return which share of the article lies before an offset, 0 to 1.

    The offset is that of the first words on screen, or the last one where the end is in sight.
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
