"""REFI-QDA project (``.qdpx``): texts with the passages coded in them, out of a ZIP."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from postil.imports.base.archives import Unpacking, names_in, unpacked, xml_of
from postil.imports.base.colours import nearest
from postil.imports.base.fields import passage, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.imports.base.times import iso

_Q = "{urn:QDA-XML:project:1.0}"


def looks(file: ImportFile) -> bool:
    """Tell whether a file is one of these."""
    return "project.qde" in names_in(file.data)


def read(file: ImportFile) -> Imported:
    """Read the selections of all texts. Raises BadRequest for what is no such project."""

    def project(unpack: Unpacking) -> Imported:
        members = {one.filename.lower(): one for one in unpack.members}
        return _project(xml_of(unpack(members["project.qde"])), members, unpack)

    return unpacked(file.data, project)


def _project(root: Element, members: dict[str, zipfile.ZipInfo], unpack: Unpacking) -> Imported:
    codes: dict[str, tuple[str, str, str]] = {}
    for codes_of in root.iterfind(f"{_Q}CodeBook/{_Q}Codes"):
        codes.update(_codes(codes_of))
    users = {_guid(one.get("guid")): word(one.get("name")) for one in root.iter(f"{_Q}User")}
    texts = {
        _guid(one.get("guid")): words(one.findtext(f"{_Q}PlainTextContent"))
        for one in root.iterfind(f"{_Q}Notes/{_Q}Note")
    }
    notes: list[ImportedNote] = []
    for source in root.iter(f"{_Q}TextSource"):
        text = _text(source, members, unpack)
        article = ImportedArticle(
            title=word(source.get("name")),
            url=word(source.findtext(f"{_Q}Description")),
            file=word(source.get("name")),
            text=text,
        )
        notes += [
            _selection(one, article, codes, users, texts)
            for one in source.iterfind(f"{_Q}PlainTextSelection")
        ]
        notes += _whole(source, article, codes, texts)
    tags = tuple((tag, said, colour) for tag, said, colour in codes.values() if said or colour)
    return Imported(tuple(notes), 0, tags)


def _codes(parent: Element) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """Yield the codes by guid: the path of each, its definition and its colour."""
    waiting = [(one, "") for one in reversed(parent.findall(f"{_Q}Code"))]
    while waiting:
        code, above = waiting.pop()
        tag = above + word(code.get("name"))
        colour = nearest(code.get("color") or "")
        said = words(code.findtext(f"{_Q}Description"))
        yield _guid(code.get("guid")), (tag, said, "" if colour is None else str(colour))
        waiting += [(one, f"{tag}/") for one in reversed(code.findall(f"{_Q}Code"))]


def _text(source: Element, members: dict[str, zipfile.ZipInfo], unpack: Unpacking) -> str:
    inside = source.findtext(f"{_Q}PlainTextContent")
    if inside is not None:
        return inside
    path = (source.get("plainTextPath") or "").replace("internal://", "sources/").lower()
    if path not in members:
        return ""
    return unpack(members[path]).decode("utf-8", "replace")


def _selection(
    one: Element,
    article: ImportedArticle,
    codes: dict[str, tuple[str, str, str]],
    users: dict[str, str],
    texts: dict[str, str],
) -> ImportedNote:
    start, end = (int(one.get(name) or 0) for name in ("startPosition", "endPosition"))
    quote = article.text[start:end] or word(one.get("name"))
    bodies = [words(one.findtext(f"{_Q}Description"))]
    bodies += [texts.get(_guid(ref.get("targetGUID")), "") for ref in one.iter(f"{_Q}NoteRef")]
    return ImportedNote(
        id=_guid(one.get("guid")) or made_up_id(article.title, start, end),
        article=article,
        quote=passage(quote),
        prefix=article.text[max(0, start - 32) : start],
        suffix=article.text[end : end + 32],
        start=start if article.text else None,
        body="\n\n".join(filter(None, bodies)),
        tags=_tags(one, codes),
        created=iso(one.get("creationDateTime") or ""),
        maker=users.get(_guid(one.get("creatingUser")), ""),
    )


def _whole(
    source: Element,
    article: ImportedArticle,
    codes: dict[str, tuple[str, str, str]],
    texts: dict[str, str],
) -> Iterator[ImportedNote]:
    """Yield what is said of a text as a whole, if anything is."""
    refs = [_guid(ref.get("targetGUID")) for ref in source.iterfind(f"{_Q}NoteRef")]
    body = "\n\n".join(filter(None, (texts.get(ref, "") for ref in refs)))
    tags = _tags(source, codes)
    if body or tags:
        named = refs[0] if refs else made_up_id(article.title, "whole")
        yield ImportedNote(id=named, article=article, body=body, tags=tags)


def _tags(parent: Element, codes: dict[str, tuple[str, str, str]]) -> tuple[str, ...]:
    refs = (
        _guid(ref.get("targetGUID"))
        for coding in parent.iterfind(f"{_Q}Coding")
        for ref in coding.iterfind(f"{_Q}CodeRef")
    )
    return tuple(dict.fromkeys(codes[ref][0] for ref in refs if ref in codes))


def _guid(found: str | None) -> str:
    return (found or "").strip("{} ").lower()
