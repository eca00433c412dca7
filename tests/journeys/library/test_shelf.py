"""The shelf, from choosing an article to coming back from it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from postil.cli.main import run
from tests.journeys.driving import LARGE, SMALL, Session, shelf


async def test_the_shelf_lists_filters_opens_and_is_returned_to(
    harbour: Path, linked: Path, tmp_path: Path
) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    async with shelf(tmp_path) as s:
        await s.until(lambda: "new" in s.seen(), "the articles")
        assert "Notes on ferries" in s.seen()
        assert "picture" not in s.seen()
        await s.type("harb")
        assert "Notes on ferries" not in s.seen()
        await s.press("enter")
        await s.until(
            lambda: s.dialog == "ReaderScreen" and s.reader.stage.open_article is not None,
            "the article",
        )
        await s.settle()
        await s.press("]", "}", "v", "1", "]", "q")
        await s.until(lambda: s.dialog == "Shelf", "the shelf")
        await s.until(lambda: "1 note" in s.seen(), "what was made")
        assert "%" in s.seen()
        assert "today" in s.seen()
        await s.press("escape")
        await s.until(lambda: "Notes on ferries" in s.seen(), "all again")
        await s.press("ctrl+q")
    async with shelf(tmp_path) as s:
        assert "today" in s.seen()
        await s.press("down")
        assert "1 note" in s.seen()


def percent(text: str) -> str:
    """Return the only share that stands in a text."""
    (found,) = set(re.findall(r"\d+%", text))
    return str(found)


async def opened(s: Session) -> None:
    await s.until(
        lambda: s.dialog == "ReaderScreen" and s.reader.stage.open_article is not None,
        "the article",
    )
    await s.settle()


@pytest.mark.parametrize("size", [SMALL, LARGE, (50, 12)])
@pytest.mark.parametrize("keys", [[], ["space"], ["]", "]", "j"], ["G"]])
async def test_the_shelf_says_what_the_bar_said_last(
    harbour: Path, size: tuple[int, int], keys: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    async with shelf(harbour.parent, size=size) as s:
        await s.press("enter")
        await opened(s)
        await s.press(*keys)
        said = percent(s.status())
        assert (said == "100%") == ("the end" in s.status())
        await s.press("q")
        await s.until(lambda: s.dialog == "Shelf" and "new" not in s.seen(), "the shelf")
        assert percent(s.seen()) == said
    assert run(["shelf"]) == 0
    assert percent(capsys.readouterr().out) == said
    assert run(["shelf", "--json"]) == 0
    assert f"{json.loads(capsys.readouterr().out)['progress']:.0%}" == said
