"""Makes the label of an item without one: letters of its names, or of its title, and a year."""

from __future__ import annotations

import re

from postil.csl.data.items import NAME_VARIABLES, Item, Name
from postil.csl.ground.wordlists import STOP_WORDS

_LETTERS = ((4,), (2, 2), (2, 1, 1), (1, 1, 1, 1))
"""How many letters of each name are taken, for one name, two, three, and four or more."""

_SMALL = re.compile(r"^(?:[ '’a-z]+\s+)")
_ARTICLE = re.compile(r"^(?:a|an|the)\s+", re.IGNORECASE)
_IDEOGRAPHS = "\u3000"
"""Where the writing begins that has no letters to be the first ones of a name."""

_YEAR = 2
"""Figures of the year that are kept."""


def label(item: Item) -> str:
    """Return the label by which a style cites an item: ``Doe99``, ``DoRo99``."""
    people = next((item.names[one] for one in _ORDER if item.names.get(one)), ())
    counts = _LETTERS[min(max(len(people), 1), len(_LETTERS)) - 1]
    letters = "".join(
        _taken(_base(name), count) for name, count in zip(people, counts, strict=False)
    )
    if not letters:
        words = item.texts.get("title", "").split()
        letters = _taken("".join(w for w in words if w not in STOP_WORDS), _LETTERS[0][0])
    issued = item.dates.get("issued")
    year = abs(issued.begin.year) if issued is not None and issued.begin is not None else 0
    return f"{letters}{str(year).zfill(4)[-_YEAR:]}"


_ORDER = ("author", *sorted(NAME_VARIABLES - {"author"}))


def _base(name: Name) -> str:
    family = _SMALL.sub("", name.family or name.literal or name.given)
    return "".join(
        sign for sign in _ARTICLE.sub("", family) if sign.isalpha() and sign < _IDEOGRAPHS
    )


def _taken(word: str, count: int) -> str:
    return word[:count].capitalize()
