"""Shown notes: their order, which one is current, what the status line says of them."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from postil.model.note import Colour, PlacedNote
from postil.model.span import Span
from postil.tui.screens.reader.notes.shown import ShownNotes, conflicts
from postil.tui.screens.reader.stage import Notice
from postil.tui.widgets.page.note_marks import Highlight
from tests.tui.screens.reader.acting import (
    ActingMargin,
    ActingStage,
    placed,
    span_of,
    written_twice,
)

ONE, TWO = Span(10, 30), Span(12, 20)


def test_passages_are_shown_by_start_then_by_length_with_those_that_are_pending(
    stage: ActingStage, shown: ShownNotes, margin: ActingMargin
) -> None:
    notes = (placed("long", ONE), placed("lost", None, "orphan"))
    shown.show(notes)
    pending = Highlight(Span(10, 12), Colour.BLUE, "")
    shown.add_pending(pending)
    assert [mark.note for mark in stage.page.marks.highlights] == ["", "long"]
    assert stage.page.marks.lost == ("lost",)
    assert margin.notes == notes
    shown.drop_pending(pending)
    assert [mark.note for mark in stage.page.marks.highlights] == ["long"]


def test_a_current_note_that_is_gone_is_current_no_more(
    stage: ActingStage, shown: ShownNotes, margin: ActingMargin
) -> None:
    shown.show((placed("a", ONE), placed("b", TWO)))
    shown.make_current("b")
    shown.show((placed("b", TWO),))
    assert (stage.page.marks.note_now, margin.current) == ("b", "b")
    shown.show((placed("a", ONE),))
    assert (stage.page.marks.note_now, margin.current) == ("", "")


def test_keys_act_on_the_selection_then_the_current_note_then_the_paragraph(
    stage: ActingStage, shown: ShownNotes
) -> None:
    stage.page.current = 2
    assert shown.passage() == stage.article.block_span(2)
    shown.show((placed("a", ONE),))
    shown.make_current("a")
    assert shown.passage() == ONE
    stage.page.selecting.choose(SimpleNamespace(span=Span(3, 9)))
    assert shown.passage() == Span(3, 9)


def test_a_note_without_a_place_has_no_words_to_copy(stage: ActingStage, shown: ShownNotes) -> None:
    shown.show((placed("lost", None, "orphan"),))
    shown.make_current("lost")
    assert shown.quotable("cited") is None
    assert shown.passage() == stage.article.block_span(0)
    stage.page.selecting.choose(SimpleNamespace(span=Span(3, 9)))
    assert shown.quotable("cited") == Span(3, 9)


def test_going_to_a_note_shows_its_words(stage: ActingStage, shown: ShownNotes) -> None:
    span = span_of(stage.article, "The ice came again")
    shown.show((placed("a", span), placed("lost", None, "orphan")))
    shown.point_at("a")
    assert stage.article.block_span(stage.page.current).covers(span)
    shown.point_at("lost")
    assert stage.page.marks.note_now == "lost"
    assert stage.article.block_span(stage.page.current).covers(span), "nothing to go to"
    shown.point_at("")
    assert stage.said == ["The notes are still being read."]
    stage.said.clear()
    shown.show((), 0)
    shown.point_at("")
    assert stage.said == ["No notes in this article yet: v chooses words, a writes a note on them."]


def test_words_that_are_chosen_take_the_place_of_the_current_note(
    stage: ActingStage, shown: ShownNotes, margin: ActingMargin
) -> None:
    shown.show((placed("a", ONE),))
    shown.make_current("a")
    shown.drop_for_selection()
    assert stage.page.marks.note_now == "a"
    stage.page.selecting.choose(SimpleNamespace(span=TWO))
    shown.drop_for_selection()
    assert (stage.page.marks.note_now, margin.current) == ("", "")


def test_notes_are_counted(stage: ActingStage, shown: ShownNotes) -> None:
    assert shown.facts() == []
    shown.show((placed("a", ONE), placed("lost", None, "orphan")))
    shown.add_pending(Highlight(TWO, Colour.BLUE, ""))
    assert shown.facts() == ["1 note", "! 1 without a place"]
    shown.show((), unplaced=2)
    assert shown.facts() == ["placing 2 notes…"]


@pytest.mark.parametrize(
    ("note", "notice"),
    [
        (placed("n", ONE), None),
        (placed("n", ONE, "moved"), None),
        (placed("n", ONE, "changed"), Notice("≠ Its words have changed; they were “some words”\t")),
        (placed("n", None, "orphan"), Notice("! Without a place: “some words”\t", "")),
        (written_twice("n", ONE), Notice("Written in two places at once: a settles it\t")),
    ],
)
def test_a_note_that_is_not_as_it_was_is_told_of(
    shown: ShownNotes, note: PlacedNote, notice: Notice | None
) -> None:
    shown.show((note,))
    assert shown.notice() is None, "it is not the current one"
    shown.make_current("n")
    assert shown.notice() == notice


def test_conflicts_are_told_of_when_there_are_more_of_them(
    stage: ActingStage, shown: ShownNotes
) -> None:
    one, two = written_twice("a", ONE), written_twice("b", TWO)
    told = "1 note written in two places at once: Tab goes to it, a settles it."
    assert conflicts((), (one,)) == told
    assert conflicts((one,), (one,)) == ""
    assert conflicts((one, two), (one,)) == ""
    assert conflicts((one,), (one, two)).startswith("2 notes")
    shown.show((one,))
    shown.show((one,))
    assert stage.said == [told]


def test_of_a_version_only_what_is_news_is_told(stage: ActingStage, shown: ShownNotes) -> None:
    both = (written_twice("a", ONE),)
    shown.show(both)
    shown.make_current("a")
    before = shown.placed
    shown.clear()
    shown.show_next_version(before, both, "a")
    assert len(stage.said) == 1
    assert stage.page.marks.note_now == "a"
    shown.show_next_version(before, (), "a")
    assert stage.page.marks.note_now == ""
