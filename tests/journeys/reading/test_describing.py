"""E corrects what is known of the article itself; title bar, citations and shelf follow at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from postil.cli.main import run
from tests.journeys.driving import LARGE, SMALL, Session, reading, shelf


async def correct(s: Session, **fields: str) -> None:
    """Open the dialog and type over some fields, by their CSL names."""
    await s.press("E")
    await s.opened("Description")
    order = ["title", "author", "container-title", "issued", "type", "URL"]
    for name in order[: 1 + max(order.index(field.replace("_", "-")) for field in fields)]:
        if (typed := fields.get(name.replace("-", "_"))) is not None:
            await s.press("ctrl+u", "ctrl+k")
            await s.type(typed)
        await s.press("down")
    await s.press("ctrl+s")


def told(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    """Return what the command line says of the article, by field."""
    capsys.readouterr()
    assert run(["meta", str(path), "--json"]) == 0
    return {
        one["field"]: one["value"]
        for one in map(json.loads, capsys.readouterr().out.split("\n")[:-1])
    }


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_all_that_names_the_article_follows_and_undo_takes_it_back(
    harbour: Path, size: tuple[int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    async with reading(harbour, size) as s:
        await correct(
            s,
            title="Two Winters",
            author="Ann Reed; Li, Bo",
            container_title="Ice Review",
            issued="3–5 May 2019",
        )
        assert s.dialog == "ReaderScreen"
        assert s.said == "Kept; u takes it back."
        assert s.seen().splitlines()[0].split("  ")[0].strip() == "Two Winters"
        assert "Ice Review, 2019" in s.seen().splitlines()[0]
        await s.press("v", "c")
        assert "Two Winters" in s.clipboard
        assert "Reed" in s.clipboard
        await s.press("E")
        await s.opened("Description")
        assert s.seen().count("from you") == 4
        await s.press("escape")
    known = told(harbour, capsys)
    assert known["title"] == "Two Winters"
    assert known["author"] == [{"family": "Reed", "given": "Ann"}, {"family": "Li", "given": "Bo"}]
    async with reading(harbour, size) as s:
        await s.press("u")
        assert s.seen().splitlines()[0].strip() == "harbour.txt", "it has no title of its own"
    assert told(harbour, capsys)["author"] is None


async def test_an_empty_field_goes_back_to_what_the_article_says(linked: Path) -> None:
    async with reading(linked) as s:
        own = s.reader.title_line.left
        await correct(s, title="Two Winters")
        assert s.reader.title_line.left == "Two Winters"
        await s.press("E")
        await s.opened("Description")
        assert f"emptied, it is as the text says, “{own}”" in s.seen()
        await s.press("ctrl+u", "ctrl+k", "ctrl+s")
        assert s.reader.title_line.left == own
        await s.press("E", "ctrl+u", "ctrl+k", "ctrl+s")
        assert "it takes what the article itself says" in " ".join(s.seen().split())


async def test_what_cannot_be_kept_is_said_and_nothing_typed_is_lost(harbour: Path) -> None:
    async with reading(harbour) as s:
        await correct(s, issued="some day")
        assert s.dialog == "Description"
        assert "cannot read this as a date" in " ".join(s.seen().split())
        await s.press("escape")
        assert s.dialog == "Description", "it was typed, and not kept yet"
        assert "leaving again gives it up" in " ".join(s.seen().split())
        await s.press("escape")
        assert s.dialog == "ReaderScreen"


async def test_what_was_being_typed_when_the_lights_went_out_is_there_again(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("E", "ctrl+u", "ctrl+k")
        await s.type("Two Win")
        await s.press("ctrl+q")
    async with reading(harbour) as s:
        await s.press("E")
        await s.opened("Description")
        assert s.said == "This is the correction that was left unfinished."
        assert "Two Win" in s.seen()


async def test_the_shelf_shows_what_was_corrected(harbour: Path) -> None:
    async with shelf(harbour.parent) as s:
        await s.press("enter")
        await s.until(lambda: s.reader.stage.open_article is not None, "the article")
        await correct(s, title="Two Winters", container_title="Ice Review")
        await s.press("q")
        await s.until(lambda: "Two Winters" in s.seen(), "the new title")
        assert "How the Harbour Froze" not in s.seen()
