"""Codes: the tags of a dossier as the tree that REFI-QDA calls a codebook."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from postil.export.base.dossier import ExportedTag
from postil.model.note import Colour

SPACE = UUID("5d0f7c52-3c5e-5c55-9a0e-9f2d0c5f4b61")
"""The namespace of Postil's name-based UUIDs (RFC 9562): one name is one guid in every export."""

PAINT = {
    Colour.YELLOW: "#f2c200",
    Colour.GREEN: "#3fa34d",
    Colour.BLUE: "#2f6fbf",
    Colour.PINK: "#d6488e",
    Colour.ORANGE: "#e07b1a",
}
"""What the five colours are in other programs."""


@lru_cache(maxsize=1024)
def guid(kind: str, name: str) -> str:
    """Return the guid of a thing by its kind and name, as REFI-QDA spells it."""
    return str(uuid5(SPACE, f"{kind} {name}")).upper()


def code_guid(tag: str) -> str:
    """Return the guid of the code of a tag; case does not tell one from another."""
    return guid("tag", tag.casefold())


def add_codes(parent: Element, tags: Iterable[ExportedTag]) -> None:
    """Add the tags as nested codes to an element, each behind those above it."""
    codes: dict[str, Element] = {}
    for one in tags:
        above = one.tag.rpartition("/")[0].casefold()
        code = SubElement(codes.get(above, parent), "Code")
        code.set("guid", code_guid(one.tag))
        code.set("name", one.name if above in codes else one.tag)
        code.set("isCodable", "true")
        if one.colour is not None:
            code.set("color", PAINT[one.colour])
        if one.definition:
            SubElement(code, "Description").text = one.definition
        codes[one.tag.casefold()] = code


def as_xml(root: Element) -> bytes:
    """Return a document as XML 1.0 in UTF-8."""
    indent(root)
    return bytes(tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
