"""The lines above and below the page, at every width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual import on
from textual.app import App, ComposeResult

from postil.tui.theme import THEMES
from postil.tui.widgets.title_bars import (
    EdgeLine,
    Hint,
    HintLine,
    StatusLine,
    TitleLine,
    crop,
    fitted,
    parted,
)


@given(st.text(alphabet="ab 漢字é\u0301", max_size=30), st.integers(0, 40))
def test_a_text_is_cropped_to_cells_and_says_that_it_is(text: str, width: int) -> None:
    found = crop(text, width)
    assert cell_len(found) <= max(0, width)
    if cell_len(text) <= width:
        assert found == text
    elif width >= 1:
        assert found.endswith("…")


class Showing(App[None]):
    """Shows the three lines."""

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "postil-dark"
        self.title_line, self.status, self.hints = TitleLine(), StatusLine(), HintLine()
        self.wanted: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.title_line
        yield self.status
        yield self.hints

    @on(HintLine.Wanted)
    def want(self, event: HintLine.Wanted) -> None:
        self.wanted.append(event.action)


def drawn(line: EdgeLine | HintLine) -> str:
    strip = line.render_line(0)
    assert strip.cell_length == line.size.width
    return strip.text


@pytest.mark.parametrize("width", [12, 20, 40, 80, 160])
async def test_the_source_stays_in_sight_and_the_section_gives_way(width: int) -> None:
    app = Showing()
    async with app.run_test(size=(width, 5)):
        app.status.left = "5/10 A rather long title of a section of this article\t57%  8 min left"
        app.status.right = "— Choe Sang-Hun, New York Times, 24 Jan 2015"
        app.title_line.left = "漢字の本 and a long English title behind it"
        app.title_line.right = "A Review, 2026"
        status = drawn(app.status)
        assert "—" in status
        if width >= 80:
            assert "57%  8 min left" in status
            assert "5/10 A" in status
        if width >= 160:
            assert "24 Jan 2015" in status
            assert "this article" in status
        title = drawn(app.title_line)
        if width >= 40:
            assert "漢字" in title


async def test_hints_are_whole_can_be_clicked_and_give_way_to_a_prefix() -> None:
    app = Showing()
    async with app.run_test(size=(30, 5)) as pilot:
        app.hints.hints = (
            Hint("v", "select", "select"),
            Hint("t", "tag", "tag"),
            Hint("", "", ""),
            Hint("a", "a long label of a hint", "note"),
        )
        assert drawn(app.hints).rstrip() == " v select  t tag"
        await pilot.click(app.hints, offset=(1, 0))
        await pilot.click(app.hints, offset=(12, 0))
        await pilot.click(app.hints, offset=(9, 0))
        await pilot.click(app.hints, offset=(28, 0))
        assert app.wanted == ["select", "tag"]
        app.hints.waiting = "M…  a letter of the alphabet follows"
        assert drawn(app.hints).startswith(" M…  a letter")
        assert drawn(app.hints).rstrip().endswith("…")
        await pilot.click(app.hints, offset=(1, 0))
        assert app.wanted == ["select", "tag"]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (60, "5/10 How the discs travel  3%  22 min left  4 notes"),
        (44, "5/10 How the disc…  3%  22 min left  4 notes"),
        (33, "5/10  3%  22 min left  4 notes"),
        (24, "5/10  3%  22 min left"),
        (20, "5/10 How the di…  3%"),
        (12, "5/10  3%"),
        (6, "5/10…"),
        (0, ""),
    ],
)
def test_the_section_gives_way_first_and_then_whole_facts(width: int, shown: str) -> None:
    assert fitted("5/10 How the discs travel", "3%  22 min left  4 notes", width) == shown


@given(st.text(max_size=30), st.text(max_size=40), st.integers(0, 60))
def test_what_is_fitted_fits(section: str, facts: str, width: int) -> None:
    assert cell_len(fitted(section, facts, width)) <= width
    assert cell_len(parted(facts, width)) <= width


def test_a_source_is_shortened_at_a_comma() -> None:
    source = "— Choe Sang-Hun, New York Times, 24 Jan 2015"
    assert parted(source, 60) == source
    assert parted(source, 40) == "— Choe Sang-Hun, New York Times…"
    assert parted(source, 20) == "— Choe Sang-Hun…"
    assert parted(source, 10) == "— Choe Sa…"


def test_facts_stand_alone_where_there_is_no_section() -> None:
    assert fitted("", "3%  22 min left", 30) == "3%  22 min left"
    assert fitted("This file is empty.", "", 30) == "This file is empty."
