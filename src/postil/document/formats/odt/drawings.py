"""Drawings of an ODT: frames with pictures, text boxes and formulas."""

from __future__ import annotations

from collections.abc import Callable

from postil.document.bytes.pictures import is_picture
from postil.document.formats.office.xml_parts import Element

BOXES = frozenset(("draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse"))
"""Elements that hold paragraphs."""
DRAWINGS = frozenset(
    "draw:frame draw:g draw:a draw:line draw:path draw:polygon draw:polyline "  # noqa: SIM905
    "draw:connector draw:caption draw:circle draw:control draw:custom-shape draw:rect "
    "draw:ellipse draw:text-box".split()
)
"""Elements that are drawn."""
_SILENT = frozenset(("draw:control",))


def boxes(drawing: Element) -> list[Element]:
    """Return what holds paragraphs in a drawing, outermost ones alone, in order."""
    found: list[Element] = []
    todo = [drawing]
    while todo:
        one = todo.pop()
        if one.tag in BOXES:
            found.append(one)
        elif one.tag not in _SILENT:
            todo += reversed(list(one.elements()))
    return [one for one in found if any(True for _ in one.elements())]


def alternative(drawing: Element) -> str:
    """Return what is to be read in place of a drawing: its description, else its title."""
    for tag in ("svg:desc", "svg:title"):
        for one in drawing.descendants():
            if one.tag == tag and one.text.strip():
                return " ".join(one.text.split())
    return ""


def picture(drawing: Element) -> str:
    """Return the part of the archive that a drawing shows, "" for none."""
    for one in drawing.descendants():
        if one.tag == "draw:image":
            part = one.get("xlink:href").removeprefix("./")
            return part if ":" not in part and is_picture(part) else ""
    return ""


def formula(drawing: Element, load: Callable[[str], Element | None]) -> str:
    """Return a formula as it was typed, else its letters; "" where the drawing has none."""
    for one in drawing.descendants():
        if one.tag != "draw:object":
            continue
        math = next((each for each in one.descendants() if each.tag == "math:math"), None)
        root = math or load(one.get("xlink:href"))
        for each in root.descendants() if root else ():
            if each.tag == "math:annotation" and each.text.strip():
                return " ".join(each.text.split())
        if root and any(each.tag.startswith("math:") for each in root.descendants()):
            return " ".join(root.text.split())
    return ""
