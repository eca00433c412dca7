"""REFI-QDA project (``.qdpx``): texts with the passages coded in them, out of a ZIP."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from postil.imports.base.archives import Unpacking, names_in, unpacked, xml_of
from postil.imports.base.colours import nearest
from postil.imports.base.fields import decoded, passage, word, words
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
    memos = {_guid(one.get("guid")): one for one in root.iterfind(f"{_Q}Notes/{_Q}Note")}
    texts = {key: words(one.findtext(f"{_Q}PlainTextContent")) for key, one in memos.items()}
    notes: list[ImportedNote] = []
    for named, source in _sources(root):
        text = _text(source, members, unpack)
        article = ImportedArticle(
            title=word(named.get("name")),
            url=word(named.findtext(f"{_Q}Description")),
            file=word(named.get("name")),
            text=_as_counted(text, list(source.iterfind(f"{_Q}PlainTextSelection"))),
        )
        notes += [
            _selection(one, article, codes, users, texts)
            for one in source.iterfind(f"{_Q}PlainTextSelection")
        ]
        notes += _whole(named, article, codes, users, memos)
    tags = tuple((tag, said, colour) for tag, said, colour in codes.values() if said or colour)
    return Imported(tuple(notes), 0, tags)


def _sources(root: Element) -> Iterator[tuple[Element, Element]]:
    """Yield what has a name, and its text: they are one but where a PDF has a text beside it."""
    for source in root.iter(f"{_Q}TextSource"):
        yield source, source
    for source in root.iter(f"{_Q}PDFSource"):
        for text in source.iterfind(f"{_Q}Representation"):
            yield source, text


def _as_counted(text: str, selections: Sequence[Element]) -> str:
    """Return a text as its program counted it: with the carriage returns of its lines, or not.

    The standard leaves it open. The text is meant in which more of the passages begin and end
    where words do.
    """
    other = text.replace("\r\n", "\n")
    if other == text:
        return text

    def whole(form: str) -> int:
        ends = [
            int(one.get(name) or 0)
            for one in selections
            for name in ("startPosition", "endPosition")
        ]
        return sum(not form[max(0, at - 1) : at + 1].isalnum() for at in ends)

    return other if whole(other) > whole(text) else text


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
    return decoded(unpack(members[path]))


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
    users: dict[str, str],
    memos: dict[str, Element],
) -> Iterator[ImportedNote]:
    """Yield what is said of a text as a whole, if anything is; its codes go to the first of it."""
    refs = [_guid(ref.get("targetGUID")) for ref in source.iterfind(f"{_Q}NoteRef")]
    tags = _tags(source, codes)
    for ref in refs:
        memo = memos.get(ref)
        if memo is not None and (body := words(memo.findtext(f"{_Q}PlainTextContent"))):
            yield ImportedNote(
                id=ref,
                article=article,
                body=body,
                tags=tags,
                created=iso(memo.get("creationDateTime") or ""),
                maker=users.get(_guid(memo.get("creatingUser")), ""),
            )
            tags = ()
    if tags:
        yield ImportedNote(id=made_up_id(article.title, "whole"), article=article, tags=tags)


def _tags(parent: Element, codes: dict[str, tuple[str, str, str]]) -> tuple[str, ...]:
    refs = (
        _guid(ref.get("targetGUID"))
        for coding in parent.iterfind(f"{_Q}Coding")
        for ref in coding.iterfind(f"{_Q}CodeRef")
    )
    return tuple(dict.fromkeys(codes[ref][0] for ref in refs if ref in codes))


def _guid(found: str | None) -> str:
    return (found or "").strip("{} ").lower()
