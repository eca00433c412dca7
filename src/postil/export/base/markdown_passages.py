"""Passages in Markdown: the words, the source behind them, and the list of what they are from."""

from __future__ import annotations

from collections.abc import Iterator

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote
from postil.export.base.markdown_words import plain, quotation


def passage(
    article: ExportedArticle, one: ExportedNote, said: str | None = None, behind: str = ""
) -> Iterator[str]:
    """Yield the lines of a passage as a block quotation, and of a note on the whole its article.

    ``said`` names the source, "" for none, where the usual words do not; ``behind`` is Markdown.
    """
    note = one.note
    if note.whole:
        yield f"**On the whole of {plain(article.title)}**{behind}"
        return
    yield quotation(note.anchor.quote)
    if said is None:
        said = one.citation or one.source_name or article.title
    if said:
        yield ">"
        yield f"> \u2014 {plain(said)}{behind}"


def references(dossier: Dossier) -> Iterator[str]:
    """Yield the list of works under its heading, nothing where there is none."""
    if dossier.references:
        yield from ("## References", "")
        for reference in dossier.references:
            yield from (plain(reference), "")
