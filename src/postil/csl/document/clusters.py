"""Joins cites to a citation, and lets those that are alike share what they have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from postil.csl.data.items import Cite
from postil.csl.ground.rich import Piece, Pieces, Run, Span, affix, find, plain_text
from postil.csl.ground.xml import Node
from postil.csl.render.names import STAND_IN

NAMED = ("names", STAND_IN)
"""The keys of what stands first in a cite and makes groups of them."""

_RANGE_FROM = 3
"""Consecutive numbers, or letters, from which on a range is set."""


@dataclass(slots=True)
class RenderedCite:
    """A cite as it is rendered, before it is joined to others."""

    cite: Cite
    pieces: Pieces
    number: int
    without_names: Callable[[], Pieces]
    shows_locator: bool = False
    """Whether the style prints the locator of the cite, if it has one."""

    @property
    def names(self) -> str:
        """The first names, as they look."""
        part = next((one for key in NAMED for one in find(self.pieces, key)), None)
        return plain_text([part]) if part is not None else ""

    @property
    def bare(self) -> bool:
        """Whether it has no locator and no affixes, so that it can share what others have."""
        return not (self.shows_locator or self.cite.prefix or self.cite.suffix)

    @property
    def letter(self) -> str:
        """The letter behind the year, or ""."""
        part = next(iter(find(self.pieces, "year-suffix")), None)
        return plain_text([part]) if part is not None else ""


def cluster(
    shown: Sequence[RenderedCite], citation: Node, layout: Node, *, in_note: bool
) -> Pieces:
    """Return the cites of one citation, joined as the style asks."""
    delimiter = layout.get("delimiter")
    collapse = citation.get("collapse")
    if collapse == "citation-number":
        numbered = all(any(find(one.pieces, "citation-number")) for one in shown)
        rows = _collapsed_numbers(shown) if numbered else _as_they_are(shown)
        behind = citation.get("after-collapse-delimiter")
        return _join(
            [(pieces, cite, behind if cite.locator else "") for pieces, cite, _ in rows], delimiter
        )
    if not collapse and "cite-group-delimiter" not in citation.attributes:
        return _join([(one.pieces, one.cite, "") for one in shown], delimiter)
    parts: list[tuple[Pieces, Cite, str]] = []
    after = citation.get("after-collapse-delimiter") if collapse else ""
    within = citation.get("cite-group-delimiter", delimiter if in_note else ", ")
    between = citation.get("year-suffix-delimiter", citation.get("cite-group-delimiter", delimiter))
    for group in _groups(shown):
        if len(group) == 1 or not collapse:
            found = [(one.pieces, one.cite) for one in group]
        else:
            found = list(_collapsed_names(group, collapse, between))
        parts += [(pieces, cite, (cite.locator and after) or within) for pieces, cite in found[:-1]]
        pieces, cite = found[-1]
        # A single cite of a style that shares years alone is no group that has ended.
        ends = len(group) > 1 or cite.locator or collapse != "year-suffix"
        parts.append((pieces, cite, (ends and after) or delimiter))
    return _join(parts, delimiter)


def grouped(shown: Sequence[RenderedCite], citation: Node) -> list[int]:
    """Return the places of sorted cites, those with the same names moved to the first of them.

    CSL 1.0.2, "Cite Grouping": where names are shared or a delimiter for groups is stated.
    """
    collapse = citation.get("collapse", "citation-number")
    order = list(range(len(shown)))
    if collapse == "citation-number" and "cite-group-delimiter" not in citation.attributes:
        return order
    first: dict[str, int] = {}
    for at, one in enumerate(shown):
        first.setdefault(one.names, at)
    return sorted(order, key=lambda at: first[shown[at].names] if shown[at].names else at)


def _join(parts: Sequence[tuple[Pieces, Cite, str]], delimiter: str) -> Pieces:
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
        if row and not _is_of_group(one, row[0]):
            yield row
            row = []
        row.append(one)
    if row:
        yield row


def _is_of_group(one: RenderedCite, first: RenderedCite) -> bool:
    """Tell whether a cite has the names of another; without names, all but its letter."""
    if one.names or first.names:
        return one.names == first.names
    return bool(one.letter) and _without_letter(one) == _without_letter(first)


def _collapsed_numbers(shown: Sequence[RenderedCite]) -> Iterator[tuple[Pieces, Cite, str]]:
    row: list[RenderedCite] = []
    for one in shown:
        if row and (not one.bare or not row[-1].bare or one.number != row[-1].number + 1):
            yield from _number_range(row)
            row = []
        row.append(one)
    yield from _number_range(row)


def _as_they_are(shown: Sequence[RenderedCite]) -> Iterator[tuple[Pieces, Cite, str]]:
    yield from ((one.pieces, one.cite, "") for one in shown)


def _number_range(row: Sequence[RenderedCite]) -> Iterator[tuple[Pieces, Cite, str]]:
    if len(row) < _RANGE_FROM:
        yield from _as_they_are(row)
        return
    yield [*row[0].pieces, Run("–"), *row[-1].pieces], row[0].cite, ""


def _collapsed_names(
    group: Sequence[RenderedCite], collapse: str, between: str
) -> Iterator[tuple[Pieces, Cite]]:
    if collapse == "year":
        yield group[0].pieces, group[0].cite
        for one in group[1:]:
            yield one.without_names(), one.cite
        return
    ranged = collapse == "year-suffix-ranged"
    for at, year in enumerate(_years(group)):
        first = year[0].pieces if not at else year[0].without_names()
        if len(year) == 1:
            yield first, year[0].cite
            continue
        yield _with_letters(first, year, between, ranged), year[0].cite


def _years(group: Sequence[RenderedCite]) -> Iterator[list[RenderedCite]]:
    """Yield the cites that differ in nothing but the letter behind the year."""
    row: list[RenderedCite] = []
    for one in group:
        if row and not (
            one.bare
            and row[-1].bare
            and one.letter
            and _without_letter(one) == _without_letter(row[0])
        ):
            yield row
            row = []
        row.append(one)
    yield row


def _without_letter(one: RenderedCite) -> str:
    return "".join(_words(one.pieces))


def _words(pieces: Sequence[Piece]) -> Iterator[str]:
    for piece in pieces:
        if piece.key == "year-suffix":
            continue
        if isinstance(piece, Run):
            yield piece.text
        else:
            yield from _words(piece.pieces)


def _with_letters(
    first: Pieces, year: Sequence[RenderedCite], between: str, ranged: bool
) -> Pieces:
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
