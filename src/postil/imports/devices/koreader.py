"""KOReader: ``metadata.*.lua`` in its old and its new form, and the JSON of its exporter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from postil.errors import BadRequest
from postil.imports.base.colours import nearest
from postil.imports.base.fields import decoded, json_of, listed, mapping, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.imports.base.times import epoch, iso
from postil.imports.devices.lua_table import LuaTable
from postil.text.lazy_regex import lazily

_AUTOMATIC = lazily(r"@ \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$")
"""What ends the text of a bookmark that the reader has said nothing in."""

_PAGE = 30
"""Letters in which the number of a page is told before a passage."""


def looks(file: ImportFile) -> bool:
    """Tell whether a file is such metadata."""
    head = decoded(file.data[:2000]).lstrip("\ufeff")
    return (
        "return {" in head
        and ('["' in head or head.startswith("-- "))
        and (file.name.endswith(".lua") or "annotations" in head or "highlight" in head)
    )


def looks_json(file: ImportFile) -> bool:
    """Tell whether a file is JSON of its exporter."""
    head = file.data[: 1 << 16]
    return b'"entries"' in head and (
        any(sign in head for sign in (b'"drawer"', b'"chapter"', b'"md5sum"'))
    )


def read(file: ImportFile) -> Imported:
    """Read the notes of one book. Raises BadRequest for what is no table of data."""
    found = mapping(LuaTable(decoded(file.data)).value())
    properties = mapping(found.get("doc_props")) or mapping(found.get("stats"))
    path = word(found.get("doc_path"))
    article = ImportedArticle(
        title=word(properties.get("title")),
        author="; ".join(words(properties.get("authors")).splitlines()),
        file=path.rpartition("/")[2],
    )
    if "annotations" in found:
        rows = [mapping(one) for one in _items(found["annotations"])]
        notes = [_note(row, article) for row in rows if row.get("drawer")]
        return Imported(tuple(notes), len(rows) - len(notes))
    return _old(found, article)


def _old(found: Mapping[str, object], article: ImportedArticle) -> Imported:
    """Read the form of before 2024: highlights by page, and bookmarks that hold their notes."""
    bookmarks = [mapping(one) for one in _items(found.get("bookmarks"))]
    said = [one for one in bookmarks if one.get("highlighted")]
    beside = _Beside(said)
    notes = []
    for page in _items(found.get("highlight")):
        for row in map(mapping, _items(page)):
            body = _said(beside.take(row))
            notes.append(_note({**row, "note": row.get("note") or body}, article))
    # A passage of which the table of highlights knows nothing is one all the same.
    notes += [
        _note({**one, "text": one.get("notes"), "note": _said(one)}, article)
        for one in beside.left()
    ]
    return Imported(tuple(notes), len(bookmarks) - len(said))


class _Beside:
    """Bookmarks that hold the notes of highlights: found by when both were made, or by words."""

    def __init__(self, bookmarks: Sequence[Mapping[str, object]]) -> None:
        self._left = dict(enumerate(bookmarks))
        self._by: dict[tuple[str, str], list[int]] = {}
        for at, one in reversed(self._left.items()):
            for key in (("when", word(one.get("datetime"))), ("words", words(one.get("notes")))):
                if key[1]:
                    self._by.setdefault(key, []).append(at)

    def take(self, highlight: Mapping[str, object]) -> Mapping[str, object]:
        """Return the bookmark of a highlight, once; an empty one where there is none."""
        when, text = word(highlight.get("datetime")), words(highlight.get("text"))
        for key in (("when", when), ("words", text)):
            places = self._by.get(key, [])
            while places:
                if (found := self._left.pop(places.pop(), None)) is not None:
                    return found
        return {}

    def left(self) -> Sequence[Mapping[str, object]]:
        """Return the bookmarks that no highlight has taken."""
        return tuple(self._left.values())


def _said(bookmark: Mapping[str, object]) -> str:
    """Return the note of a bookmark; "" for the page and the passage over again."""
    text, quote = words(bookmark.get("text")), words(bookmark.get("notes"))
    head = text.removesuffix(quote) if quote else text
    over_again = _AUTOMATIC.search(text) is not None or (head != text and len(head) < _PAGE)
    return "" if over_again else text


def _note(row: Mapping[str, object], article: ImportedArticle) -> ImportedNote:
    quote, when = words(row.get("text")), word(row.get("datetime"))
    colour = word(row.get("color"))
    return ImportedNote(
        id=made_up_id(article.file or article.title, when, quote[:40]),
        article=article,
        quote=quote,
        body=words(row.get("note")),
        colour=nearest(colour) if colour else None,
        colour_name=colour,
        created=iso(when),
    )


def _items(found: object) -> Iterator[object]:
    """Yield the values of a list, or of a table whose numbers leave some out."""
    if isinstance(found, dict):
        yield from found.values()
    else:
        yield from listed(found)


def read_json(file: ImportFile) -> Imported:
    """Read what its exporter writes: one book, or several. Raises BadRequest."""
    found = json_of(file.data)
    books = mapping(found).get("documents")
    notes: list[ImportedNote] = []
    skipped = 0
    for book in map(mapping, listed(books) if books is not None else [found]):
        if "entries" not in book:
            raise BadRequest("the file", "it has no list of entries")
        path = word(book.get("file"))
        article = ImportedArticle(
            title=word(book.get("title")),
            author=word(book.get("author")),
            file=path.rpartition("/")[2],
        )
        for row in map(mapping, listed(book.get("entries"))):
            quote, colour = words(row.get("text")), word(row.get("color"))
            time = row.get("time")
            created = epoch(time) if isinstance(time, (int, float)) else iso(word(time))
            if not (quote or row.get("note")) or word(row.get("sort")) == "bookmark":
                skipped += 1
                continue
            notes.append(
                ImportedNote(
                    id=made_up_id(article.title, created, quote[:40]),
                    article=article,
                    quote=quote if word(row.get("sort")) != "note" or quote else "",
                    body=words(row.get("note")),
                    colour=nearest(colour) if colour else None,
                    colour_name=colour,
                    created=created,
                )
            )
    return Imported(tuple(notes), skipped)
