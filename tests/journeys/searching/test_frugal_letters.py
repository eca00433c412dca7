"""A letter of a query draws what it has changed, and lays out nothing anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.screen import Screen

from postil.tui.screens.listing.pointed_list import PointedList
from postil.tui.screens.listing.preview import Preview
from tests.journeys.driving import LARGE, SMALL, reading


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_letter_leaves_every_part_in_its_place(
    library: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[object] = []
    lay_out = Screen._refresh_layout

    def counted(screen: Screen[object], *how: object, **more: object) -> None:
        laid_out.append(screen)
        lay_out(screen, *how, **more)  # type: ignore[arg-type]

    async with reading(library / "harbour.txt", size) as s:
        await s.press("S")
        await s.type("br")
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        await s.type("ead")
        assert "Bread was thrown" in s.seen()
        await s.press("down")
        assert not laid_out


async def test_where_rows_come_everything_is_laid_out_once(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[object] = []
    lay_out = Screen._refresh_layout

    def counted(screen: Screen[object], *how: object, **more: object) -> None:
        laid_out.append(screen)
        lay_out(screen, *how, **more)  # type: ignore[arg-type]

    async with reading(library / "harbour.txt", LARGE) as s:
        await s.press("S")
        await s.type("b")
        await s.press("backspace")
        monkeypatch.setattr(Screen, "_refresh_layout", counted)
        await s.type("b")
        assert "Bread was thrown" in s.seen()
        assert len(laid_out) == 1
        await s.press("backspace")
        assert "Bread was thrown" not in s.seen()
        assert len(laid_out) == 2


async def test_the_pointer_draws_the_rows_that_it_leaves_and_reaches(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[int] = []
    draw = PointedList._drawn

    async with reading(library / "harbour.txt", LARGE) as s:
        await s.press("S")
        await s.type("bread")

        def counted(rows: PointedList[object, object], line: object, at: int, *how: bool) -> object:
            drawn.append(at)
            return draw(rows, line, at, *how)

        monkeypatch.setattr(PointedList, "_drawn", counted)
        await s.press("down")
        assert 1 <= len(drawn) <= 2
        drawn.clear()
        await s.press("up")
        assert not drawn, "as they were drawn before"


async def test_the_list_is_drawn_before_its_preview(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    lines = {PointedList: PointedList.render_lines, Preview: Preview.render_lines}
    for kind, render in lines.items():

        def counted(view: object, crop: object, kind=kind, render=render):  # type: ignore[no-untyped-def]
            drawn.append(kind.__name__)
            return render(view, crop)

        monkeypatch.setattr(kind, "render_lines", counted)
    async with reading(library / "harbour.txt", LARGE) as s:
        await s.press("S")
        await s.type("bread")
        drawn.clear()
        await s.press("down")
        assert drawn.index("PointedList") < drawn.index("Preview")
        first = drawn[: drawn.index("Preview")]
        assert first == ["PointedList"] * len(first)


async def test_the_bottom_line_names_the_keys_of_the_part_that_has_the_focus(
    library: Path,
) -> None:
    async with reading(library / "harbour.txt", SMALL) as s:
        await s.press("S")
        await s.type("bread")
        assert "to the list" in s.seen()
        await s.press("tab")
        assert "types on" in s.seen()
        assert "to the list" not in s.seen()
        await s.press("tab")
        assert "to the list" in s.seen()
