"""Text as a typewriter sets it: tab stops every eight cells, and letters struck over one another.

Pages of the manual are bold and underlined by backspaces: a letter twice, or a low line under it.
Who fills cells between tabs moves the stops, so that columns stand below one another: so do lines
here that have as many tabs each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from postil.document.base.cell_width import cells, widest
from postil.text.lazy_regex import lazily

_TAB_STOPS = 8
_WIDEST = 60
"""Cells of a column that moves the stop behind it: a sentence of 61 juts out."""
_STRUCK = lazily(r"(?:[^\n\x08]\x08){1,8}[^\n\x08]")
_SOFT = lazily(r"\xad(?=\r?\n)")
_LONE = lazily(r"\x08+")


def as_set(text: str) -> str:
    """Return a text without tabs and backspaces: where letters meet, the one that is meant.

    Soft hyphens at line ends, where they show, become signs of their own.
    """
    if "\xad" in text:
        text = _SOFT.sub("\u2010", text)
    if "\x08" in text:
        text = _LONE.sub("", _STRUCK.sub(_meant, text))
    return "\n".join(_columns(text)) if "\t" in text else text


def _columns(text: str) -> Iterator[str]:
    """Yield the lines without tabs: those with as many set in columns, all others by the stops."""
    for tabs, run in groupby(text.split("\n"), lambda line: line.count("\t")):
        if not tabs:
            yield from run
            continue
        lines = list(run)
        if len(lines) > 1 and not any(line[0] == "\t" for line in lines):
            yield from _aligned([line.split("\t") for line in lines])
        else:
            yield from map(_by_stops, lines)


def _by_stops(line: str) -> str:
    if line.isascii():
        return line.expandtabs(_TAB_STOPS)
    *filled, last = line.split("\t")
    return "".join(cell + " " * (_TAB_STOPS - cells(cell) % _TAB_STOPS) for cell in filled) + last


def _aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows with each column at the first stop behind the widest cell of the one before."""
    stops, plain = [], True
    for column in zip(*rows, strict=True):
        longest = max(map(len, column))
        if longest <= _WIDEST and all(map(str.isascii, column)):
            stops.append((longest // _TAB_STOPS + 1) * _TAB_STOPS)
            continue
        plain = False
        narrow = [cell for cell in column if len(cell) <= _WIDEST] or [""]
        stops.append((widest(narrow) // _TAB_STOPS + 1) * _TAB_STOPS)
    if plain:
        line = "".join(f"{{:<{stop}}}" for stop in stops[:-1]) + "{}"
        yield from (line.format(*row) for row in rows)
        return
    for row in rows:
        *filled, last = row
        parts = [
            cell + " " * max(stop - cells(cell), 1)
            for cell, stop in zip(filled, stops[:-1], strict=True)
        ]
        yield "".join(parts) + last


def _meant(found: re.Match[str]) -> str:
    """Return the last letter that is no low line."""
    struck = found[0].split("\x08")
    return next((letter for letter in reversed(struck) if letter != "_"), "_")
