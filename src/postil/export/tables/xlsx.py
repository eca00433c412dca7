"""XLSX: a row a note, as LibreOffice and Excel open it; no cell is a formula or a link."""

from __future__ import annotations

import io
from datetime import datetime

from xlsxwriter import Workbook

from postil.export.base.dossier import Dossier, Written, counted
from postil.export.tables.rows import COLUMNS, rows

MOST = 32_767
"""Characters of a cell, in UTF-16; beyond it Excel refuses the file."""

_WIDTHS = {"quote": 60, "body": 50, "title": 30, "tags": 24, "source": 30, "section": 30}
"""Of columns, in characters; others are narrow."""

_NEVER = datetime(2000, 1, 1)  # noqa: DTZ001 - of no zone, and the same in every file


def write(dossier: Dossier) -> Written:
    """Return all notes as a workbook of one sheet."""
    out = io.BytesIO()
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(out, {"in_memory": True, **plain})
    book.set_properties({"title": "Notes", "created": _NEVER})
    sheet = book.add_worksheet("Notes")
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    bold = book.add_format({"bold": True})
    for at, name in enumerate(COLUMNS):
        sheet.set_column(at, at, _WIDTHS.get(name, 12), wrapped)
        sheet.write_string(0, at, name, bold)
    cut = 0
    found = rows(dossier)
    for line, row in enumerate(found, 1):
        for at, name in enumerate(COLUMNS):
            value = row[name]
            if isinstance(value, int):
                sheet.write_number(line, at, value)
            elif value:
                shown = _fitting(value)
                cut += shown != value
                sheet.write_string(line, at, shown)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(found), len(COLUMNS) - 1)
    book.close()
    losses = [f"A cell takes no more: {counted(cut, 'text')} cut at its end."] if cut else []
    return Written(out.getvalue(), tuple(losses))


def _fitting(text: str) -> str:
    """Return a text that fits into a cell."""
    size = len(text.encode("utf-16-le", "surrogatepass")) // 2
    return text if size <= MOST else text[: MOST - 1 - (size - len(text))] + "…"
