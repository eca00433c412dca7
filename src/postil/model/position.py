"""A reading position: where a reader is in an article, to come back to."""

from __future__ import annotations

from postil.model.values import dataclass


@dataclass(frozen=True, slots=True)
class ReadingPosition:
    """What is on screen, and which paragraph is current; both are canonical offsets."""

    top: int
    """The code point at the top of the screen."""
    current: int | None = None
    """A code point of the current paragraph; None where that is not known, as in old files."""
