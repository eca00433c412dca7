"""Lines of a page: fragments that stand side by side in one column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from postil.document.formats.pdf.process.wire import BOLD, FIXED, ITALIC, Fragment, Link, Run

_LEVEL = 0.3
"""Share of the size by which fragments of one line may stand higher or lower."""


class Line:
    """One line of a column; lengths are points, y grows upwards."""

    __slots__ = (
        "links",
        "page",
        "parts",
        "right",
        "runs",
        "size",
        "style",
        "text",
        "trail",
        "x0",
        "x1",
        "y",
    )

    def __init__(
        self, parts: Sequence[Fragment], page: int = 0, links: Sequence[Link] = ()
    ) -> None:
        self.parts = sorted(parts, key=lambda part: part.x0)
        self.page = page
        self.links = links
        longest = max(parts, key=lambda part: (len(part.text), part.size))
        self.size = longest.size
        self.y = longest.y
        self.x0, self.x1 = self.parts[0].x0, max(part.x1 for part in parts)
        self.trail = bool(self.parts[-1].trail)
        self.right = inf
        """The right edge of a group that is set in from both sides; else the column's."""
        self.text = ""
        self.runs: list[Run] = []
        for part in self.parts:
            self.text += " " if self.text else ""
            at = len(self.text)
            self.text += part.text
            self.runs += [run._replace(start=run.start + at, end=run.end + at) for run in part.runs]
        self.style = _common(self.text, self.runs)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.style & BOLD)

    @property
    def fixed(self) -> bool:
        """Whether all of it is set in letters of one width."""
        return bool(self.style & FIXED)

    @property
    def look(self) -> tuple[float, int]:
        """Size and style by which lines of one kind are known."""
        return round(self.size * 2) / 2, self.style & (BOLD | ITALIC)

    def first_word(self) -> float:
        """Return how wide its first word is."""
        word = self.text.split(" ", 1)[0]
        return (self.x1 - self.x0) * len(word) / max(1, len(self.text))

    def __repr__(self) -> str:
        return f"<{self.x0:.0f}-{self.x1:.0f} {self.y:.0f} {self.size} {self.text[:50]!r}>"


def lines(fragments: Iterable[Fragment], page: int = 0, links: Sequence[Link] = ()) -> list[Line]:
    """Return the lines from the top; what stands level is one line."""
    found: list[list[Fragment]] = []
    for one in sorted(fragments, key=lambda one: (-one.y, one.x0)):
        level = _LEVEL * one.size
        for row in reversed(found[-3:]):
            near = abs(row[0].y - one.y) <= min(level, _LEVEL * row[0].size)
            if near and not any(_over(one, other) for other in row):
                row.append(one)
                break
        else:
            found.append([one])
    return [Line(row, page, links) for row in found]


def _over(one: Fragment, other: Fragment) -> bool:
    """Tell whether two fragments cover each other by more than a touch."""
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared > 0.3 * min(one.x1 - one.x0, other.x1 - other.x0)


def _common(text: str, runs: Sequence[Run]) -> int:
    """Return the bits of style that hold for nearly all letters."""
    if not runs:
        return 0
    letters = len(text) - text.count(" ")
    bits = 0
    for bit in (BOLD, ITALIC, FIXED):
        share = sum(run.end - run.start for run in runs if run.style & bit)
        if share >= 0.9 * letters:
            bits |= bit
    return bits
