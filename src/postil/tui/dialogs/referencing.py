"""Lets a screen ask for the bibliography of what it shows, and the reader choose how."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message

from postil import library
from postil.config import Settings
from postil.library.articles import quick_open
from postil.library.base.clock import today
from postil.tui.startup.key_priority import Errand, Pace

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.citation.bibliography import BibliographyInput
    from postil.library.citation.previewing import Preview


@dataclass
class BibliographyWanted(Message):
    """The reader wants a bibliography."""

    about: str
    """Of what, in words."""
    gather: Callable[[Home], BibliographyInput]
    """Finds out what goes into it; called once, in a thread."""


async def chosen_bibliography(
    app: App[int],
    wanted: BibliographyWanted,
    settings: Settings,
    home: Callable[[], Home],
    pace: Pace,
) -> Preview | None:
    """Return the bibliography in the style or format that the reader chooses; None for none."""
    from postil.tui.dialogs.bibliography import BibliographyChooser

    gathered = cache(lambda: wanted.gather(home()))

    def make(name: str) -> Preview:
        return library.bibliography.preview(gathered(), name, today(), settings.zotero)

    look = quick_open.appearance(settings.places)
    chooser = BibliographyChooser(
        wanted.about,
        library.favourites.offered(settings, look),
        library.favourites.current(settings, look),
        make,
        Errand(pace),
        lambda: library.style_list.offered(settings),
    )
    chosen = await app.push_screen_wait(chooser)
    if chosen is None:
        return None
    way, _ = chosen
    return chooser.made(way.name) or await asyncio.to_thread(make, way.name)
