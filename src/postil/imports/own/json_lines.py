"""The JSON Lines that ``postil export --format json`` writes, read back without loss."""

from __future__ import annotations

from collections.abc import Mapping

from postil.errors import BadRequest
from postil.imports.base.fields import (
    count,
    decoded,
    exact,
    json_of,
    listed,
    mapping,
    passage,
    word,
    words,
)
from postil.imports.base.records import Imported, ImportedArticle, ImportedNote, ImportFile
from postil.model.note import Colour

_COLOURS = {str(colour): colour for colour in Colour}


def looks(file: ImportFile) -> bool:
    """Tell whether a file is one of these."""
    return file.data[:200].lstrip(b"\xef\xbb\xbf \r\n").startswith(b'{"postil":')


def read(file: ImportFile) -> Imported:
    """Read all notes. Raises BadRequest for a line that is no note."""
    notes: list[ImportedNote] = []
    tags: dict[str, tuple[str, str, str]] = {}
    for at, line in enumerate(decoded(file.data).splitlines(), 1):
        if not line.strip():
            continue
        row = mapping(json_of(line.encode()))
        identity = word(row.get("id"))
        if not identity:
            raise BadRequest(f"line {at}", "it is no note of Postil’s")
        notes.append(_note(row, identity))
        for tag, said in mapping(row.get("defined")).items():
            about = mapping(said)
            defined = word(tag), words(about.get("definition")), word(about.get("colour"))
            tags.setdefault(tag, defined)
    return Imported(tuple(notes), 0, tuple(tags.values()))


def _note(row: Mapping[str, object], identity: str) -> ImportedNote:
    article, anchor = mapping(row.get("article")), mapping(row.get("anchor"))
    return ImportedNote(
        id=identity,
        article=ImportedArticle(
            title=word(article.get("title")),
            url=word(article.get("url")),
            file=word(article.get("file")),
            digest=word(article.get("digest")),
        ),
        quote=passage(row.get("quote")),
        prefix=exact(anchor.get("prefix")),
        suffix=exact(anchor.get("suffix")),
        start=count(row.get("start")) if row.get("start") is not None else None,
        body=words(row.get("body")),
        tags=tuple(filter(None, map(word, listed(row.get("tags"))))),
        colour=_COLOURS.get(word(row.get("colour"))),
        created=word(row.get("created")),
        maker=word(row.get("maker")),
        keeps_id=True,
        links=tuple(
            (word(link.get("kind")), word(link.get("to")))
            for link in map(mapping, listed(row.get("links")))
        ),
    )
