"""Zotero: annotations as its API gives them, and its notes in RDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from postil.imports.base.archives import xml_of
from postil.imports.base.colours import nearest
from postil.imports.base.fields import decoded, exact, json_of, listed, mapping, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.imports.base.times import iso
from postil.imports.services.zotero_memo import notes_of
from postil.text.lazy_regex import lazily

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_BIB = "{http://purl.org/net/biblio#}"

_NAMING = ("itemType", "title", "note", "annotationText", "annotationComment", "dateAdded")
"""What an item without a key is told by."""

_WITHIN = {"attachments": "attachment", "annotations": "annotation", "notes": "note"}
"""Lists of items within an item, and what those are that do not say it."""

_DEEPEST = 4
_ITEMS = lazily(r'"itemType"\s{0,9}:\s{0,9}"(?:annotation|note)"')


def looks_json(file: ImportFile) -> bool:
    """Tell whether a file is a list of its items."""
    return b'"annotationType"' in file.data or (
        b'"itemType"' in file.data and _ITEMS.search(decoded(file.data)) is not None
    )


def looks_rdf(file: ImportFile) -> bool:
    """Tell whether a file is its RDF."""
    return b"<rdf:RDF" in file.data[:2000] and b"zotero" in file.data[:4000].lower()


def read_json(file: ImportFile) -> Imported:
    """Read the annotations; the item above them is their article."""
    found = json_of(file.data)
    rows = listed(found) if isinstance(found, list) else listed(mapping(found).get("items"))
    items: dict[str, Mapping[str, object]] = {}
    for row in rows:
        for one in _items(mapping(row), ""):
            items[word(one["key"])] = one
    notes: list[ImportedNote] = []
    skipped = 0
    for key, data in items.items():
        kind = word(data.get("itemType"))
        if kind not in ("annotation", "note"):
            continue
        found = [] if data.get("deleted") else list(_notes(key, kind, data, items))
        skipped += not found
        notes += found
    return Imported(tuple(notes), skipped)


def _items(row: Mapping[str, object], above: str, depth: int = 0) -> Iterator[dict[str, object]]:
    """Yield an item, and those within it, as lists of whole items have them, each by itself."""
    data = dict(mapping(row.get("data")) or row)
    data.setdefault("parentItem", above)
    key = word(data.get("key")) or word(data.get("itemKey"))
    if not key:
        key = made_up_id(above, *(word(data.get(name)) for name in _NAMING))
    data["key"] = key
    yield data
    for name, kind in _WITHIN.items() if depth < _DEEPEST else ():
        for one in listed(data.get(name)):
            inner = {"note": one} if isinstance(one, str) else dict(mapping(one))
            inner.setdefault("itemType", kind)
            yield from _items(inner, key, depth + 1)


def _notes(
    key: str, kind: str, data: Mapping[str, object], items: Mapping[str, Mapping[str, object]]
) -> Iterator[ImportedNote]:
    """Yield the note of an annotation, or what a note in HTML holds."""
    article = _article(data, items)
    tags = tuple(filter(None, (_tag(one) for one in listed(data.get("tags")))))
    created = iso(word(data.get("dateAdded")))
    if kind == "note":
        yield from notes_of(exact(data.get("note")), key, article, tags, created)
        return
    quote, body = words(data.get("annotationText")), words(data.get("annotationComment"))
    colour = word(data.get("annotationColor"))
    if quote or body:
        yield ImportedNote(
            id=key,
            article=article,
            quote=quote,
            body=body,
            tags=tags,
            colour=nearest(colour) if colour else None,
            colour_name=colour,
            created=created,
            maker=word(data.get("annotationAuthorName")),
        )


def _tag(found: object) -> str:
    return word(found) or word(mapping(found).get("tag"))


def _article(
    data: Mapping[str, object], items: Mapping[str, Mapping[str, object]]
) -> ImportedArticle:
    """Return the item that an annotation's attachment belongs to; the attachment, if to none."""
    seen, file = 0, _file(data)
    while (above := word(data.get("parentItem"))) in items and seen < 5:
        data, seen = items[above], seen + 1
        file = file or _file(data)
    people = [mapping(one) for one in listed(data.get("creators"))]
    names = [
        word(one.get("name")) or f"{word(one.get('firstName'))} {word(one.get('lastName'))}".strip()
        for one in people
    ]
    return ImportedArticle(
        title=word(data.get("title")),
        author="; ".join(filter(None, names)),
        url=word(data.get("url")),
        file=file,
    )


def _file(data: Mapping[str, object]) -> str:
    path = word(data.get("filename")) or word(data.get("path")).removeprefix("storage:")
    return path.replace("\\", "/").rpartition("/")[2]


def read_rdf(file: ImportFile) -> Imported:
    """Read notes that were made of annotations, and other notes as notes on the whole."""
    root = xml_of(file.data)
    titles: dict[str, ImportedArticle] = {}
    for item in root:
        title = word(item.findtext(f"{_DC}title"))
        people = [
            word("".join(one.itertext())) for one in item.iter() if one.tag.endswith("surname")
        ]
        addresses = [word("".join(one.itertext())) for one in item.iterfind(f"{_DC}identifier")]
        article = ImportedArticle(
            title=title,
            author="; ".join(people),
            url=next((one for one in addresses if one.startswith(("http://", "https://"))), ""),
        )
        for link in item.iterfind(f"{_TERMS}isReferencedBy"):
            titles[link.get(f"{_RDF}resource", "")] = article
    notes: list[ImportedNote] = []
    for memo in root.iterfind(f"{_BIB}Memo"):
        name = memo.get(f"{_RDF}about", "")
        article = titles.get(name, ImportedArticle())
        said = (word("".join(one.itertext())) for one in memo.iterfind(f"{_DC}subject"))
        tags = tuple(filter(None, said))
        created = iso(word(memo.findtext(f"{_TERMS}dateSubmitted")))
        # The names of items are their numbers in this very file, and are others in the next.
        notes += notes_of(memo.findtext(f"{_RDF}value") or "", "", article, tags, created)
    return Imported(tuple(notes))
