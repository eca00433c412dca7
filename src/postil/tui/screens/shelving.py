"""The shelf of a folder, of some paths, or of everything known, kept up to date."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from textual import on, work
from textual.message import Message

from postil.errors import NothingFound, PostilError
from postil.library.care.local_state import Home
from postil.library.shelf.shelving import Shelved, natural, shelf
from postil.text.clean import clean_line
from postil.tui.screens.shelf import ShelfRow, ShelfScreen

AT_ONCE = 50
"""Rows that are handed to the screen together while more are looked for."""


class Shelf(ShelfScreen):
    """Looks for the articles in a thread and opens what is chosen."""

    @dataclass
    class Wanted(Message):
        """An article is to be opened."""

        path: Path

    @dataclass
    class Listed(Message):
        """Some articles, or all of them, have been found."""

        rows: tuple[ShelfRow, ...]
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

    def on_screen_resume(self) -> None:
        """Look again: an article may have been read or annotated meanwhile."""
        super().on_screen_resume()
        self.look()

    @work(thread=True, group="shelf", exclusive=True)
    def look(self) -> None:
        """Find the articles, a number at a time."""
        rows: list[ShelfRow] = []
        try:
            for found in self._found():
                rows.append(self._row(found))
                if len(rows) % AT_ONCE == 0:
                    self.post_message(self.Listed(tuple(rows), done=False))
        except NothingFound as error:
            self.post_message(
                self.Listed(tuple(rows), done=True, error=error if self._paths else None)
            )
            return
        except PostilError as error:
            self.post_message(self.Listed(tuple(rows), done=True, error=error))
            return
        self.post_message(self.Listed(tuple(rows), done=True))

    def _found(self) -> Iterator[Shelved]:
        home = self._home()
        folders = [path for path in self._paths if path.is_dir()]
        files = [path for path in self._paths if not path.is_dir()]
        found = [shelf(home, folder) for folder in folders]
        if not self._paths:
            found = [shelf(home, None)]
        parents = sorted({path.resolve().parent for path in files}, key=lambda p: natural(str(p)))
        wanted = {path.resolve() for path in files}
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
            self._where(found.path),
        )

    def _where(self, path: Path | None) -> str:
        """Return where a file lies, seen from the folder whose shelf this is."""
        if path is None:
            return ""
        folder = self._paths[0].resolve() if len(self._paths) == 1 else None
        near = folder is not None and path.is_relative_to(folder)
        return shown(path.relative_to(folder) if folder and near else path)

    @on(Listed)
    def list(self, event: Listed) -> None:
        """Show what has been found so far."""
        self.show(event.rows, done=event.done)
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
