"""Every room of the library that is named is there, and is named once, in both lists."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from postil import library
from postil.library import ROOMS

FACADE = Path(library.__file__)
NAMED = [(part, room) for part, rooms in ROOMS.items() for room in rooms.split()]


def typed() -> list[tuple[str, str]]:
    """Return the part and the room of each import that only type checkers follow."""
    (block,) = (
        node for node in ast.parse(FACADE.read_text("utf-8")).body if isinstance(node, ast.If)
    )
    found = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    assert len(found) == len(block.body)
    assert all(alias.asname == alias.name for node in found for alias in node.names)
    return [
        ((node.module or "").removeprefix("postil.library."), alias.name)
        for node in found
        for alias in node.names
    ]


def test_type_checkers_see_the_rooms_that_are_loaded() -> None:
    assert sorted(typed()) == sorted(NAMED)


def test_no_name_means_two_rooms() -> None:
    rooms = [room for _, room in NAMED]
    assert len(set(rooms)) == len(rooms)
    assert not set(rooms) & set(ROOMS), "a part would hide the room of its name"


@pytest.mark.parametrize(("part", "room"), NAMED)
def test_a_room_is_loaded_from_its_part_when_it_is_named(part: str, room: str) -> None:
    loaded = getattr(library, room)
    assert loaded.__name__ == f"postil.library.{part}.{room}"
    assert (FACADE.parent / part / f"{room}.py").samefile(loaded.__file__)


def test_what_is_no_room_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'cellar'"):
        _ = library.cellar
    assert not hasattr(library, "article_identity"), "the app knows no records"
