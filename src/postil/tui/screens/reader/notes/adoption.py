"""Taking over the notes of an earlier version of the article, which is offered and never forced."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from postil import library
from postil.text.clean import clean_line
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from postil.tui.screens.reader.notes.updates import TOLD
from postil.tui.screens.reader.stage import Key, Stage, Verbs

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.library.identity.earlier_versions import EarlierVersion


class Adoption:
    """Offers the notes of an article of which this may be a new version."""

    KEYS = (
        Key(
            "note.adopt",
            "A",
            "Take over notes",
            "Take over the notes of an earlier version of this article",
        ),
    )

    def __init__(self, stage: Stage, changes: ChangeQueue) -> None:
        self._stage = stage
        self._changes = changes

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        return {"note.adopt": lambda: self._stage.in_background(self._adopt, opens=True)}

    def look_for_earlier_versions(self, open_article: OpenArticle) -> None:
        """See whether an article that is new here may be a version of another."""
        if open_article.record is None and open_article.article.length:
            self._stage.in_thread(
                "relatives", self._look, open_article, description="look for relatives"
            )

    def _look(self, open_article: OpenArticle) -> None:
        found = library.earlier_versions.candidates(self._stage.home, open_article)
        if found:
            said = f"{library.earlier_versions.offer(found[0])} A takes them over."
            self._stage.later(self._tell, said)

    def _tell(self, said: str) -> None:
        self._stage.say(said, seconds=TOLD)

    async def _adopt(self) -> None:
        """Ask whether to take over the notes of an earlier version, and of which."""
        open_article = await self._stage.loaded()
        relatives = library.earlier_versions.candidates
        found = await asyncio.to_thread(relatives, self._stage.home, open_article)
        if not found:
            self._stage.say("No other article of this title has notes that could be taken over.")
            return
        relative = found[0]
        if len(found) > 1:
            from postil.tui.dialogs.frame.choose_one import Choice, ChooseOne

            rows = [Choice(one.record.id, one.title, details(one)) for one in found]
            question = "Which article is this a new version of?"
            chosen = await self._stage.ask(ChooseOne(question, rows))
            if chosen is None:
                return
            relative = next(one for one in found if one.record.id == chosen)
        from postil.tui.dialogs.frame.confirm import Confirm

        question = library.earlier_versions.offer(relative)
        if await self._stage.ask(Confirm(question, details(relative), "takes them over")):
            self._take_over(relative)

    def _take_over(self, relative: EarlierVersion) -> None:
        def take(open_article: OpenArticle) -> ChangeResult:
            library.earlier_versions.adopt(self._stage.home, open_article, relative)
            return ChangeResult("Its notes are shown here from now on; u takes that back.")

        self._changes.commit(take)


def details(relative: EarlierVersion) -> str:
    """Return what tells an article from others of its title."""
    share = "" if relative.share is None else f"{relative.share:.0%} of its words stand here."
    where = "" if relative.path is None else clean_line(str(relative.path))
    return "\n".join(part for part in (where, share) if part)
