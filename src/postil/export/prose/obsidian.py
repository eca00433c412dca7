"""Obsidian: Markdown with properties, nested tags, and a block id that links can lead to."""

from __future__ import annotations

import json
from collections.abc import Iterator

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, Written, grouped
from postil.export.base.markdown_passages import passage
from postil.export.base.markdown_words import own, plain
from postil.export.base.names import hyphenated, iso

_BELOW = 2


def write(dossier: Dossier) -> Written:
    """Return a dossier as a note of Obsidian."""
    out = ["---", *_properties(dossier), "---", ""]
    single = dossier.articles[0] if len(dossier.articles) == 1 else None
    if single is not None and dossier.group == "article":
        out += [f"# {plain(single.title)}", ""]
        for one in single.notes:
            out += _note(single, one)
    else:
        out += ["# Notes", ""]
        for head, notes in grouped(dossier):
            out += [f"## {plain(head)}", ""]
            for article, one in notes:
                out += _note(article, one)
    text = "\n".join(out).rstrip("\n")
    return Written(f"{text}\n".encode("utf-8", "replace"))


def _properties(dossier: Dossier) -> Iterator[str]:
    """Yield the properties, as YAML; a string of JSON is one of YAML 1.2."""
    if len(dossier.articles) == 1:
        (article,) = dossier.articles
        data = article.metadata
        yield f"title: {_word(article.title)}"
        if data.author:
            yield "author:"
            yield from (f"  - {_word(name.display)}" for name in data.author)
        if data.issued is not None:
            yield f"published: {_word(iso(data.issued))}"
        if data.container_title:
            yield f"outlet: {_word(data.container_title)}"
        if data.url:
            yield f"source: {_word(data.url)}"
    else:
        yield "title: Notes"
    if tags := dict.fromkeys(filter(None, (hyphenated(one.tag) for one in dossier.tags))):
        yield "tags:"
        yield from (f"  - {_word(tag)}" for tag in tags)


def _word(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _note(article: ExportedArticle, one: ExportedNote) -> Iterator[str]:
    note = one.note
    yield from passage(article, one)
    yield ""
    # The id of a quotation stands below it, between blank lines.
    yield f"^{note.id}"
    yield ""
    if note.body.strip():
        yield own(note.body, _BELOW)
        yield ""
    if about := list(_about(one)):
        yield " ".join(about)
        yield ""


def _about(one: ExportedNote) -> Iterator[str]:
    note = one.note
    for tag in note.tags:
        if kept := hyphenated(tag):
            yield f"#{kept}"
        if kept != tag:
            yield f"({plain(tag)})"
    for link in note.links:
        yield f"{str(link.kind).replace('-', ' ')} [[#^{link.to}]]"
    if one.orphan:
        yield "(its passage is no longer in the article)"
