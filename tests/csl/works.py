"""Works of a few authors, as items in CSL-JSON."""

from __future__ import annotations

from tests.csl.rendering import Item, person

AUTHOR_DATE = (
    '<group delimiter=" "><names variable="author"><name form="short" and="symbol"/></names>'
    '<date variable="issued"><date-part name="year"/></date></group>'
)


def work(one: str, family: str, year: int, given: str = "Ann", **more: object) -> Item:
    """Return a book."""
    issued = {"date-parts": [[year]]}
    return {"id": one, "type": "book", "author": [person(given, family)], "issued": issued, **more}


WORKS = [work("a", "Archer", 2001), work("b", "Archer", 2001), work("c", "Archer", 2005)]
BAKER = work("d", "Baker", 2001)
