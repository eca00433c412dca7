"""Reading mode: every motion, its counts, and what is said where there is nothing further."""

from __future__ import annotations

import pytest

from tests.tui.widgets.page.fakes import Parts, article, highlights, numbered, sectioned


def test_lines_scroll_and_at_the_end_the_current_paragraph_moves() -> None:
    parts = Parts(numbered(8))
    parts.reading.rows(1)
    assert (parts.viewport.top, parts.paragraph.index) == (1, 1)
    parts.count("99")
    parts.reading.rows(1)
    top = parts.viewport.top
    assert parts.screen()[-1].startswith("7 ")
    before = parts.paragraph.index
    parts.reading.rows(1)
    assert (parts.viewport.top, parts.paragraph.index) == (top, before + 1)


def test_pages_keep_a_line_in_sight_and_halves_are_half_a_page() -> None:
    parts = Parts(numbered(80))
    parts.reading.pages(1)
    assert parts.viewport.top == 9
    parts.reading.pages(-1)
    parts.reading.halves(1)
    assert parts.viewport.top == 5
    parts.count("3")
    parts.reading.pages(1)
    assert parts.viewport.top == 5 + 27


@pytest.mark.parametrize(("direction", "index"), [(1, 4), (-1, 0)])
def test_where_no_page_follows_the_last_paragraph_in_sight_is_current(
    direction: int, index: int
) -> None:
    parts = Parts(numbered(5))
    parts.paragraph.make_current(2)
    parts.reading.pages(direction)
    assert parts.paragraph.index == index


def test_the_beginning_the_end_and_a_paragraph_by_its_number() -> None:
    parts = Parts(numbered(50))
    parts.reading.last()
    assert parts.paragraph.index == 49
    assert parts.screen()[-1].startswith("49 ")
    parts.reading.first()
    assert (parts.paragraph.index, parts.viewport.top) == (0, 0)
    for verb in (parts.reading.first, parts.reading.last):
        parts.count("21")
        verb()
        assert parts.paragraph.index == 20
    parts.count("999")
    parts.reading.first()
    assert parts.paragraph.index == 49
    told = [kind for kind, *_ in parts.reports.taken()]
    assert told.count("jumping") == 5
    assert not parts.reading.end_wanted


def test_the_end_of_what_is_still_being_read_is_kept_in_mind() -> None:
    parts = Parts(numbered(50, complete=False))
    parts.reading.last()
    assert parts.reading.end_wanted


def test_paragraphs_scroll_only_as_needed() -> None:
    parts = Parts(numbered(50))
    parts.count("3")
    parts.reading.paragraphs(1)
    assert (parts.paragraph.index, parts.viewport.top) == (3, 0)
    parts.count("3")
    parts.reading.paragraphs(1)
    assert parts.screen()[-1].startswith("6 ")
    parts.reports.taken()
    parts.paragraph.make_current(49)
    parts.reading.paragraphs(1)
    parts.paragraph.make_current(0)
    parts.reading.paragraphs(-1)
    assert parts.reports.taken() == [
        ("nothing", "No paragraph after this one."),
        ("nothing", "No paragraph before this one."),
    ]


def test_sections_go_to_the_beginning_of_this_one_before_the_one_before() -> None:
    parts = Parts(sectioned(60, (0, 20, 40)))
    parts.reading.sections(1)
    assert parts.paragraph.index == 20
    assert parts.screen()[1].startswith("20 ")
    parts.paragraph.make_current(22)
    parts.reading.sections(-1)
    assert parts.paragraph.index == 20
    parts.reading.sections(-1)
    assert parts.paragraph.index == 0
    parts.count("2")
    parts.reading.sections(1)
    assert parts.paragraph.index == 40


@pytest.mark.parametrize(
    ("complete", "direction", "said"),
    [
        (True, 1, "No section after this one."),
        (False, 1, "No section after this one yet: it is being read."),
        (True, -1, "No section before this one."),
    ],
)
def test_where_no_section_is_left_that_is_said_and_nothing_moves(
    complete: bool, direction: int, said: str
) -> None:
    parts = Parts(sectioned(9, (0,), complete))
    parts.reading.sections(direction)
    assert parts.reports.taken() == [("nothing", said)]
    assert parts.viewport.top == 0


def test_an_article_without_sections_says_so() -> None:
    parts = Parts(numbered(3))
    parts.reading.sections(1)
    assert parts.reports.taken() == [("nothing", "This article has no sections.")]


def test_notes_are_stepped_to_at_once_and_reported() -> None:
    parts = Parts(article("one two", "three four"))
    parts.reading.note_step(1)
    assert parts.reports.taken() == [("note", "")]
    parts.marks.show(highlights((0, 3), (9, 14)))
    parts.reading.note_step(1)
    assert parts.marks.note_now == "n0"
    parts.reading.note_step(1)
    parts.reading.note_step(1)
    assert parts.reports.taken() == [("note", "n0"), ("note", "n1"), ("note", "n0")]
    parts.marks.note_now = ""
    parts.count("2")
    parts.reading.note_step(1)
    assert parts.marks.note_now == "n1"


def test_every_verb_takes_an_empty_article() -> None:
    parts = Parts(article())
    for name, verb in parts.reading.verbs.items():
        verb(*(() if name in ("first", "last") else (1,)))
    assert parts.viewport.top == 0
