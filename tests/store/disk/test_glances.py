"""A glance is one stat, and by turns all that others may have written is seen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.store.disk.glances import Glances


@pytest.fixture
def glances(tmp_path: Path) -> Glances:
    return Glances(tmp_path, "own.json", ".json")


def test_each_file_has_its_turn_and_our_own_every_other_time(
    glances: Glances, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one.json", "own.json", "two.json", "own.lock"):
        (tmp_path / name).touch()
    looked: list[str] = []
    stat = os.stat

    def noted(path: Path) -> os.stat_result:
        looked.append(path.name)
        return stat(path)

    monkeypatch.setattr(os, "stat", noted)
    for _ in range(8):
        glances.glance()
    ours, theirs = looked[::2], looked[1::2]
    assert ours == ["own.json"] * 4
    assert theirs == [tmp_path.name, "one.json", "two.json", tmp_path.name]


def test_only_what_is_new_is_told(glances: Glances, tmp_path: Path) -> None:
    own, other = tmp_path / "own.json", tmp_path / "other.json"

    def told() -> bool:
        """Tell whether anything is new, once everything had its turn."""
        return True in [glances.glance() for _ in range(6)]

    assert told(), "never seen"
    assert not told()
    for path in (own, other):
        path.write_text("1", "utf-8")
        assert told(), path
        path.write_text("12", "utf-8")
        assert told(), path
        assert not told()
        path.unlink()
        assert told(), path
        assert not told()


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    glances = Glances(tmp_path / "away", "own.json", ".json")
    assert [glances.glance() for _ in range(4)] == [True, True, False, False]
    (tmp_path / "away").mkdir()
    assert [glances.glance() for _ in range(2)] == [False, True]
