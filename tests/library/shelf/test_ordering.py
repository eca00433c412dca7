"""Every column orders the shelf as a reader expects, what is not known last."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.config import Places
from postil.library.shelf import ordering
from postil.library.shelf.filtering import ShelfEntry
from postil.library.shelf.ordering import OF_FOLDER, OF_LIBRARY, order_after, order_named, ordered
from postil.library.shelf.shelving import Shelved
from postil.model.reading_state import ReadingState

ROWS = [
    Shelved(Path("/c"), "Part 10", 0.3, 2, ("sea",), "2026-01-02", "A", authors=("Ada",), words=50),
    Shelved(
        *(Path("/b"), "part 2", None, 0, (), None, None),
        outlet="Courier",
        date="2011",
        size=60,
    ),
    Shelved(
        *(Path("/a"), "Part 1", 0.6, 9, ("ice",), "2026-03-01", "C"),
        outlet="Arrow",
        date="1998-02",
        authors=("Eva",),
        state=ReadingState.READING,
    ),
    Shelved(None, "shut/", None, 0, (), None, None, trouble="shut"),
]


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("place", "cba"),
        ("title", "abc"),
        ("read", "acb"),
        ("author", "cab"),
        ("outlet", "abc"),
        ("date", "bac"),
        ("length", "bca"),
        ("notes", "acb"),
        ("tags", "acb"),
        ("progress", "acb"),
    ],
)
def test_each_column_has_its_order(name: str, letters: str) -> None:
    order = order_named(name, OF_FOLDER)
    assert order.name == name
    found = ordered([ShelfEntry(row) for row in ROWS], order)
    assert "".join(one.shelved.path.name if one.shelved.path else "" for one in found) == letters
    assert found[-1].shelved.trouble


@pytest.mark.parametrize(
    ("name", "letters"),
    [("-place", "abc"), ("-title", "cba"), ("-read", "cab"), ("-outlet", "bac"), ("-notes", "bca")],
)
def test_each_order_can_be_turned_and_what_is_not_known_stays_last(name: str, letters: str) -> None:
    order = order_named(name, OF_FOLDER)
    assert order.named == f"{order.said}, reversed"
    found = ordered([ShelfEntry(row) for row in ROWS], order)
    assert "".join(one.shelved.path.name if one.shelved.path else "" for one in found) == letters
    assert found[-1].shelved.trouble
    assert not order_after(order, OF_FOLDER).turned


def test_an_order_is_kept_with_its_direction(places: Places) -> None:
    ordering.keep(places, ordering.turned(OF_LIBRARY[2]), OF_LIBRARY)
    kept = order_named(ordering.kept(places, OF_LIBRARY), OF_LIBRARY)
    assert (kept.name, kept.turned) == (OF_LIBRARY[2].name, True)


def test_the_orders_go_round_and_an_unknown_one_is_the_first() -> None:
    order, seen = OF_LIBRARY[0], []
    for _ in OF_LIBRARY:
        seen.append(order)
        order = order_after(order, OF_LIBRARY)
    assert seen == list(OF_LIBRARY)
    assert order is OF_LIBRARY[0]
    assert order_named("smell", OF_LIBRARY) is OF_LIBRARY[0]


def test_an_order_is_kept_for_the_library_and_for_folders_apart(places: Places) -> None:
    ordering.keep(places, OF_LIBRARY[2], OF_LIBRARY)
    ordering.keep(places, OF_FOLDER[1], OF_FOLDER)
    assert ordering.kept(places, OF_LIBRARY) == OF_LIBRARY[2].name
    assert ordering.kept(places, OF_FOLDER) == OF_FOLDER[1].name
