"""The encoding of the file: shown for each how it reads, and chosen by the reader."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from postil import library
from postil.errors import PostilError
from postil.model.article import Article
from postil.tui.screens.reader.stage import Key, Stage, Verbs


class ReadAsCommand:
    """Reads the file anew in an encoding that is chosen by how the text looks in it."""

    KEYS = (
        Key(
            "article.read-as",
            "F",
            "Read it as…",
            "Choose the encoding of the file by how its text reads in each",
        ),
    )

    def __init__(self, stage: Stage, path: Path | None, reread: Callable[[str], None]) -> None:
        """Choose for the article at a path; ``reread`` reads it anew, and says why."""
        self._stage = stage
        self._path = path
        self._reread = reread

    def verbs(self) -> Verbs:
        """Return what the key does."""
        return {"article.read-as": lambda: self._stage.in_background(self._choose, opens=True)}

    def remarks(self, article: Article) -> Iterator[str]:
        """Yield what is told of an article once; where its encoding is unsure, what mends that."""
        yield from article.remarks
        if article.encoding is not None and not article.encoding.sure:
            key = self._stage.key("article.read-as")
            yield f"Another encoding is as likely: {key} shows how it reads in each."

    async def _choose(self) -> None:
        await self._stage.loaded()
        now = self._stage.article.encoding
        if self._path is None or now is None:
            self._stage.say(
                "What is piped in is read by --encoding NAME."
                if self._path is None
                else "This document says itself how its letters are written."
            )
            return
        from postil.tui.dialogs.read_as import ReadAs, Reading

        places, path = self._stage.settings.places, self._path
        try:
            found = await asyncio.to_thread(library.reencoding.readings, path, now.name)
        except PostilError as error:
            self._stage.complain(error)
            return
        if not found:
            self._stage.say("All letters of this file are the same in every encoding.")
            return
        rows = [
            Reading(one.encoding, one.name, one.lines, one.encoding == now.name) for one in found
        ]
        chosen = await self._stage.ask(ReadAs(rows))
        if chosen is None:
            return
        try:
            changed = await asyncio.to_thread(library.reencoding.choose, places, path, chosen)
        except PostilError as error:
            self._stage.complain(error)
            return
        if changed:
            name = "its bytes tell" if chosen == library.reencoding.AUTO else ""
            said = name or library.encodings.spoken(chosen)
            self._stage.after_refresh(partial(self._reread, f"{path.name} is read as {said}."))
