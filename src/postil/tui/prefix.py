"""Keys that wait for another key: counts, and the prefixes that a letter follows."""

from __future__ import annotations

from dataclasses import dataclass

LARGEST_COUNT = 9999


@dataclass(slots=True)
class Pending:
    """What has been typed of a command that is not complete; it never times out."""

    count: str = ""
    prefix: str = ""
    hint: str = ""
    """What may follow, for the bottom line."""

    def __bool__(self) -> bool:
        return bool(self.count or self.prefix)

    def add_digit(self, digit: str) -> None:
        """Take one more digit of a count; counts end at 9,999."""
        if int(self.count + digit) <= LARGEST_COUNT:
            self.count += digit

    def begin(self, prefix: str, hint: str) -> None:
        """Wait for the key that follows a prefix."""
        self.prefix = prefix
        self.hint = hint

    def take_count(self, otherwise: int = 1) -> int:
        """Return the count and forget it."""
        count = int(self.count) if self.count else otherwise
        self.count = ""
        return count

    def clear(self) -> None:
        """Forget what was typed."""
        self.count = self.prefix = self.hint = ""

    @property
    def shown(self) -> str:
        """What the bottom line says of it."""
        if self.prefix:
            return f"{self.count}{self.prefix}…  {self.hint}"
        if self.count:
            return f"{self.count}…  a motion repeats, Enter marks in colour 1-5, Esc cancels"
        return ""
