"""The codebook for programs: JSON Lines with an object a tag, CSV with a row a passage."""

from __future__ import annotations

import csv
import io
import json

from postil.export.base.dossier import Dossier, ExportedArticle, ExportedNote, Written
from postil.export.codebook.entries import Entry, entries
from postil.export.tables.comma_separated import BOM, guarded_cell

COLUMNS = (
    *("tag", "definition", "colour", "notes", "within"),
    *("note", "quote", "body", "title", "source", "page", "state"),
)


def as_json(dossier: Dossier) -> Written:
    """Return the codebook as JSON Lines."""
    lines = (
        json.dumps(
            {**_tag(entry), "passages": [_passage(*pair) for pair in entry.passages]},
            ensure_ascii=False,
        )
        for entry in entries(dossier)
    )
    return Written("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"))


def as_csv(dossier: Dossier) -> Written:
    """Return the codebook as CSV; a tag without passages has a row of its own."""
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    table.writeheader()
    for entry in entries(dossier):
        tag = _tag(entry)
        for row in [_passage(*pair) for pair in entry.passages] or [{}]:
            cells = {**tag, **{name: row[name] for name in COLUMNS if name in row}}
            table.writerow({name: guarded_cell(value) for name, value in cells.items()})
    return Written((BOM + out.getvalue()).encode("utf-8", "replace"))


def _tag(entry: Entry) -> dict[str, object]:
    tag = entry.tag
    return {
        "tag": tag.tag,
        "definition": tag.definition,
        "colour": None if tag.colour is None else str(tag.colour),
        "notes": len(entry.passages),
        "within": entry.within,
    }


def _passage(article: ExportedArticle, one: ExportedNote) -> dict[str, object]:
    note = one.note
    return {
        "note": note.id,
        "quote": note.anchor.quote,
        "body": note.body,
        "colour": str(note.colour),
        "article": article.id,
        "title": article.title,
        "source": one.source_name,
        "page": one.page,
        "state": str(one.state),
    }
