"""What has to be known of an article or a note so that a query can be judged of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from postil.search.judging.texts import SearchedText
from postil.search.query.periods import Period


class Subject(Protocol):
    """An article, or a note on one."""

    @property
    def texts(self) -> Sequence[SearchedText]:
        """Where words without a field are looked for; each has to be in one of them."""

    def named(self, field: str) -> Sequence[SearchedText]:
        """Return the texts of a field that is asked for its words; none if there are none."""

    def choices(self, field: str) -> Collection[str]:
        """Return which of the values of a field hold."""

    def period(self, field: str) -> Period | None:
        """Return the days of a field that is asked for a date, None if it has none."""

    @property
    def tags(self) -> Sequence[str]:
        """The tags that it bears."""

    def overlaps(self, tags: Sequence[str]) -> bool:
        """Tell whether its passage overlaps one under each of the tags, and it bears one."""
