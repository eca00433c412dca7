"""Reads the authors that a reader has typed, keeping what is known of the old ones."""

from __future__ import annotations

from collections.abc import Sequence

from postil.lexicon.bylines import author, split_authors
from postil.model.source import Name


def written_names(names: Sequence[Name]) -> str:
    """Return authors in the form that :func:`parse_names` reads back."""
    return "; ".join(name.display for name in names if name.display)


def parse_names(typed: str, old: Sequence[Name] = ()) -> tuple[Name, ...]:
    """Return the authors that were typed, read as :func:`postil.lexicon.bylines.authors` does.

    A name that stands among the old ones stays what it was; one in the place of an old one keeps
    the order of its byline.
    """
    known = {name.display: name for name in old}
    names = []
    for at, piece in enumerate(split_authors(typed, known)):
        before = old[at] if at < len(old) else None
        names.append(known.get(piece) or _name(piece, before, old))
    return tuple(name for name in names if name.display)


def _name(piece: str, before: Name | None, old: Sequence[Name]) -> Name:
    """Return one name; ``before`` is the old name in its place.

    Who writes "Ri, Chol Su" for "Ri Chol Su" says which of the words is the family's name.
    """
    name = author(piece)
    if "," in piece:
        if before is not None and before.display == f"{name.family} {name.given}":
            return Name(name.family, name.given, family_first=True)
        same = [one for one in old if (one.family, one.given) == (name.family, name.given)]
        return same[0] if same and name.family else name
    if before is not None and before.family_first and not name.literal:
        family, *given = piece.split()
        return Name(family=family, given=" ".join(given), family_first=True)
    return name
