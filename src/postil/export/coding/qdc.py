"""REFI-QDA codebook (``.qdc``): the tags, nested, with their definitions and colours."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from postil.errors import NothingFound
from postil.export.base.dossier import Dossier, Written
from postil.export.coding.codes import add_codes, as_xml

NAMESPACE = "urn:QDA-XML:codebook:1.0"


def write(dossier: Dossier) -> Written:
    """Return the codebook. Raises NothingFound where no note has a tag: it cannot be empty."""
    if not dossier.tags:
        raise NothingFound("the codebook", "no note has a tag", "tag some, with t in the app")
    root = Element("CodeBook", {"xmlns": NAMESPACE, "origin": "Postil"})
    add_codes(SubElement(root, "Codes"), dossier.tags)
    return Written(as_xml(root))
