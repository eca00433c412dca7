from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.errors import CannotWrite
from postil.model.note import Colour
from postil.model.position import ReadingPosition
from postil.store.machine.state import Appearance, LastRead, LibraryMark, State


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path / "state")


def again(state: State) -> State:
    return State(state.folder)


def test_reading_makes_nothing(state: State) -> None:
    assert state.device
    assert (state.positions(), state.draft("x"), state.appearance()) == ({}, None, Appearance())
    assert state.library_marks() == {}
    assert not state.folder.exists()


def test_the_device_is_random_and_stays(state: State) -> None:
    claimed = state.claim()
    assert again(state).claim() == again(state).device == claimed
    assert State(state.folder / "other").claim() != claimed


def test_two_that_start_at_once_are_one_device(state: State) -> None:
    other = again(state)
    assert other.device != state.device
    assert state.claim() == other.claim() == other.device


def test_what_is_stored_comes_back(state: State) -> None:
    state.put_position(["id", "/a/p\udcffth.txt"], LastRead(ReadingPosition(12, 30), 0.5))
    state.put_appearance(Appearance(60, "light", Colour.PINK, ("a", "b"), "markdown", ("apa",)))
    state.put_library_mark("K", LibraryMark("/a", "id", 7, 9))
    later = again(state)
    found = later.positions()
    assert found["id"] == found["/a/p\udcffth.txt"]
    assert (found["id"].position, found["id"].progress) == (ReadingPosition(12, 30), 0.5)
    assert found["id"].at.endswith("Z")
    assert later.appearance() == Appearance(
        60, "light", Colour.PINK, ("a", "b"), "markdown", ("apa",)
    )
    assert later.library_marks() == {"K": LibraryMark("/a", "id", 7, 9)}


def test_what_was_stored_before_paragraphs_were_is_still_read(state: State) -> None:
    state.put_appearance(Appearance())
    raw = b'{"version":1,"kept":{"K":{"path":"/a","article":"id","offset":7,"progress":0.5}}}'
    for name in ("positions", "marks"):
        (state.folder / f"{name}.json").write_bytes(raw)
    assert state.positions() == {"K": LastRead(ReadingPosition(7), 0.5)}
    assert state.library_marks() == {"K": LibraryMark("/a", "id", 7)}


def test_drafts(state: State) -> None:
    state.put_draft("one", "unfinished\nbusiness")
    state.put_draft("../two", "other")
    assert again(state).draft("one") == "unfinished\nbusiness"
    assert again(state).draft("../two") == "other"
    state.put_draft("one", "")
    state.put_draft("never", "")
    assert again(state).draft("one") is None
    assert {path.parent.name for path in state.folder.rglob("*.json")} == {"drafts"}


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\0",
        b'{"version":9,"kept":{"a":{"offset":1}}}',
        b'{"version":1,"kept":[1]}',
        b'{"version":1,"kept":{"a":3,"b":{"offset":"x"},"measure":"wide","tags":3,"colour":[]}}',
    ],
)
def test_a_damaged_file_counts_as_none(raw: bytes, state: State) -> None:
    state.put_appearance(Appearance(60))
    for name in ("look", "positions", "marks"):
        (state.folder / f"{name}.json").write_bytes(raw)
    (state.folder / "device").write_bytes(raw)
    later = again(state)
    assert (later.positions(), later.appearance(), later.library_marks()) == ({}, Appearance(), {})
    assert later.claim() == again(state).device
    later.put_position(["a"], LastRead(ReadingPosition(3)))
    assert again(state).positions()["a"].position.top == 3


def test_a_place_that_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    state = State(tmp_path / "file" / "state")
    assert state.appearance() == Appearance()
    with pytest.raises(CannotWrite):
        state.put_appearance(Appearance(60))


def test_that_a_home_is_known_is_written_nowhere_else(state: State, tmp_path: Path) -> None:
    """A link that somebody laid there leads to no file outside."""
    (state.folder / "homes").mkdir(parents=True)
    (state.folder / "homes" / "one").symlink_to(tmp_path / "outside")
    state.know("one")
    assert not (tmp_path / "outside").exists()
    state.know("two")
    assert state.knows("two")


def test_what_is_no_file_counts_as_not_there(state: State) -> None:
    state.folder.mkdir()
    for name in ("positions", "look", "marks"):
        os.mkfifo(state.folder / f"{name}.json")
    assert (state.positions(), state.appearance()) == ({}, Appearance())
    assert state.library_marks() == {}


@pytest.mark.parametrize("progress", ["1" + "0" * 400, "NaN", "-Infinity", "1e400", "true"])
def test_a_number_that_is_none_does_no_harm(state: State, progress: str) -> None:
    state.put_position(["a"], LastRead(ReadingPosition(7), 0.25))
    path = state.folder / "positions.json"
    path.write_text(path.read_text("utf-8").replace("0.25", progress), "utf-8")
    assert 0 <= state.positions()["a"].progress <= 1
