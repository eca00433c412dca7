"""Copies what notes are on, from any list: the words, citations, a bibliography; shows the source.

What is made of several notes is one text.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from postil import library
from postil.errors import PostilError
from postil.library.base.clock import today
from postil.model.values import replace
from postil.tui.messages import notes_counted
from postil.tui.screens.listing.list_stage import ListStage

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.citation.citation_format import CitationFormat, CitationOptions
    from postil.library.citation.cited_notes import NotedPassages
    from postil.library.citation.citing import Citation
    from postil.library.citation.previewing import Preview

CarriedOut = Callable[[Callable[["Home"], str]], Awaitable[PostilError | None]]


class NotesToCopy(Protocol):
    """The rows of a list, as far as they are notes: their ids."""

    def pointed(self) -> str:
        """Return the note pointed at; "" for none."""

    def chosen(self) -> Sequence[str]:
        """Return the notes that are ticked, or the one pointed at."""

    def listed(self) -> Sequence[str]:
        """Return all notes that are listed."""


class NoteCopies:
    """Puts into the clipboard what is made of the notes that are meant."""

    def __init__(
        self,
        stage: ListStage,
        meant: NotesToCopy,
        carried_out: CarriedOut,
        gather: Callable[[Home, Sequence[str]], NotedPassages] | None = None,
    ) -> None:
        """Copy; ``carried_out`` makes a change, such as the correction of a source.

        ``gather`` finds the passages in a thread, where they are not those of notes by their ids.
        """
        self._gather = gather or _passages
        self._stage = stage
        self._meant = meant
        self._carried_out = carried_out

    def verbs(self) -> Mapping[str, Callable[[], None]]:
        """Return what the keys do."""
        return {
            "words": partial(self._begin, self._words),
            "cite": partial(self._begin, self._cite),
            "cite-as": partial(self._begin, self._cite_as, opens=True),
            "source": partial(self._begin, self._source, pointed=True, opens=True),
            "bibliography": self._bibliography,
        }

    def _begin(
        self,
        act: Callable[[NotedPassages], Awaitable[None]],
        *,
        pointed: bool = False,
        opens: bool = False,
    ) -> None:
        """Do something with the passages of the notes that are meant, or of the one pointed at."""
        ids = tuple(filter(None, [self._meant.pointed()] if pointed else self._meant.chosen()))
        if not ids:
            self._stage.say("There is no note here.")
            return

        async def begin() -> None:
            try:
                await act(await asyncio.to_thread(lambda: self._gather(self._stage.home, ids)))
            except PostilError as error:
                self._stage.complain(error)

        self._stage.in_background(begin, group="default" if opens else "cite", opens=opens)

    async def _words(self, noted: NotedPassages) -> None:
        text = library.cited_notes.words(noted)
        self._stage.copy_text(text, "Words", noted.problems)

    # -- citations

    async def _cite(self, noted: NotedPassages) -> None:
        """Copy the passages with their citations, in the way chosen last."""
        way = library.favourites.current(self._stage.settings, self._stage.look)
        await self._copy_citation(noted, way)

    async def _cite_as(self, noted: NotedPassages) -> None:
        """Choose how to cite, seeing what each way makes of these passages."""
        from postil.tui.dialogs.cite import CiteChooser
        from postil.tui.dialogs.cite_wishes import Wishes

        settings, look = self._stage.settings, self._stage.look
        wishes: Wishes | None = None
        if len(noted.citable) == 1:
            (where, span) = noted.citable[0]
            wishes = Wishes(lambda words: library.quoting.quotable(where, span, words))

        def made(name: str) -> Preview:
            options = library.citation_format.DEFAULT_OPTIONS if wishes is None else wishes.now
            return self._made(noted, name, options)

        count = len(noted.citable)
        chooser = CiteChooser(
            library.cited_notes.words(noted),
            library.favourites.offered(settings, look),
            library.favourites.current(settings, look),
            made,
            self._stage.task(),
            known={name: made(name) for name in library.citing.FORMATS},
            others=lambda: library.style_list.offered(settings),
            wishes=wishes,
            heading="" if count == 1 else f"Cite the passages of {notes_counted(count)}",
        )
        chosen = await self._stage.ask(chooser)
        if chosen is not None:
            way, preferred = chosen
            await self._copy_citation(noted, way, preferred, None if wishes is None else wishes.now)

    def _made(self, noted: NotedPassages, name: str, options: CitationOptions) -> Preview:
        zotero = self._stage.settings.zotero
        make = library.cited_notes.preview_all
        return make(self._stage.home, noted, name, today(), zotero, options)

    async def _copy_citation(
        self,
        noted: NotedPassages,
        way: CitationFormat,
        preferred: bool = False,
        wish: CitationOptions | None = None,
    ) -> None:
        """Copy the passages with their citations, in a way that may be preferred from now on."""
        citation, label = await asyncio.to_thread(self._cited, noted, way, wish)
        look = self._stage.look
        if way.in_style:
            look = library.favourites.used(look, way.name)
        if preferred:
            look = replace(look, citation=way.value)
        if look != self._stage.look:
            self._stage.keep_look(look)
        told = list(citation.problems)
        if preferred:
            what = f"the {label[0].lower()}{label[1:]}" if way.in_style else label
            told.insert(0, f"c copies {what} from now on.")
        self._stage.copy_text(citation.text, label, told)

    def _cited(
        self, noted: NotedPassages, way: CitationFormat, wish: CitationOptions | None
    ) -> tuple[Citation, str]:
        settings = self._stage.settings
        title = library.favourites.title(settings, way.name) if way.in_style else ""
        options = wish or library.citation_format.DEFAULT_OPTIONS
        made = self._made(noted, way.name, options)
        return library.previewing.made_of(made, way, title)

    # -- sources

    def _bibliography(self) -> None:
        """List what the passages of all notes that are listed quote and cite."""
        shown = frozenset(self._meant.listed())
        if shown:
            chosen = library.bibliography.chosen
            self._stage.list_works(notes_counted(len(shown)), lambda home: chosen(home, shown))

    async def _source(self, noted: NotedPassages) -> None:
        """Show the source of the note's passage with its evidence, and take a correction."""
        if not noted.citable:
            said = "; ".join(noted.problems) or "It has no place in its article."
            self._stage.say(said.replace("Left out: ", ""))
            return
        from postil.tui.screens.source_of_passage import source_dialog

        home = self._stage.home
        ((where, span),) = noted.citable
        if library.local_state.correction(home, where, span):
            self._stage.say("This is the correction that was left unfinished.")

        def store(fields: dict[str, str]) -> Awaitable[PostilError | None]:
            def correct(home: Home) -> str:
                library.sourcing.correct(home, where, span, fields)
                return "Source corrected; u takes it back."

            return self._carried_out(correct)

        await self._stage.ask(source_dialog(home, where, span, store))
        # It is stored by now, or given up.
        await asyncio.to_thread(library.local_state.drop_correction, home, where, span)


def _passages(home: Home, ids: Sequence[str]) -> NotedPassages:
    # What cites takes long to load, and a list is opened far more often than it is cited from.
    return library.cited_notes.passages(home, ids)
