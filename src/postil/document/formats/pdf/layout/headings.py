"""Headings that no bookmark names: by the size and weight of their type, and by their numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from postil.document.formats.pdf.layout.lines import Line
from postil.document.formats.pdf.layout.markers import leaders, section_depth
from postil.document.formats.pdf.layout.measures import Measures
from postil.document.formats.pdf.layout.tables import ends_in_page
from postil.document.formats.pdf.layout.units import Unit, UnitKind
from postil.lexicon.bylines import author
from postil.lexicon.dates import parse_date
from postil.model.values import replace
from postil.text.lazy_regex import lazily

_LARGER = 1.09
"""Share of the size of the text from which type is a heading's."""
_TITLE = 1.12
_LINES = 4
_LONGEST = 180
"""Code points of a heading."""
_COMMON = 0.3
"""Share of all units beyond which a look is no heading's."""
_PROSE = 70
"""Code points of a unit that is text."""
_DEEPEST = 6
_CAPTION = lazily(
    r"(?i)^(?:fig(?:ure|\.)?|table|tab\.|abb(?:ildung|\.)?|tabelle|listing|algorithm|equation)"
    r"\s*[\dIVX.]+"
)
_BY = lazily(r"(?i)^(?:by|von|par|por|di|av|af|door)\s+")
_CHAPTER = lazily(
    r"(?i)^(?:chapter|appendix|part|book|section|kapitel|anhang|teil|chapitre|capítulo|глава)"
    r"\s+(?:\d{1,3}|[ivxlc]{1,7}|[a-z]|\w{3,9})\.?$"
)
_OFTEN = 3
"""Headings of one look on the pages of the sample, from which all of it are headings."""
_MOST_NAMES = 12
_MARKS = " *∗†‡§¶,;0123456789"
_BETWEEN = lazily(r"\s{0,9}(?:[,;·•]|\band\b|&|\bund\b|\bet\b)\s{0,9}")
_NAME = lazily(
    r"^(?:[^\W\d_a-z][\w'’.-]*\s+)(?:(?:[^\W\d_a-z][\w'’.-]*|de|van|von|der|den|la|le|del|di|da|el)"
    r"\s*){1,4}$"
)
_LETTER = lazily(r"[^\W\d_]")

Look = tuple[float, int]


class Headings:
    """Tells headings by how the pages of a sample look."""

    def __init__(self, measures: Measures, pages: Sequence[tuple[int, Sequence[Unit]]]) -> None:
        """Begin; ``pages`` are the sample: the index of each page, and its units."""
        self._measures = measures
        self.title: Look | None = None
        """The look of the document's title, where it stands on the first page."""
        self.title_text = ""
        self.byline: list[str] = []
        """The names that stand right below it."""
        first = next((units for index, units in pages if index == 0), [])
        self._find_title(first)
        self._counts: Counter[Look] = Counter()
        self._levels = self._ranked(pages)

    def mark(self, units: Sequence[Unit], index: int) -> list[Unit]:
        """Return the units of a page, those that are headings made so."""
        body = _first_prose(units) if index == 0 else 0
        made = []
        for at, unit in enumerate(units):
            level = 0
            if index == 0 and self._is_title(unit) and at <= body:
                level = 1
            elif self.is_candidate(unit):
                after = units[at + 1] if at + 1 < len(units) else None
                level = self._level(unit)
                common = self._counts.get(unit.lines[0].look, 0) >= _OFTEN and not names(unit)
                if at < body and level and not common and not self._opens_text(unit, after):
                    level = 0
            made.append(
                replace(unit, kind=UnitKind.HEADING, skip=0, level=level) if level else unit
            )
        return made

    def is_candidate(self, unit: Unit) -> bool:
        """Tell whether a unit may be a heading by its own looks."""
        if unit.kind not in (UnitKind.PARAGRAPH, UnitKind.ITEM) or len(unit.lines) > _LINES:
            return False
        text = unit.text
        if len(unit.lines) == 1 and ends_in_page(unit.lines[0]):
            return False
        if len(text) > _LONGEST or not _LETTER.search(text) or _CAPTION.match(text):
            return False
        if (
            text[0] in "-–−‐"
            or text[-1] in ",;:"
            or (text[-1] in ".。" and not text[:1].isdigit())
            or leaders(text)
        ):
            return False
        if text[-1] == "." and len(text) > 60:
            return False
        size, body = unit.size, self._measures.size
        if size >= _LARGER * body:
            return not text[0].islower()
        if size < 0.94 * body:
            return False
        if unit.bold and not self._measures.bold:
            return not text[0].islower() and (unit.kind is not UnitKind.ITEM or len(text) < 90)
        capitals = text.isupper() and len(_LETTER.findall(text)) > 3
        return capitals and (section_depth(text) > 0 or len(unit.lines) == 1)

    def _find_title(self, units: Sequence[Unit]) -> None:
        body = self._measures.size
        upper = units[: max(1, _first_prose(units) + 1)]
        large = [
            unit
            for unit in upper
            if unit.kind is UnitKind.PARAGRAPH
            and unit.size >= _TITLE * body
            and len(unit.text) <= 300
            and _LETTER.search(unit.text)
        ]
        if large:
            best = max(large, key=lambda unit: unit.size)
            self.title, self.title_text = best.lines[0].look, best.text
            below = upper[upper.index(best) + 1 :]
            self.byline = names(below[0]) if below else []

    def _is_title(self, unit: Unit) -> bool:
        return bool(self.title_text) and unit.text == self.title_text

    def _opens_text(self, unit: Unit, after: Unit | None) -> bool:
        """Tell whether a unit above the first text is a heading and no name or date."""
        if after is not None and len(after.text) >= _PROSE:
            return True
        return section_depth(unit.text) > 0 and parse_date(unit.text) is None

    def _ranked(self, pages: Iterable[tuple[int, Sequence[Unit]]]) -> dict[Look, int]:
        """Return the level of each look that headings have."""
        counts = self._counts
        depths: dict[Look, Counter[int]] = {}
        total = 0
        for index, units in pages:
            body = _first_prose(units) if index == 0 else 0
            total += len(units)
            for at, unit in enumerate(units):
                if self._is_title(unit) or not self.is_candidate(unit):
                    continue
                after = units[at + 1] if at + 1 < len(units) else None
                if at < body and not self._opens_text(unit, after):
                    continue
                look = unit.lines[0].look
                counts[look] += 1
                depths.setdefault(look, Counter())[section_depth(unit.text)] += 1
        looks = [look for look in counts if counts[look] <= max(6, _COMMON * total)]
        looks.sort(key=lambda look: (-look[0], -(look[1] & 1), look[1]))
        base = 1 if self.title is not None and self.title not in looks else 0
        self._base = base
        levels: dict[Look, int] = {}
        last = base
        for look in looks:
            numbered = depths[look]
            depth = max(numbered, key=lambda one: (numbered[one], one))
            last = base + depth if depth else last + 1
            levels[look] = min(_DEEPEST, max(1, last))
        return levels

    def _level(self, unit: Unit) -> int:
        look = unit.lines[0].look
        depth = section_depth(unit.text)
        level = self._levels.get(look)
        if level is None:
            # Looks that the sample lacks count as the next smaller one that it has.
            if look[0] < _LARGER * self._measures.size or not self._levels:
                return 1 + self._base if look[0] >= _TITLE * self._measures.size else 0
            smaller = [known for known in self._levels if known <= look]
            level = self._levels[max(smaller)] if smaller else max(self._levels.values())
        if depth and not unit.text[:1].isalpha():
            return min(_DEEPEST, self._base + depth)
        return level


def with_chapters(units: Sequence[Unit]) -> list[Unit]:
    """Join "Chapter 1" and the heading below it, which stands on a line of its own."""
    made: list[Unit] = []
    for unit in units:
        last = made[-1] if made else None
        if (
            unit.kind is UnitKind.HEADING
            and last is not None
            and last.kind in (UnitKind.HEADING, UnitKind.PARAGRAPH)
            and _CHAPTER.match(last.text)
        ):
            made[-1] = replace(unit, lines=[*last.lines, *unit.lines])
        else:
            made.append(unit)
    return made


def names(unit: Unit) -> list[str]:
    """Return the names of persons in a byline; none if anything else stands there."""
    return _names(unit.lines) or _names(unit.lines[:1])


def _names(lines: Sequence[Line]) -> list[str]:
    found: list[str] = []
    for line in lines:
        for part in line.parts:
            text = _BY.sub("", part.text).strip(_MARKS)
            pieces = (piece.strip(_MARKS) for piece in _BETWEEN.split(text))
            found += [words for words in pieces if words]
    if not found or len(found) > _MOST_NAMES or not all(map(_NAME.match, found)):
        return []
    return found if _are_persons(found) else []


def _are_persons(found: Sequence[str]) -> bool:
    return all(author(name).family and parse_date(name) is None for name in found)


def _first_prose(units: Sequence[Unit]) -> int:
    """Return the index of the first unit that is text, as far as there is one."""
    for at, unit in enumerate(units):
        if unit.kind is UnitKind.PARAGRAPH and len(unit.text) >= 2 * _PROSE and not unit.bold:
            return at
    return len(units)
