"""The reader screen as a whole: citing, sources and links on top of everything else."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work

from postil import library
from postil.errors import PostilError
from postil.model.article import InlineKind
from postil.model.source import Date
from postil.model.span import Span
from postil.tui.commands import plainest_keys
from postil.tui.saying import sentences
from postil.tui.screens.annotating import Done
from postil.tui.screens.reader_keys import CITING
from postil.tui.screens.writing import WritingScreen
from postil.tui.widgets.page import Page

if TYPE_CHECKING:
    from postil.library.opened import Reading


WEB = ("http://", "https://")


class Reader(WritingScreen):
    """Everything that can be done with one article."""

    BINDINGS = CITING
    _untitled_said = False
    _copied = False
    """Whether something was copied since the page moved last."""

    def show_panes(self) -> None:
        """Show the panes that fit, and name the keys that work."""
        super().show_panes()
        self.call_after_refresh(self.show_hints)

    def moved(self) -> None:
        """Follow the reader, and take away what was said of a copy."""
        super().moved()
        if self._copied:
            self._copied = False
            self.app.clear_notifications()

    def words_meant(self) -> Span | None:
        """Return the passage to copy: the selection, the current note's, or the paragraph."""
        return self.passage() if self.article.blocks else None

    def all_meant(self) -> Sequence[Span]:
        """Return all passages to copy as one: those that are to be joined, or the one meant."""
        span = self.words_meant()
        return self.page.passages or (() if span is None else (span,))

    # -- citing

    @work
    async def action_cite(self) -> None:
        """Copy the passage with its citation, in the format chosen last."""
        await self.settled()
        self.copy_citation(self.look.citation or self.settings.citation)

    def copy_citation(self, name: str, preferred: bool = False) -> None:
        """Copy the passage with its citation in the format of this name.

        Where it is ``preferred`` from now on, that is said as well.
        """
        spans, reading = self.all_meant(), self.reading
        if reading is None or not spans:
            return
        try:
            citation = library.citing.cite(reading, spans, name, today())
        except PostilError as error:
            self.complain(error)
            return
        label = library.citing.LABELS[name]
        told = [one for one in citation.problems if one != library.citing.UNTITLED]
        if len(told) < len(citation.problems) and not self._untitled_said:
            self._untitled_said = True
            told.append(library.citing.UNTITLED)
        if preferred:
            key = plainest_keys(self)["cite.copy"]
            told.insert(0, f"{key} copies {label} from now on.")
        self.copy_text(citation.text, label, told)

    def copy_text(self, text: str, what: str, told: Iterable[str] = ()) -> None:
        """Copy a text, which ends the selection; what is said of it goes when the page moves."""
        self.page.select(None)
        self._copied = True
        self.post_message(self.CopyWanted(text, what, tuple(told)))

    @work
    async def action_cite_as(self) -> None:
        """Choose how to cite, seeing what each way makes of this very passage."""
        reading = await self.settled()
        spans = self.all_meant()
        if not spans:
            return
        from postil.tui.dialogs.cite import CiteChooser

        previews = [
            (one.format, one.label, one.citation.text, one.citation.problems)
            for one in library.citing.previews(reading, spans, today())
        ]
        default = self.look.citation or self.settings.citation
        words = library.citing.words(reading, spans)
        chosen = await self.ask(CiteChooser(words, previews, default), spans[-1].start)
        if chosen is None:
            return
        name, prefer = chosen
        if prefer:
            self.keep_look(replace(self.look, citation=name))
        self.copy_citation(name, prefer)

    def action_copy(self) -> None:
        """Copy the words only."""
        if spans := self.all_meant():
            self.copy_text(library.passages.words_of(self.article, spans), "Words")

    # -- the source

    @work
    async def action_source(self) -> None:
        """Show the source of the passage with its evidence, and take a correction."""
        reading = await self.settled()
        if not self.article.blocks:
            return
        from postil.tui.dialogs.source import SourceDialog

        span = self.words_meant() or self.passage()
        governed = library.sourcing.at(reading, span)
        count = sum(one.evidence == governed.evidence for one in reading.sources.paragraphs)
        alone = governed.evidence is None or count < 2
        dialog = SourceDialog(
            list(library.sourcing.in_words(governed.source).items()),
            evidence=library.sourcing.evidence(reading, governed),
            via=library.sourcing.why(governed),
            relation=governed.relation,
            confidence=governed.confidence,
            problems=[library.sourcing.problem_text(problem) for problem in governed.problems],
            governs=governed_by_it(1 if alone else count),
            check=check_fields,
        )
        fields = await self.ask(dialog, span.start)
        if fields is None:
            return

        def correct(now: Reading) -> Done:
            library.sourcing.correct(self.home, now, span, fields)
            return Done("Source corrected; u takes it back.")

        self.commit(correct)

    # -- links

    @on(Page.LinkWanted)
    @work(description="follow link")
    async def follow_link(self, event: Page.LinkWanted) -> None:
        """Open a footnote in place; show a web address and open it when that is confirmed."""
        link = event.link
        if link.kind is InlineKind.FOOTNOTE:
            from postil.tui.dialogs.show import Show

            await self.ask(Show(f"Note {event.words}", self._footnote(link.target)))
        elif link.target.startswith("#"):
            self._go_to_heading(link.target[1:])
        elif link.target.lower().startswith(WEB):
            from postil.tui.dialogs.confirm import Confirm

            if await self.ask(
                Confirm("Open this address in your browser?", link.target, "opens it")
            ):
                await asyncio.to_thread(self.app.open_url, link.target)
        else:
            self.say(f"{link.target or event.words}: Postil opens web addresses only.")

    def _footnote(self, label: str) -> str:
        found = [
            block.text
            for block in self.article.blocks
            if block.kind == "footnote" and block.marker.strip("[].: ") == label.strip("[].: ")
        ]
        return "\n\n".join(found) or "This article has no footnote of that name."

    def _go_to_heading(self, name: str) -> None:
        for section in self.article.sections:
            if section.title and _slug(section.title) == name.casefold():
                self.page.jump(section.span.start)
                self.page.place_offset(section.span.start, 1)
                return
        self.say(f"#{name}: no heading here has that name.")

    # -- the rest

    async def action_help(self) -> None:
        """Show every key that works here."""
        from postil.tui.screens.help import HelpScreen

        self.app.clear_notifications()
        await self.app.push_screen(HelpScreen())

    async def action_palette(self) -> None:
        """Find a command by its name."""
        self.app.action_command_palette()


def governed_by_it(paragraphs: int) -> str:
    """Return in words what a correction holds for."""
    if paragraphs == 1:
        return "this paragraph"
    many = "both" if paragraphs == 2 else f"all {paragraphs}"
    return f"{many} paragraphs that it governs"


def today() -> Date:
    """Return the reader's own date, for a citation that says when the article was read."""
    now = datetime.datetime.now().astimezone()
    return Date(now.year, now.month, now.day)


def check_fields(fields: dict[str, str]) -> str:
    """Return a sentence about a field that cannot be kept, or ""."""
    try:
        if fields.get("issued"):
            library.metadata.checked_date(fields["issued"])
        if fields.get("type"):
            library.kinds.checked_kind(fields["type"])
    except PostilError as error:
        return sentences(error)
    return ""


def _slug(title: str) -> str:
    """Return a heading's name in a link, as GitHub makes it."""
    kept = [c for c in title.casefold() if c.isalnum() or c in " -_"]
    return "".join(kept).replace(" ", "-")
