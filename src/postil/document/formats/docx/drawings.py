"""Drawings of a DOCX: what they say in place of a picture, and the text boxes in them."""

from __future__ import annotations

from collections.abc import Callable

from postil.document.bytes.pictures import is_picture
from postil.document.formats.docx.names import is_on
from postil.document.formats.office.xml_parts import Element

_BOX = "w:txbxContent"
_TELLING = frozenset((_BOX, "wp:docPr", "v:imagedata", "v:textpath", "w:t", "?:relIds"))


def chosen(alternatives: Element) -> Element | None:
    """Return which of several forms of the same is read: the first that has any words."""
    forms = [one for one in alternatives.elements() if one.tag in ("mc:Choice", "mc:Fallback")]
    for one in forms:
        if any(each.tag in _TELLING for each in one.descendants()):
            return one
    return forms[0] if forms else None


def boxes(drawing: Element) -> list[Element]:
    """Return the text boxes of a drawing, each once, outermost ones alone."""
    found: list[Element] = []
    todo = [drawing]
    while todo:
        one = todo.pop()
        if one.tag == _BOX:
            found.append(one)
        elif one.tag == "mc:AlternateContent":
            todo += filter(None, [chosen(one)])
        else:
            todo += reversed(list(one.elements()))
    return found


def diagram(drawing: Element, load: Callable[[str], Element | None]) -> Element | None:
    """Return the words of a diagram as a text box; ``load`` takes the id of its data."""
    for one in drawing.descendants():
        if one.tag == "?:relIds" and (data := load(one.get("r:dm"))):
            box = Element(_BOX, {})
            for paragraph in data.descendants():
                if paragraph.tag == "a:p" and paragraph.text.strip():
                    box.children.append(_paragraph(paragraph.text))
            return box
    return None


def _paragraph(words: str) -> Element:
    text, run, made = Element("w:t", {}), Element("w:r", {}), Element("w:p", {})
    text.children.append(words)
    run.children.append(text)
    made.children.append(run)
    return made


def alternative(drawing: Element) -> str:
    """Return what is to be read in place of a drawing, "" for one that only decorates."""
    for one in drawing.descendants():
        if one.tag == "adec:decorative" and is_on(one.get("val", "1")):
            return ""
    for one in drawing.descendants():
        if one.tag in ("wp:docPr", "v:shape", "v:rect", "v:imagedata"):
            said = one.get("descr") or one.get("alt") or one.get("title") or one.get("o:title")
            if said.strip():
                return said.strip()
        if one.tag == "v:textpath" and one.get("string").strip():
            return one.get("string").strip()
    return ""


def picture(drawing: Element, lead: Callable[[str], str]) -> str:
    """Return the part of the package that a drawing shows, "" for none; ``lead`` takes its id."""
    for one in drawing.descendants():
        if one.tag in ("a:blip", "v:imagedata"):
            part = lead(one.get("r:embed") or one.get("r:id"))
            return part if is_picture(part) else ""
    return ""


def is_rule(picture: Element) -> bool:
    """Tell whether a picture is a line across the page."""
    return any(
        one.tag in ("v:rect", "v:shape") and is_on(one.get("o:hr", "0"))
        for one in picture.descendants()
    )
