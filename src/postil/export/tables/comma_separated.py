"""CSV: a row a note, for spreadsheets (RFC 4180, UTF-8 with a byte order mark, as Excel reads it).

A cell that a spreadsheet would take for a formula (OWASP, CSV injection) begins with a zero-width
space, unless it is a number of our own; what is read back drops it.
"""

from __future__ import annotations

import csv
import io

from postil.export.base.dossier import Dossier, Written
from postil.export.tables.rows import COLUMNS, rows

BOM = "\ufeff"
GUARD = "\u200b"
"""Keeps a cell from being a formula, and is not seen; programs that compare words can drop it."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that spreadsheets take for a formula."""


def write(dossier: Dossier) -> Written:
    """Return all notes as CSV."""
    out = io.StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    guarded = 0
    for row in rows(dossier):
        cells = [guarded_cell(row[name]) for name in COLUMNS]
        guarded += sum(cell.startswith(GUARD) for cell in cells)
        table.writerow(cells)
    losses = []
    if guarded:
        cells_begin = "One cell begins" if guarded == 1 else f"{guarded} cells begin"
        losses.append(f"{cells_begin} with a zero-width space, so that no spreadsheet computes it.")
    return Written((BOM + out.getvalue()).encode("utf-8", "replace"), tuple(losses))


def guarded_cell(value: object) -> str:
    """Return a value as a cell that no spreadsheet takes for a formula."""
    if not isinstance(value, str):
        return "" if value is None else str(value)
    return f"{GUARD}{value}" if value.startswith(_FORMULA) else value
