"""Outlets by kind: newspapers, agencies, magazines, journals, stations, sites, publishers."""

from __future__ import annotations

from postil.lexicon.name_list import NameList, lookup_key, lookup_keys

KINDS = {
    "agency": "outlets/agencies",
    "newspaper": "outlets/newspapers",
    "magazine": "outlets/magazines",
    "journal": "outlets/journals",
    "broadcaster": "outlets/broadcasters",
    "website": "outlets/websites",
    "organisation": "outlets/organisations",
    "publisher": "outlets/publishers",
}
"""The list of each kind; a name that stands in two of them is of the kind that comes first."""

_NEWS_KINDS = ("agency", "newspaper", "magazine", "broadcaster")


def _of(*kinds: str) -> NameList:
    return NameList(*(KINDS[kind] for kind in kinds), fold=lookup_keys)


AGENCIES = _of("agency")
PUBLISHERS = _of("publisher")
NEWS = _of(*_NEWS_KINDS)
"""What brings news."""
KNOWN = _of(*_NEWS_KINDS, "journal", "website", "organisation")
"""All names that are no person's, those of publishers aside: many of these are surnames."""
_LISTS = {kind: _of(kind) for kind in KINDS}


def kind(name: str) -> str:
    """Return the kind of outlet that bears a name, a key of ``KINDS``; "" where it is in no list.

    | name               | kind      |
    |--------------------|-----------|
    | The New York Times | newspaper |
    | reuters            | agency    |
    | Libération         | newspaper |
    | Mary Lamb          |           |
    """
    key = lookup_key(name)
    return next((kind for kind, names in _LISTS.items() if key in names), "")
