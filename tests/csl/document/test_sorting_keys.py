"""Items are sorted by the keys of a style; one that lacks a key comes last either way."""

from __future__ import annotations

import pytest

from tests.csl.rendering import ANN, BEN, CAT, Item, processor

ITEMS: list[Item] = [
    {"id": "b", "title": "B", "page": "2"},
    {"id": "n", "page": "1"},
    {"id": "a", "title": "A", "page": "1"},
    {"id": "m"},
    {"id": "c", "title": "B", "page": "1"},
]


def order(*keys: str) -> str:
    """Return the ids of the items in the order of these keys."""
    sort = "".join(f"<key {key}/>" for key in keys)
    parts = (
        '<citation><layout><text variable="title"/></layout></citation>'
        f'<bibliography><sort>{sort}</sort><layout><text variable="title"/></layout></bibliography>'
    )
    made = processor(parts, ITEMS)
    made.cited([], uncited=[str(item["id"]) for item in ITEMS])
    return "".join(made.listed)


@pytest.mark.parametrize(
    ("keys", "ids"),
    [
        (['variable="title"'], "abcnm"),
        (['variable="title" sort="descending"'], "bcanm"),
        (['variable="title"', 'variable="page"'], "acbnm"),
        (['variable="title"', 'variable="page" sort="descending"'], "abcnm"),
        (['variable="page"', 'variable="title"'], "acnbm"),
        (['variable="page" sort="descending"', 'variable="title"'], "bacnm"),
    ],
)
def test_what_lacks_a_key_comes_last_in_either_direction(keys: list[str], ids: str) -> None:
    assert order(*keys) == ids


def test_a_key_says_how_many_names_count_whatever_the_names_say() -> None:
    names = '<names variable="author"><name et-al-min="9" et-al-use-first="8"/></names>'
    parts = (
        f'<macro name="author">{names}</macro>'
        '<citation><layout><text variable="title"/></layout></citation><bibliography><sort>'
        '<key macro="author" names-min="1" names-use-first="1"/><key variable="issued"/></sort>'
        '<layout><text variable="title"/></layout></bibliography>'
    )
    works: list[Item] = [
        {"id": "a", "title": "A", "author": [ANN, BEN], "issued": {"date-parts": [[2002]]}},
        {"id": "b", "title": "B", "author": [ANN, CAT], "issued": {"date-parts": [[2001]]}},
    ]
    made = processor(parts, works)
    made.cited([], uncited=["a", "b"])
    assert made.bibliography() == ["B", "A"]


def test_the_number_of_names_sorts_as_a_number_and_none_is_nought() -> None:
    parts = (
        '<macro name="count"><names variable="author"><name form="count"/><substitute>'
        '<names variable="editor"/></substitute></names></macro>'
        '<citation><layout><text variable="title"/></layout></citation><bibliography><sort>'
        '<key macro="count"/></sort><layout><text variable="title"/></layout></bibliography>'
    )
    works: list[Item] = [
        {"id": "a", "title": "Ten", "author": [ANN] * 10},
        {"id": "b", "title": "Two", "author": [ANN, BEN]},
        {"id": "c", "title": "One", "editor": [CAT]},
        {"id": "d", "title": "None"},
    ]
    made = processor(parts, works)
    made.cited([], uncited=list("abcd"))
    assert made.bibliography() == ["None", "One", "Two", "Ten"]
