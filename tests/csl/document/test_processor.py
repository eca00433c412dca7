"""What a cite brings of its own."""

from __future__ import annotations

import pytest

from postil.csl import Citation, Cite
from tests.csl.rendering import Item, cite, processor
from tests.csl.works import AUTHOR_DATE, BAKER


def test_prefix_suffix_and_an_author_who_is_named_before() -> None:
    made = processor(f"<citation><layout>{AUTHOR_DATE}</layout></citation>", [BAKER])
    cites = [
        Cite("d", prefix="see", suffix="on bread"),
        Cite("d", suppress_author=True),
        Cite("d", author_only=True),
    ]
    shown = made.cited([Citation([one]) for one in cites], in_document=False)
    assert shown == ["see Baker 2001 on bread", "2001", "Baker"]


@pytest.mark.parametrize(
    "item",
    [
        {"id": "x"},
        {"id": "x", "type": "no such type", "title": 5},
        {"id": "x", "author": "Ann Archer", "issued": 2015},
        {"id": "x", "author": [None, 3, {}, {"family": ["a"]}], "title": None},
        {"id": "x", "issued": {"date-parts": [[None]]}, "title": {"a": 1}},
        {"id": "x", "issued": {"date-parts": "2015"}, "title": "<i>never closed"},
        {"id": "x", "author": [{"family": "F", "given": "G"}] * 500},
        {"id": "x", "title": "</i></b>'\"“”‘’" * 50},
    ],
)
def test_items_of_the_wrong_shape_do_no_harm(item: Item) -> None:
    layout = f'{AUTHOR_DATE}<text variable="title"/><number variable="edition"/>'
    cite(layout, [item], options='disambiguate-add-givenname="true" disambiguate-add-names="true"')


@pytest.mark.parametrize(
    ("suffix", "expected"),
    [
        (". And so on", "\u201cRain.\u201d And so on"),
        (", p. 3", "\u201cRain,\u201d p. 3"),
        ("p. 3", "\u201cRain\u201d p. 3"),
    ],
)
def test_the_mark_before_words_behind_a_cite_meets_it(suffix: str, expected: str) -> None:
    parts = '<citation><layout><text variable="title" quotes="true"/></layout></citation>'
    made = processor(parts, [{"id": "a", "title": "Rain"}])
    assert made.cited([Citation([Cite("a", suffix=suffix)])]) == [expected]
