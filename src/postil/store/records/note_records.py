"""Notes as documents: their anchors, and what is known of their making."""

from __future__ import annotations

from collections.abc import Iterator

from postil.model.note import Anchor, Colour, LinkKind, Note, NoteLink, Origin, OtherText
from postil.store.disk.clock import number, time_of
from postil.store.records.fields import ALSO, STAMP, rules_of
from postil.store.records.version_vectors import text_versions
from postil.store.types import Doc, count_of, line_of, one_line, safe, text_of, texts_of

_COLOURS = {str(colour): colour for colour in Colour}
_LINK_KINDS = {str(kind): kind for kind in LinkKind}


def note_to(note: Note) -> Doc:
    """Return a note as JSON has it, without stamps but those of texts that are not the newest."""
    anchor = note.anchor
    return {
        "id": note.id,
        "article": note.article,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "end": anchor.end,
        "digest": anchor.digest,
        "colour": str(note.colour),
        "tags": list(note.tags),
        "body": note.body,
        "created": note.created,
        "maker": note.maker,
        "origin": note.origin and _origin_to(note.origin),
        "links": [f"{link.kind} {link.to}" for link in note.links],
        ALSO: [[one.stamp, one.text] for one in note.also],
    }


def note_from(doc: Doc) -> Note | None:
    """Read a note; None for one whose id is none."""
    identity = text_of(doc, "id")
    start, end = count_of(doc, "start"), count_of(doc, "end")
    try:
        number(identity)
    except ValueError:
        return None
    anchor = Anchor(
        quote=safe(text_of(doc, "quote")),
        prefix=text_of(doc, "prefix"),
        suffix=text_of(doc, "suffix"),
        start=start,
        end=max(start, end),
        digest=text_of(doc, "digest"),
    )
    tags = (one_line(tag) for tag in texts_of(doc, "tags"))
    body = safe(text_of(doc, "body"))
    return Note(
        id=identity,
        article=text_of(doc, "article"),
        anchor=anchor,
        colour=colour_of(doc) or Colour.YELLOW,
        tags=tuple(tag for tag in tags if tag),
        body=body,
        created=line_of(doc, "created"),
        modified=time_of(line_of(doc, STAMP)),
        also=_others(doc, body),
        maker=line_of(doc, "maker"),
        origin=_origin_from(doc.get("origin")) if "origin" in doc else None,
        links=tuple(_links_from(doc)) if "links" in doc else (),
    )


def colour_of(doc: Doc) -> Colour | None:
    """Return the colour of a record, if it has one that is known."""
    found = doc.get("colour")
    return _COLOURS.get(found) if isinstance(found, str) else None


def _others(doc: Doc, body: str) -> tuple[OtherText, ...]:
    """Return the texts that say something which the body does not say."""
    if ALSO not in doc:
        return ()
    texts: dict[str, OtherText] = {}
    for version in text_versions(rules_of("notes"), doc):
        text = safe(version.text)
        if text.strip() and text not in body:
            texts[text] = OtherText(text, one_line(version.stamp))
    return tuple(texts.values())


def _origin_to(origin: Origin) -> Doc:
    return {
        "program": origin.program,
        "id": origin.id,
        "body": origin.body,
        "tags": list(origin.tags),
        "colour": origin.colour,
    }


def _origin_from(found: object) -> Origin | None:
    if not isinstance(found, dict):
        return None
    program, identity = line_of(found, "program"), line_of(found, "id")
    if not program or not identity:
        return None
    tags = tuple(one_line(tag) for tag in texts_of(found, "tags"))
    return Origin(program, identity, line_of(found, "body"), tags, line_of(found, "colour"))


def _links_from(doc: Doc) -> Iterator[NoteLink]:
    """Yield the links of kinds that are known; a newer Postil may have others."""
    for said in texts_of(doc, "links"):
        kind, _, to = said.partition(" ")
        if kind in _LINK_KINDS and to:
            yield NoteLink(_LINK_KINDS[kind], one_line(to))
