"""Changes: in the order of asking, pending until they are on disk, told of where they fail."""

from __future__ import annotations

import asyncio
from threading import Event

from postil.errors import CannotWrite
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.notes import annotating
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from postil.tui.widgets.page.note_marks import Highlight
from tests.tui.screens.reader.acting import ActingStage

MARK = Highlight(Span(0, 3), Colour.YELLOW, "")


async def test_a_mark_is_pending_until_it_is_on_disk(
    stage: ActingStage, changes: ChangeQueue, results: list[ChangeResult]
) -> None:
    go = Event()

    def slow(_: OpenArticle) -> ChangeResult:
        assert go.wait(10)
        return ChangeResult("Done.")

    changes.commit(slow, MARK)
    await asyncio.sleep(0.01)
    assert stage.page.marks.highlights == (MARK,)
    assert changes.waiting == 1
    assert results == []
    go.set()
    await stage.settle()
    assert stage.page.marks.highlights == ()
    assert changes.waiting == 0
    assert results == [ChangeResult("Done.")]


async def test_what_fails_is_told_of_and_is_pending_no_more(
    stage: ActingStage, changes: ChangeQueue, results: list[ChangeResult]
) -> None:
    def fail(_: OpenArticle) -> ChangeResult:
        raise CannotWrite("the note", "the disk is full", "make room")

    changes.commit(fail, MARK)
    changes.commit(lambda _: ChangeResult("The next one."))
    await stage.settle()
    assert [error.why for error in stage.complained] == ["the disk is full"]
    assert stage.page.marks.highlights == ()
    assert changes.waiting == 0
    assert results == [ChangeResult("The next one.")], "nothing is shown anew for what failed"


async def test_changes_are_carried_out_one_after_the_other(
    stage: ActingStage, changes: ChangeQueue
) -> None:
    go, done = Event(), []

    def first(_: OpenArticle) -> ChangeResult:
        assert go.wait(10)
        done.append("first")
        return ChangeResult()

    def second(_: OpenArticle) -> ChangeResult:
        done.append("second")
        return ChangeResult()

    changes.commit(first)
    changes.commit(second)
    await asyncio.sleep(0.02)
    assert done == []
    go.set()
    await stage.settle()
    assert done == ["first", "second"]


async def test_a_change_is_made_on_the_text_that_was_shown_when_it_was_asked_for(
    stage: ActingStage, changes: ChangeQueue, open_article: OpenArticle
) -> None:
    made: list[OpenArticle] = []

    def change(on: OpenArticle) -> ChangeResult:
        made.append(on)
        return ChangeResult()

    changes.commit(change)
    assert open_article.path is not None
    open_article.path.write_text("Another text\n\nOf few words.\n", "utf-8")
    stage.open_article = opening.read(stage.home, open_article.path)
    await stage.settle()
    assert made == [open_article]


async def test_of_the_same_text_the_newest_knowledge_is_taken(
    stage: ActingStage, changes: ChangeQueue, open_article: OpenArticle
) -> None:
    made: list[OpenArticle] = []

    def change(on: OpenArticle) -> ChangeResult:
        made.append(on)
        return ChangeResult()

    changes.commit(change)
    annotating.annotate(stage.home, open_article, Span(0, 3))
    newer = stage.open_article = opening.refreshed(stage.home, open_article)
    await stage.settle()
    assert made == [newer]
    assert made[0].record is not None


async def test_what_is_asked_for_early_waits_for_the_article(
    stage: ActingStage, changes: ChangeQueue, open_article: OpenArticle
) -> None:
    made: list[OpenArticle] = []

    def change(on: OpenArticle) -> ChangeResult:
        made.append(on)
        return ChangeResult()

    stage.open_article = None
    changes.commit(change, MARK)
    await asyncio.sleep(0.01)
    assert made == []
    assert stage.page.marks.highlights == (MARK,)
    stage.open_article = open_article
    await stage.settle()
    assert made == [open_article]


async def test_undo_says_what_it_took_back(
    stage: ActingStage,
    changes: ChangeQueue,
    results: list[ChangeResult],
    open_article: OpenArticle,
) -> None:
    made = annotating.annotate(stage.home, open_article, Span(0, 3))
    verbs = changes.verbs()
    verbs["app.undo"]()
    await stage.settle()
    assert stage.home.notes() == {}
    verbs["app.redo"]()
    await stage.settle()
    assert list(stage.home.notes()) == [made.id]
    assert all(one.message for one in results)
