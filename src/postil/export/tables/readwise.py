"""Readwise: the CSV that it takes in, with its seven columns."""

from __future__ import annotations

import csv
import io

from postil.export.base.dossier import Dossier, ExportedNote, Written, counted

COLUMNS = ("Highlight", "Title", "Author", "URL", "Note", "Location", "Date")

LONGEST = 8191
"""Code points of a highlight beyond which Readwise cuts it."""


def write(dossier: Dossier) -> Written:
    """Return all passages as Readwise takes them in; tags as its inline tags, in the note."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    cut = 0
    for article, one in dossier.notes:
        note, data = one.note, article.metadata
        quote = note.anchor.quote
        cut += len(quote) > LONGEST
        table.writerow(
            (
                quote if len(quote) <= LONGEST else f"{quote[: LONGEST - 1]}…",
                article.title,
                ", ".join(name.display for name in data.author),
                data.url,
                _said(one),
                "" if one.span is None else one.span.start,
                note.created[:19].replace("T", " "),
            )
        )
    losses = []
    if cut:
        losses.append(
            f"Readwise takes no more than {LONGEST} letters: {counted(cut, 'passage')} cut."
        )
    if coloured := sum(str(one.note.colour) != "yellow" for _, one in dossier.notes):
        losses.append(f"Its CSV has no colours: those of {counted(coloured, 'note')} stay here.")
    return Written(out.getvalue().encode("utf-8", "replace"), tuple(losses))


def _said(one: ExportedNote) -> str:
    """Return the text of a note behind its tags, each led by a dot, as Readwise reads them."""
    tags = " ".join(f".{'-'.join(tag.split())}" for tag in one.note.tags)
    return "\n".join(filter(None, (tags, one.note.body)))
