"""What a reader has typed to be found."""

from __future__ import annotations

from typing import NamedTuple


class Query(NamedTuple):
    """Words, or a regular expression."""

    typed: str
    regex: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing to find."""
        return not self.typed if self.regex else not self.typed.strip()
