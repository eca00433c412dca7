"""What a change of the notes came to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """What a change came to."""

    said: str = ""
    """A sentence for the reader, or "" where the page says it all."""
    note: str = ""
    """The id of the note that is current now."""
