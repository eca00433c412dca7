"""Counters of lists with levels: the numbers of items and headings, written as the level says."""

from __future__ import annotations

from collections.abc import Mapping

from postil.document.formats.markup.list_frames import counted
from postil.model.values import dataclass, field
from postil.text.lazy_regex import lazily

LEVELS = 9
"""Levels of a list that count."""

_PLACE = lazily(r"%([1-9])")
_MOST = 1_000_000_000
_LONGEST = 40
"""Code points of a marker."""


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How one level of a list counts."""

    form: str = "1"
    """``1``, ``01``, ``a``, ``A``, ``i`` or ``I``; "" for a level without numbers."""
    pattern: str = "%1."
    """What is written; ``%2`` stands for the number of the second level."""
    start: int = 1
    restarts: bool = True
    """An item of a level above begins it anew."""
    decimal: bool = False
    """Numbers of the levels above are written 1, 2, 3 here."""


@dataclass(slots=True)
class Counter:
    """The numbers of one list, and how its levels write them."""

    levels: Mapping[int, ListLevel]
    """By their depth, from 0."""
    numbers: dict[int, int] = field(default_factory=dict)

    def marker(self, depth: int, start: int | None = None) -> str:
        """Count one item at a depth from 0; return its marker, "•" for one without a number."""
        level = self._level(depth)
        number = self.numbers.get(depth)
        number = level.start if number is None else number + 1
        if start is not None:
            number = start
        self.numbers[depth] = min(number, _MOST)
        for below in range(depth + 1, LEVELS):
            if self._level(below).restarts:
                self.numbers.pop(below, None)
        return self._written(level)

    def _level(self, depth: int) -> ListLevel:
        """Return how a depth counts; one that is not described counts 1., 2., 3."""
        return self.levels.get(depth) or ListLevel(pattern=f"%{depth + 1}.")

    def _written(self, level: ListLevel) -> str:
        if not level.form and "%" not in level.pattern:
            return level.pattern.strip()[:_LONGEST]

        def number(at: int) -> str:
            other = self._level(at)
            form = "1" if level.decimal else other.form
            if not form:
                return ""
            count = self.numbers.setdefault(at, other.start)
            if form == "01":
                return f"{count:02}"
            return counted(count, form)

        words = _PLACE.sub(lambda found: number(int(found[1]) - 1), level.pattern)
        return " ".join(words.split())[:_LONGEST]
