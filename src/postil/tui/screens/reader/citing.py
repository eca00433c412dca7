"""Copying passages: the words alone, or with a citation in the way that the reader has chosen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from postil import library
from postil.errors import PostilError
from postil.library.base.clock import today
from postil.model.span import Span
from postil.model.values import replace
from postil.text.quotes import in_marks
from postil.tui.screens.reader.commands.recalling import Recall
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.stage import Key, Stage, Verbs
from postil.tui.startup.key_priority import BackgroundTask

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.library.care.local_state import Home
    from postil.library.citation.bibliography import BibliographyInput
    from postil.library.citation.citation_format import CitationFormat, CitationOptions
    from postil.library.citation.citing import Citation
    from postil.library.citation.previewing import Preview
    from postil.tui.dialogs.cite import CiteChooser
    from postil.tui.dialogs.cite_wishes import Wishes
    from postil.tui.screens.reader.appearance import AppearanceCommands

Copy = Callable[[str, str, Sequence[str]], None]
"""Puts a text in the clipboard; is told what it is, and what to say besides."""

ListWorks = Callable[[str, "Callable[[Home], BibliographyInput]"], None]
"""Lists the works that something, named in words, quotes and cites."""


class CitationCommands:
    """Copies words and citations, and lists what the article quotes."""

    KEYS = (
        Key(
            "cite.copy",
            "c",
            "Cite",
            "Copy the passage with its source, in the style chosen with C",
            shown=True,
        ),
        Key(
            "cite.choose",
            "C",
            "Cite as…",
            "Choose a style or a format to cite in, with a preview of each",
        ),
        Key(
            "cite.bibliography",
            "R",
            "Bibliography",
            "Copy a list of all that this article quotes and cites, in any style or format",
        ),
        Key("cite.words", "y,ctrl+c", "Copy words", "Copy the words only"),
    )

    def __init__(
        self,
        stage: Stage,
        shown: ShownNotes,
        appearance: AppearanceCommands,
        task: BackgroundTask,
        recall: Recall,
        copy: Copy,
        list_works: ListWorks,
    ) -> None:
        self._stage = stage
        self._recall = recall
        self._shown = shown
        self._appearance = appearance
        self._task = task
        self._copy_text = copy
        self._list_works = list_works
        self._untitled_said = False
        self._copied = False
        """Whether something was copied since the page moved last."""

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        return {
            "cite.copy": lambda: self._stage.in_background(self._cite, group="cite"),
            "cite.choose": lambda: self._stage.in_background(self._cite_as, opens=True),
            "cite.bibliography": lambda: self._stage.in_background(
                self._bibliography, group="cite", opens=True
            ),
            "cite.words": self.copy_words,
        }

    def moved(self) -> None:
        """Take away what was said of a copy."""
        if self._copied:
            self._copied = False
            self._stage.hush()

    def _meant(self, what: str) -> Sequence[Span]:
        """Return all passages to copy as one: those that are to be joined, or the one meant.

        Where there is none, the reader is told that nothing can be ``what`` was wanted.
        """
        span = self._shown.quotable(what)
        return self._stage.page.selecting.passages or (() if span is None else (span,))

    def _copy(self, spans: Sequence[Span], text: str, what: str, told: Iterable[str] = ()) -> None:
        """Copy a text, which ends the selection; what is said of it goes when the page moves."""
        self._recall.copied(spans)
        self._stage.page.selecting.choose(None)
        self._copied = True
        self._copy_text(text, what, tuple(told))

    def copy_words(self) -> None:
        """Copy the words only."""
        if not (spans := self._meant("copied")):
            return
        try:
            self._copy(spans, library.quoting.words_of(self._stage.article, spans), "Words")
        except PostilError as error:
            self._stage.complain(error)

    # -- citations

    async def _cite(self) -> None:
        """Copy the passage with its citation, in the way chosen last."""
        await self._stage.loaded()
        if spans := self._meant("cited"):
            settings, look = self._stage.settings, self._appearance.now
            await self._copy_citation(spans, library.favourites.current(settings, look))

    async def _cite_as(self) -> None:
        """Choose how to cite, seeing what each way makes of this very passage."""
        open_article = await self._stage.loaded()
        spans = self._meant("cited")
        if not spans:
            return
        try:
            chooser, wishes = self._chooser(open_article, spans)
        except PostilError as error:
            self._stage.complain(error)
            return
        chosen = await self._stage.ask(chooser, spans[-1].start)
        if chosen is not None:
            way, preferred = chosen
            copy = self._copy_citation
            self._stage.in_background(copy, spans, way, preferred, wishes.now, group="cite")

    def _chooser(
        self, open_article: OpenArticle, spans: Sequence[Span]
    ) -> tuple[CiteChooser, Wishes]:
        """Return the dialog for some passages; raises NoSuchPassage where they have no words."""
        from postil.tui.dialogs.cite import CiteChooser
        from postil.tui.dialogs.cite_wishes import Wishes

        settings, look, day = self._stage.settings, self._appearance.now, today()

        wishes = Wishes(lambda words: library.quoting.quotable(open_article, spans, words))

        def made(name: str) -> Preview:
            zotero = settings.zotero
            return library.previewing.preview(open_article, spans, name, day, zotero, wishes.now)

        words = library.citing.words(open_article, spans)
        chooser = CiteChooser(
            words,
            library.favourites.offered(settings, look),
            library.favourites.current(settings, look),
            made,
            self._task.another(),
            known={name: made(name) for name in library.citing.FORMATS},
            others=lambda: library.style_list.offered(settings),
            wishes=wishes,
            heading=f"Cite {in_marks(library.labels.shortened(words))}",
        )
        return chooser, wishes

    async def _copy_citation(
        self,
        spans: Sequence[Span],
        way: CitationFormat,
        preferred: bool = False,
        wish: CitationOptions | None = None,
    ) -> None:
        """Copy a passage with its citation, in a way that may be preferred from now on."""
        open_article = await self._stage.loaded()
        try:
            citation, label = await asyncio.to_thread(self._cited, open_article, spans, way, wish)
        except PostilError as error:
            self._stage.complain(error)
            return
        look = self._appearance.now
        if way.in_style:
            look = library.favourites.used(look, way.name)
        if preferred:
            look = replace(look, citation=way.value)
        if look != self._appearance.now:
            self._appearance.keep(look)
        told = self._problems(citation)
        if preferred:
            what = f"the {label[0].lower()}{label[1:]}" if way.in_style else label
            told.insert(0, f"{self._stage.key('cite.copy')} copies {what} from now on.")
        self._copy(spans, citation.text, label, told)

    def _cited(
        self,
        open_article: OpenArticle,
        spans: Sequence[Span],
        way: CitationFormat,
        wish: CitationOptions | None,
    ) -> tuple[Citation, str]:
        settings = self._stage.settings
        title = library.favourites.title(settings, way.name) if way.in_style else ""
        wanted = wish or library.citation_format.DEFAULT_OPTIONS
        cite_in = library.previewing.cite_in
        return cite_in(open_article, spans, way, title, today(), settings.zotero, wanted)

    def _problems(self, citation: Citation) -> list[str]:
        """Return what is to be said of a citation; that a title is missing is said once."""
        untitled = library.citing.UNTITLED
        told = [one for one in citation.problems if one != untitled]
        if len(told) < len(citation.problems) and not self._untitled_said:
            self._untitled_said = True
            told.append(f"{untitled} {self._stage.key('article.describe')} corrects that.")
        return told

    async def _bibliography(self) -> None:
        """List all that the article quotes and cites."""
        open_article = await self._stage.loaded()
        if self._stage.article.blocks:
            read = library.bibliography.read
            self._list_works("this article", lambda home: read(home, [open_article]))
