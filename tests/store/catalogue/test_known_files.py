"""The list of known files keeps what was added, and forgets what lies below a path."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.store.catalogue.known_files import NOTHING, Known, KnownFiles, below

NOW = "2026-01-02T03:04:05Z"
LATER = "2026-02-03T04:05:06Z"


def test_what_is_added_is_known_once(tmp_path: Path) -> None:
    known = KnownFiles(tmp_path)
    assert known.read() == NOTHING
    assert known.add(["/a/1", "/a/2"], NOW) == 2
    assert known.add(["/a/2", "/b/3"], "later", watched=["/b"]) == 1
    found = KnownFiles(tmp_path).read()
    assert found == Known({"/a/1": NOW, "/a/2": NOW, "/b/3": "later"}, ("/b",))


def test_what_is_forgotten_stays_away_from_a_watched_folder(tmp_path: Path) -> None:
    known = KnownFiles(tmp_path)
    known.add(["/a/1", "/a/b/2"], NOW, watched=["/a", "/a/b"])
    assert known.forget("/a/1", LATER) == (1, 0)
    assert known.read().forgotten == {"/a/1": LATER}
    assert known.add(["/a/1"], NOW) == 1
    assert known.read().forgotten == {}
    assert known.forget("/a/b", LATER) == (1, 1)
    assert known.read().watched == ("/a",)
    assert known.forget("/a", LATER) == (1, 1)
    assert known.forget("/nowhere", LATER) == (0, 0)
    assert not known.read().files


def test_what_was_open_once_is_forgotten_with_when(tmp_path: Path) -> None:
    known = KnownFiles(tmp_path)
    known.add(["/a/1"], NOW)
    assert known.forget("/a/1", LATER, opened=["/a/1", "/b/2"]) == (1, 0)
    assert known.forget("/b", LATER, opened=["/b/2"]) == (1, 0)
    assert known.read() == Known({}, (), {"/a/1": LATER, "/b/2": LATER})


def test_the_files_forgotten_in_an_older_list_stay_so(tmp_path: Path) -> None:
    text = '{"version":1,"files":{},"watched":["/a"],"forgotten":["/a/1",3]}'
    (tmp_path / "library.json").write_text(text)
    assert KnownFiles(tmp_path).read() == Known({}, ("/a",), {"/a/1": ""})


def test_a_file_that_moved_is_known_where_it_lies_now(tmp_path: Path) -> None:
    known = KnownFiles(tmp_path)
    known.add(["/a/1", "/a/2"], NOW)
    known.move({"/a/1": "/b/1", "/c/3": "/b/3"})
    assert known.read().files == {"/b/1": NOW, "/a/2": NOW}


def test_below_goes_by_whole_names() -> None:
    assert below("/a/b/c", "/a/b")
    assert below("/a/b/c", "/a/b/")
    assert not below("/a/bc", "/a/b")
    assert not below("/a/b", "/a/b")


SPOILT = (
    "",
    "[]",
    "{",
    '{"version":1}',
    '{"version":1,"files":[1],"watched":3,"forgotten":7}',
    '{"version":9,"files":{"/a":"x"}}',
    '{"version":1,"files":{"/a":1,"":"x"}}',
)


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_damaged_list_counts_as_empty(tmp_path: Path, spoilt: str) -> None:
    (tmp_path / "library.json").write_text(spoilt)
    assert KnownFiles(tmp_path).read() == NOTHING
    assert KnownFiles(tmp_path).add(["/a"], NOW) == 1
