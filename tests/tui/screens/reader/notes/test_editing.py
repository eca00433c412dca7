"""Tags and words of notes: what is asked, stored, kept as a draft, and said."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from postil.errors import CannotWrite
from postil.library.articles.quick_open import Appearance
from postil.library.base.open_article import OpenArticle
from postil.library.care import local_state
from postil.library.notes import annotating
from postil.model.note import PlacedNote, Placement
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from postil.tui.screens.reader.notes.drafts import Drafts
from postil.tui.screens.reader.notes.editing import NoteEditing
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.notes.targets import Targets
from tests.tui.screens.reader.acting import ActingStage, placed, span_of, task


@pytest.fixture
def looks() -> Any:
    made = SimpleNamespace(now=Appearance())
    made.keep = lambda look: setattr(made, "now", look)
    return made


@pytest.fixture
def drafts(stage: ActingStage) -> Drafts:
    return Drafts(stage, task())


@pytest.fixture
def editing(
    stage: ActingStage, targets: Targets, changes: ChangeQueue, drafts: Drafts, looks: Any
) -> NoteEditing:
    return NoteEditing(stage, targets, changes, drafts, looks)


async def do(stage: ActingStage, editing: NoteEditing, verb: str, *answers: object) -> None:
    """Do what a key does, with these answers of the dialogs that it opens."""
    stage.answers += answers
    editing.verbs()[verb]()
    await stage.settle()
    assert stage.answers == [], "every dialog was opened"


async def test_tags_are_put_on_and_used_again(
    stage: ActingStage, editing: NoteEditing, results: list[ChangeResult]
) -> None:
    await do(stage, editing, "note.tag-again")
    assert stage.said == ["No tags were used yet: t puts tags on a passage."]
    await do(stage, editing, "note.tag", ("ice", "trade"))
    stage.page.current = 2
    await do(stage, editing, "note.tag-again")
    assert [note.tags for note in stage.home.notes().values()] == [("ice", "trade")] * 2
    assert results[0].message == "Tagged ice, trade; u takes it back."


async def test_tags_that_stay_as_they_are_change_nothing(
    stage: ActingStage, shown: ShownNotes, editing: NoteEditing, results: list[ChangeResult]
) -> None:
    shown.show((placed("n", span_of(stage.article, "Boats lay"), tags=("ice",)),))
    shown.make_current("n")
    await do(stage, editing, "note.tag", ("ice",))
    await do(stage, editing, "note.tag", None)
    assert results == []


async def test_what_is_written_is_stored_and_no_draft_is_left(
    stage: ActingStage, editing: NoteEditing, open_article: OpenArticle
) -> None:
    await do(stage, editing, "note.write", "Who *froze*?")
    (note,) = stage.home.notes().values()
    assert note.body == "Who *froze*?"
    assert list(stage.home.state.drafts()) == []
    assert stage.said == []


async def test_the_editor_is_told_why_a_note_is_not_on_disk(
    stage: ActingStage,
    editing: NoteEditing,
    open_article: OpenArticle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object, **__: object) -> None:
        raise CannotWrite("the note", "the disk is full", "make room")

    monkeypatch.setattr(annotating, "annotate", full)
    await do(stage, editing, "note.write", "Long thought about.")
    (error,) = stage.not_stored
    assert error.why == "the disk is full"
    assert stage.complained == [], "it is the editor that says so"
    (dialog,) = stage.asked
    dialog.saving.draft._keep("Long thought about.")
    span = stage.article.block_span(0)
    assert local_state.draft(stage.home, open_article, span) == "Long thought about."
    monkeypatch.undo()
    await do(stage, editing, "note.write", "Thought about longer.")
    assert local_state.draft(stage.home, open_article, span) is None


async def test_what_is_left_unfinished_is_kept_and_opened_again(
    stage: ActingStage, editing: NoteEditing, drafts: Drafts, open_article: OpenArticle
) -> None:
    span = stage.article.block_span(0)
    local_state.keep_draft(stage.home, open_article, span, "Half a thought")
    await do(stage, editing, "note.write", None)
    assert stage.said == [
        "This is the draft that was left unfinished.",
        "Draft kept; a opens it again.",
    ]
    assert drafts.passages == [span]


async def test_a_note_is_deleted_and_a_paragraph_without_one_says_so(
    stage: ActingStage,
    shown: ShownNotes,
    editing: NoteEditing,
    open_article: OpenArticle,
    results: list[ChangeResult],
) -> None:
    await do(stage, editing, "note.delete")
    assert stage.said == ["No note here to delete: Tab goes to the next one."]
    span = span_of(stage.article, "Boats lay")
    made = annotating.annotate(stage.home, open_article, span)
    shown.show((PlacedNote(made, Placement(span, "same")),))
    shown.make_current(made.id)
    await do(stage, editing, "note.delete")
    assert stage.home.notes() == {}
    assert results == [ChangeResult("Note deleted; u brings it back.")]


async def test_of_several_notes_of_a_paragraph_one_is_asked_for(
    stage: ActingStage, shown: ShownNotes, targets: Targets
) -> None:
    one, two = span_of(stage.article, "Boats lay"), span_of(stage.article, "nine weeks")
    shown.show((placed("a", one), placed("b", two)))
    stage.page.current = stage.article.block_at(one.start)
    stage.answers = ["b", None]
    assert await targets.choose("tag") == shown.note("b")
    assert await targets.choose("tag") is None
    shown.show((placed("a", one),))
    assert await targets.choose("tag") == shown.note("a"), "the sole one is meant"
    stage.page.selecting.choose(SimpleNamespace(span=two))
    assert await targets.choose("tag") == two
    stage.page.selecting.choose(SimpleNamespace(span=one))
    assert await targets.choose("tag") == shown.note("a"), "it lies on exactly these words"
