"""Formulas of a DOCX on one line, as they are typed in running text."""

from __future__ import annotations

from collections.abc import Iterator

from postil.document.formats.office.paragraphs import Piece
from postil.document.formats.office.xml_parts import Element

_HANDED = frozenset(("m:ctrlPr", "m:rPr", "w:rPr"))


def formula(element: Element, marks: tuple[str, ...] = ()) -> Iterator[Piece]:
    """Yield the pieces of a formula.

    | written          | read            |
    |------------------|-----------------|
    | a fraction       | (a + b)/2       |
    | a power, a foot  | x² as a superscript, x₂ as a subscript |
    | a root           | √(a + b)        |
    """
    tag = element.tag
    parts = {one.tag: one for one in element.elements()}
    if tag == "m:f":
        yield from _bracketed(parts.get("m:num"), marks)
        yield Piece("text", "/", marks)
        yield from _bracketed(parts.get("m:den"), marks)
    elif tag == "m:rad":
        yield from _inside(parts.get("m:deg"), (*marks, "sup"))
        yield Piece("text", "√", marks)
        yield from _bracketed(parts.get("m:e"), marks)
    elif tag in ("m:sSup", "m:sSub", "m:sSubSup", "m:nary", "m:limLow", "m:limUpp"):
        if tag == "m:nary":
            yield Piece("text", _property(parts.get("m:naryPr"), "m:chr", "∫"), marks)
        else:
            yield from _inside(parts.get("m:e"), marks)
        yield from _inside(parts.get("m:sub"), (*marks, "sub"))
        yield from _inside(parts.get("m:sup"), (*marks, "sup"))
        yield from _inside(parts.get("m:lim"), (*marks, "sub"))
        if tag == "m:nary":
            yield from _inside(parts.get("m:e"), marks)
    elif tag == "m:d":
        yield from _delimited(element, marks)
    elif tag == "m:t":
        yield Piece("text", element.text, marks)
    elif tag in ("m:mr", "m:eqArr"):
        for at, one in enumerate(element.all("m:e")):
            yield Piece("text", "  " if at else "", marks)
            yield from formula(one, marks)
    elif tag not in _HANDED and not tag.endswith("Pr"):
        yield from _inside(element, marks)


def _inside(element: Element | None, marks: tuple[str, ...]) -> Iterator[Piece]:
    for one in element.elements() if element else ():
        yield from formula(one, marks)


def _bracketed(element: Element | None, marks: tuple[str, ...]) -> Iterator[Piece]:
    """Yield what must be held together when it stands on one line."""
    pieces = list(_inside(element, marks))
    long = sum(len(piece.text) for piece in pieces) > 1
    if long:
        yield Piece("text", "(", marks)
    yield from pieces
    if long:
        yield Piece("text", ")", marks)


def _delimited(element: Element, marks: tuple[str, ...]) -> Iterator[Piece]:
    properties = element.first("m:dPr")
    yield Piece("text", _property(properties, "m:begChr", "("), marks)
    for at, one in enumerate(element.all("m:e")):
        if at:
            yield Piece("text", _property(properties, "m:sepChr", "|"), marks)
        yield from _inside(one, marks)
    yield Piece("text", _property(properties, "m:endChr", ")"), marks)


def _property(properties: Element | None, tag: str, usual: str) -> str:
    found = properties.first(tag) if properties else None
    return found.get("m:val", usual) if found else usual
