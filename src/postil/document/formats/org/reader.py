"""Org documents: what their export would show, and what their keywords say of them."""

from __future__ import annotations

from postil.document.article.builder import Draft
from postil.document.article.metadata import from_mapping
from postil.document.formats import plain
from postil.document.formats.markup.block_writer import BlockWriter
from postil.document.formats.org.document import Document, survey
from postil.document.formats.org.elements import Elements
from postil.model.source import Metadata
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily
from postil.text.progress import Progress

_TAB = 8
MOST = 4 << 20
"""Code points that are read with their markup; what is longer is no document but a heap."""
_OFTEN = 32
"""Lines between two looks at whether to go on."""
_STAMP = lazily(r"[<\[](\d{4}-\d{2}-\d{2})\b[^>\]]*[>\]]")
_MARKS = lazily(r"(?<!\w)([*/_=~+])(?=\S)(.+?)(?<=\S)\1(?!\w)")
_MACRO = lazily(r"\{\{\{.*?\}\}\}")
_PERSONS = lazily(r"\s{1,9}and\s{1,9}|\s{0,9}[,;]\s{0,9}")
_MOST_NAMED = 5


def read(text: str, head: str, progress: Progress | None = None) -> Draft:
    """Read a document as it was decoded."""
    if len(text) > MOST:
        return plain.read_instead(text, head, progress, plain.too_large(MOST))
    return _read(text, progress)


def preview(head: str, whole: str | None) -> Draft:
    """Read the parts that the head holds to their end, up to its last headline."""
    if whole is not None and len(whole) > MOST:
        return plain.preview_instead(head)
    return _read(head, None, whole=whole)


def _read(text: str, progress: Progress | None, whole: str | None = None) -> Draft:
    first = whole is not None
    document = survey(text if whole is None else whole)
    lines = [line.rstrip() for line in _lines(text)]

    def at(line: int) -> None:
        if progress and line % _OFTEN == 0:
            progress(line / len(lines))

    out = BlockWriter(lambda address: address)
    elements = Elements(out, document, at, first=first)
    elements.run(lines)
    metadata = _metadata(document)
    if first:
        return Draft(out.blocks[: elements.settled], None, metadata)
    out.close()
    return Draft(out.blocks, None, metadata, _remarks(elements), anchors=out.anchors())


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(_TAB).split("\n")


def _metadata(document: Document) -> Metadata:
    keywords = document.keywords
    values: dict[str, object] = {}
    for key in ("title", "language"):
        if value := keywords.get(key):
            values[key] = _MARKS.sub(r"\2", value)
    if author := keywords.get("author"):
        values["author"] = [one for one in _PERSONS.split(author) if one]
    if date := keywords.get("date"):
        stamp = _STAMP.search(date)
        values["date"] = stamp[1] if stamp else _MACRO.sub("", date)
    return from_mapping(values, "document")[0]


def _remarks(elements: Elements) -> tuple[str, ...]:
    said = []
    if files := list(dict.fromkeys(clean_line(one, 100) for one in elements.files if one)):
        more = f" and {len(files) - _MOST_NAMED} more" if len(files) > _MOST_NAMED else ""
        said.append(
            f"It includes other files, which are not read: {', '.join(files[:_MOST_NAMED])}{more}."
        )
    if count := elements.left_out:
        parts = "A part" if count == 1 else f"{count} parts"
        said.append(f"{parts} that the document says not to show, by COMMENT or a tag, left out.")
    return tuple(said)
