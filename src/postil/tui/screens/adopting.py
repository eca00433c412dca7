"""The reader screen while the notes of an earlier version are taken over."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from postil import library
from postil.text.clean import clean_line
from postil.tui.screens.done import Done
from postil.tui.screens.noted import TOLD
from postil.tui.screens.placing import PlacingScreen
from postil.tui.screens.reader_keys import ADOPTING

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.library.identity.earlier_versions import EarlierVersion


class AdoptingScreen(PlacingScreen):
    """Offers the notes of an article of which this may be a new version; it never takes them."""

    BINDINGS = ADOPTING

    @dataclass
    class Offered(Message):
        """An article is known of which this one may be a new version."""

        relative: EarlierVersion

    @on(PlacingScreen.Settled)
    def look_for_relatives(self, event: PlacingScreen.Settled) -> None:
        """See whether an article that is new here may be a version of another."""
        if event.reading.record is None and event.reading.article.length:
            self._look_for_relatives(event.reading)

    @work(thread=True, group="relatives", description="look for relatives")
    def _look_for_relatives(self, reading: OpenArticle) -> None:
        found = library.earlier_versions.candidates(self.home, reading)
        if found:
            self.post_message(self.Offered(found[0]))

    @on(Offered)
    def offer(self, event: Offered) -> None:
        """Tell that there are notes to take over."""
        asked = library.earlier_versions.offer(event.relative)
        self.say(f"{asked} A takes them over.", seconds=TOLD)

    @work
    async def action_adopt(self) -> None:
        """Ask whether to take over the notes of an earlier version, and of which."""
        reading = await self.settled()
        found = await asyncio.to_thread(library.earlier_versions.candidates, self.home, reading)
        if not found:
            self.say("No other article of this title has notes that could be taken over.")
            return
        relative = found[0]
        if len(found) > 1:
            from postil.tui.dialogs.frame.choose_one import Choice, Choose

            rows = [Choice(one.record.id, one.title, details(one)) for one in found]
            chosen = await self.ask(Choose("Which article is this a new version of?", rows))
            if chosen is None:
                return
            relative = next(one for one in found if one.record.id == chosen)
        from postil.tui.dialogs.frame.confirm import Confirm

        question = library.earlier_versions.offer(relative)
        if await self.ask(Confirm(question, details(relative), "takes them over")):
            self.adopt(relative)

    def adopt(self, relative: EarlierVersion) -> None:
        """Take over the notes of an article."""

        def take(reading: OpenArticle) -> Done:
            library.earlier_versions.adopt(self.home, reading, relative)
            return Done("Its notes are shown here from now on; u takes that back.")

        self.commit(take)


def details(relative: EarlierVersion) -> str:
    """Return what tells an article from others of its title."""
    share = "" if relative.share is None else f"{relative.share:.0%} of its words stand here."
    where = "" if relative.path is None else clean_line(str(relative.path))
    return "\n".join(part for part in (where, share) if part)
