"""The passages shown as noted, and the way from one note to the next."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.widgets.page.note_marks import Highlight
from tests.tui.widgets.page.fakes import Parts, article, highlights


def marked(*spans: tuple[int, int]) -> Parts:
    parts = Parts(article("one two three", "four five", "six"))
    parts.marks.show(highlights(*spans))
    return parts


def on_block(parts: Parts, block: int) -> Sequence[Highlight]:
    return parts.marks.touching(parts.article.block_span(block))


def test_a_note_is_pending_until_it_has_an_id() -> None:
    assert Highlight(Span(0, 3), Colour.BLUE, "").pending
    assert not Highlight(Span(0, 3), Colour.BLUE, "01").pending


def test_a_highlight_is_found_on_every_block_that_it_touches() -> None:
    parts = marked((0, 3), (8, 19))
    assert [[h.note for h in on_block(parts, block)] for block in range(3)] == [
        ["n0", "n1"], ["n1"], [],
    ]  # fmt: skip
    assert parts.view.drawn == 1
    parts.marks.show(())
    assert not on_block(parts, 0)


def test_one_that_ends_where_a_block_begins_is_not_on_it() -> None:
    parts = marked((0, 15))
    assert parts.article.starts[1] == 15
    assert not on_block(parts, 1)


def test_the_current_note_is_drawn_anew_only_when_it_is_another() -> None:
    parts = marked((0, 3))
    parts.marks.show_now("n0")
    parts.marks.show_now("n0")
    assert (parts.marks.note_now, parts.view.drawn) == ("n0", 2)


@pytest.mark.parametrize(("offset", "note"), [(0, "n0"), (5, "n1"), (9, "n0"), (20, "")])
def test_of_several_notes_the_shortest_lies_on_top(offset: int, note: str) -> None:
    assert marked((0, 13), (4, 7)).marks.uppermost(offset) == note


def test_what_is_still_on_its_way_to_the_disk_is_no_note_yet() -> None:
    parts = marked()
    parts.marks.show_pending([Highlight(Span(0, 3), Colour.PINK, "")])
    assert [mark.pending for mark in on_block(parts, 0)] == [True]
    assert parts.marks.uppermost(0) == ""
    assert parts.marks.over(Span(0, 9)) == []
    assert parts.marks.beside(1, 0) is None


@pytest.mark.parametrize(
    ("now", "steps", "here", "note"),
    [
        ("", 1, 0, "n0"),
        ("", 1, 4, "n1"),
        ("", 1, 5, "n2"),
        ("", -1, 5, "n1"),
        ("", -1, 0, "lost"),
        ("", 2, 0, "n1"),
        ("n1", 1, 0, "n2"),
        ("n2", 1, 0, "lost"),
        ("lost", 1, 0, "n0"),
        ("n0", -1, 0, "lost"),
        ("gone", 1, 0, "n0"),
    ],
)
def test_notes_are_stepped_through_in_a_circle(now: str, steps: int, here: int, note: str) -> None:
    parts = marked((0, 3), (4, 7), (15, 19))
    parts.marks.lost = ("lost",)
    parts.marks.note_now = now
    assert parts.marks.beside(steps, here) == note
