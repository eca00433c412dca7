"""The status line: section, progress, minutes, notes and source; notices take its place."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from postil.model.article import Article
from postil.tui.screens.reader.find import FindSession
from postil.tui.screens.reader.notes.changes import ChangeQueue
from postil.tui.screens.reader.notes.relocation import Relocation
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.notes.targets import Targets
from postil.tui.screens.reader.position import Navigation
from postil.tui.screens.reader.status import Status
from postil.tui.screens.search.hit_walk import HitWalk
from tests.tui.screens.reader.acting import ActingStage, placed, span_of, task


@pytest.fixture
def lines() -> Any:
    """Return the lines above and below the page, with the outline."""
    empty = SimpleNamespace(left="", right="")
    return SimpleNamespace(
        title=empty, status=SimpleNamespace(left="", right=""), outline=SimpleNamespace(here=-1)
    )


@pytest.fixture
def relocation(
    stage: ActingStage, shown: ShownNotes, targets: Targets, changes: ChangeQueue
) -> Relocation:
    return Relocation(stage, shown, targets, changes)


@pytest.fixture
def status(
    stage: ActingStage,
    lines: Any,
    position: Navigation,
    shown: ShownNotes,
    relocation: Relocation,
) -> Status:
    async def no_bar() -> Any:
        raise AssertionError

    work = task()
    work.step(0.25)
    find = FindSession(stage, position, work, lines.status, no_bar)
    hits = HitWalk(stage, position, find, None, lambda *_: None, shown)
    made = Status(
        stage, lines.title, lines.status, lines.outline, work, position, hits, shown, relocation
    )
    made.measure(laid(stage.article, 2380))
    return made


def laid(article: Article, words: int) -> Any:
    return SimpleNamespace(article=article, words=words)


def test_it_says_section_progress_and_what_is_left(
    stage: ActingStage, status: Status, lines: Any
) -> None:
    at = stage.article.text.index("The ice came again")
    stage.page.current = stage.article.block_at(at)
    status.update()
    section, facts = lines.status.left.split("\t")
    assert section == "3/6 The Second Winter"
    share, minutes = facts.split("  ")
    assert share.endswith("%")
    assert minutes == f"{round(2380 / stage.settings.words_per_minute)} min left"
    assert lines.outline.here == 3
    assert lines.status.right == "— Teo Brandt, Lake Review, Jun 2014"


def test_at_the_end_it_says_so(stage: ActingStage, status: Status, lines: Any) -> None:
    stage.page.top = stage.page.current = len(stage.article.blocks) - 1
    status.update()
    assert lines.status.left.endswith("100%  the end")


def test_it_says_how_far_the_reading_of_the_sources_is(
    stage: ActingStage, status: Status, lines: Any
) -> None:
    stage.open_article = None
    status.begin()
    (again,) = stage.repeated
    again.function()
    assert lines.status.right == "reading the sources… 25%"
    assert not again.stopped


def test_it_leaves_off_when_all_is_read(stage: ActingStage, status: Status) -> None:
    status.begin()
    (again,) = stage.repeated
    again.function()
    assert again.stopped


def test_an_unfinished_article_has_no_progress(
    stage: ActingStage, status: Status, lines: Any
) -> None:
    whole = stage.article
    stage.article = Article(whole.name, whole.blocks, complete=False)
    status.update()
    assert lines.status.left.endswith("\treading on…")
    status.show_share()
    assert lines.title.right == "reading on… 25%"
    status.show_title(stage.article)
    assert lines.title.right == "reading on…"


def test_an_empty_file_is_said_to_be_empty(stage: ActingStage, status: Status, lines: Any) -> None:
    stage.article = Article("empty.txt", ())
    lines.status.right = "as before"
    status.update()
    assert lines.status.left == "This file is empty: there is nothing to read in it.\t"
    assert lines.status.right == "as before"


def test_a_current_note_whose_words_have_changed_is_told_of_with_its_source(
    stage: ActingStage, status: Status, shown: ShownNotes, lines: Any
) -> None:
    span = span_of(stage.article, "Boats lay in the ice")
    shown.show((placed("n", span, "changed", "Ships lay in the ice"),))
    shown.make_current("n")
    status.update()
    assert lines.status.left == "≠ Its words have changed; they were “Ships lay in the ice”\t"
    assert lines.status.right.startswith("— Ada Lindqvist")


def test_what_is_being_placed_comes_before_what_is_wrong_with_it(
    stage: ActingStage, status: Status, shown: ShownNotes, relocation: Relocation, lines: Any
) -> None:
    lost = placed("n", None, "orphan", "Ships lay in the ice")
    shown.show((lost,))
    shown.make_current("n")
    status.update()
    assert lines.status.left == "! Without a place: “Ships lay in the ice”\t"
    assert lines.status.right == ""
    relocation.note = lost.note
    status.update()
    assert lines.status.left == "Choose the words for the note on “Ships lay in the ice”\t"
    assert lines.status.right == ""
