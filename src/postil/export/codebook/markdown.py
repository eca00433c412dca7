"""The codebook as Markdown: a heading a tag, what it means, and its passages."""

from __future__ import annotations

from collections.abc import Iterator

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, Written
from postil.export.base.markdown_words import own, plain, quotation
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
    if dossier.references:
        out += ["## References", ""]
        for reference in dossier.references:
            out += [plain(reference), ""]
    text = "\n".join(out).rstrip("\n")
    return Written(f"{text}\n".encode("utf-8", "replace"))


def _passage(article: ExportedArticle, one: ExportedNote, level: int) -> Iterator[str]:
    note = one.note
    if note.whole:
        yield f"**On the whole of {plain(article.title)}**"
    else:
        yield quotation(note.anchor.quote)
        yield ">"
        said = one.citation or one.source_name or article.title
        lost = ", no longer in the article" if one.orphan else ""
        yield f"> \u2014 {plain(said)}{lost}"
    if note.body.strip():
        yield ""
        yield own(note.body, level)
