"""Replaced versions of records are kept in files that a torn line does not spoil."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import CannotWrite
from postil.store.home.history import History, stored_versions


def test_versions_come_back_from_every_machine(tmp_path: Path) -> None:
    History(tmp_path / "one").keep([("notes", "1", {"id": "a"}), ("tags", "2", {"tag": "t"})])
    History(tmp_path / "two").keep([("notes", "1", {"id": "b"})])
    assert [doc for *_, doc in stored_versions(tmp_path)] == [
        {"id": "a"},
        {"tag": "t"},
        {"id": "b"},
    ]


def test_a_line_that_was_torn_takes_no_other_with_it(tmp_path: Path) -> None:
    history = History(tmp_path / "one")
    history.keep([("notes", "1", {"id": "a"})])
    (path,) = (tmp_path / "one").iterdir()
    path.write_bytes(path.read_bytes() + b'{"table":"notes","key":"9","doc":{"id":')
    history.keep([("notes", "1", {"id": "b"})])
    path.write_bytes(path.read_bytes() + b"[]\nnull\n{}\n\xff\xfe\n")
    assert [doc["id"] for *_, doc in stored_versions(tmp_path)] == ["a", "b"]


def test_nothing_kept_makes_no_file(tmp_path: Path) -> None:
    History(tmp_path / "one").keep([])
    assert list(tmp_path.iterdir()) == []
    assert list(stored_versions(tmp_path / "none")) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "one").write_text("a file")
    with pytest.raises(CannotWrite):
        History(tmp_path / "one").keep([("notes", "1", {})])
