"""Rich text: runs of words, and spans that set some of them apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True)
class Run:
    """Some words."""

    text: str
    own: bool = True
    """From a field or a term; not an affix or a delimiter, whose punctuation may give way."""
    key: str = ""
    """The name of the part, where it must be found again: ``year-suffix``, ``number``."""


@dataclass(slots=True)
class Span:
    """Some pieces set apart.

    Kinds: ``italic``, ``oblique``, ``bold``, ``light``, ``small-caps``, ``underline``, ``sup``,
    ``sub``; ``upright``, ``regular-weight``, ``regular-caps`` and ``plain-line``, which undo the
    first ones; ``quote``; ``nocase`` and ``nodecor``, which keep what is in them as it is;
    ``block``, ``left-margin``, ``right-inline`` and ``indent``, which place it; ``part``, which
    only holds pieces together.
    """

    kind: str
    pieces: list[Piece] = field(default_factory=list)
    key: str = ""
    """The name of the part, where it must be found again."""


Piece: TypeAlias = Run | Span
Pieces: TypeAlias = list[Piece]


def affix(text: str) -> Pieces:
    """Return an affix or a delimiter as pieces."""
    return [Run(text, own=False)] if text else []


def join_pieces(parts: Sequence[Pieces], delimiter: str) -> Pieces:
    """Join the parts that are not empty."""
    out: Pieces = []
    for part in parts:
        if not part:
            continue
        if out:
            out += affix(delimiter)
        out += part
    return out


def runs(pieces: Sequence[Piece]) -> Iterator[Run]:
    """Yield the runs in order."""
    for piece in pieces:
        if isinstance(piece, Run):
            yield piece
        else:
            yield from runs(piece.pieces)


def plain_text(pieces: Sequence[Piece]) -> str:
    """Return the words without anything that sets them apart."""
    return "".join(run.text for run in runs(pieces))


def copied(pieces: Sequence[Piece]) -> Pieces:
    """Return a copy that can be changed by itself."""
    return [
        Run(piece.text, piece.own, piece.key)
        if isinstance(piece, Run)
        else Span(piece.kind, copied(piece.pieces), piece.key)
        for piece in pieces
    ]


def find(pieces: Sequence[Piece], key: str) -> Iterator[Piece]:
    """Yield the parts that bear a name, outermost first."""
    for piece in pieces:
        if piece.key == key:
            yield piece
        if isinstance(piece, Span):
            yield from find(piece.pieces, key)
