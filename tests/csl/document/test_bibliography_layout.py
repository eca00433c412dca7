"""Entries: authors that repeat."""

from __future__ import annotations

from tests.csl.rendering import processor
from tests.csl.works import work

BOOKS = (
    "<citation><layout><text variable='title'/></layout></citation>"
    '<bibliography subsequent-author-substitute="———"><sort><key variable="author"/>'
    '<key variable="issued" sort="descending"/></sort><layout suffix=".">'
    '<group delimiter=". "><names variable="author"><name name-as-sort-order="all"/></names>'
    '<text variable="title" font-style="italic"/></group></layout></bibliography>'
)


def test_a_bibliography_is_sorted_and_names_no_author_twice() -> None:
    works = [
        work("b", "Baker", 1990, title="Bread"),
        work("a", "Archer", 1990, title="Bows"),
        work("c", "Archer", 1999, title="Arrows"),
        {"id": "n", "title": "Nobody"},
    ]
    made = processor(BOOKS, works)
    made.cited([], uncited=[str(one["id"]) for one in works])
    assert made.bibliography() == [
        "Archer, Ann. Arrows.",
        "———. Bows.",
        "Baker, Ann. Bread.",
        "Nobody.",
    ]
    assert made.bibliography("html")[0] == "Archer, Ann. <i>Arrows</i>."
