"""Tells the first mention of an item from later ones: CSL 1.0.2, "Position"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from postil.csl.data.items import Citation, Cite
from postil.csl.render.context import Position

_NEAR = 5
"""Notes within which a mention is near, unless the style says otherwise."""


class CitePosition(NamedTuple):
    """Where a cite stands after those before it."""

    position: Position = Position.FIRST
    near: bool = False
    first_note: int = 0


def cite_positions(citations: Sequence[Citation], distance: str) -> Iterator[list[CitePosition]]:
    """Yield the positions of the cites of each citation, in the order of the document."""
    within = int(distance) if distance.isdecimal() else _NEAR
    first: dict[str, int] = {}
    latest: dict[str, int] = {}
    previous: dict[bool, Sequence[Cite]] = {}
    whole: list[Cite] = []
    """All cites of the last note, which may hold several citations."""
    last_note = 0
    for citation in citations:
        note = citation.note
        # What stands in the text and what stands in notes are read apart.
        before = previous.get(note > 0, ())
        if note and note != last_note:
            before, whole, last_note = whole, [], note
        found = []
        for at, cite in enumerate(citation.cites):
            if cite.id not in first:
                found.append(CitePosition())
                first[cite.id] = note
            else:
                last = citation.cites[at - 1] if at else before[0] if len(before) == 1 else None
                near = note - latest[cite.id] <= within
                found.append(CitePosition(_repeated(cite, last), near, first[cite.id]))
            latest[cite.id] = note
        previous[note > 0] = citation.cites
        if note:
            whole = [*whole, *citation.cites]
        yield found


def stated_position(cite: Cite) -> CitePosition:
    """Return the position that a cite states: 0 first, 1 subsequent, 2 ibid, 3 with a locator."""
    order = (Position.FIRST, Position.SUBSEQUENT, Position.IBID, Position.IBID_WITH_LOCATOR)
    at = cite.position if cite.position in range(len(order)) else 0
    return CitePosition(order[at or 0], bool(cite.near_note), 0)


def _repeated(cite: Cite, last: Cite | None) -> Position:
    if last is None or last.id != cite.id:
        return Position.SUBSEQUENT
    here, there = (cite.locator, cite.label), (last.locator, last.label)
    if not last.locator:
        return Position.IBID_WITH_LOCATOR if cite.locator else Position.IBID
    if not cite.locator:
        return Position.SUBSEQUENT
    return Position.IBID if here == there else Position.IBID_WITH_LOCATOR
