"""Items are sorted by the keys of a style; one that lacks a key comes last either way."""

from __future__ import annotations

import pytest

from tests.csl.rendering import Item, processor

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
