"""The page of the web that an article is a copy of: fetched again when the reader asks for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from postil import library
from postil.errors import PostilError
from postil.tui.screens.reader.stage import Key, Stage, Verbs


class WebPage:
    """Fetches the page anew into its file, which is followed as any other."""

    KEYS = (
        Key(
            "article.fetch",
            "W",
            "Fetch the page again",
            "Fetch again the page of the web that this article was fetched from; notes are kept",
        ),
    )

    def __init__(self, stage: Stage, path: Path | None, look: Callable[[], None]) -> None:
        """Fetch for the article at a path; ``look`` sees whether its file has changed."""
        self._stage = stage
        self._path = path
        self._look = look

    def verbs(self) -> Verbs:
        """Return what the key does."""
        return {"article.fetch": lambda: self._stage.in_background(self._fetch, group="fetch")}

    async def _fetch(self) -> None:
        places = self._stage.settings.places
        address = await asyncio.to_thread(library.web_pages.of_path, places, self._path)
        if not address:
            self._stage.say("This article was fetched from no address on the web.")
            return
        self._stage.say(f"Fetching {address}…", seconds=30)
        try:
            page = await asyncio.to_thread(library.web_pages.keep, places, address, again=True)
        except PostilError as error:
            self._stage.complain(error)
            return
        if page.changed:
            self._stage.say("Fetched; the page has changed.")
            self._look()
        else:
            self._stage.say("Fetched; the page is as it was.")
