"""Taguette: its codebook and its highlights as CSV, with tags nested by dots."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from postil.export.base.dossier import Dossier, Written, counted
from postil.export.base.names import dotted


def codebook(dossier: Dossier) -> Written:
    """Return the tags with their definitions, and how many notes bear each."""
    rows = [(dotted(one.tag), one.definition, one.notes) for one in dossier.tags]
    return Written(_csv(("tag", "description", "number of highlights"), rows))


def highlights(dossier: Dossier) -> Written:
    """Return a row for each tag of each passage; one without a tag has a row of its own."""
    rows = [
        (number, article.title, dotted(tag), one.note.anchor.quote)
        for number, (article, one) in enumerate(dossier.notes, 1)
        for tag in one.note.tags or ("",)
    ]
    losses = []
    if written := sum(bool(one.note.body) for _, one in dossier.notes):
        losses.append(f"Taguette keeps no words on a passage: {counted(written, 'text')} left out.")
    if nested := sum(
        "." in tag for tag in {tag for _, one in dossier.notes for tag in one.note.tags}
    ):
        losses.append(f"A dot nests tags there: that of {counted(nested, 'tag')} may be read so.")
    return Written(_csv(("id", "document", "tag", "content"), rows), tuple(losses))


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(columns)
    table.writerows(rows)
    return out.getvalue().encode("utf-8", "replace")
