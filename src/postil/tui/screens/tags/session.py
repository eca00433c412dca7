"""What the tags screen remembers from one time to the next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from postil.tui.screens.passages.memory import Memory
from postil.tui.screens.search.trail import HitTrail

if TYPE_CHECKING:
    from postil.library.care.local_state import Home
    from postil.library.tags.codebook import Branch, TagFilter


class TagsSession:
    """The tree as it was read last, what was typed, and which tag was pointed at."""

    def __init__(self, home: Callable[[], Home], trail: HitTrail) -> None:
        self.home = home
        self.trail = trail
        self.typed = ""
        self.tag = ""
        """The tag that was pointed at."""
        self.tree: Sequence[Branch] | None = None
        """None before it was read for the first time."""
        self.filter: TagFilter | None = None
        self.within: dict[str, Memory] = {}
        """What was done in the passages of each tag."""
