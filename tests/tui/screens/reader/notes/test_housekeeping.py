"""The notes file: what is wrong with it is told once, what was mended each time."""

from __future__ import annotations

from typing import Any

import pytest

from postil.errors import CannotWrite
from postil.library.care.local_state import Home
from postil.tui.screens.reader.notes.housekeeping import TIDY_EVERY, Housekeeping
from postil.tui.startup.key_priority import BackgroundTask
from tests.tui.screens.reader.acting import ActingStage, task


class Ill:
    """A home in trouble."""

    trouble = CannotWrite("the notes", "the drive is read-only", "")

    def __init__(self) -> None:
        self.repairs = ["notes.json was damaged; what could be read was kept"]

    def messages(self) -> list[str]:
        said, self.repairs = self.repairs, []
        return said


@pytest.fixture
def work() -> BackgroundTask:
    return task()


@pytest.fixture
def housekeeping(stage: ActingStage, work: BackgroundTask) -> Housekeeping:
    return Housekeeping(stage, work)


def test_trouble_is_told_of_once_and_every_repair(
    stage: ActingStage, housekeeping: Housekeeping
) -> None:
    ill: Any = Ill()
    stage.home = ill
    housekeeping.attached()
    assert [error.why for error in stage.complained] == ["the drive is read-only"]
    assert stage.said == ["notes.json was damaged; what could be read was kept."]
    ill.repairs = ["Again."]
    housekeeping.attached()
    assert len(stage.complained) == 1
    assert stage.said[1:] == ["Again."]


def test_the_notes_are_tidied_from_time_to_time_once_they_are_read(
    stage: ActingStage, housekeeping: Housekeeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    tidied: list[Home] = []
    monkeypatch.setattr(Home, "tidy", lambda home, _: tidied.append(home))
    housekeeping.begin()
    (again,) = stage.repeated
    assert again.seconds == TIDY_EVERY
    known, stage.open_article = stage.open_article, None
    again.function()
    assert tidied == []
    stage.open_article = known
    again.function()
    assert tidied == [stage.home]


def test_a_tidying_that_fails_or_is_given_up_is_tried_again(
    stage: ActingStage,
    housekeeping: Housekeeping,
    work: BackgroundTask,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise CannotWrite("the notes", "the disk is full")

    monkeypatch.setattr(Home, "tidy", full)
    housekeeping.tidy()
    assert stage.complained == []
    monkeypatch.setattr(Home, "tidy", lambda _, step: step(0.5))
    work.drop()
    housekeeping.tidy()
    assert stage.said == []
