"""What the search screen remembers from one time to the next, and what it asks for its answers."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from postil import library
from postil.config import Places
from postil.tui.screens.search.trail import HitTrail

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.catalogue.live_search import Found, LiveSearch


class SearchSession:
    """The query, what it found, and which hit was pointed at."""

    def __init__(self, places: Places, home: Callable[[], Home]) -> None:
        self.places = places
        self.home = home
        """Opens the notes, which may take a while at first: a thread calls this."""
        self._live: LiveSearch | None = None
        self._making = Lock()
        self.trail = HitTrail()
        self.typed = ""
        self.found: Found | None = None
        """What was found last; None where nothing was asked."""
        self.pointed = 0
        """The number of the hit that was pointed at, from 0."""
        self.known: int | None = None
        """Articles that are known; None until that is known."""
        self.tags: tuple[str, ...] = ()

    def live(self) -> LiveSearch:
        """Return what searches; opening the notes may take a while, so a thread calls this."""
        with self._making:
            if self._live is None:
                self._live = library.live_search.LiveSearch(self.places, self.home())
            return self._live
