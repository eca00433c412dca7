"""Looks of RTF: what control words make of the words and paragraphs that follow them."""

from __future__ import annotations

from postil.model.values import NamedTuple

_MOST_POINTS = 1638.0


class Look(NamedTuple):
    """How words look."""

    size: float = 12.0
    """In points."""
    font: int = -1
    """-1 for that of the document."""
    marks: frozenset[str] = frozenset()
    hidden: bool = False
    deleted: bool = False
    caps: bool = False


class Shape(NamedTuple):
    """How a paragraph stands."""

    style: int = 0
    outline: int = -1
    """Level of a heading from 0; -1 where nothing is said."""
    list_id: int = 0
    list_level: int = 0
    in_table: bool = False
    nesting: int = 0
    """Of the table that it stands in; 0 where nothing is said."""
    indent: int = 0
    """Of all lines, in twentieths of a point."""
    hanging: int = 0
    """Of the first line; less than 0 where it stands out."""
    centred: bool = False
    ruled: bool = False


_MARKS = {
    b"b": "strong", b"i": "em", b"strike": "s", b"striked": "s", b"ul": "u", b"uld": "u",
    b"uldb": "u", b"ulw": "u", b"ulwave": "u", b"uldash": "u", b"ulth": "u",
}  # fmt: skip
_RAISED = {b"super": "sup", b"sub": "sub", b"nosupersub": ""}
_OUTLINES = 9

LOOKS = frozenset((*_MARKS, *_RAISED, *b"up dn ulnone fs f v deleted caps plain".split()))
SHAPES = frozenset(b"pard s outlinelevel ls ilvl intbl itap li lin fi ql qr qj qc brdrb".split())
"""Control words that tell about looks, and about shapes."""


def look_after(look: Look, word: bytes, number: int | None) -> Look | None:
    """Return the look from a control word on; None if it is no word about looks."""
    on = number != 0
    if mark := _MARKS.get(word):
        return look._replace(marks=look.marks | {mark} if on else look.marks - {mark})
    if word in _RAISED:
        raised = {_RAISED[word]} if on and _RAISED[word] else frozenset()
        return look._replace(marks=(look.marks - {"sup", "sub"}) | raised)
    if word == b"up" or word == b"dn":
        raised = {"sup" if word == b"up" else "sub"} if number else frozenset()
        return look._replace(marks=(look.marks - {"sup", "sub"}) | raised)
    if word == b"ulnone":
        return look._replace(marks=look.marks - {"u"})
    if word == b"fs":
        return look._replace(size=min(max(number or 24, 1) / 2, _MOST_POINTS))
    if word == b"f":
        return look._replace(font=number or 0)
    if word == b"v":
        return look._replace(hidden=on)
    if word == b"deleted":
        return look._replace(deleted=on)
    if word == b"caps":
        return look._replace(caps=on)
    if word == b"plain":
        return Look(deleted=look.deleted)
    return None


def shape_after(shape: Shape, word: bytes, number: int | None) -> Shape | None:
    """Return the shape from a control word on; None if it is no word about shapes."""
    value = number or 0
    if word == b"pard":
        return Shape()
    if word == b"s":
        return shape._replace(style=value)
    if word == b"outlinelevel":
        return shape._replace(outline=value if 0 <= value < _OUTLINES else -1)
    if word == b"ls":
        return shape._replace(list_id=value)
    if word == b"ilvl":
        return shape._replace(list_level=min(max(value, 0), _OUTLINES - 1))
    if word == b"intbl":
        return shape._replace(in_table=number != 0)
    if word == b"itap":
        return shape._replace(nesting=max(0, value))
    if word == b"li" or word == b"lin":
        return shape._replace(indent=value)
    if word == b"fi":
        return shape._replace(hanging=value)
    if word in (b"ql", b"qr", b"qj", b"qc"):
        return shape._replace(centred=word == b"qc")
    if word == b"brdrb":
        return shape._replace(ruled=True)
    return None
