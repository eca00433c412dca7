"""The lookout: one look at a time, by turns, and seldom while nobody reads."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from postil.library.articles import watching
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.notes.updates import NoteUpdates
from postil.tui.screens.reader.outside.following import FileFollower
from postil.tui.screens.reader.outside.lookout import LOOK_EVERY, Lookout
from tests.tui.screens.reader.acting import ActingStage, task


class Looking:
    """A lookout, with what it looked at and how long nobody has pressed a key."""

    def __init__(self, stage: ActingStage, follower: FileFollower, updates: NoteUpdates) -> None:
        self.idle = 0.0
        self.lookout = Lookout(stage, updates, follower, lambda: self.idle)
        self.lookout.begin()
        (self.repeated,) = stage.repeated
        self.back = stage.back


def lay_out(article: Any, pause: Any) -> Any:
    return SimpleNamespace(article=article)


@pytest.fixture
def looking(stage: ActingStage, shown: ShownNotes) -> Looking:
    updates = NoteUpdates(stage, shown, task(), lambda _: None)
    follower = FileFollower(
        stage,
        shown,
        updates,
        (),
        task(),
        lay_out,
        lambda version, where: None,
        lambda open_article: None,
        lambda: True,
    )
    assert stage.open_article is not None
    path = stage.open_article.path
    follower.begin(path, watching.stamp(path))
    return Looking(stage, follower, updates)


@pytest.fixture
def stats(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files of which the kernel is asked, as it is asked."""
    asked: list[str] = []
    stat = os.stat

    def counted(path: str | Path, *, follow_symlinks: bool = True) -> os.stat_result:
        asked.append(Path(path).name)
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(os, "stat", counted)
    return asked


def test_a_look_is_one_stat_and_each_file_has_its_turn(
    looking: Looking, stats: list[str], stage: ActingStage
) -> None:
    assert looking.repeated.seconds == LOOK_EVERY == 1.0
    for _ in range(9):
        looking.repeated.function()
    stats.clear()
    for _ in range(6):
        looking.repeated.function()
    own = f"{stage.home.device}.json"
    assert sorted(stats) == sorted(["harbour.txt", own, "notes"] * 2)


@pytest.mark.parametrize(("idle", "looks"), [(0.0, 60), (9.9, 60), (10.0, 30), (60.0, 12)])
def test_the_longer_nobody_reads_the_fewer_looks_are_taken(
    looking: Looking, stats: list[str], idle: float, looks: int
) -> None:
    for _ in range(12):
        looking.repeated.function()
    looking.idle = idle
    stats.clear()
    for _ in range(60):
        looking.repeated.function()
    assert len(stats) == looks


def test_a_file_that_has_changed_is_looked_at_again_at_once(
    looking: Looking, stage: ActingStage
) -> None:
    assert stage.open_article is not None
    path = stage.open_article.path
    assert path is not None
    path.write_text(f"{path.read_text('utf-8')}\nAnd more.\n", "utf-8")
    looking.idle = 100.0
    looking.back()
    stage.groups.clear()
    looking.repeated.function()
    assert stage.groups == ["glance", "watch"]


def test_a_drive_that_does_not_answer_keeps_one_thread_waiting_and_no_more(
    looking: Looking, stage: ActingStage
) -> None:
    for _ in range(9):
        looking.repeated.function()
    stage.groups.clear()
    stage.holding = True
    for _ in range(9):
        looking.repeated.function()
    assert stage.groups == ["glance", "glance"], "one for the home, one for the file"
    stage.let_go()
    stage.groups.clear()
    for _ in range(3):
        looking.repeated.function()
    assert stage.groups == ["glance"] * 3
