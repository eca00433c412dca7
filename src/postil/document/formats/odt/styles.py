"""Styles of an ODT: what a paragraph or span looks like, and what its style is for."""

from __future__ import annotations

from postil.document.formats.odt.names import count_of
from postil.document.formats.office.style_names import (
    heading_level,
    is_code,
    is_monospaced,
    role_of,
)
from postil.document.formats.office.symbols import is_symbolic
from postil.document.formats.office.xml_parts import Element
from postil.model.values import dataclass, field

_DEEPEST_PARENT = 20
"""Styles that one may stand under, one under the other."""
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 28.346, "mm": 2.8346, "pc": 12.0, "px": 0.75}
_USUAL_SIZE = 12.0


@dataclass(frozen=True, slots=True)
class Style:
    """One style: what it says itself."""

    parent: str
    name: str
    """As it is shown."""
    outline: int
    lists: str
    """The style of the lists that its paragraphs are items of."""
    hidden: bool
    centred: bool
    ruled: bool
    words: dict[str, str]
    """The properties of its words."""


@dataclass(frozen=True, slots=True)
class Look:
    """How words look, all told."""

    size: float = _USUAL_SIZE
    marks: tuple[str, ...] = ()
    hidden: bool = False
    symbols: str = ""
    """The font, where it holds signs in place of letters."""


@dataclass(slots=True)
class Styles:
    """All styles by family and name."""

    styles: dict[tuple[str, str], Style] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)
    usual: dict[str, str] = field(default_factory=dict)
    """The properties of words for which no style says anything."""
    _words: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    _looks: dict[tuple[tuple[str, str], ...], Look] = field(default_factory=dict)

    def add(self, one: Element) -> None:
        """Take a style, or a font."""
        family = one.get("style:family")
        if one.tag == "style:font-face":
            said = one.get("svg:font-family") or one.get("style:name")
            self.fonts[one.get("style:name")] = said
        elif one.tag == "style:default-style" and family == "paragraph":
            self.usual = _words(one)
        elif one.tag == "style:style":
            self.styles[family, one.get("style:name")] = _style(one)

    def chain(self, family: str, name: str) -> list[Style]:
        """Return a style and those that it stands under."""
        found: list[Style] = []
        seen = set()
        while name not in seen and len(found) < _DEEPEST_PARENT:
            if (style := self.styles.get((family, name))) is None:
                break
            seen.add(name)
            found.append(style)
            name = style.parent
        return found

    def level(self, name: str) -> int:
        """Return the level of headings in a style of paragraphs, from 1; 0 for other ones."""
        for style in self.chain("paragraph", name):
            if level := heading_level(style.name) or style.outline:
                return level
            if role_of(style.name):
                return 0
        return 0 if ("paragraph", name) in self.styles else heading_level(name)

    def role(self, name: str) -> str:
        """Return what paragraphs of a style are for."""
        for style in self.chain("paragraph", name):
            if role := role_of(style.name):
                return role
        return "" if ("paragraph", name) in self.styles else role_of(name)

    def lists(self, name: str) -> str:
        """Return the style of lists that a style of paragraphs names."""
        return next((one.lists for one in self.chain("paragraph", name) if one.lists), "")

    def words(self, family: str, name: str) -> dict[str, str]:
        """Return what a style says of words, with those it stands under."""
        known = self._words.get((family, name))
        if known is None:
            known = {}
            size: list[str] = []
            for style in self.chain(family, name):
                size.append(style.words.get("fo:font-size", ""))
                known = {**style.words, **known}
            if any(size):
                known["fo:font-size"] = " ".join(filter(None, size))
            self._words[family, name] = known
        return known

    def look(self, *said: dict[str, str]) -> Look:
        """Return how words look of which this is said, by the nearest first."""
        merged: dict[str, str] = {}
        sizes = []
        for words in (*said, self.usual):
            sizes.append(words.get("fo:font-size", ""))
            merged = {**words, **merged}
        merged["fo:font-size"] = " ".join(filter(None, sizes))
        key = tuple(sorted(merged.items()))
        known = self._looks.get(key)
        if known is None:
            known = self._looks[key] = self._made(merged)
        return known

    def _made(self, words: dict[str, str]) -> Look:
        def says(name: str, *values: str) -> bool:
            return words.get(name, values[0]) not in values

        weight = words.get("fo:font-weight", "")
        raised = words.get("style:text-position", "").split(" ")[0]
        font = words.get("fo:font-family") or self.fonts.get(
            words.get("style:font-name", ""), words.get("style:font-name", "")
        )
        marks = []
        if weight == "bold" or (weight.isdecimal() and int(weight) >= 600):
            marks.append("strong")
        if words.get("fo:font-style") in ("italic", "oblique"):
            marks.append("em")
        if says("style:text-line-through-style", "none", ""):
            marks.append("s")
        if says("style:text-underline-style", "none", ""):
            marks.append("u")
        if is_monospaced(font):
            marks.append("code")
        if raised == "super" or (raised[:1].isdigit() and not raised.startswith("0")):
            marks.append("sup")
        elif raised == "sub" or raised.startswith("-"):
            marks.append("sub")
        size = _size(words.get("fo:font-size", ""))
        symbols = font.strip("'\"") if is_symbolic(font.strip("'\"")) else ""
        return Look(size, tuple(marks), words.get("text:display") == "none", symbols)


def _style(one: Element) -> Style:
    shape = one.first("style:paragraph-properties")
    words = _words(one)
    name = one.get("style:display-name") or one.get("style:name")
    if one.get("style:family") == "text" and is_code(name):
        words = {"fo:font-family": "monospace", **words}
    border = (shape.get("fo:border-bottom") or shape.get("fo:border-top")) if shape else ""
    return Style(
        one.get("style:parent-style-name"),
        name,
        count_of(one.get("style:default-outline-level"), 0),
        one.get("style:list-style-name"),
        words.get("text:display") == "none",
        bool(shape and shape.get("fo:text-align") == "center"),
        border not in ("", "none"),
        words,
    )


def _words(one: Element) -> dict[str, str]:
    found = one.first("style:text-properties")
    return found.attributes if found else {}


def _size(said: str) -> float:
    """Return a size in points; it can be some per cent of the next that is said."""
    share = 1.0
    for word in said.split():
        digits = word.rstrip("%abcdefghijklmnopqrstuvwxyz")
        try:
            number = float(digits)
        except ValueError:
            continue
        if word.endswith("%"):
            share *= number / 100
        else:
            return round(share * number * _POINTS.get(word[len(digits) :], 1.0), 1)
    return round(share * _USUAL_SIZE, 1)
