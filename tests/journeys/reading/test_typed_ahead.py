"""Keys in one burst: each waits until what the one before it was for is done."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.driving import reading, shelf


async def test_a_note_is_written_saved_and_behind_it_something_is_looked_for(
    harbour: Path,
) -> None:
    async with reading(harbour) as s:
        s.burst(*"}a", *"Kept.", "ctrl+s", "/", *"bread", "enter", "n")
        await s.settle()
        assert s.only().body == "Kept."
        assert s.reader.parts.find.fact() == "match 2/4"


async def test_what_was_just_marked_is_what_is_tagged(harbour: Path) -> None:
    async with reading(harbour) as s:
        s.burst("}", "enter", "t", *"food", "enter", "ctrl+s")
        await s.settle()
        assert s.only().tags == ("food",)


async def test_a_dialog_is_left_and_another_one_opened(harbour: Path) -> None:
    async with reading(harbour) as s:
        s.burst("?", *"find", "escape", ":", *"theme", "enter")
        await s.settle()
        assert s.dialog == "ReaderScreen"
        assert not s.app.current_theme.dark
        s.burst("s", "escape", "B", "escape", "C", "escape", "R", "escape", "o", *"bread")
        await s.settle()
        assert "bread" in s.seen()


async def test_an_article_is_opened_searched_and_left_for_the_shelf(harbour: Path) -> None:
    async with shelf(harbour.parent) as s:
        s.burst("enter", "/", *"bread", "enter", "q", *"har")
        await s.settle()
        assert s.dialog == "Shelf"
        assert "har" in s.seen().splitlines()[2], s.seen()


async def test_a_key_has_its_name_while_a_field_hides_it(harbour: Path) -> None:
    async with reading(harbour) as s:
        assert s.reader.stage.key("cite.copy") == "c"
        await s.press("/")
        assert s.reader.stage.key("cite.copy") == "c"
