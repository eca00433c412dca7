"""Tables of tbl(1): options, the form of each column, and lines of cells."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from postil.document.formats.man.roff import Roff
from postil.document.formats.markup.block_writer import BlockWriter
from postil.text.lazy_regex import lazily

_TAB = lazily(r"tab\s*\(?(.)\)?")
_COLUMN = lazily(r"[LlRrCcNnAaSs^_=-]")
_MODIFIER = lazily(
    r"\([^)]*\)|[fF](?:\([^)]*\)|[A-Z]{1,2}|.)|[bBiI]|[wWpPvVmM](?:\([^)]*\)|[-+]?\d+)?|\d+"
)
_RULE = lazily(r"[_=]|\\_|\\=")
_MOST_COLUMNS = 200


def push_table(
    roff: Roff,
    out: BlockWriter,
    push: Callable[[str], None],
    line: Callable[[str], None],
) -> None:
    """Read a table up to ``.TE``; ``push`` pushes words, ``line`` plays a line within a cell."""
    separator = "\t"
    spans: list[list[int]] = []
    rows = _rows(roff)
    first = next(rows, None)
    if first is not None and first.rstrip().endswith(";"):
        if found := _TAB.search(first):
            separator = found[1]
        first = next(rows, None)
    spans = _forms(first, rows)
    out.start("table")
    number = 0
    for row in rows:
        if row.startswith(".T&"):
            spans, number = _forms(next(rows, None), rows), 0
            continue
        if _RULE.fullmatch(row.strip()) or row.startswith((".", "'")):
            continue
        out.start("tr")
        form = spans[min(number, len(spans) - 1)] if spans else []
        for column, cell in enumerate(_cells(row, separator, rows)[:_MOST_COLUMNS]):
            wide = form[column] if column < len(form) else 1
            out.start("td", {"colspan": str(wide)})
            _push_cell(cell, push, line)
            out.end("td")
        out.end("tr")
        number += 1
    out.end("table")


def _rows(roff: Roff) -> Iterator[str]:
    """Yield the lines of the table as they stand."""
    while (line := roff.raw()) is not None:
        if line.startswith((".TE", "'TE")):
            return
        if line.startswith(('.\\"', "'\\\"")):
            continue
        yield roff.filled(line)


def _forms(first: str | None, rows: Iterator[str]) -> list[list[int]]:
    """Return of each line of the form how many columns each of its cells spans."""
    spans: list[list[int]] = []
    line = first
    while line is not None:
        ended = "." in _MODIFIER.sub("", line)
        for part in line.partition(".")[0].split(",") if ended else line.split(","):
            columns: list[int] = []
            for kind in _COLUMN.findall(_MODIFIER.sub("", part)):
                if kind in "sS" and columns:
                    columns[-1] += 1
                else:
                    columns.append(1)
            spans.append(columns)
        if ended:
            break
        line = next(rows, None)
    return spans


def _cells(row: str, separator: str, rows: Iterator[str]) -> list[list[str]]:
    """Return the cells of a line; one in braces goes on over further lines."""
    cells: list[list[str]] = []
    rest = row
    while True:
        parts = rest.split(separator)
        cells += [[part] for part in parts]
        if parts[-1].strip() != "T{":
            return cells
        inside: list[str] = []
        rest = ""
        for line in rows:
            if line.startswith("T}"):
                rest = line[2:]
                break
            inside.append(line)
        cells[-1] = inside
        if not rest.startswith(separator):
            return cells
        rest = rest[len(separator) :]


def _push_cell(cell: list[str], push: Callable[[str], None], line: Callable[[str], None]) -> None:
    if len(cell) == 1 and not cell[0].startswith((".", "'")):
        words = cell[0].strip()
        if not _RULE.fullmatch(words) and words != "\\^":
            push(words)
        return
    for one in cell:
        line(one)
