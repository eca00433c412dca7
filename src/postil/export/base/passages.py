"""Passages of notes in the text that goes with them, for formats that find them by offsets."""

from __future__ import annotations

from postil.export.base.dossier import ExportedArticle, ExportedNote
from postil.model.span import Span


def quoted_span(article: ExportedArticle, one: ExportedNote) -> Span | None:
    """Return where the very words of a note stand in its article; None where they do not.

    Of a passage that was edited only the quotation tells what it was: its offsets would lead to
    other words.
    """
    span = one.span
    if span is None or article.text[span.start : span.end] != one.note.anchor.quote:
        return None
    return span
