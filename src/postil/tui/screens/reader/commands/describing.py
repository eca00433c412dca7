"""What is known of the article itself: shown, and corrected."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from postil import library
from postil.errors import PostilError
from postil.tui.messages import sentences
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from postil.tui.screens.reader.stage import Key, Stage, Verbs

if TYPE_CHECKING:
    from postil.library.articles.describing import KnownField
    from postil.library.base.open_article import OpenArticle


class DescribeCommand:
    """Opens title, author, outlet, date and the like, and takes the reader's word for them."""

    KEYS = (
        Key(
            "article.describe",
            "E",
            "About the article",
            "Correct the article's own title, author, outlet, date, type or address",
        ),
    )

    def __init__(self, stage: Stage, changes: ChangeQueue) -> None:
        self._stage = stage
        self._changes = changes

    def verbs(self) -> Verbs:
        """Return what the key does."""
        return {"article.describe": lambda: self._stage.in_background(self._describe, opens=True)}

    async def _describe(self) -> None:
        """Show what is known of the article, and take a correction."""
        open_article = await self._stage.loaded()
        if not self._stage.article.blocks:
            self._stage.say("This file is empty: there is nothing to be known of it.")
            return
        from postil.tui.dialogs.records.description import Description

        home = self._stage.home
        fields = library.describing.known(open_article)
        if left := library.local_state.description(home, open_article):
            self._stage.say("This is the correction that was left unfinished.")

        def correct(now: OpenArticle, typed: dict[str, str]) -> ChangeResult:
            wanted = library.describing.wanted(fields, typed)
            library.opening.set_metadata(home, now, wanted)
            return ChangeResult("Kept; u takes it back.")

        dialog = Description(
            fields,
            check=lambda typed: problem(fields, typed),
            store=lambda typed: self._changes.carried_out(lambda now: correct(now, typed)),
            keep=lambda text: library.local_state.keep_description(home, open_article, text),
            left=left,
            read_as=library.encodings.worth_saying(open_article.article.encoding),
        )
        await self._stage.ask(dialog)
        # It is stored by now, or given up.
        await asyncio.to_thread(library.local_state.drop_description, home, open_article)


def problem(fields: Sequence[KnownField], typed: dict[str, str]) -> str:
    """Return a sentence about a field that cannot be kept, or ""."""
    try:
        library.describing.wanted(fields, typed)
    except PostilError as error:
        return sentences(error)
    return ""
