"""Styles of a DOCX: what a paragraph or run looks like, and what its style is for."""

from __future__ import annotations

from postil.document.formats.docx.names import is_on, points
from postil.document.formats.office.style_names import (
    goes_on,
    heading_level,
    is_code,
    is_monospaced,
    role_of,
)
from postil.document.formats.office.xml_parts import Element
from postil.model.values import NamedTuple, dataclass, field, replace

_DEEPEST_BASE = 20
"""Styles that one may be based on, one on the other."""
_OUTLINES = 9
_LONGEST_NAME = 100
_SWITCHES = {
    "w:b": "bold", "w:i": "italic", "w:strike": "struck", "w:dstrike": "struck",
    "w:vanish": "hidden",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Look:
    """How words look; None and "" where nothing is said."""

    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    underlined: bool | None = None
    raised: str | None = None
    """``sup``, ``sub``, or "" for neither."""
    size: float = 0.0
    """In points."""
    font: str = ""

    def over(self, base: Look) -> Look:
        """Return this look where it says something, and the other's elsewhere."""
        if self == _NOTHING:
            return base
        return Look(
            base.bold if self.bold is None else self.bold,
            base.italic if self.italic is None else self.italic,
            base.struck if self.struck is None else self.struck,
            base.hidden if self.hidden is None else self.hidden,
            base.underlined if self.underlined is None else self.underlined,
            base.raised if self.raised is None else self.raised,
            self.size or base.size,
            self.font or base.font,
        )

    def marks(self, *, linked: bool) -> tuple[str, ...]:
        """Return the elements that set such words apart."""
        found = [
            mark
            for mark, on in (
                ("strong", self.bold),
                ("em", self.italic),
                ("s", self.struck),
                ("u", self.underlined and not linked),
                ("code", is_monospaced(self.font)),
            )
            if on
        ]
        return tuple(found + ([self.raised] if self.raised else []))


_NOTHING = Look()


class NumberOf(NamedTuple):
    """The list that a paragraph is an item of."""

    list_id: str
    level: int | None
    """From 0; None where the style of the paragraph tells it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph stands; what is not said is None."""

    outline: int | None = None
    """Of a heading, from 0; ``_OUTLINES`` says that it is none."""
    number: NumberOf | None = None
    centred: bool | None = None
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """One style."""

    name: str
    kind: str
    based_on: str
    look: Look
    shape: Shape


@dataclass(slots=True)
class Styles:
    """All styles by their ids."""

    styles: dict[str, Style] = field(default_factory=dict)
    default: str = ""
    """That of paragraphs which name none."""
    base: Look = field(default_factory=Look)
    _looks: dict[str, Look] = field(default_factory=dict)

    def read(self, root: Element | None) -> None:
        """Take the part that defines them."""
        for top in root.elements() if root else ():
            if top.tag == "w:docDefaults":
                usual = top.first("w:rPrDefault")
                self.base = look_of(usual.first("w:rPr") if usual else None)
            elif top.tag == "w:style":
                self._add(top)

    def _add(self, one: Element) -> None:
        def said(tag: str) -> str:
            found = one.first(tag)
            return found.get("w:val") if found else ""

        style_id, kind = one.get("w:styleId"), one.get("w:type") or "paragraph"
        look, shape = look_of(one.first("w:rPr")), shape_of(one.first("w:pPr"))
        if kind == "character" and is_code(said("w:name")):
            look = replace(look, font="monospace")
        self.styles[style_id] = Style(said("w:name"), kind, said("w:basedOn"), look, shape)
        if kind == "paragraph" and is_on(one.get("w:default", "0")):
            self.default = style_id

    def chain(self, style_id: str) -> list[tuple[str, Style]]:
        """Return a style and those it is based on, with their ids."""
        found: list[tuple[str, Style]] = []
        seen = set()
        while style_id not in seen and len(found) < _DEEPEST_BASE:
            if (style := self.styles.get(style_id)) is None:
                break
            seen.add(style_id)
            found.append((style_id, style))
            style_id = style.based_on
        return found

    def look(self, style_id: str) -> Look:
        """Return what a style says of words, with what it is based on."""
        known = self._looks.get(style_id)
        if known is None:
            known = Look()
            for _, style in self.chain(style_id):
                known = known.over(style.look)
            self._looks[style_id] = known
        return known

    def level(self, style_id: str, shape: Shape) -> int:
        """Return the level of a heading, from 1; 0 for other paragraphs."""
        if shape.outline is not None:
            return (shape.outline + 1) % (_OUTLINES + 1)
        for one_id, style in self.chain(style_id):
            if level := heading_level(style.name) or heading_level(one_id):
                return level
            if style.shape.outline is not None:
                return (style.shape.outline + 1) % (_OUTLINES + 1)
            if role_of(style.name):
                return 0
        return 0 if style_id in self.styles else heading_level(style_id)

    def role(self, style_id: str) -> str:
        """Return what paragraphs of a style are for."""
        for _, style in self.chain(style_id):
            if role := role_of(style.name):
                return role
        return "" if style_id in self.styles else role_of(style_id)

    def goes_on(self, style_id: str) -> bool:
        """Tell whether a paragraph without a number belongs to the item above it."""
        style = self.styles.get(style_id)
        return style is not None and goes_on(style.name)

    def number(self, style_id: str) -> tuple[NumberOf, str] | None:
        """Return the list that a style puts paragraphs in, and the id of the style that says so."""
        for one_id, style in self.chain(style_id):
            if style.shape.number:
                return style.shape.number, one_id
        return None


def look_of(properties: Element | None) -> Look:
    """Return what the properties of a run say."""
    if properties is None:
        return _NOTHING
    found: dict[str, object] = {}
    for one in properties.elements():
        value = one.get("w:val")
        if one.tag in _SWITCHES:
            found[_SWITCHES[one.tag]] = is_on(value)
        elif one.tag == "w:u":
            found["underlined"] = value not in ("none", "")
        elif one.tag == "w:vertAlign":
            found["raised"] = {"superscript": "sup", "subscript": "sub"}.get(value, "")
        elif one.tag == "w:sz":
            found["size"] = points(value, 0.5)
        elif one.tag == "w:rFonts":
            font = one.get("w:ascii") or one.get("w:hAnsi") or one.get("w:cs")
            found["font"] = font[:_LONGEST_NAME]
    return replace(_NOTHING, **found) if found else _NOTHING  # type: ignore[arg-type]


def shape_of(properties: Element | None) -> Shape:
    """Return what the properties of a paragraph say."""
    if properties is None:
        return _PLAIN
    outline: int | None = None
    number: NumberOf | None = None
    centred: bool | None = None
    ruled = False
    for one in properties.elements():
        value = one.get("w:val")
        if one.tag == "w:outlineLvl":
            outline = int(value) if value.isdecimal() and int(value) < _OUTLINES else _OUTLINES
        elif one.tag == "w:numPr":
            number = _number(one)
        elif one.tag == "w:jc":
            centred = value == "center"
        elif one.tag == "w:pBdr":
            ruled = one.first("w:bottom") is not None or one.first("w:top") is not None
    return Shape(outline, number, centred, ruled)


def _number(properties: Element) -> NumberOf | None:
    list_id, level = properties.first("w:numId"), properties.first("w:ilvl")
    depth = level.get("w:val") if level else ""
    at = min(int(depth), _OUTLINES - 1) if depth.isdecimal() else None
    return NumberOf(list_id.get("w:val") if list_id else "", at) if list_id or level else None


_PLAIN = Shape()
