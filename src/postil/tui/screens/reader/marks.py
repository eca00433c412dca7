"""Marks: letters that the reader sets at a place, to come back to it from anywhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from postil import library
from postil.errors import PostilError
from postil.library.articles import quick_open
from postil.model.position import ReadingPosition
from postil.tui.screens.reader.position import Navigation
from postil.tui.screens.reader.stage import Stage

if TYPE_CHECKING:
    from postil.library.articles.following import Following
    from postil.library.base.open_article import OpenArticle


class Marks:
    """Sets marks, goes to them, and knows where they lead in a text that has changed."""

    def __init__(
        self,
        stage: Stage,
        position: Navigation,
        path: Path | None,
        attached: Callable[[OpenArticle], None],
        go_elsewhere: Callable[[Path, ReadingPosition], None],
    ) -> None:
        """Set marks in the article of a path.

        ``attached`` takes the article as the home knows it once a mark is set in it, and
        ``go_elsewhere`` goes to a place in another article.
        """
        self._stage = stage
        self._position = position
        self._path = path
        self._attached = attached
        self._go_elsewhere = go_elsewhere
        self._moved: Mapping[str, tuple[ReadingPosition, ReadingPosition]] = MappingProxyType({})
        """Where marks were set before the text changed under the reader, and lead now."""

    def use(self, open_article: OpenArticle) -> None:
        """Let the page name the marks that lead somewhere."""
        marks = library.marking.marks(self._stage.home, open_article)
        self._stage.page.keys.mark_letters = "".join(marks)

    def take_letter(self, prefix: str, letter: str) -> None:
        """Set a mark here after ``M``, go to one after ``'``."""
        self._stage.in_background(
            self._take_letter, prefix, letter, self._stage.page.paragraph.here()
        )

    async def _take_letter(self, prefix: str, letter: str, here: ReadingPosition) -> None:
        open_article = await self._stage.loaded()
        if prefix == "M":
            self._moved = {k: kept for k, kept in self._moved.items() if k != letter}
            self._stage.in_thread(
                "store", self._set, open_article, letter, here, description="set mark"
            )
            return
        try:
            mark = library.marking.mark
            path, where = await asyncio.to_thread(mark, self._stage.home, open_article, letter)
        except PostilError as error:
            self._stage.complain(error)
            return
        if path is None or path == self._path:
            stored, now = self._moved.get(letter, (where, where))
            self._position.remember()
            self._stage.page.paragraph.come_to(now if where == stored else where)
        else:
            self._go_elsewhere(path, where)

    def _set(self, open_article: OpenArticle, letter: str, where: ReadingPosition) -> None:
        home = self._stage.home
        try:
            library.marking.set_mark(home, open_article, letter, where)
        except PostilError as error:
            self._stage.later(self._stage.complain, error)
            return
        self._stage.later(self._attached, library.opening.refreshed(home, open_article))
        self._stage.later(self._stage.say, f"Mark {letter} set; ' {letter} comes back here.")

    def carry(self, old: OpenArticle, new: OpenArticle, following: Following) -> None:
        """Take the marks along to another version of the article, which is shown now."""
        del new
        carried = {}
        for letter, (path, where) in library.marking.marks(self._stage.home, old).items():
            if path is None:
                stored, now = self._moved.get(letter, (where, where))
                now = following.place(now if where == stored else where)
                carried[letter] = (quick_open.within(self._stage.article, where), now)
        self._moved = carried
