"""Entries: authors that repeat."""

from __future__ import annotations

import pytest

from postil.csl import Citation, Cite
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


TWO = [{"family": "Archer", "given": "Ann"}, {"family": "Baker", "given": "Ben"}]
OTHER = [TWO[0], {"family": "Cooper", "given": "Cat"}]


@pytest.mark.parametrize(
    ("rule", "same", "other"),
    [
        ("complete-all", "———. B.", "Archer, Ann, Cooper, Cat. C."),
        ("complete-each", "———, ———. B.", "Archer, Ann, Cooper, Cat. C."),
        ("partial-each", "———, ———. B.", "———, Cooper, Cat. C."),
        ("partial-first", "———, Baker, Ben. B.", "———, Cooper, Cat. C."),
    ],
)
def test_authors_that_repeat_are_replaced_by_the_rule(rule: str, same: str, other: str) -> None:
    works = [{"id": "a", "author": TWO, "title": "A"}, {"id": "b", "author": TWO, "title": "B"},
             {"id": "c", "author": OTHER, "title": "C"}]  # fmt: skip
    attribute = "subsequent-author-substitute-rule"
    parts = BOOKS.replace("<bibliography", f'<bibliography {attribute}="{rule}"')
    made = processor(parts, works)
    made.cited([], uncited=list("abc"))
    assert made.bibliography() == ["Archer, Ann, Baker, Ben. A.", same, other]


def test_a_number_stands_in_a_column_of_its_own() -> None:
    parts = (
        "<citation><layout><text variable='title'/></layout></citation>"
        '<bibliography second-field-align="flush"><layout suffix=".">'
        '<text variable="citation-number" suffix="."/><text variable="title"/></layout>'
        "</bibliography>"
    )
    made = processor(parts, [{"id": "a", "title": "Rain"}])
    made.cited([Citation([Cite("a")])])
    assert made.bibliography() == ["1. Rain."]
    assert made.bibliography("html") == [
        '<div class="csl-left-margin">1.</div><div class="csl-right-inline">Rain.</div>'
    ]


@pytest.mark.parametrize("title", ["Rain", "Is it rain?"])
def test_an_entry_whose_words_stand_in_the_margin_ends_as_any_other(title: str) -> None:
    parts = (
        "<citation><layout><text variable='title'/></layout></citation>"
        '<bibliography><layout suffix="."><text variable="publisher" display="block"/>'
        '<group display="left-margin"><text variable="title"/></group></layout></bibliography>'
    )
    ending = "" if title.endswith("?") else "."
    made = processor(parts, [{"id": "a", "title": title, "publisher": "Air"}])
    made.cited([Citation([Cite("a")])])
    assert made.bibliography() == [f"Air\n{title}{ending}"]
    made = processor(parts, [{"id": "a", "title": title}])
    made.cited([Citation([Cite("a")])])
    assert made.bibliography() == [f"{title}{ending}"]


def test_a_sign_for_authors_that_is_written_as_references_is_read() -> None:
    parts = BOOKS.replace("———", "&amp;#8212;")
    made = processor(parts, [work("a", "Lee", 2001), work("b", "Lee", 2000)])
    made.cited([], uncited=["a", "b"])
    assert made.bibliography()[1].startswith("\u2014.")
