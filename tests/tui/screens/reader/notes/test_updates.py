"""Updates: what others write is shown, in the text that is open by then."""

from __future__ import annotations

import os

import pytest

from postil import config
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import open_home
from postil.library.notes import annotating
from postil.model.article import Article
from postil.tui.screens.reader.notes.changes import ChangeResult
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.notes.updates import NoteUpdates
from tests.tui.screens.reader.acting import ActingStage, again, span_of, task


@pytest.fixture
def updates(stage: ActingStage, shown: ShownNotes) -> NoteUpdates:
    def renewed(open_article: OpenArticle) -> None:
        stage.open_article = open_article

    return NoteUpdates(stage, shown, task(), renewed)


def from_elsewhere(stage: ActingStage, words: str) -> str:
    """Write a note from another terminal; return its id."""
    home = open_home(config.load(os.environ).places)
    assert stage.open_article is not None
    assert stage.open_article.path is not None
    theirs = opening.read(home, stage.open_article.path)
    return annotating.annotate(home, theirs, span_of(theirs.article, words)).id


def test_what_another_terminal_writes_is_shown(
    stage: ActingStage, shown: ShownNotes, updates: NoteUpdates
) -> None:
    ident = from_elsewhere(stage, "The ice came again")
    assert updates.changes == 0
    updates.look_everywhere()
    (one,) = shown.placed
    assert one.note.id == ident
    assert updates.changes == 1
    updates.look_everywhere()
    assert updates.changes == 1, "nothing is new"


def test_nothing_is_looked_for_before_the_article_is_known(
    stage: ActingStage, shown: ShownNotes, updates: NoteUpdates
) -> None:
    from_elsewhere(stage, "The ice came again")
    stage.open_article = None
    updates.look_everywhere()
    updates.fetch()
    assert shown.placed == ()


def test_a_change_is_told_of_and_its_note_is_the_current_one(
    stage: ActingStage, updates: NoteUpdates
) -> None:
    ident = from_elsewhere(stage, "The ice came again")
    stage.home.refresh()
    updates.reload(ChangeResult("Note saved.", ident))
    assert stage.said == ["Note saved."]
    assert stage.page.marks.note_now == ident


def test_a_note_that_is_wanted_is_gone_to_once_when_it_is_there(
    stage: ActingStage, updates: NoteUpdates
) -> None:
    ident = from_elsewhere(stage, "The ice came again")
    stage.home.refresh()
    updates.note_wanted = ident
    updates.fetch()
    assert stage.page.marks.note_now == ident
    assert updates.note_wanted == ""
    stage.page.current = 0
    updates.fetch()
    assert stage.page.current == 0


def test_what_comes_for_a_text_that_is_gone_is_asked_for_again(
    stage: ActingStage, shown: ShownNotes, updates: NoteUpdates
) -> None:
    from_elsewhere(stage, "The ice came again")
    stage.home.refresh()
    result = ChangeResult("Note saved.")
    shorter = Article("harbour.txt", stage.article.blocks[:6])
    stage.article, whole = shorter, stage.article
    stage.holding = True
    updates.reload(result)
    assert shown.placed == ()
    assert stage.said == []
    assert stage.groups == ["note again"]
    stage.article = whole
    stage.let_go()
    assert len(shown.placed) == 1
    assert stage.said == ["Note saved."]


def test_what_became_of_the_notes_of_an_edited_article_is_told_once(
    stage: ActingStage, shown: ShownNotes, updates: NoteUpdates
) -> None:
    from_elsewhere(stage, "The ice came again")
    assert stage.open_article is not None
    path = stage.open_article.path
    assert path is not None
    text = path.read_text("utf-8").replace("The ice came again in the year after", "It came")
    path.write_text(text, "utf-8")
    stage.home.refresh()
    stage.open_article = opening.read(stage.home, path)
    stage.article = stage.page.article = stage.open_article.article
    updates.fetch()
    updates.fetch()
    (said,) = stage.said
    assert said.endswith("Tab comes to what has no place, and P puts it back.")
    (lost,) = shown.placed
    assert lost.span is None
    assert "ice came again" in shown.stood[lost.note.id].quote


def test_places_in_a_text_that_is_shown_no_more_are_not_shown(
    stage: ActingStage, shown: ShownNotes, updates: NoteUpdates
) -> None:
    from_elsewhere(stage, "The ice came again")
    stage.home.refresh()
    again(stage)
    whole, stage.article = stage.article, Article("harbour.txt", stage.article.blocks[:6])
    updates.fetch()
    assert len(shown.placed) == 0
    stage.article = whole
    updates.fetch()
    assert len(shown.placed) == 1
