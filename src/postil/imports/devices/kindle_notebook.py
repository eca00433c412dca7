"""Kindle: notebooks in HTML, as its apps send them."""

from __future__ import annotations

from html.parser import HTMLParser

from postil.errors import BadRequest
from postil.imports.base.colours import nearest
from postil.imports.base.fields import decoded, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.imports.devices.kindle import kind_of
from postil.model.values import replace


def looks(file: ImportFile) -> bool:
    """Tell whether a file is a notebook in HTML."""
    head = file.data[: 1 << 16]
    return b"noteHeading" in head and b"noteText" in head


class _Notebook(HTMLParser):
    """Gathers the texts of a notebook by the class of what they stand in."""

    NAMES = frozenset(("bookTitle", "authors", "noteHeading", "noteText", "sectionHeading"))

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[tuple[str, str, str]] = []
        """Class, text, and the class of a colour within."""
        self._open = ""
        self._text: list[str] = []
        self._colour = ""

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        names = (dict(attrs).get("class") or "").split()
        found = next((name for name in names if name in self.NAMES), "")
        if found:
            self._close()
            self._open = found
        for name in names:
            if name.startswith("highlight_"):
                self._colour = name.removeprefix("highlight_")

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text.append(data)

    def close(self) -> None:
        super().close()
        self._close()

    def _close(self) -> None:
        if self._open:
            self.rows.append((self._open, "".join(self._text), self._colour))
        self._open, self._text, self._colour = "", [], ""


def read(file: ImportFile) -> Imported:
    """Read a notebook as Kindle's app sends it. Raises BadRequest for one without any notes."""
    reader = _Notebook()
    reader.feed(decoded(file.data))
    reader.close()
    title = author = head = colour = ""
    notes: list[ImportedNote] = []
    skipped = 0
    for name, text, said in reader.rows:
        if name == "bookTitle":
            title = word(text)
        elif name == "authors":
            author = word(text)
        elif name == "noteHeading":
            head, colour = text, said
        elif name == "noteText":
            kind, body = kind_of(_first_words(head)), words(text)
            if not body or kind == "bookmark":
                skipped += 1
                continue
            if kind == "note" and notes and notes[-1].quote and not notes[-1].body:
                notes[-1] = replace(notes[-1], body=body)
                continue
            quote = body if kind == "highlight" else ""
            notes.append(
                ImportedNote(
                    id=made_up_id(title, kind, body[:80]),
                    article=ImportedArticle(title=title, author=author),
                    quote=quote,
                    body="" if quote else body,
                    colour=nearest(colour) if colour else None,
                    colour_name=colour,
                )
            )
    if not notes:
        raise BadRequest("the notebook", "there are no notes in it")
    return Imported(tuple(notes), skipped)


def _first_words(head: str) -> str:
    """Return what a heading begins with, before the name of a chapter, which may say anything."""
    return head.split(" - ")[0].split("(")[0]
