"""The reader screen as a whole: sources and links on top of everything else."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import on, work

from postil import library
from postil.errors import PostilError
from postil.model.article import InlineKind
from postil.tui.saying import sentences
from postil.tui.screens.done import Done
from postil.tui.screens.following import FollowingScreen
from postil.tui.screens.reader_keys import SOURCES
from postil.tui.widgets.page.view import ArticleView

if TYPE_CHECKING:
    from postil.library.opened import Reading


WEB = ("http://", "https://")


class Reader(FollowingScreen):
    """Everything that can be done with one article."""

    BINDINGS = SOURCES

    def show_panes(self) -> None:
        """Show the panes that fit, and name the keys that work."""
        super().show_panes()
        self.call_after_refresh(self.show_hints)

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
        dialog = SourceDialog(
            list(library.sourcing.in_words(governed.source).items()),
            how=library.sourcing.how_read(reading, governed),
            evidence=library.sourcing.evidence(reading, governed),
            via=library.sourcing.why(governed),
            relation=governed.relation,
            confidence=governed.confidence,
            problems=[library.sourcing.problem_text(problem) for problem in governed.problems],
            governs=governed_by_it(library.sourcing.governs(reading, governed)),
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

    @on(ArticleView.LinkWanted)
    @work(description="follow link")
    async def follow_link(self, event: ArticleView.LinkWanted) -> None:
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
                self.page.paragraph.jump(section.span.start)
                self.page.viewport.place_offset(section.span.start, 1)
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
