"""Numbering of a DOCX: the lists that paragraphs are items of, and how each counts."""

from __future__ import annotations

from postil.document.formats.docx.styles import Styles
from postil.document.formats.office.counters import Counter, ListLevel
from postil.document.formats.office.symbols import readable
from postil.document.formats.office.xml_parts import Element
from postil.model.values import dataclass, field

_FORMS = {
    "decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I",
    "decimalZero": "01", "bullet": "", "none": "",
}  # fmt: skip
_BULLETS = {"o": "◦", "§": "▪", "·": "•", "ü": "✓", "Ø": "➢", "v": "❖", "q": "❑"}


@dataclass(slots=True)
class _Abstract:
    """A list as it is described once, for all that count together."""

    levels: dict[int, ListLevel]
    styles: dict[str, int]
    """The levels that styles of paragraphs stand for."""
    elsewhere: str
    """The style of lists that describes it instead."""


@dataclass(slots=True)
class _Number:
    """A list as paragraphs name it."""

    abstract: str
    starts: dict[int, int]
    levels: dict[int, ListLevel]
    """Levels that it describes itself."""


@dataclass(slots=True)
class Numbering:
    """All lists."""

    styles: Styles
    _abstracts: dict[str, _Abstract] = field(default_factory=dict)
    _numbers: dict[str, _Number] = field(default_factory=dict)
    _counters: dict[str, Counter] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def read(self, root: Element | None) -> None:
        """Take the part that describes them."""
        for top in root.elements() if root else ():
            if top.tag == "w:abstractNum":
                levels, styles = _levels(top)
                elsewhere = top.first("w:numStyleLink")
                name = elsewhere.get("w:val") if elsewhere else ""
                self._abstracts[top.get("w:abstractNumId")] = _Abstract(levels, styles, name)
            elif top.tag == "w:num":
                self._numbers[top.get("w:numId")] = _number(top)

    def level_of(self, list_id: str, style_id: str) -> int:
        """Return the level that a style of paragraphs stands for in a list, from 0."""
        number = self._numbers.get(list_id)
        abstract = self._abstract(number) if number else None
        return abstract.styles.get(style_id, 0) if abstract else 0

    def marker(self, list_id: str, level: int) -> str | None:
        """Count an item; return its marker, None where no such list is known."""
        number = self._numbers.get(list_id)
        abstract = self._abstract(number) if number else None
        if number is None or abstract is None:
            return None
        key = f"{list_id}/" if number.levels else number.abstract
        counter = self._counters.get(key)
        if counter is None:
            counter = self._counters[key] = Counter({**abstract.levels, **number.levels})
        start = None
        if level in number.starts and (list_id, level) not in self._begun:
            self._begun.add((list_id, level))
            start = number.starts[level]
        return counter.marker(level, start)

    def _abstract(self, number: _Number) -> _Abstract | None:
        found = self._abstracts.get(number.abstract)
        if found and found.elsewhere and not found.levels:
            said = self.styles.number(found.elsewhere)
            other = self._numbers.get(said[0].list_id) if said else None
            return self._abstracts.get(other.abstract, found) if other else found
        return found


def _levels(parent: Element) -> tuple[dict[int, ListLevel], dict[str, int]]:
    """Return the levels of a list by their depth, and those that styles stand for."""
    levels: dict[int, ListLevel] = {}
    styles: dict[str, int] = {}
    for one in parent.all("w:lvl"):
        depth = one.get("w:ilvl")
        if depth.isdecimal() and int(depth) < 9:
            levels[int(depth)] = _level(one)
            if style := one.first("w:pStyle"):
                styles[style.get("w:val")] = int(depth)
    return levels, styles


def _level(one: Element) -> ListLevel:
    said = {each.tag: each for each in one.elements()}

    def value(tag: str, usual: str) -> str:
        return said[tag].get("w:val", usual) if tag in said else usual

    kind = value("w:numFmt", "decimal")
    pattern = value("w:lvlText", "")
    form = _FORMS.get(kind, "1")
    if kind == "bullet":
        pattern = _bullet(pattern, said.get("w:rPr"))
    start = value("w:start", "1")
    return ListLevel(
        form,
        pattern,
        int(start) if start.isdecimal() and len(start) < 9 else 1,
        value("w:lvlRestart", "1") != "0",
        "w:isLgl" in said and value("w:isLgl", "1") not in ("0", "false"),
    )


def _bullet(sign: str, properties: Element | None) -> str:
    """Return a bullet as a letter that any font has; "" for one that is not seen."""
    if not sign.strip("\u200b \u00a0"):
        return ""
    fonts = properties.first("w:rFonts") if properties else None
    font = (fonts.get("w:ascii") or fonts.get("w:hAnsi")) if fonts else ""
    return _BULLETS.get(sign) or readable(sign, font)


def _number(top: Element) -> _Number:
    abstract = top.first("w:abstractNumId")
    starts: dict[int, int] = {}
    levels: dict[int, ListLevel] = {}
    for one in top.all("w:lvlOverride"):
        depth = one.get("w:ilvl")
        if not depth.isdecimal():
            continue
        levels |= _levels(one)[0]
        start = one.first("w:startOverride")
        if start and start.get("w:val").isdecimal() and len(start.get("w:val")) < 9:
            starts[int(depth)] = int(start.get("w:val"))
    return _Number(abstract.get("w:val") if abstract else "", starts, levels)
