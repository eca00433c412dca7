"""Fills a shelf in threads: with what is known at once, then with what a look at the disk shows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from textual.message import Message

from postil import library
from postil.config import Places
from postil.errors import PostilError
from postil.library.articles.folders import natural
from postil.model.values import dataclass
from postil.tui.screens.shelf.answering import Asker
from postil.tui.screens.shelf.apart import apart
from postil.tui.screens.shelf.contents import ShelfContents
from postil.tui.startup.key_priority import BackgroundTask, Cancelled, KeyPriority

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.shelf.shelving import Shelved

AT_ONCE = 50
"""Articles that are handed to the shelf first; later as many as are there."""


@dataclass
class Filled(Message):
    """There are other articles in the contents than before."""

    done: bool
    """Whether that is all of them."""
    error: PostilError | None = None
    said: str = ""
    """What the reader is told of it, if anything."""


@dataclass
class Changed(Message):
    """Something has come into the folders, or gone from them."""


@dataclass
class Reading(Message):
    """Articles are read that are new or changed: so many of so many."""

    read: int
    of: int


class ShelfLoader:
    """Looks for articles, and reads what is known of them."""

    def __init__(
        self,
        asker: Asker,
        contents: ShelfContents,
        places: Places,
        home: Callable[[], Home],
        paths: Sequence[Path],
        key_priority: KeyPriority,
    ) -> None:
        """Without ``paths`` the shelf has all that is known."""
        self._watch = library.watching_folders.FolderWatch(places, paths)
        self._asker = asker
        self._contents = contents
        self._home = home
        self._paths = tuple(paths)
        self._task = BackgroundTask(key_priority)
        self._full = False
        """Whether all articles were found before."""

    def drop(self) -> None:
        """Give up what nobody waits for any more."""
        self._task.drop()

    def look(self) -> None:
        """Find the articles; what is on the shelf already stays there until all are found."""
        self._task.drop()
        task = self._task = self._task.another()

        def work() -> None:
            try:
                self._look(task)
            except Cancelled:
                return
            except PostilError as error:
                self._asker.post_message(Filled(done=True, error=error))

        self._asker.in_thread("shelf", lambda: apart(work, task))

    def look_out(self) -> None:
        """Look again if anything has come into the folders, or gone."""
        task = self._task

        def work() -> None:
            if self._watch.changed():
                self._asker.post_message(Changed())

        self._asker.in_thread("look out", lambda: apart(work, task))

    def look_at(self, paths: Sequence[Path]) -> None:
        """Have some articles as they are by now."""

        def work() -> None:
            try:
                self._contents.put(library.shelving.rows_at(self._home(), paths))
            except PostilError as error:
                self._asker.post_message(Filled(done=self._full, error=error))
            else:
                self._asker.post_message(Filled(done=self._full))

        self._asker.in_thread("rows", work)

    def _look(self, task: BackgroundTask) -> None:
        home = self._home()
        if self._full:
            home.refresh()
        # What comes from now on is noticed.
        self._watch.changed()
        if self._paths:
            self._fill_by_folders(home, task)
            return
        self._fill_by_known(home, task)
        self._read(home, task)

    # -- a folder

    def _fill_by_folders(self, home: Home, task: BackgroundTask) -> None:
        rows: list[Shelved] = []
        handed = 0
        trouble: PostilError | None = None
        try:
            for row in self._found(home):
                rows.append(row)
                if not self._full and len(rows) == max(AT_ONCE, 2 * handed):
                    self._hand_over(rows[handed:], first=not handed)
                    handed = len(rows)
                if not len(rows) % AT_ONCE:
                    task.yield_to_keys()
        except PostilError as error:
            trouble = error
        self._full = True
        self._contents.replace(rows)
        self._asker.post_message(Filled(done=True, error=trouble))

    def _hand_over(self, rows: Sequence[Shelved], *, first: bool) -> None:
        (self._contents.replace if first else self._contents.put)(rows)
        self._asker.post_message(Filled(done=False))

    def _found(self, home: Home) -> Iterator[Shelved]:
        shelf = library.shelving.shelf
        folders = [path for path in self._paths if os.path.isdir(path)]
        files = [path for path in self._paths if not os.path.isdir(path)]
        wanted = {Path(os.path.realpath(path)) for path in files}
        parents = sorted({path.parent for path in wanted}, key=lambda p: natural(str(p)))
        beside = (one for parent in parents for one in shelf(home, parent) if one.path in wanted)
        return chain(*(shelf(home, folder) for folder in folders), beside)

    # -- all that is known

    def _fill_by_known(self, home: Home, task: BackgroundTask) -> None:
        rows = {row.key: row for row in library.shelving.known_rows(home)}
        if not self._full and rows:
            self._hand_over(list(rows.values()), first=True)
        handed = 0
        for row in library.shelving.looked_up(home):
            task.yield_to_keys()
            rows[row.key] = row
            if not self._full and len(rows) == max(AT_ONCE, 2 * handed):
                self._hand_over(list(rows.values()), first=True)
                handed = len(rows)
        self._full = True
        self._contents.replace(rows.values())
        self._asker.post_message(Filled(done=True))

    def _read(self, home: Home, task: BackgroundTask) -> None:
        """Read what is new or changed, and find again what was moved."""

        def told(read: int, of: int) -> None:
            task.yield_to_keys()
            self._asker.post_message(Reading(read, of))

        task.yield_to_keys()
        renewed = library.renewing.renew(home, told)
        if renewed.read or renewed.moved:
            rows = {row.key: row for row in library.shelving.known_rows(home)}
            rows |= {row.key: row for row in library.shelving.looked_up(home)}
            self._contents.replace(rows.values())
            self._asker.post_message(Filled(done=True, said=renewed.said))
