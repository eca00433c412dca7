"""Notes and matches are told beside the page: in the outline by sections, on the rail by height."""

from __future__ import annotations

from array import array

import pytest
from rich.style import Style

from postil.library.articles.finding import SpanMatches
from postil.model.note import Colour
from postil.model.span import Span
from postil.tui.theme import SIGNS
from postil.tui.widgets.page import landmarks
from postil.tui.widgets.page.landmarks import BOTH, HIT, Landmarks
from postil.tui.widgets.page.note_marks import Highlight
from postil.tui.widgets.page.overlays import Overlays
from tests.tui.widgets.page.fakes import Made, Parts, highlights, numbered


def told(parts: Parts) -> tuple[Landmarks, Overlays]:
    overlays = Overlays(parts.view, parts.viewport, parts.marks, Made())
    return Landmarks(parts.viewport, parts.marks, overlays, Made()), overlays


def matches(*starts: int) -> SpanMatches:
    return SpanMatches(array("q", starts), array("q", [start + 1 for start in starts]))


def signs(found: list[tuple[str, Style]]) -> str:
    return "".join(sign or "." for sign, _ in found)


def test_a_section_has_the_notes_that_begin_in_it_and_the_sign_of_most_of_them() -> None:
    parts = Parts(numbered(3))
    marks, overlays = told(parts)
    parts.marks.show(
        (
            Highlight(Span(0, 0), Colour.PINK, "whole"),
            Highlight(Span(2, 40), Colour.GREEN, "a"),
            Highlight(Span(3, 5), Colour.BLUE, "b"),
            Highlight(Span(4, 5), Colour.BLUE, "c"),
        )
    )
    overlays.show_matches(matches(1, 7, 50))
    first = marks.tally(Span(0, 38))
    assert (first.notes, first.hits, first.sign) == (3, 2, SIGNS[Colour.BLUE])
    rest = marks.tally(Span(38, 200))
    assert (rest.notes, rest.hits, rest.sign) == (0, 1, "")
    everything = marks.tally(None)
    assert (everything.notes, everything.hits) == (4, 3)


def test_the_rail_tells_by_shape_alone_what_stands_at_each_height() -> None:
    parts = Parts(numbered(40))
    marks, overlays = told(parts)
    starts = parts.article.starts
    parts.marks.show(highlights((starts[0], starts[0] + 3), (starts[20], starts[20] + 3)))
    overlays.show_matches(matches(starts[20] + 1, starts[39]))
    assert parts.viewport.typeset.height == 79
    blue = SIGNS[Colour.BLUE]
    assert signs(marks.rail(10)) == f"{blue}....{BOTH}...{HIT}"
    assert len({blue, BOTH, HIT}) == 3
    overlays.show_matches(None)
    assert signs(marks.rail(10)) == f"{blue}....{blue}...."


def test_in_a_short_article_signs_stand_beside_their_rows() -> None:
    parts = Parts(numbered(3))
    marks, _ = told(parts)
    starts = parts.article.starts
    parts.marks.show(highlights((starts[1], starts[1] + 2), (starts[2], starts[2] + 2)))
    assert [at for at, (sign, _) in enumerate(marks.rail(10)) if sign] == [2, 4]


@pytest.mark.parametrize("cells", [0, 1, 3, 50])
def test_every_note_is_on_the_rail_whatever_its_height(cells: int) -> None:
    parts = Parts(numbered(30, rows=3))
    marks, _ = told(parts)
    end = parts.article.length
    for at in (0, 1, end // 2, end - 1):
        parts.marks.show(highlights((at, end)))
        assert sum(bool(sign) for sign, _ in marks.rail(cells)) == min(1, cells)


def test_matches_that_are_everywhere_are_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landmarks, "TOO_MANY", 2)
    marks, overlays = told(Parts(numbered(3)))
    overlays.show_matches(matches(1, 2))
    assert marks.tally(None).hits == 2
    overlays.show_matches(matches(1, 2, 3))
    assert marks.tally(None).hits == 0


def test_what_is_beside_the_page_hears_of_notes_and_other_matches_alone() -> None:
    parts = Parts(numbered(3))
    _, overlays = told(parts)
    found = matches(1, 2)
    overlays.show_matches(found, found.span(0))
    overlays.show_matches(found, found.span(1))
    parts.marks.show_now("n0")
    assert parts.view.landmarks == 1
    parts.marks.show(highlights((0, 1)))
    assert parts.view.landmarks == 2
