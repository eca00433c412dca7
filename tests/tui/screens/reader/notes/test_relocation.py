"""Placing a note, and marking, which places it when one waits for its words."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from postil.library.articles import opening
from postil.library.articles.quick_open import Appearance
from postil.library.base.open_article import OpenArticle
from postil.library.notes import annotating
from postil.model.note import Colour, PlacedNote, Placement
from postil.tui.screens.reader.notes.changes import ChangeQueue, ChangeResult
from postil.tui.screens.reader.notes.marking import Marking
from postil.tui.screens.reader.notes.relocation import Relocation
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.notes.targets import Targets
from postil.tui.screens.reader.stage import Notice
from tests.tui.screens.reader.acting import ActingStage, placed, span_of


class Looks:
    """The appearance as marking knows it."""

    def __init__(self) -> None:
        self.now = Appearance()
        self.kept: list[Any] = []

    def keep(self, look: Any) -> None:
        self.now = look
        self.kept.append(look)


@pytest.fixture
def relocation(
    stage: ActingStage, shown: ShownNotes, targets: Targets, changes: ChangeQueue
) -> Relocation:
    return Relocation(stage, shown, targets, changes)


@pytest.fixture
def looks() -> Looks:
    return Looks()


@pytest.fixture
def marking(
    stage: ActingStage,
    shown: ShownNotes,
    changes: ChangeQueue,
    relocation: Relocation,
    looks: Any,
) -> Marking:
    return Marking(stage, shown, changes, relocation, looks)


async def test_a_note_of_changed_words_begins_with_the_words_as_they_are(
    stage: ActingStage, shown: ShownNotes, relocation: Relocation
) -> None:
    span = span_of(stage.article, "Boats lay in the ice")
    shown.show((placed("n", span, "changed"),))
    shown.make_current("n")
    relocation.begin()
    await stage.settle()
    assert stage.page.selection.span == span
    assert relocation.notice() == Notice("Choose the words for the note on “some words”\t", "")


async def test_to_leave_off_leaves_the_note_where_it_was(
    stage: ActingStage,
    shown: ShownNotes,
    relocation: Relocation,
    results: list[ChangeResult],
) -> None:
    shown.show((placed("n", None, "orphan"),))
    shown.make_current("n")
    assert relocation.cancel() is False
    relocation.begin()
    await stage.settle()
    assert stage.page.done == ["select"]
    stage.page.marks.note_now = ""
    assert relocation.cancel() is True
    assert (relocation.note, relocation.notice()) == (None, None)
    assert stage.page.selection is None
    assert stage.page.marks.note_now == "n"
    assert results == []


async def test_there_may_be_no_note_to_place(stage: ActingStage, relocation: Relocation) -> None:
    relocation.begin()
    await stage.settle()
    assert stage.said == ["No note here to place: Tab goes to the next one."]
    assert relocation.place_on(span_of(stage.article, "Boats")) is False


async def test_a_lost_note_is_put_back_by_marking_the_words(
    stage: ActingStage,
    shown: ShownNotes,
    relocation: Relocation,
    marking: Marking,
    results: list[ChangeResult],
    open_article: OpenArticle,
) -> None:
    made = annotating.annotate(stage.home, open_article, span_of(stage.article, "Boats lay"))
    shown.show((PlacedNote(made, Placement(None, "orphan")),))
    shown.make_current(made.id)
    stage.open_article = opening.refreshed(stage.home, open_article)
    marking.mark()
    await stage.settle()
    assert relocation.note is not None, "Enter on a note without a place begins to put it back"
    marking.mark()
    assert stage.said == ["Choose the words first: v chooses a sentence, / finds words."]
    span = span_of(stage.article, "The ice came again")
    stage.page.selecting.choose(SimpleNamespace(span=span))
    marking.mark()
    await stage.settle()
    assert results == [ChangeResult("Note placed; u takes it back.", made.id)]
    assert stage.home.notes()[made.id].anchor.quote == "The ice came again"
    assert relocation.note is None


async def test_a_count_chooses_the_colour_which_stays(
    stage: ActingStage, marking: Marking, looks: Looks
) -> None:
    stage.page.counted, stage.page.count = True, 3
    marking.mark()
    await stage.settle()
    (note,) = stage.home.notes().values()
    assert note.colour is Colour.BLUE
    assert note.anchor.quote == stage.article.blocks[0].text
    assert [look.colour for look in looks.kept] == [Colour.BLUE]
    stage.page.current = 2
    stage.page.counted = False
    marking.mark()
    await stage.settle()
    assert {note.colour for note in stage.home.notes().values()} == {Colour.BLUE}
    assert len(looks.kept) == 1, "the same look is kept once"


async def test_the_same_words_marked_again_are_recoloured(
    stage: ActingStage, shown: ShownNotes, marking: Marking, results: list[ChangeResult]
) -> None:
    assert stage.open_article is not None
    span = span_of(stage.article, "Boats lay")
    made = annotating.annotate(stage.home, stage.open_article, span)
    shown.show((PlacedNote(made, Placement(span, "same")),))
    marking.mark_passage(span, made.colour)
    assert stage.said == [f"Already marked {made.colour}; 1-5 before Enter choose a colour."]
    marking.mark_passage(span, Colour.PINK)
    await stage.settle()
    assert results == [ChangeResult("Now pink.", made.id)]
    assert [note.colour for note in stage.home.notes().values()] == [Colour.PINK]
