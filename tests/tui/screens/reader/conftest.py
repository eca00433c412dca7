"""A stage on which an article is open, for one part of the reader screen at a time."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from postil import config
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.notes.targets import Targets
from postil.tui.screens.reader.position import Navigation
from tests.journeys.articles import HARBOUR
from tests.tui.screens.reader.acting import ActingMargin, ActingStage, acting, task


@pytest.fixture
def home() -> Home:
    return open_home(config.load(os.environ).places)


@pytest.fixture
def open_article(home: Home, tmp_path: Path) -> OpenArticle:
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR, "utf-8")
    return opening.read(home, path)


@pytest.fixture
def stage(home: Home, open_article: OpenArticle) -> ActingStage:
    return acting(home, open_article)


@pytest.fixture
def margin() -> ActingMargin:
    return ActingMargin()


@pytest.fixture
def shown(stage: ActingStage, margin: Any) -> ShownNotes:
    return ShownNotes(stage, margin)


@pytest.fixture
def results() -> list[ChangeResult]:
    """Return what changes came to, as they came."""
    return []


@pytest.fixture
def changes(stage: ActingStage, shown: ShownNotes, results: list[ChangeResult]) -> ChangeQueue:
    return ChangeQueue(stage, shown, results.append)


@pytest.fixture
def targets(stage: ActingStage, shown: ShownNotes) -> Targets:
    return Targets(stage, shown)


@pytest.fixture
def position(stage: ActingStage) -> Navigation:
    start = stage.page.paragraph.here()
    return Navigation(stage, start, task(), lambda: False, lambda: None)
