"""Headings that the document's own outline names, found again on its pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from postil.document.formats.pdf.layout.lines import Line
from postil.document.formats.pdf.layout.units import Unit, UnitKind
from postil.document.formats.pdf.process.wire import Bookmark
from postil.model.values import replace

_MOST_LINES = 6
"""Lines of a heading, and of what may stand before it."""
_NUMBER = 14
"""Letters of a number before a title that the outline leaves out."""
_DEEPEST = 6


class Bookmarks:
    """The outline of a document, page by page."""

    def __init__(self, entries: Sequence[Bookmark]) -> None:
        self._pages: dict[int, list[Bookmark]] = {}
        for entry in entries:
            if entry.title and entry.page >= 0:
                self._pages.setdefault(entry.page, []).append(entry)

    @property
    def some(self) -> bool:
        """Whether there is any."""
        return bool(self._pages)

    @property
    def titles(self) -> list[str]:
        """Return the title of each."""
        return [entry.title for entries in self._pages.values() for entry in entries]

    def mark(self, units: Sequence[Unit], index: int) -> tuple[list[Unit], int]:
        """Return the units of a page with its headings, and how many of these were found."""
        made = list(units)
        found = 0
        low = 0
        for entry in self._pages.get(index, ()):
            wanted = squash(entry.title)
            if not wanted:
                continue
            place = _find(made, wanted, low) or _find(made, wanted, 0)
            if place is None:
                continue
            at, count, first, behind = place
            level = min(entry.level, _DEEPEST)
            made[at : at + count] = _parts(made[at : at + count], first, behind, level)
            low = next(
                (
                    at + step + 1
                    for step, unit in enumerate(made[at:])
                    if unit.kind is UnitKind.HEADING
                ),
                at + 1,
            )
            found += 1
        return made, found


def squash(text: str) -> str:
    """Return the letters and digits of a text alone."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in plain if letter.isalnum())


def _find(units: Sequence[Unit], wanted: str, low: int) -> tuple[int, int, int, int] | None:
    """Return where a title stands: unit, units, and its lines among theirs, from and behind."""
    for at in range(low, len(units)):
        if units[at].kind in (UnitKind.HEADING, UnitKind.NOTE):
            continue
        for first in range(min(len(units[at].lines), _MOST_LINES)):
            if place := _run(units, at, first, wanted):
                return place
    return None


def _run(
    units: Sequence[Unit], at: int, first: int, wanted: str
) -> tuple[int, int, int, int] | None:
    """Return the lines from one on that make up a title, None if they do not."""
    words = ""
    line_count = 0
    for step in range(min(3, len(units) - at)):
        unit = units[at + step]
        if unit.kind is UnitKind.HEADING:
            return None
        lines = unit.lines[first:] if step == 0 else unit.lines
        for line in lines:
            words += squash(line.text)
            line_count += 1
            if words == wanted or _numbered(words, wanted):
                return at, step + 1, first, first + line_count
            if len(words) > len(wanted) + _NUMBER or line_count > _MOST_LINES:
                return None
    return None


def _numbered(words: str, wanted: str) -> bool:
    """Tell whether words are a title behind its number, or the other way about."""
    longer, shorter = (words, wanted) if len(words) > len(wanted) else (wanted, words)
    if len(shorter) < 2 or not longer.endswith(shorter):
        return False
    rest = longer[: len(longer) - len(shorter)]
    number = rest.removeprefix("chapter").removeprefix("appendix").removeprefix("part")
    number = number.removeprefix("section").removeprefix("kapitel").removeprefix("chapitre")
    return len(rest) <= _NUMBER and (number.isdigit() or len(number) <= 1 or _dotted(number))


def _dotted(number: str) -> bool:
    return len(number) <= 5 and (number[1:].isdigit() or set(number) <= set("ivxlc"))


def _parts(units: Sequence[Unit], first: int, behind: int, level: int) -> list[Unit]:
    """Return the units before a heading, the heading, and what is left behind it."""
    all_lines: list[Line] = [line for unit in units for line in unit.lines]
    made = []
    if first:
        made.append(replace(units[0], lines=all_lines[:first]))
    made.append(Unit(UnitKind.HEADING, all_lines[first:behind], level=level))
    if rest := all_lines[behind:]:
        last = units[-1]
        made.append(replace(last, lines=rest, skip=0, kind=_kept(last), opens=True))
    return made


def _kept(unit: Unit) -> UnitKind:
    return UnitKind.PARAGRAPH if unit.kind is UnitKind.ITEM else unit.kind
