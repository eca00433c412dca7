"""Lets a screen ask for the bibliography of what it shows, and the reader choose how."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from textual.app import App
from textual.message import Message

from postil import library
from postil.config import Settings
from postil.library.articles import quick_open
from postil.library.base.clock import today
from postil.library.citation.citation_format import CitationFormat
from postil.model.values import dataclass
from postil.tui.dialogs.style_rows import Offered
from postil.tui.startup.key_priority import BackgroundTask, KeyPriority

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.citation.bibliography import BibliographyInput
    from postil.library.citation.previewing import Preview


WORDS_ALONE = ("text", "markdown")
"""Formats of a quotation, which no bibliography has."""


@dataclass
class BibliographyWanted(Message):
    """The reader wants a bibliography."""

    about: str
    """Of what, in words."""
    gather: Callable[[Home], BibliographyInput]
    """Finds out what goes into it; called once, in a thread."""


def fitting(default: CitationFormat, ways: Sequence[Offered]) -> CitationFormat:
    """Return the default where it is offered, or else the first way that is."""
    return default if any(name == default.name for name, _ in ways) else CitationFormat(ways[0][0])


async def chosen_bibliography(
    app: App[int],
    wanted: BibliographyWanted,
    settings: Settings,
    home: Callable[[], Home],
    key_priority: KeyPriority,
) -> Preview | None:
    """Return the bibliography in the style or format that the reader chooses; None for none."""
    from postil.tui.dialogs.cite import CiteChooser

    gathered = cache(lambda: wanted.gather(home()))

    def make(name: str) -> Preview:
        return library.bibliography.preview(gathered(), name, today(), settings.zotero)

    look = quick_open.appearance(settings.places)
    offered = library.favourites.offered(settings, look)
    chooser = CiteChooser(
        "",
        ways := [one for one in offered if one[0] not in WORDS_ALONE],
        fitting(library.favourites.current(settings, look), ways),
        make,
        BackgroundTask(key_priority),
        others=lambda: library.style_list.offered(settings),
        about=wanted.about,
    )
    chosen = await app.push_screen_wait(chooser)
    if chosen is None:
        return None
    way, _ = chosen
    return chooser.previews.of(way.name) or await asyncio.to_thread(make, way.name)
