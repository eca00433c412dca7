"""The order of cites and entries."""

from __future__ import annotations

import pytest

from postil.csl import Citation, Cite
from postil.csl.document.sorting import collation_key
from tests.csl.rendering import processor
from tests.csl.works import AUTHOR_DATE, work


def test_cites_that_sort_alike_stand_in_the_order_of_citing() -> None:
    year = '<sort><key variable="issued"/></sort>'
    made = processor(
        f"<citation>{year}<layout delimiter='; '>{AUTHOR_DATE}</layout></citation>"
        f'<bibliography><sort><key variable="author"/></sort><layout>{AUTHOR_DATE}</layout>'
        "</bibliography>",
        [work("b", "Baker", 2001), work("a", "Archer", 2001), work("c", "Cooper", 1999)],
    )
    assert made.cited([Citation([Cite("b"), Cite("a"), Cite("c")])]) == [
        "Cooper 1999; Baker 2001; Archer 2001"
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Émile", "emile"), ("“Rain”", "rain"), ("O’Neill, A", "oneill a"), ("STRASSE", "strasse"),
     ("Straße", "strasse")],
)  # fmt: skip
def test_words_are_collated_by_their_letters(words: str, expected: str) -> None:
    assert collation_key(words) == (1, 0, expected)


def test_what_has_no_words_has_no_key() -> None:
    assert collation_key(" ") is None


def test_numbers_sort_before_words_and_what_lacks_a_key_last() -> None:
    sort = '<sort><key variable="volume"{}/></sort>'
    items = [{"id": one, "title": one, "volume": volume} for one, volume in
             (("x", "x"), ("ten", "10"), ("none", ""), ("nine", "9"))]  # fmt: skip
    cites = [Citation([Cite(str(one["id"])) for one in items])]
    for order, expected in (("", "nine ten x none"), (' sort="descending"', "x ten nine none")):
        layout = '<layout delimiter=" "><text variable="title"/></layout>'
        made = processor(f"<citation>{sort.format(order)}{layout}</citation>", items)
        assert made.cited(cites) == [expected]
