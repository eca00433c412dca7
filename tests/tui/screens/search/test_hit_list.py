"""A hit stays on its line, whatever stands in the text that it was found in."""

from __future__ import annotations

import json

import pytest
from rich.cells import cell_len
from rich.style import Style

from postil.library.catalogue.live_search import FoundArticle, Passage
from postil.model.note import Colour
from postil.model.span import Span
from postil.store.catalogue.kept_sections import KeptSections
from postil.tui.screens.search.hit_list import HitDrawing, Listed


def test_the_lines_of_code_around_a_hit_stay_on_one_line() -> None:
    around = "int main(void) {\n    return harbour;\n}"
    at = around.index("harbour")
    passage = Passage((Span(at, at + 7),), "harbour", around, (Span(at, at + 7),))
    row = Listed(FoundArticle("/a.md", "A", "", "", (passage,)), 0)
    drawn = HitDrawing().row(row, 60, lambda _: Style())
    assert "\n" not in drawn.plain
    assert "return harbour;" in drawn.plain


AROUND = (
    "For nine weeks the harbour lay under ice, and nobody could say when the boats would leave."
)


def drawn(width: int, section: str, title: str = "On ice", note: str = "") -> str:
    """Return the row of a hit in a section; that of a note bears a tag."""
    at = AROUND.index("harbour")
    span = Span(at, at + 7)
    tags = ("weather",) if note else ()
    colour = Colour.YELLOW
    passage = Passage((span,), "harbour", AROUND, (span,), note, colour, tags)
    sections = KeptSections(json.dumps([[at, 1, 1, section]]) if section else "")
    article = FoundArticle("/a.md", title, "", "", (passage,), sections)
    row = Listed(article, 0)
    return HitDrawing().row(row, width, lambda _: Style()).plain


@pytest.mark.parametrize("width", [40, 72, 96, 150])
@pytest.mark.parametrize("note", ["", "01JABC"])
@pytest.mark.parametrize(
    "section", ["Winter", "What the long winter did to the harbour town", "冬の港"]
)
def test_the_section_of_a_hit_stands_behind_its_words(width: int, note: str, section: str) -> None:
    row = drawn(width, section, note=note)
    assert cell_len(row) < width
    assert "harbour" in row
    words, _, name = row.partition("§ ")
    assert cell_len(words) >= width * 2 // 3 - 1
    assert name == section or (name.endswith("…") and section.startswith(name[:-1].rstrip()))
    assert ("#" in words) == bool(note)


def test_there_is_more_room_for_a_section_on_a_wide_screen() -> None:
    name = "What the long winter did to the harbour town"
    rooms = [len(drawn(width, name).partition("§ ")[2]) for width in (72, 96, 150)]
    assert rooms == sorted(set(rooms))
    assert rooms[-1] == len(name)


@pytest.mark.parametrize("section", ["", "On ice"])
def test_no_room_is_taken_where_no_other_section_is_to_be_named(section: str) -> None:
    assert "§" not in drawn(72, section)
    assert cell_len(drawn(72, section)) > cell_len(drawn(72, "Winter").partition("§")[0].rstrip())
