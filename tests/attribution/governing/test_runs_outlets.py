"""Which words one attribution governs, and when two records are of one publication."""

from __future__ import annotations

import pytest

from postil.attribution.governing.runs import same_outlet
from postil.model.source import Name, Source

LAMB = Name("Lamb", "Mary")
NAMESAKE = Name("Lamb", "Charles")
HERALD, POST = "Quay Herald", "Harbour Post"


def source(author: Name | None = None, container: str = "") -> Source:
    return Source(author=(author,) if author else (), container_title=container)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (source(LAMB, HERALD), source(NAMESAKE, "The Quay Herald")),
        (source(LAMB), source(LAMB, HERALD)),
        (source(LAMB, HERALD), source(NAMESAKE)),
        (source(LAMB), source(LAMB)),
        (source(container="IHT"), source(container="International Herald Tribune")),
        (source(Name(literal="Quay Herald")), source(container=HERALD)),
    ],
)
def test_one_outlet_is_told_by_its_name_or_by_an_author_alone(one: Source, other: Source) -> None:
    assert same_outlet(one, other)
    assert same_outlet(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (source(LAMB, HERALD), source(LAMB, POST)),
        (source(LAMB, HERALD), source(NAMESAKE, POST)),
        (source(LAMB), source(Name("Ferry", "Ann"), HERALD)),
        (source(), source()),
        (source(container="H"), source(container="Herald")),
    ],
)
def test_two_papers_are_two_though_one_surname_writes_in_both(one: Source, other: Source) -> None:
    assert not same_outlet(one, other)
    assert not same_outlet(other, one)
