"""What the sources screen remembers from one time to the next."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from postil.tui.screens.passages.memory import Memory
from postil.tui.screens.search.trail import HitTrail

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.library.care.local_state import Home


class Order(StrEnum):
    """In which order sources are listed."""

    PASSAGES = "passages"
    NAME = "name"
    DATE = "date"


class SourcesSession:
    """What was typed, the order, and which source was pointed at."""

    def __init__(self, home: Callable[[], Home], trail: HitTrail) -> None:
        self.home = home
        self.trail = trail
        self.typed = ""
        self.key = ""
        """Of the source that was pointed at."""
        self.order = Order.PASSAGES
        self.turned = False
        """Whether they are listed in that order the other way round."""
        self.whole_library = False
        """Whether all sources are listed although an article is open."""
        self.article: OpenArticle | None = None
        """The article that is open, if there is one."""
        self.within: dict[str, Memory] = {}
        """What was done in the passages of each source."""

    @property
    def here(self) -> OpenArticle | None:
        """The article whose sources are listed; None for those of the library."""
        return None if self.whole_library else self.article

    def next_order(self) -> None:
        """List sources in the next order."""
        orders = list(Order)
        self.order = orders[(orders.index(self.order) + 1) % len(orders)]
        self.turned = False
