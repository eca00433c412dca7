"""Notes leave the shelf by article, those that are ticked or listed, and come in there too."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.catalogue import knowing
from tests.journeys.driving import LARGE, SMALL, Session, places, shelf
from tests.journeys.harbour import annotate

TEXTS = {
    "ice.md": "# The ice\n\nBoats lay in the ice for nine weeks.\n",
    "bread.md": "# The bread\n\nThe ferrymen sold bread to whoever came.\n",
    "quay.md": "# The quay\n\nNobody lived on the quay that year.\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "texts"
    root.mkdir()
    for name, text in TEXTS.items():
        (root / name).write_text(text, "utf-8")
    knowing.add(places(), [root], watch=True)
    annotate(root / "ice.md", "nine weeks", body="How cold?")
    annotate(root / "bread.md", "sold bread", body="At what price?")
    return root


async def into_csv(s: Session, path: Path) -> str:
    await s.opened("ChooseOne")
    await s.until(lambda: "in which form" in s.seen(), "the forms")
    await s.type("csv")
    await s.press("enter")
    await s.opened("AskLine")
    await s.type(str(path))
    await s.press("enter")
    await s.until(lambda: s.said.startswith("Wrote"), "word of it")
    return path.read_text("utf-8")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_notes_of_all_that_are_listed_or_of_one_are_exported(
    size: tuple[int, int], folder: Path, tmp_path: Path
) -> None:
    async with shelf(size=size) as s:
        await s.press("tab", "e")
        await s.opened("ChooseOne")
        await s.until(lambda: "all 3 articles that are listed" in s.seen(), "the question")
        await s.press("enter")
        text = await into_csv(s, tmp_path / "all.csv")
        assert "How cold?" in text
        assert "At what price?" in text
        await s.press("/")
        await s.type("ice")
        await s.press("tab", "e")
        text = await into_csv(s, tmp_path / "ice.csv")
        assert "How cold?" in text
        assert "At what price?" not in text


async def test_notes_of_ticked_articles_are_exported_without_a_question(
    folder: Path, tmp_path: Path
) -> None:
    async with shelf() as s:
        await s.press("/")
        await s.type("bread")
        await s.press("tab", "x", "/", "escape", "tab", "e")
        text = await into_csv(s, tmp_path / "bread.csv")
        assert "At what price?" in text
        assert "How cold?" not in text


async def test_articles_without_notes_have_nothing_to_export(folder: Path) -> None:
    async with shelf() as s:
        await s.type("quay")
        await s.press("tab", "e")
        await s.until(lambda: "There is no note on what is meant." in s.said, "word of it")


async def test_notes_of_another_program_come_in_and_go_back_in_one_step(
    folder: Path, tmp_path: Path
) -> None:
    path = tmp_path / "My Clippings.txt"
    about = "- Your Highlight on Location 2 | Added on Sunday, 4 March 2018 19:08:09"
    path.write_text(f"The quay (X)\n{about}\n\nNobody lived on the quay\n==========\n", "utf-8")
    async with shelf() as s:
        await s.press("tab", "i")
        await s.opened("AskLine")
        await s.type(str(path))
        await s.press("enter")
        await s.opened("Confirm")
        await s.press("y")
        await s.until(lambda: len(s.notes()) == 3, "the note")
        await s.press("u")
        await s.until(lambda: len(s.notes()) == 2, "one step back")
