"""The codebook as Markdown: a heading a tag, what it means, and its passages."""

from __future__ import annotations

from collections.abc import Iterator

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, Written
from postil.export.base.markdown_passages import passage, references
from postil.export.base.markdown_words import own, plain
from postil.export.codebook.entries import entries, title

_DEEPEST = 6


def write(dossier: Dossier) -> Written:
    """Return the codebook as Markdown, for pandoc as for GitHub."""
    out = ["# Codebook", "", f"{title(dossier)}.", ""]
    for entry in entries(dossier):
        level = min(entry.depth + 2, _DEEPEST)
        out += [f"{'#' * level} {plain(entry.tag.tag)}", ""]
        if entry.tag.definition.strip():
            out += [own(entry.tag.definition, level), ""]
        out += [f"*{entry.told}*", ""]
        for article, one in entry.passages:
            out += [*_passage(article, one, level), ""]
    out += references(dossier)
    text = "\n".join(out).rstrip("\n")
    return Written(f"{text}\n".encode("utf-8", "replace"))


def _passage(article: ExportedArticle, one: ExportedNote, level: int) -> Iterator[str]:
    note = one.note
    lost = one.orphan and not note.whole
    yield from passage(article, one, behind=", no longer in the article" if lost else "")
    if note.body.strip():
        yield ""
        yield own(note.body, level)
