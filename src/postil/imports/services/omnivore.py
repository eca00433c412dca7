"""Omnivore: the ZIP of its export, with a file of metadata and one of highlights an article."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping

from postil.errors import BadRequest
from postil.imports.base.fields import MOST_BYTES, decoded, listed, mapping, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.text.lazy_regex import lazily

_TAGS = lazily(r"(?:#[^\s#]{1,200}\s{0,9}){1,99}$")
_MEMBERS = 100_000


def looks(file: ImportFile) -> bool:
    """Tell whether a file is one of these."""
    if file.data[:2] != b"PK":
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            return any(name.startswith("metadata_") for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False


def read(file: ImportFile) -> Imported:
    """Read the highlights of all articles. Raises BadRequest for an archive that is damaged."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(file.data))
        if len(archive.infolist()) > _MEMBERS:
            raise BadRequest("the archive", f"it has more than {_MEMBERS} members")
        left = MOST_BYTES
        articles: dict[str, Mapping[str, object]] = {}
        highlights: dict[str, str] = {}
        for member in archive.infolist():
            name = member.filename
            is_metadata = name.startswith("metadata_") and name.endswith(".json")
            if not is_metadata and not (name.startswith("highlights/") and name.endswith(".md")):
                continue
            with archive.open(member) as packed:
                data = packed.read(left + 1)
            left -= len(data)
            if left < 0:
                raise BadRequest("the archive", f"it unpacks beyond {MOST_BYTES >> 20} MB")
            if is_metadata:
                for row in map(mapping, listed(json.loads(decoded(data)))):
                    articles[word(row.get("slug"))] = row
            else:
                highlights[name.removeprefix("highlights/").removesuffix(".md")] = decoded(data)
    except (
        zipfile.BadZipFile,
        ValueError,
        NotImplementedError,
        EOFError,
        OSError,
        RuntimeError,
        RecursionError,
    ) as error:
        raise BadRequest("the archive", f"it cannot be read ({type(error).__name__})") from error
    notes = [
        note
        for slug, text in highlights.items()
        for note in _notes(articles.get(slug, {}), slug, text)
    ]
    return Imported(tuple(notes))


def _notes(row: Mapping[str, object], slug: str, text: str) -> Iterator[ImportedNote]:
    article = ImportedArticle(
        title=word(row.get("title")) or slug,
        author=word(row.get("author")),
        url=word(row.get("url")),
    )
    quote: list[str] = []
    said: list[str] = []
    tags: list[str] = []

    def note() -> ImportedNote:
        passage, body = words("\n".join(quote)), words("\n\n".join(said))
        return ImportedNote(
            id=made_up_id(word(row.get("id")) or slug, passage or body),
            article=article,
            quote=passage,
            body=body,
            tags=tuple(dict.fromkeys(tags)),
        )

    for part in text.replace("\r", "").split("\n\n"):
        lines = part.strip("\n").split("\n")
        if lines[0].startswith(">"):
            if quote or said:
                yield note()
            quote, said, tags = [line.lstrip("> ").rstrip() for line in lines], [], []
        elif _TAGS.match(part.strip()):
            tags += [one.lstrip("#") for one in part.split()]
        elif part.strip():
            if quote and said:
                # A second text belongs to no passage: it is a note on the whole.
                yield note()
                quote, said, tags = [], [], []
            said.append(part.strip())
    if quote or said:
        yield note()
