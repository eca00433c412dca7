"""Freshness: how much of what is known has been read, and what is said of that beside a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postil.tui.screens.search.searcher import Refreshed
from postil.tui.screens.search.wording import counted_of, rereading

if TYPE_CHECKING:
    from postil.library.catalogue.live_search import Found


class Freshness:
    """What is new or changed is waited for; what another version of Postil has read answers."""

    def __init__(self) -> None:
        self.reached = False
        """Whether what is new or changed has been read."""
        self._rereading = ""

    def take(self, event: Refreshed, *, waits: bool) -> bool:
        """Take note of how far it is; tell whether to ask again, for one who ``waits`` perhaps."""
        if not event.done and not event.again:
            return False
        was_reached, self.reached = self.reached, True
        self._rereading = "" if event.done else rereading(event.read, event.of)
        return (event.read > 0 or waits) if event.done else not was_reached

    def counted(self, found: Found | None) -> str:
        """Return how much was found, and how much is read again meanwhile."""
        return "  ".join(filter(None, [counted_of(found), self._rereading]))
