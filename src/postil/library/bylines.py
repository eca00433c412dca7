"""Reads the authors that a reader has typed, keeping what is known of the old ones."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postil.model.source import Name
from postil.reading.names import parse_name
from postil.reading.publications import is_publication
from postil.text.clean import clean_line

_JOINED = re.compile(r"\s*;\s*")
_AND = re.compile(r"\s+(?:and|&)\s+")


def written_names(names: Sequence[Name]) -> str:
    """Return authors in the form that :func:`parse_names` reads back."""
    return "; ".join(name.display for name in names if name.display)


def parse_names(typed: str, old: Sequence[Name] = ()) -> tuple[Name, ...]:
    """Return the authors that were typed, joined by ``;`` or ``and``.

    ``Family, Given`` is understood, and ``{Name of an Organisation}``. A name that stands among
    the old ones stays what it was; one in the place of an old one keeps the order of its byline.
    """
    known = {name.display: name for name in old}
    pieces: list[str] = []
    for piece in _JOINED.split(clean_line(typed)):
        parts = _AND.split(piece)
        persons = all("," in part or parse_name(part) for part in parts)
        whole = piece in known or _braced(piece) or (not persons and is_publication(piece))
        pieces += [piece] if whole else parts
    kept = [piece.strip(" ,") for piece in pieces]
    names = []
    for at, piece in enumerate(piece for piece in kept if piece):
        before = old[at] if at < len(old) else None
        names.append(known.get(piece) or _name(piece, before, old))
    return tuple(name for name in names if name.display)


def _braced(piece: str) -> bool:
    return piece.startswith("{") and piece.endswith("}")


def _name(piece: str, before: Name | None, old: Sequence[Name]) -> Name:
    """Return one name; ``before`` is the old name in its place."""
    if _braced(piece):
        return Name(literal=piece[1:-1].strip())
    family, comma, given = (part.strip() for part in piece.partition(","))
    if comma:
        same = [name for name in old if (name.family, name.given) == (family, given)]
        return same[0] if same else Name(family=family, given=given)
    words = piece.split()
    if len(words) == 1 or words[0] == "The" or is_publication(piece):
        return Name(literal=piece)
    if before is not None and before.family_first:
        return Name(family=words[0], given=" ".join(words[1:]), family_first=True)
    return parse_name(piece) or Name(literal=piece)
