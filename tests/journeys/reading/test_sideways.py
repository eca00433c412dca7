"""Wide code and tables, by their keys: whole lines, what stands further right, and folded again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.driving import reading


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    """Return a file with a line of code that no terminal has room for."""
    path = tmp_path / "wide.md"
    code = "begin " + "middle " * 40 + "needle"
    path.write_text(f"# Wide\n\nSome words.\n\n```\n{code}\n```\n\nThe end.\n", "utf-8")
    return path


async def test_lines_are_shown_whole_and_folded_again(wide: Path) -> None:
    async with reading(wide) as s:
        assert "needle" in s.seen()
        await s.press(">")
        assert "\u203a" in s.seen()
        assert "needle" not in s.seen()
        await s.press("9", "9", ">")
        assert "needle" in s.seen()
        assert "begin" not in s.seen()
        await s.press("9", "9", "<", "<")
        assert "begin" in s.seen()
        assert "needle" in s.seen()
        await s.press("<")
        assert "folded" in s.said


async def test_a_match_beyond_the_edge_comes_into_sight(wide: Path) -> None:
    async with reading(wide) as s:
        await s.press(">")
        assert "needle" not in s.seen()
        await s.press("/")
        await s.type("needle")
        await s.press("enter")
        assert "needle" in s.seen()
        await s.press("v", "escape", "[")
        await s.press("/")
        await s.type("begin")
        await s.press("enter")
        assert "begin middle" in s.seen()
