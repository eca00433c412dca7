"""Joins cites to a citation, and lets those that are alike share what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from postil.csl.data.items import Cite
from postil.csl.ground.rich import Piece, Pieces, Run, Span, affix, find, plain
from postil.csl.ground.xml import Node

_RANGE_FROM = 3
"""Numbers in a row that are written as a range."""


@dataclass(slots=True)
class RenderedCite:
    """A cite, rendered."""

    cite: Cite
    pieces: Pieces
    number: int
    hidden: Callable[[], Pieces]
    """Renders it without its names."""

    @property
    def names(self) -> str:
        """The first names, as they look."""
        part = next(iter(find(self.pieces, "names")), None)
        return plain([part]) if part is not None else ""

    @property
    def bare(self) -> bool:
        """Whether nothing of its own stands with it."""
        return not (self.cite.locator or self.cite.prefix or self.cite.suffix)

    @property
    def letter(self) -> str:
        """The letter behind the year, or ""."""
        part = next(iter(find(self.pieces, "year-suffix")), None)
        return plain([part]) if part is not None else ""


def cluster(
    shown: Sequence[RenderedCite], citation: Node, layout: Node, *, in_note: bool
) -> Pieces:
    """Return the cites of one citation, joined as the style asks."""
    delimiter = layout.get("delimiter")
    collapse = citation.get("collapse")
    if collapse == "citation-number":
        return _joined(list(_numbered(shown)), delimiter)
    if not collapse and "cite-group-delimiter" not in citation.attributes:
        return _joined([(one.pieces, one.cite, "") for one in shown], delimiter)
    parts: list[tuple[Pieces, Cite, str]] = []
    after = citation.get("after-collapse-delimiter", delimiter)
    within = citation.get("cite-group-delimiter", delimiter if in_note else ", ")
    for group in _groups(shown):
        if len(group) == 1 or not collapse:
            found, behind = [(one.pieces, one.cite) for one in group], delimiter
        else:
            found, behind = list(_collapsed(group, collapse, citation, within)), after
        parts += [(pieces, cite, within) for pieces, cite in found[:-1]]
        parts.append((*found[-1], behind))
    return _joined(parts, delimiter)


def _joined(parts: Sequence[tuple[Pieces, Cite, str]], delimiter: str) -> Pieces:
    """Join cites, each with the delimiter that follows it, or the usual one."""
    out: Pieces = []
    joint = ""
    ended = False
    for pieces, cite, after in parts:
        if not pieces:
            continue
        if out:
            closed = cite.prefix.startswith((",", ";", ".")) or ended
            out += affix(" " if ended and joint else "" if closed else joint)
        out += pieces
        joint = after or delimiter
        ended = cite.suffix.endswith((",", ";", "."))
    return out


def _groups(shown: Sequence[RenderedCite]) -> Iterator[list[RenderedCite]]:
    """Yield the cites that follow each other with the same names."""
    row: list[RenderedCite] = []
    for one in shown:
        if row and one.names != row[0].names:
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _numbered(shown: Sequence[RenderedCite]) -> Iterator[tuple[Pieces, Cite, str]]:
    row: list[RenderedCite] = []
    for one in shown:
        if row and (not one.bare or not row[-1].bare or one.number != row[-1].number + 1):
            yield from _row(row)
            row = []
        row.append(one)
    yield from _row(row)


def _row(row: Sequence[RenderedCite]) -> Iterator[tuple[Pieces, Cite, str]]:
    if len(row) < _RANGE_FROM:
        yield from ((one.pieces, one.cite, "") for one in row)
        return
    yield [*row[0].pieces, Run("–"), *row[-1].pieces], row[0].cite, ""


def _collapsed(
    group: Sequence[RenderedCite], collapse: str, citation: Node, within: str
) -> Iterator[tuple[Pieces, Cite]]:
    if collapse == "year":
        yield group[0].pieces, group[0].cite
        for one in group[1:]:
            yield one.hidden(), one.cite
        return
    between = citation.get("year-suffix-delimiter", within)
    ranged = collapse == "year-suffix-ranged"
    for at, year in enumerate(_years(group)):
        first = year[0].pieces if not at else year[0].hidden()
        if len(year) == 1:
            yield first, year[0].cite
            continue
        yield _lettered(first, year, between, ranged), year[0].cite


def _years(group: Sequence[RenderedCite]) -> Iterator[list[RenderedCite]]:
    """Yield the cites that differ in nothing but the letter behind the year."""
    row: list[RenderedCite] = []
    for one in group:
        if row and not (one.bare and row[-1].bare and one.letter and _less(one) == _less(row[0])):
            yield row
            row = []
        row.append(one)
    yield row


def _less(one: RenderedCite) -> str:
    return "".join(_words(one.pieces))


def _words(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        if piece.key == "year-suffix":
            continue
        if isinstance(piece, Run):
            yield piece.text
        else:
            yield from _words(piece.pieces)


def _lettered(first: Pieces, year: Sequence[RenderedCite], between: str, ranged: bool) -> Pieces:
    """Set the letters of all cites of a year behind that of the first."""
    signs = [one.letter for one in year]
    if ranged:
        signs = list(_ranges(signs))
    words = signs[0] + "".join(between + sign for sign in signs[1:])
    part = next(iter(find(first, "year-suffix")), None)
    if isinstance(part, Run):
        part.text = words
    elif isinstance(part, Span):
        part.pieces = [Run(words)]
    return first


def _ranges(signs: Sequence[str]) -> Iterator[str]:
    row = [signs[0]]
    for before, sign in pairwise(signs):
        if len(sign) == len(before) == 1 and ord(sign) == ord(before) + 1:
            row.append(sign)
            continue
        yield from _span(row)
        row = [sign]
    yield from _span(row)


def _span(row: Sequence[str]) -> Iterator[str]:
    if len(row) < _RANGE_FROM:
        yield from row
    else:
        yield f"{row[0]}–{row[-1]}"
