"""A look at folders tells whether anything came or went, and is cheap where nothing did."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.config import Places
from postil.library.catalogue import knowing
from postil.library.shelf.watching_folders import FolderWatch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "texts"
    (root / "in").mkdir(parents=True)
    (root / ".hidden").mkdir()
    (root / "a.txt").write_text("Words.", "utf-8")
    return root


def test_what_comes_goes_or_lies_deeper_is_noticed_once(places: Places, folder: Path) -> None:
    knowing.add(places, [folder], watch=True)
    watch = FolderWatch(places)
    assert not watch.changed(), "the first look has nothing to compare with"
    (folder / "in" / "b.txt").write_text("Words.", "utf-8")
    os.utime(folder / "in", (1, 1))
    assert watch.changed()
    assert not watch.changed()
    (folder / "in" / "deeper").mkdir()
    os.utime(folder / "in", (2, 2))
    assert watch.changed()
    (folder / ".hidden" / "c.txt").write_text("Words.", "utf-8")
    assert not watch.changed()
    (folder / "a.txt").unlink()
    os.utime(folder, (3, 3))
    assert watch.changed()


def test_a_folder_that_vanishes_and_comes_back_is_noticed(places: Places, folder: Path) -> None:
    watch = FolderWatch(places, [folder])
    watch.changed()
    away = folder.rename(folder.parent / "away")
    assert watch.changed()
    assert not watch.changed()
    away.rename(folder)
    assert watch.changed()


def test_another_list_of_what_is_known_is_noticed(places: Places, folder: Path) -> None:
    watch = FolderWatch(places)
    watch.changed()
    knowing.add(places, [folder])
    assert watch.changed()


def test_folders_that_have_not_changed_are_not_listed_again(
    places: Places, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = FolderWatch(places, [folder])
    watch.changed()
    listed: list[object] = []
    monkeypatch.setattr(os, "scandir", listed.append)
    assert not watch.changed()
    assert listed == []
