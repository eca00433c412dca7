"""Zotero: annotations as its API gives them, and its notes in RDF."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html.parser import HTMLParser
from urllib.parse import unquote

from postil.imports.base.archives import xml_of
from postil.imports.base.colours import nearest
from postil.imports.base.fields import html_text, json_of, listed, mapping, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.imports.base.times import iso

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_BIB = "{http://purl.org/net/biblio#}"
_MARKS = '“”„"«»‘’'


def looks_json(file: ImportFile) -> bool:
    """Tell whether a file is a list of its items."""
    return b'"annotationType"' in file.data


def looks_rdf(file: ImportFile) -> bool:
    """Tell whether a file is its RDF."""
    return b"<rdf:RDF" in file.data[:2000] and b"zotero" in file.data[:4000].lower()


def read_json(file: ImportFile) -> Imported:
    """Read the annotations; the item above them is their article."""
    found = json_of(file.data)
    rows = listed(found) if isinstance(found, list) else listed(mapping(found).get("items"))
    items = {}
    for row in map(mapping, rows):
        data = mapping(row.get("data")) or row
        items[word(data.get("key"))] = data
    notes, skipped = [], 0
    for key, data in items.items():
        if word(data.get("itemType")) != "annotation":
            continue
        quote, body = words(data.get("annotationText")), words(data.get("annotationComment"))
        if not (quote or body):
            skipped += 1
            continue
        colour = word(data.get("annotationColor"))
        notes.append(
            ImportedNote(
                id=key or made_up_id(quote, body, word(data.get("dateAdded"))),
                article=_article(data, items),
                quote=quote,
                body=body,
                tags=tuple(word(mapping(one).get("tag")) for one in listed(data.get("tags"))),
                colour=nearest(colour) if colour else None,
                colour_name=colour,
                created=iso(word(data.get("dateAdded"))),
                maker=word(data.get("annotationAuthorName")),
            )
        )
    return Imported(tuple(notes), skipped)


def _article(
    data: Mapping[str, object], items: Mapping[str, Mapping[str, object]]
) -> ImportedArticle:
    """Return the item that an annotation's attachment belongs to; the attachment, if to none."""
    seen = 0
    while (above := word(data.get("parentItem"))) in items and seen < 5:
        data, seen = items[above], seen + 1
    people = [mapping(one) for one in listed(data.get("creators"))]
    names = [
        word(one.get("name")) or f"{word(one.get('firstName'))} {word(one.get('lastName'))}".strip()
        for one in people
    ]
    return ImportedArticle(
        title=word(data.get("title")),
        author="; ".join(filter(None, names)),
        url=word(data.get("url")),
        file=word(data.get("filename")),
    )


def read_rdf(file: ImportFile) -> Imported:
    """Read notes that were made of annotations, and other notes as notes on the whole."""
    root = xml_of(file.data)
    titles: dict[str, ImportedArticle] = {}
    for item in root:
        title = word(item.findtext(f"{_DC}title"))
        people = [
            word("".join(one.itertext())) for one in item.iter() if one.tag.endswith("surname")
        ]
        article = ImportedArticle(title=title, author="; ".join(people))
        for link in item.iterfind(f"{_TERMS}isReferencedBy"):
            titles[link.get(f"{_RDF}resource", "")] = article
    notes: list[ImportedNote] = []
    for memo in root.iterfind(f"{_BIB}Memo"):
        name = memo.get(f"{_RDF}about", "")
        article = titles.get(name, ImportedArticle())
        tags = tuple(word(one.text) for one in memo.iterfind(f"{_DC}subject") if word(one.text))
        reader = _Memo()
        reader.feed(memo.findtext(f"{_RDF}value") or "")
        reader.close()
        for at, (quote, said, colour) in enumerate(reader.found()):
            notes.append(
                ImportedNote(
                    id=made_up_id(article.title, name, quote or at),
                    article=article,
                    quote=quote,
                    body=said,
                    tags=tags,
                    colour=nearest(colour) if colour else None,
                    colour_name=colour,
                )
            )
    return Imported(tuple(notes))


class _Memo(HTMLParser):
    """Parts a note of annotations into passages, each with what is said behind it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[tuple[str, list[str], str]] = []
        self._quote: list[str] | None = None
        self._colour = ""
        self._depth = 0
        self._hidden = 0
        self._spans: list[str] = []
        self._whole: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "span":
            name = said.get("class") or ""
            self._spans.append(name)
            if "highlight" in name or "underline" in name:
                self._quote = []
                self._colour = _colour(said.get("data-annotation") or "")
        elif tag in ("h1", "h2"):
            self._hidden += 1
        elif tag in ("p", "br", "li", "div"):
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "span" and self._spans:
            name = self._spans.pop()
            if ("highlight" in name or "underline" in name) and self._quote is not None:
                quote = "".join(self._quote).strip().strip(_MARKS).strip()
                self._rows.append((words(quote), [], self._colour))
                self._quote = None
        elif tag in ("h1", "h2"):
            self._hidden = max(0, self._hidden - 1)

    def handle_data(self, data: str) -> None:
        if self._hidden or any("citation" in name for name in self._spans):
            return
        if self._quote is not None:
            self._quote.append(data)
        else:
            self._add(data)

    def _add(self, data: str) -> None:
        (self._rows[-1][1] if self._rows else self._whole).append(data)

    def found(self) -> list[tuple[str, str, str]]:
        """Return passages with their texts and colours; without any, the text alone."""
        rows = [(quote, _flat(said), colour) for quote, said, colour in self._rows]
        whole = _flat(self._whole)
        return [*([("", whole, "")] if whole else []), *rows]


def _flat(parts: list[str]) -> str:
    return html_text("".join(parts).replace("&", "&amp;").replace("<", "&lt;").strip())


def _colour(annotation: str) -> str:
    try:
        return word(mapping(json.loads(unquote(annotation))).get("color"))
    except (ValueError, RecursionError):
        return ""
