"""W3C Web Annotation: a page of annotations in JSON-LD (Web Annotation Data Model, 2017)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from uuid import NAMESPACE_OID, uuid5

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, Written
from postil.export.base.names import uuid_of
from postil.export.base.passages import quoted_span
from postil.model.note import Colour

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

STYLE_CLASS = "postil-"
"""Begins the class by which a target says in which colour it is marked."""

_PAINT = {
    Colour.YELLOW: "#fff3a3",
    Colour.GREEN: "#c5f0c5",
    Colour.BLUE: "#c4e0ff",
    Colour.PINK: "#ffd0e4",
    Colour.ORANGE: "#ffdcb3",
}
"""Light enough to read black words on."""


def write(dossier: Dossier) -> Written:
    """Return all notes as an annotation page."""
    items = [_annotation(article, one) for article, one in dossier.notes]
    # The same notes are the same page, whenever they are written.
    named = uuid5(NAMESPACE_OID, " ".join(one.note.id for _, one in dossier.notes))
    page = {
        "@context": CONTEXT,
        "id": f"urn:uuid:{named}",
        "type": "AnnotationPage",
        "partOf": {
            "id": f"urn:uuid:{uuid5(named, 'collection')}",
            "type": "AnnotationCollection",
            "total": len(items),
        },
        "startIndex": 0,
        "items": items,
    }
    text = json.dumps(page, ensure_ascii=False, indent=1)
    return Written(f"{text}\n".encode("utf-8", "replace"))


def _annotation(article: ExportedArticle, one: ExportedNote) -> dict[str, object]:
    note = one.note
    found: dict[str, object] = {
        "id": f"urn:uuid:{uuid_of(note.id)}",
        "type": "Annotation",
        "motivation": "commenting" if note.body else "tagging" if note.tags else "highlighting",
        "created": note.created,
        "modified": note.modified,
    }
    if note.maker_name:
        found["creator"] = {"type": "Person", "name": note.maker_name}
    if bodies := list(_bodies(one)):
        found["body"] = bodies
    target: dict[str, object] = {"source": article.address}
    if selectors := list(_selectors(article, one)):
        target["selector"] = selectors
    if article.digest and article.metadata.url:
        # The text that the offsets count, where the address may show another by now.
        target["state"] = {"type": "TimeState", "cached": f"urn:sha256:{article.digest}"}
    target["styleClass"] = f"{STYLE_CLASS}{note.colour}"
    found["target"] = target
    found["stylesheet"] = {
        "type": "CssStylesheet",
        "value": f".{STYLE_CLASS}{note.colour} {{ background: {_PAINT[note.colour]} }}",
    }
    return found


def _bodies(one: ExportedNote) -> Iterator[dict[str, object]]:
    note = one.note
    if note.body:
        yield {
            "type": "TextualBody",
            "value": note.body,
            "format": "text/markdown",
            "purpose": "commenting",
        }
    for tag in note.tags:
        yield {"type": "TextualBody", "value": tag, "purpose": "tagging"}
    for link in note.links:
        yield {
            "type": "SpecificResource",
            "source": f"urn:uuid:{uuid_of(link.to)}",
            "purpose": "linking",
            "styleClass": f"{STYLE_CLASS}{link.kind}",
        }


def _selectors(article: ExportedArticle, one: ExportedNote) -> Iterator[dict[str, object]]:
    anchor = one.note.anchor
    if one.note.whole:
        return
    yield {
        "type": "TextQuoteSelector",
        "exact": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }
    if (span := quoted_span(article, one)) is not None:
        yield {"type": "TextPositionSelector", "start": span.start, "end": span.end}
