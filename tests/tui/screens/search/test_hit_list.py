"""A hit stays on its line, whatever stands in the text that it was found in."""

from __future__ import annotations

from rich.style import Style

from postil.library.catalogue.live_search import FoundArticle, Passage
from postil.model.span import Span
from postil.tui.screens.search.hit_list import HitDrawing, Listed


def test_the_lines_of_code_around_a_hit_stay_on_one_line() -> None:
    around = "int main(void) {\n    return harbour;\n}"
    at = around.index("harbour")
    passage = Passage((Span(at, at + 7),), "harbour", around, (Span(at, at + 7),))
    row = Listed(FoundArticle("/a.md", "A", "", "", (passage,)), passage, 0)
    drawn = HitDrawing().row(row, 60, lambda _: Style())
    assert "\n" not in drawn.plain
    assert "return harbour;" in drawn.plain
