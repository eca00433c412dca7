"""Moon+ Reader: ``.mrexpt``, seventeen lines a note; the form is read from two converters."""

from __future__ import annotations

from postil.imports.base.colours import by_rgb
from postil.imports.base.fields import decoded, word, words
from postil.imports.base.records import (
    Imported,
    ImportedArticle,
    ImportedNote,
    ImportFile,
    made_up_id,
)
from postil.imports.base.times import epoch

_LINES = 16
"""Of a note, behind the line with a hash."""


def looks(file: ImportFile) -> bool:
    """Tell whether a file is one of these."""
    head = decoded(file.data[:400]).replace("\r", "").split("\n")
    return any(line.startswith("indent:") for line in head[:4]) and "#" in head[:6]


def read(file: ImportFile) -> Imported:
    """Read the notes; one that is cut short is left out."""
    lines = decoded(file.data).replace("\r", "").split("\n")
    starts = [
        at
        for at, line in enumerate(lines)
        if line == "#" and at + 1 < len(lines) and lines[at + 1].strip().isdigit()
    ]
    notes, skipped = [], 0
    for at in starts:
        row = lines[at + 1 : at + 1 + _LINES]
        if len(row) < 13:
            skipped += 1
            continue
        number, title, path = row[0], word(row[1]), word(row[2])
        colour, time = _signed(row[8]), _signed(row[9])
        body, quote = (words(_broken(row[place])) for place in (11, 12))
        if not (quote or body):
            skipped += 1
            continue
        notes.append(
            ImportedNote(
                id=made_up_id(path, number, time, quote[:40]),
                article=ImportedArticle(title=title, file=path.rpartition("/")[2]),
                quote=quote,
                body=body,
                colour=by_rgb(colour & 0xFFFFFF),
                colour_name=f"#{colour & 0xFFFFFF:06x}",
                created=epoch(time / 1000),
            )
        )
    return Imported(tuple(notes), skipped)


def _broken(line: str) -> str:
    for sign in ("<BR>", "<br>", "<Br>"):
        line = line.replace(sign, "\n")
    return line


def _signed(line: str) -> int:
    try:
        return int(line)
    except ValueError:
        return 0
