"""Name corrections: what the reader's corrections say of names, which holds in all articles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from postil.model.source import Correction, Name, Source
from postil.store.home.home import Home

if TYPE_CHECKING:
    from postil.lexicon.name_overrides import NameOverrides


def every_correction(home: Home) -> tuple[Correction, ...]:
    """Return all that the reader has said of sources, in whichever article."""
    records = home.articles()
    return tuple(one for key in sorted(records) for one in records[key].corrections)


def names(corrections: Sequence[Correction]) -> NameOverrides:
    """Return the names that corrections give: what the text was not already read to say."""
    # The grammar takes longer to compile than most commands take; who corrected nothing is spared.
    from postil.lexicon.name_list import lookup_key
    from postil.lexicon.name_overrides import NO_OVERRIDES, NameOverrides

    if not corrections:
        return NO_OVERRIDES
    outlets, publishers, persons = set[str](), set[str](), dict[str, Name]()
    for correction in corrections:
        said = correction.source
        if said is None:
            continue
        read = as_read(correction.evidence)
        if said.container_title and said.container_title != read.container_title:
            outlets.add(lookup_key(said.container_title))
        if said.publisher and said.publisher != read.publisher:
            publishers.add(lookup_key(said.publisher))
        for name in said.author:
            if name.family and name.given and name not in read.author:
                persons |= _written(name)
    return NameOverrides(frozenset(outlets), frozenset(publishers), MappingProxyType(persons))


@lru_cache(maxsize=4096)
def as_read(evidence: str) -> Source:
    """Return what an attribution, or the words of a lead-in, are read to say by themselves."""
    # Deferred as in ``names``.
    from postil.attribution.governing.sources import parse_attribution, parse_lead_in

    read = parse_attribution(evidence)
    if read is not None and read[0]:
        return read[0][0]
    return parse_lead_in(evidence) or Source()


def _written(name: Name) -> dict[str, Name]:
    """Return a person by both orders of the name; each keeps the order of its byline."""
    # Deferred as in ``names``.
    from postil.lexicon.name_list import lookup_key

    family, given = name.family, name.given
    return {
        lookup_key(f"{given} {family}"): Name(family, given),
        lookup_key(f"{family} {given}"): Name(family, given, family_first=True),
    }
