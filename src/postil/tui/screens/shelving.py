"""The shelf of a folder, of some paths, or of everything known, kept up to date."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from textual import on, work
from textual.message import Message

from postil.errors import NothingFound, PostilError
from postil.library.articles.folders import natural
from postil.library.care.local_state import Home
from postil.library.shelf.shelving import Shelved, shelf
from postil.model.values import dataclass
from postil.text.clean import clean_line
from postil.tui.screens.shelf import ShelfScreen
from postil.tui.screens.shelf_rows import ShelfRow

AT_ONCE = 50
"""Rows that are handed to the screen first; later as many as are there, so it is drawn seldom."""


class Shelf(ShelfScreen):
    """Looks for the articles in a thread and opens what is chosen."""

    @dataclass
    class Wanted(Message):
        """An article is to be opened."""

        path: Path

    @dataclass
    class Listed(Message):
        """Articles have been found, one or more."""

        rows: tuple[ShelfRow, ...]
        """Those that were not handed over before."""
        first: bool
        """They are the first ones: what was listed before is out of date."""
        done: bool
        error: PostilError | None = None

    def __init__(self, home: Callable[[], Home], paths: Sequence[Path]) -> None:
        title = "Your articles" if not paths else ", ".join(shown(path) for path in paths)
        super().__init__(
            title,
            "Nothing has been read yet. Open an article, or a folder of them, with: postil PATH"
            if not paths
            else "",
        )
        self._home = home
        self._paths = tuple(paths)
        only = os.path.realpath(self._paths[0]) if len(self._paths) == 1 else ""
        self._folder = f"{only.rstrip(os.sep)}{os.sep}" if only else ""
        self._full = False
        """Whether all articles were found before."""

    def on_screen_resume(self) -> None:
        """Look again: an article may have been read or annotated meanwhile."""
        super().on_screen_resume()
        self.look()

    @work(thread=True, group="shelf", exclusive=True)
    def look(self) -> None:
        """Find the articles, at first some of them, then more and more at a time.

        What is on the shelf already stays there until all are found.
        """
        rows: list[ShelfRow] = []
        handed = 0
        trouble: PostilError | None = None
        try:
            for found in self._found():
                rows.append(self._row(found))
                if not self._full and len(rows) == max(AT_ONCE, 2 * handed):
                    self.post_message(self.Listed(tuple(rows[handed:]), not handed, done=False))
                    handed = len(rows)
        except NothingFound as error:
            trouble = error if self._paths else None
        except PostilError as error:
            trouble = error
        self._full = True
        self.post_message(self.Listed(tuple(rows[handed:]), not handed, done=True, error=trouble))

    def _found(self) -> Iterator[Shelved]:
        home = self._home()
        folders = [path for path in self._paths if os.path.isdir(path)]
        files = [path for path in self._paths if not os.path.isdir(path)]
        found = [shelf(home, folder) for folder in folders]
        if not self._paths:
            found = [shelf(home, None)]
        wanted = {Path(os.path.realpath(path)) for path in files}
        parents = sorted({path.parent for path in wanted}, key=lambda p: natural(str(p)))
        beside = (one for parent in parents for one in shelf(home, parent) if one.path in wanted)
        return chain(*found, beside)

    def _row(self, found: Shelved) -> ShelfRow:
        """Return a row as the screen wants it."""
        path = "" if found.path is None else str(found.path)
        return ShelfRow(
            path,
            found.title,
            found.progress,
            found.notes,
            found.tags,
            humane(found.read) if found.read else "",
            found.missing,
            self._where(path),
            found.trouble,
            found.id or "",
        )

    def _where(self, path: str) -> str:
        """Return where a file lies, seen from the folder whose shelf this is."""
        return clean_line(path.removeprefix(self._folder))

    @on(Listed)
    def list(self, event: Listed) -> None:
        """Show what has been found so far."""
        (self.show if event.first else self.add)(event.rows, done=event.done)
        if event.error is not None:
            self.notify(str(event.error), severity="error", markup=False, timeout=8)

    @on(ShelfScreen.Opened)
    def open(self, event: ShelfScreen.Opened) -> None:
        """Open the article that was chosen."""
        self.post_message(self.Wanted(Path(event.key)))


def humane(moment: str) -> str:
    """Return a moment (RFC 3339) as a reader says it, such as ``today 14:05`` or ``3 Nov 2026``."""
    try:
        when = datetime.datetime.fromisoformat(moment).astimezone()
    except ValueError:
        return ""
    now = datetime.datetime.now().astimezone()
    days = (now.date() - when.date()).days
    if days == 0:
        return f"today {when:%H:%M}"
    if days == 1:
        return "yesterday"
    return f"{when.day} {when:%b}" + ("" if when.year == now.year else f" {when.year}")


def shown(path: Path) -> str:
    """Return a path as it can be shown."""
    return clean_line(str(path))
