"""The outline counts notes and matches by sections, and the rail shows where they stand."""

from __future__ import annotations

from pathlib import Path

from postil.model.note import Colour
from postil.tui.theme import SIGNS
from postil.tui.widgets.page.landmarks import BOTH, HIT
from tests.journeys.driving import LARGE, SMALL, Session, reading

YELLOW = SIGNS[Colour.YELLOW]


def outline(s: Session) -> dict[str, str]:
    """Return what stands behind each title in the outline."""
    rows = [s.reader.outline.list.render_line(y).text for y in range(12)]
    found = {}
    for title in ("The First Winter", "The Second Winter", "How It Is Told"):
        (row,) = [row for row in rows if title in row]
        found[title] = row.partition(title)[2].strip()
    return found


def rail(s: Session) -> str:
    """Return the signs on the rail, from the top, without blanks and the thumb."""
    bar = s.reader.scrollbar
    signs = [strip.text for strip in bar.render_lines(bar.size.region)]
    return "".join(sign for sign in signs if sign in f"{''.join(SIGNS.values())}{HIT}{BOTH}")


async def test_notes_and_matches_are_told_as_they_come_and_go(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        assert rail(s) == ""
        await s.choose("Some came twice a day.")
        await s.press("enter", "escape")
        assert rail(s) == YELLOW
        assert outline(s) == {
            "The First Winter": f"{YELLOW}1", "The Second Winter": "", "How It Is Told": "",
        }  # fmt: skip
        await s.find("bread")
        assert outline(s) == {
            "The First Winter": f"{YELLOW}1  /1", "The Second Winter": "/1", "How It Is Told": "",
        }  # fmt: skip
        matches = s.page.overlays.matches
        assert matches is not None
        assert sorted(rail(s)) == sorted(f"{YELLOW}{HIT * len(matches)}")
        await s.press("escape", "u")
        assert rail(s) == ""
        assert outline(s)["The Second Winter"] == ""


async def test_the_rail_is_there_in_a_small_terminal_too(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        await s.press("v", "3", "escape", "G", "v", "4", "escape")
        assert rail(s) == SIGNS[Colour.BLUE] + SIGNS[Colour.PINK]
        assert s.seen().splitlines()[1].rstrip().endswith(SIGNS[Colour.BLUE])


async def test_the_text_stays_where_it_is_when_panes_come_and_go(harbour: Path) -> None:
    """In a terminal with room for both beside it."""
    async with reading(harbour, LARGE) as s:

        def first_cell() -> int:
            return s.page.region.x + s.page.viewport.left

        there, share = first_cell(), s.status().split("%")[0]
        await s.press("o", "escape", "o")
        assert s.reader.outline.display is False
        assert first_cell() == there
        await s.press("m", "m")
        assert s.reader.margin.display is False
        assert first_cell() == there
        assert s.status().split("%")[0] == share
