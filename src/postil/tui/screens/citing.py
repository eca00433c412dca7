"""The reader screen while passages are copied and cited."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from postil import library
from postil.errors import PostilError
from postil.library.calendar import today
from postil.model.span import Span
from postil.tui.commands import plainest_keys
from postil.tui.referencing import BibliographyWanted
from postil.tui.screens.adopting import AdoptingScreen
from postil.tui.screens.reader_keys import CITING

if TYPE_CHECKING:
    from postil.library.citing import Citation
    from postil.library.opened import Reading
    from postil.library.previewing import Preview
    from postil.library.ways import Way, Wish
    from postil.tui.dialogs.passage import PassageChooser


class CitingScreen(AdoptingScreen):
    """Copies words and citations, in the way that the reader has chosen."""

    BINDINGS = CITING
    _untitled_said = False
    _copied = False
    """Whether something was copied since the page moved last."""

    def moved(self) -> None:
        """Follow the reader, and take away what was said of a copy."""
        super().moved()
        if self._copied:
            self._copied = False
            self.app.clear_notifications()

    def words_meant(self) -> Span | None:
        """Return the passage to copy: the selection, the current note's, or the paragraph.

        A note without a place has none.
        """
        now = self.note(self.page.marks.note_now)
        if self.page.selection is None and now is not None and self.span_of(now) is None:
            return None
        return self.passage() if self.article.blocks else None

    def all_meant(self) -> Sequence[Span]:
        """Return all passages to copy as one: those that are to be joined, or the one meant."""
        span = self.words_meant()
        if span is None and self.article.blocks:
            self.say("This note has no place here, so nothing is copied; P puts it back.")
        return self.page.selecting.passages or (() if span is None else (span,))

    @work(group="cite")
    async def action_cite(self) -> None:
        """Copy the passage with its citation, in the way chosen last."""
        await self.settled()
        if spans := self.all_meant():
            await self._copy_citation(spans, library.favourites.current(self.settings, self.look))

    @work(group="cite")
    async def copy_citation(
        self, spans: Sequence[Span], way: Way, preferred: bool, wish: Wish
    ) -> None:
        """Copy a passage with its citation, in a way that may be preferred from now on."""
        await self._copy_citation(spans, way, preferred, wish)

    async def _copy_citation(
        self,
        spans: Sequence[Span],
        way: Way,
        preferred: bool = False,
        wish: Wish | None = None,
    ) -> None:
        reading = await self.settled()
        try:
            citation, label = await asyncio.to_thread(self._cited, reading, spans, way, wish)
        except PostilError as error:
            self.complain(error)
            return
        look = library.favourites.used(self.look, way.name) if way.in_style else self.look
        if preferred:
            look = replace(look, citation=way.value)
        if look != self.look:
            self.keep_look(look)
        told = [one for one in citation.problems if one != library.citing.UNTITLED]
        if len(told) < len(citation.problems) and not self._untitled_said:
            self._untitled_said = True
            told.append(library.citing.UNTITLED)
        if preferred:
            key = plainest_keys(self)["cite.copy"]
            what = f"the {label[0].lower()}{label[1:]}" if way.in_style else label
            told.insert(0, f"{key} copies {what} from now on.")
        self.copy_text(citation.text, label, told)

    def _cited(
        self, reading: Reading, spans: Sequence[Span], way: Way, wish: Wish | None
    ) -> tuple[Citation, str]:
        title = library.favourites.title(self.settings, way.name) if way.in_style else ""
        zotero = self.settings.zotero
        wanted = wish or library.ways.AS_IT_IS
        return library.previewing.cite_in(reading, spans, way, title, today(), zotero, wanted)

    def copy_text(self, text: str, what: str, told: Iterable[str] = ()) -> None:
        """Copy a text, which ends the selection; what is said of it goes when the page moves."""
        self.page.selecting.choose(None)
        self._copied = True
        self.post_message(self.CopyWanted(text, what, tuple(told)))

    @work
    async def action_cite_as(self) -> None:
        """Choose how to cite, seeing what each way makes of this very passage."""
        reading = await self.settled()
        spans = self.all_meant()
        if not spans:
            return
        try:
            chooser = self._chooser(reading, spans)
        except PostilError as error:
            self.complain(error)
            return
        chosen = await self.ask(chooser, spans[-1].start)
        if chosen is not None:
            self.copy_citation(spans, *chosen, chooser.wish)

    @work(group="cite")
    async def action_bibliography(self) -> None:
        """List all that the article quotes and cites."""
        reading = await self.settled()
        if self.article.blocks:
            self.post_message(
                BibliographyWanted(
                    "this article", lambda home: library.bibliography.read(home, [reading])
                )
            )

    def _chooser(self, reading: Reading, spans: Sequence[Span]) -> PassageChooser:
        """Return the dialog for some passages; raises NoSuchPassage where they have no words."""
        from postil.tui.dialogs.passage import PassageChooser

        day = today()

        def made(name: str, wish: Wish) -> Preview:
            zotero = self.settings.zotero
            return library.previewing.preview(reading, spans, name, day, zotero, wish)

        return PassageChooser(
            library.citing.words(reading, spans),
            library.favourites.offered(self.settings, self.look),
            library.favourites.current(self.settings, self.look),
            made,
            self.errand.another(),
            known={name: made(name, library.ways.AS_IT_IS) for name in library.citing.FORMATS},
            others=lambda: library.style_list.offered(self.settings),
            marked=lambda words: library.passages.quotable(reading, spans, words),
        )

    def action_copy(self) -> None:
        """Copy the words only."""
        if not (spans := self.all_meant()):
            return
        try:
            self.copy_text(library.passages.words_of(self.article, spans), "Words")
        except PostilError as error:
            self.complain(error)
