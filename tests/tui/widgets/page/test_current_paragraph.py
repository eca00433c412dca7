"""The current paragraph stays in sight, and places can be come back to."""

from __future__ import annotations

from postil.model.position import ReadingPosition
from postil.tui.widgets.page.current_paragraph import CONTEXT
from tests.tui.widgets.page.fakes import Parts, article, highlights, numbered


def test_another_paragraph_is_drawn_anew_and_the_current_note_is_dropped() -> None:
    parts = Parts(numbered(9))
    parts.marks.note_now = "n1"
    parts.paragraph.make_current(3)
    assert parts.paragraph.index == 3
    assert parts.view.forgotten == [0, 3]
    assert parts.view.published == 1
    assert parts.marks.note_now == ""
    parts.marks.note_now = "n1"
    parts.paragraph.make_current(3)
    assert parts.marks.note_now == "n1", "it is the same paragraph"


def test_there_is_nothing_before_the_first_paragraph_and_behind_the_last() -> None:
    parts = Parts(numbered(9))
    parts.paragraph.make_current(99)
    assert parts.paragraph.index == 8
    parts.paragraph.make_current(-1)
    assert parts.paragraph.index == 0


def test_scrolling_keeps_it_while_it_is_seen_then_takes_the_first_whole_one() -> None:
    parts = Parts(numbered(30, rows=3))
    parts.paragraph.make_current(1)
    parts.viewport.scroll_rows(5)
    assert parts.paragraph.index == 1
    parts.viewport.scroll_rows(4)
    assert parts.paragraph.index == 3, "the second is cut by the top of the screen"
    parts.viewport.scroll_rows(-9)
    assert parts.paragraph.index == 0


def test_a_jump_tells_what_is_left_and_shows_what_comes_before() -> None:
    parts = Parts(numbered(50))
    parts.paragraph.jump(parts.article.starts[30])
    assert parts.reports.taken() == [("jumping", 0)]
    assert parts.screen()[CONTEXT].startswith("30 ")
    assert parts.paragraph.index == 30


def test_an_arrival_at_words_in_sight_does_not_scroll() -> None:
    parts = Parts(numbered(50))
    parts.paragraph.arrive(parts.article.starts[3])
    assert (parts.viewport.top, parts.paragraph.index) == (0, 3)
    assert parts.reports.taken() == []


def test_a_section_is_brought_near_the_top() -> None:
    parts = Parts(numbered(50))
    parts.paragraph.go_to(parts.article.starts[20])
    assert parts.reports.taken() == [("jumping", 0)]
    assert parts.screen()[1].startswith("20 ")
    assert parts.paragraph.index == 20


def test_a_place_is_come_back_to_with_its_paragraph() -> None:
    parts = Parts(numbered(50))
    parts.viewport.place(20, 0)
    parts.paragraph.make_current(22)
    place = parts.paragraph.here()
    assert place == ReadingPosition(parts.article.starts[20], parts.article.starts[22])
    parts.paragraph.jump(0)
    parts.paragraph.come_to(place)
    assert parts.paragraph.here() == place
    parts.paragraph.come_to(ReadingPosition(parts.article.starts[30], parts.article.starts[2]))
    assert parts.paragraph.index == 30, "a paragraph out of sight is not made current"


def test_nothing_is_left_or_come_to_in_an_empty_article() -> None:
    parts = Parts(article())
    parts.paragraph.jump(5)
    parts.paragraph.come_to(ReadingPosition(3))
    assert parts.reports.taken() == []
    assert parts.paragraph.here() == ReadingPosition(0, None)
    assert parts.paragraph.notes() == []


def test_the_notes_on_it_are_told_by_start() -> None:
    parts = Parts(article("one two", "three four"))
    parts.marks.show(highlights((0, 3), (4, 12), (9, 10)))
    assert parts.paragraph.notes() == ["n0", "n1"]
    parts.paragraph.make_current(1)
    assert parts.paragraph.notes() == ["n1", "n2"]


def test_it_is_a_paragraph_that_there_is_in_a_shorter_text() -> None:
    parts = Parts(numbered(9))
    parts.paragraph.make_current(8)
    parts.viewport.article = numbered(3)
    parts.paragraph.stay_within()
    assert parts.paragraph.index == 2
    parts.paragraph.restart()
    assert parts.paragraph.index == 0
