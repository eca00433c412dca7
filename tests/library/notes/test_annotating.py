from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postil.config import Places
from postil.errors import BadRequest, NoSuchNote, NoSuchPassage
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating, undoing
from postil.library.notes.note_names import named
from postil.model.note import Colour
from postil.model.span import Span
from tests.library.conftest import ARTICLE, Spot


def test_a_note_is_there_after_a_restart(
    home: Home, places: Places, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, "the ferrymen sold bread")
    made = annotating.annotate(
        home,
        open_article,
        span,
        body=" Who *bought*?\n",
        tags=["trade", "Trade"],
        colour=Colour.BLUE,
    )
    fresh = open_home(places)
    (placed,) = annotating.of(fresh, opening.read(fresh, article))
    assert placed.note == made
    assert (placed.span, placed.placement.state) == (span, "same")
    assert (made.body, made.tags, made.colour) == ("Who *bought*?", ("trade",), Colour.BLUE)
    assert made.anchor.quote == "the ferrymen sold bread"
    assert made.created


def test_notes_stand_by_start_then_by_length_and_orphans_last(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    words = ["Nobody sold bread that year", "Boats lay in the ice", "Boats lay", "Some say"]
    made = {
        one: annotating.annotate(home, open_article, spot(open_article, one)).id for one in words
    }
    gone = annotating.annotate(
        home, open_article, spot(open_article, "with letters for half the town")
    ).id
    article.write_text(ARTICLE.replace("with letters for half the town", "alone"), "utf-8")
    placed = annotating.of(home, opening.read(home, article))
    order = [made[one] for one in ("Boats lay", "Boats lay in the ice", words[0], "Some say")]
    assert [one.note.id for one in placed] == [*order, gone]
    assert placed[-1].span is None
    assert placed[-1].placement.state == "orphan"


def test_overlapping_notes_on_the_same_words_are_both_kept(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, "nine weeks")
    first, second = (
        annotating.annotate(home, open_article, span, body=body) for body in ("a", "b")
    )
    found = annotating.of(home, opening.refreshed(home, open_article))
    assert [one.note.id for one in found] == [first.id, second.id]


@pytest.mark.parametrize("span", [Span(0, 0), Span(5, 100_000), Span(100_000, 100_001)])
def test_a_span_without_words_takes_no_note(
    home: Home, open_article: OpenArticle, span: Span
) -> None:
    with pytest.raises(NoSuchPassage):
        annotating.annotate(home, open_article, span)
    assert not home.articles()


def test_a_tag_that_cannot_be_one_leaves_nothing_behind(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    with pytest.raises(BadRequest):
        annotating.annotate(home, open_article, spot(open_article, "nine weeks"), tags=["a, b"])
    assert not home.articles()
    assert not home.notes()


def test_no_control_character_gets_into_a_note(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, "nine weeks")
    note = annotating.annotate(
        home, open_article, span, body="a\x1b[31m\nb\x07", tags=["x\x1b]0;y\x07"]
    )
    assert note.body == "a\nb"
    assert note.tags == ("x",)


def test_what_is_not_named_in_a_change_stays(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(
        home, open_article, spot(open_article, "nine weeks"), body="a", tags=["x"]
    )
    changed = annotating.change(home, note, colour=Colour.PINK)
    assert (changed.body, changed.tags, changed.colour) == ("a", ("x",), Colour.PINK)
    assert annotating.change(home, changed, body="", tags=()).body == ""
    assert home.notes()[note.id].tags == ()


def test_two_terminals_changing_one_note_lose_neither_change(
    home: Home, places: Places, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(
        home, open_article, spot(open_article, "nine weeks"), body="a", tags=["x"]
    )
    other = open_home(places)
    annotating.change(other, other.notes()[note.id], tags=["x", "y"])
    annotating.change(home, note, body="b")
    assert other.refresh()
    seen = other.notes()[note.id]
    assert (seen.body, set(seen.tags)) == ("b", {"x", "y"})


def test_each_terminal_shows_the_notes_of_the_other(
    home: Home, places: Places, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    other = open_home(places)
    theirs = opening.read(other, article)
    assert not other.refresh()
    mine = annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    assert other.refresh()
    again = opening.refreshed(other, theirs)
    assert [one.note.id for one in annotating.of(other, again)] == [mine.id]
    assert not other.refresh()


def test_two_terminals_annotating_a_new_article_share_its_record(
    home: Home, places: Places, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    other = open_home(places)
    theirs = opening.read(other, article)
    annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    annotating.annotate(other, theirs, spot(theirs, "half the town"))
    home.refresh()
    assert len(annotating.of(home, opening.refreshed(home, open_article))) == 2


def test_two_machines_that_met_an_article_apart_see_each_others_notes(
    home: Home,
    elsewhere: Callable[[str], Places],
    article: Path,
    open_article: OpenArticle,
    spot: Spot,
) -> None:
    far = open_home(elsewhere("laptop"))
    theirs = opening.read(far, article)
    annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    annotating.annotate(far, theirs, spot(theirs, "half the town"))
    home.refresh()
    far.refresh()
    for one, opened in ((home, open_article), (far, theirs)):
        assert len(annotating.of(one, opening.refreshed(one, opened))) == 2


def test_deleted_notes_go_at_once_and_come_back_together(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    words = ("nine weeks", "half the town")
    made = [annotating.annotate(home, open_article, spot(open_article, one)) for one in words]
    annotating.delete(home, [*made, made[0]])
    assert not home.notes()
    assert undoing.undo(home) == "Undone: deletion of 2 notes, in “harbour.txt”."
    assert set(home.notes()) == {one.id for one in made}


def test_deleting_what_is_gone_changes_nothing(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    annotating.delete(home, [note])
    annotating.delete(home, [note])
    undoing.undo(home)
    assert note.id in home.notes()


def test_a_deleted_note_takes_no_change(home: Home, open_article: OpenArticle, spot: Spot) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    annotating.delete(home, [note])
    with pytest.raises(NoSuchNote, match="it has been deleted"):
        annotating.change(home, note, body="late")
    assert not home.notes()


def test_an_orphan_can_be_put_elsewhere(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "thinner and grey"), body="b")
    article.write_text(ARTICLE.replace("thinner and grey", "as thick as ever"), "utf-8")
    edited = opening.read(home, article)
    (orphan,) = annotating.of(home, edited)
    assert orphan.span is None
    span = spot(edited, "as thick as ever")
    annotating.place(home, edited, note, span)
    (found,) = annotating.of(home, opening.read(home, article))
    assert (found.span, found.placement.state, found.note.body) == (span, "same", "b")


def test_a_note_moves_with_its_words(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    annotating.annotate(home, open_article, spot(open_article, "thinner and grey"))
    article.write_text("A line before it all.\n\n" + ARTICLE, "utf-8")
    edited = opening.read(home, article)
    (found,) = annotating.of(home, edited)
    assert found.span == spot(edited, "thinner and grey")
    assert found.placement.state == "moved"


def test_a_moved_file_keeps_its_notes(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    moved = article.rename(article.with_name("elsewhere.txt"))
    assert len(annotating.of(home, opening.read(home, moved))) == 1


def test_the_end_of_an_id_is_enough(home: Home, open_article: OpenArticle, spot: Spot) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    for tail in (note.id, note.id[-6:], note.id[-6:].upper(), f" {note.id[-6:]} "):
        assert annotating.by_id(home, tail) == note


def test_an_id_that_names_no_one_note_is_refused_kindly(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "nine weeks"))
    with pytest.raises(NoSuchNote, match="too short"):
        annotating.by_id(home, note.id[-3:])
    with pytest.raises(NoSuchNote, match="no note has this id"):
        annotating.by_id(home, "uuuu")
    with pytest.raises(NoSuchNote, match="no note has this id"):
        annotating.by_id(home, note.id + "0")
    with pytest.raises(NoSuchNote) as caught:
        annotating.by_id(home, "\x1b[31mzz")
    assert "\x1b" not in str(caught.value)


def test_a_sentence_names_a_note_by_its_first_words(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(
        home, open_article, spot(open_article, "Boats lay in the ice for nine weeks, and")
    )
    assert named(note) == "highlight on “Boats lay in the ice for…”"
    short = annotating.annotate(home, open_article, spot(open_article, "nine weeks"), body="x")
    assert named(short) == "note on “nine weeks”"
