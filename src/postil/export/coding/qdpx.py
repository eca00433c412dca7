"""REFI-QDA project (``.qdpx``): texts, the passages coded in them, and the codebook, in a ZIP."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, Written, counted
from postil.export.base.names import uuid_of
from postil.export.coding.codes import add_codes, as_xml, code_guid, guid

NAMESPACE = "urn:QDA-XML:project:1.0"
PROJECT = "project.qde"

_NEVER = (1980, 1, 1, 0, 0, 0)
"""The time of every member: the same notes are the same bytes."""

_NAME = 60
"""Code points of a passage that name its selection."""


def write(dossier: Dossier) -> Written:
    """Return the project; offsets are code points of the texts in it."""
    newest = max((one.note.created for _, one in dossier.notes), default="")
    root = Element("Project", {"xmlns": NAMESPACE, "name": _title(dossier), "origin": "Postil"})
    if newest:
        root.set("creationDateTime", newest)
    users = SubElement(root, "Users")
    for maker in sorted({one.note.maker for _, one in dossier.notes}):
        SubElement(users, "User", {"guid": guid("maker", maker), "name": maker or "unknown"})
    if dossier.tags:
        add_codes(SubElement(SubElement(root, "CodeBook"), "Codes"), dossier.tags)
    kept = [article for article in dossier.articles if article.text]
    texts = {}
    if kept:
        sources, notes = SubElement(root, "Sources"), Element("Notes")
        for article in kept:
            name = guid("text", article.digest or article.id)
            texts[f"Sources/{name}.txt"] = article.text.encode("utf-8", "replace")
            _add_source(sources, notes, article, name)
        if len(notes):
            root.append(notes)
    _add_links(root, dossier)
    return Written(_zipped(as_xml(root), texts), tuple(_losses(dossier)))


def _title(dossier: Dossier) -> str:
    return dossier.articles[0].title if len(dossier.articles) == 1 else "Postil"


def _add_source(sources: Element, notes: Element, article: ExportedArticle, name: str) -> None:
    source = SubElement(
        sources,
        "TextSource",
        {"guid": name, "name": article.title, "plainTextPath": f"internal://{name}.txt"},
    )
    if article.metadata.url:
        SubElement(source, "Description").text = article.metadata.url
    whole = [one for one in article.notes if one.note.whole]
    for one in article.notes:
        if one.span is not None and not one.note.whole:
            _add_selection(source, one)
    for one in whole:
        for tag in one.note.tags:
            _add_coding(source, one, tag)
    for one in whole:
        if one.note.body:
            note = SubElement(notes, "Note", {"guid": _note_guid(one), "name": article.title})
            _say_who(note, one)
            SubElement(note, "PlainTextContent").text = one.note.body
            SubElement(source, "NoteRef", {"targetGUID": _note_guid(one)})


def _add_selection(source: Element, one: ExportedNote) -> None:
    assert one.span is not None
    quote = " ".join(one.note.anchor.quote.split())
    selection = SubElement(
        source,
        "PlainTextSelection",
        {
            "guid": _note_guid(one),
            "name": quote[:_NAME],
            "startPosition": str(one.span.start),
            "endPosition": str(one.span.end),
        },
    )
    _say_who(selection, one)
    if one.note.body:
        SubElement(selection, "Description").text = one.note.body
    for tag in one.note.tags:
        _add_coding(selection, one, tag)


def _add_coding(parent: Element, one: ExportedNote, tag: str) -> None:
    coding = SubElement(parent, "Coding", {"guid": guid("coding", f"{one.note.id} {tag}")})
    coding.set("creatingUser", guid("maker", one.note.maker))
    coding.set("creationDateTime", one.note.created)
    SubElement(coding, "CodeRef", {"targetGUID": code_guid(tag)})


def _say_who(element: Element, one: ExportedNote) -> None:
    element.set("creatingUser", guid("maker", one.note.maker))
    element.set("creationDateTime", one.note.created)
    element.set("modifiedDateTime", one.note.modified)


def _add_links(root: Element, dossier: Dossier) -> None:
    """Add the links whose ends are both here."""
    here = {one.note.id: one for _, one in dossier.notes if one.span is not None}
    found = [(one, link) for one in here.values() for link in one.note.links if link.to in here]
    if not found:
        return
    links = SubElement(root, "Links")
    for one, link in found:
        SubElement(
            links,
            "Link",
            {
                "guid": guid("link", f"{one.note.id} {link.kind} {link.to}"),
                "name": str(link.kind),
                "direction": "OneWay",
                "originGUID": _note_guid(one),
                "targetGUID": _note_guid(here[link.to]),
            },
        )


def _note_guid(one: ExportedNote) -> str:
    return uuid_of(one.note.id).upper()


def _zipped(project: bytes, texts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {PROJECT: project, **texts}.items():
            member = zipfile.ZipInfo(name, _NEVER)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, data)
    return out.getvalue()


def _losses(dossier: Dossier) -> Iterator[str]:
    lost = [one for _, one in dossier.notes if one.span is None and not one.note.whole]
    if lost:
        yield f"REFI-QDA needs a place: {counted(len(lost), 'orphan')} left out."
    if textless := sum(not article.text for article in dossier.articles):
        yield f"{counted(textless, 'article')} left out: no text of theirs is kept here."
    if coloured := sum(str(one.note.colour) != "yellow" for _, one in dossier.notes):
        yield f"Colours belong to codes there: those of {counted(coloured, 'note')} stay here."
