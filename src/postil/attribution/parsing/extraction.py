"""Extraction from an attribution: the fields that have been taken out, and what is left."""

from __future__ import annotations

from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides
from postil.model.source import Date
from postil.model.values import dataclass, field

TITLE = "\ue000"
"""Stands where the quoted title stood."""
BOOK = "\ue001"
"""Stands where a second quoted title stood, that of what holds the first."""
DATE = "\ue002"
"""Stands where a date stood."""
GONE = "\ue003"
"""Stands where something stood that has been taken out."""

_NO_SIGNS = dict.fromkeys(map(ord, (TITLE, BOOK, DATE, GONE)), " ")


@dataclass(slots=True)
class Extraction:
    """The fields that could be told by their form, and the rest with signs in their places."""

    rest: str
    title: str = ""
    book: str = ""
    """Title of what holds the quoted one."""
    url: str = ""
    page: str = ""
    accessed: Date | None = None
    dates: list[Date] = field(default_factory=list)
    """In the order of the signs for dates; an unreadable or partial one has none."""
    problems: list[str] = field(default_factory=list)
    overrides: NameOverrides = NO_OVERRIDES

    @classmethod
    def of(cls, text: str, overrides: NameOverrides = NO_OVERRIDES) -> Extraction:
        """Begin with a text of which nothing has been taken; its own signs mean nothing."""
        return cls(text.translate(_NO_SIGNS), overrides=overrides)

    @property
    def has_digits(self) -> bool:
        """Whether there is a digit left, without which there is no date and no number."""
        return any(map(str.isdigit, self.rest))

    def cut(self, start: int, end: int, sign: str) -> None:
        """Take out of the rest what stands between two offsets, leaving a sign."""
        self.rest = f"{self.rest[:start]} {sign} {self.rest[end:]}"
