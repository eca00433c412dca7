"""Omnivore: the ZIP of its export, with a file of metadata and one of highlights an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from postil.imports.base.archives import Unpacking, names_in, unpacked
from postil.imports.base.fields import decoded, json_of, listed, mapping, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.text.lazy_regex import lazily

_TAGS = lazily(r"#[^\s#][^#\n]{0,60}(?: #[^\s#][^#\n]{0,60}){0,99}$")
"""Labels, which may be of several words: what is longer is a text that begins so."""

_LINK_BACK = lazily(r"[ \t]{0,9}\[[^\[\]\n]{0,20}\]\(https?://omnivore[^()\s]{0,500}\)$")


def looks(file: ImportFile) -> bool:
    """Tell whether a file is one of these."""
    return any(_base(name).startswith("metadata_") for name in names_in(file.data))


def read(file: ImportFile) -> Imported:
    """Read the highlights of all articles. Raises BadRequest for an archive that is damaged."""
    articles, highlights = unpacked(file.data, _parts)
    notes = [
        note
        for slug, text in highlights.items()
        for note in _notes(articles.get(slug, {}), slug, text)
    ]
    return Imported(tuple(notes))


def _parts(unpack: Unpacking) -> tuple[dict[str, Mapping[str, object]], dict[str, str]]:
    """Return what is said of each article, and its highlights, by its slug."""
    articles: dict[str, Mapping[str, object]] = {}
    highlights: dict[str, str] = {}
    for member in unpack.members:
        folder, name = member.filename.rpartition("/")[0], _base(member.filename)
        if name.startswith("metadata_") and name.endswith(".json"):
            for row in map(mapping, listed(json_of(unpack(member)))):
                articles[word(row.get("slug"))] = row
        elif _base(folder) == "highlights" and name.endswith(".md"):
            highlights[name.removesuffix(".md")] = decoded(unpack(member))
    return articles, highlights


def _base(name: str) -> str:
    """Return the name of a member; programs that pack archives put all of it into a folder."""
    return name.rpartition("/")[2]


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
            quote[-1] = _LINK_BACK.sub("", quote[-1])
        elif _TAGS.match(part.strip()):
            tags += [one.strip() for one in part.strip()[1:].split(" #")]
        elif part.strip():
            if quote and said:
                # A second text belongs to no passage: it is a note on the whole.
                yield note()
                quote, said, tags = [], [], []
            said.append(part.strip())
    if quote or said:
        yield note()
