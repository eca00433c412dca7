"""Jump list: the places that the reader has jumped from, to go back and forth."""

from __future__ import annotations

from typing import Generic, TypeVar

from postil.model.values import dataclass, field

KEPT = 200
"""Places that are remembered at most."""

Kept = TypeVar("Kept")
"""A place; two that are equal count as one."""


@dataclass(slots=True)
class Jumps(Generic[Kept]):
    """Places left behind, and places come back from."""

    behind: list[Kept] = field(default_factory=list)
    ahead: list[Kept] = field(default_factory=list)

    def leave(self, place: Kept) -> None:
        """Remember a place that is being left by a jump; what lay ahead is forgotten."""
        self.ahead.clear()
        if not self.behind or self.behind[-1] != place:
            self.behind.append(place)
            del self.behind[:-KEPT]

    def back(self, here: Kept, count: int = 1) -> Kept | None:
        """Return the place to go back to, or None where there is none."""
        return self._step(self.behind, self.ahead, here, count)

    def forward(self, here: Kept, count: int = 1) -> Kept | None:
        """Return the place that was come back from, or None where there is none."""
        return self._step(self.ahead, self.behind, here, count)

    @staticmethod
    def _step(out: list[Kept], other: list[Kept], here: Kept, count: int) -> Kept | None:
        place = None
        for _ in range(count):
            while out and out[-1] == here:
                out.pop()
            if not out:
                break
            other.append(here)
            place = here = out.pop()
        return place
