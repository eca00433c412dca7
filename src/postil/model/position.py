"""Where a reader stands in an article, to be come back to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What is on screen and which paragraph is current; both are canonical offsets."""

    top: int
    """The code point at the top of the screen."""
    current: int | None = None
    """One of the current paragraph; None where it is not known, as in what was kept long ago."""
