"""X chooses again what was chosen last, or else what was copied last, and the keys act on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.driving import SMALL, reading, shelf

BREAD = "Some came twice a day."


async def test_what_was_left_marked_or_cited_is_chosen_again_and_acted_on(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("X")
        assert s.said == "Nothing was chosen or copied in this article yet: v chooses words."
        await s.choose(BREAD)
        await s.press("escape", "X")
        assert s.chosen == BREAD
        await s.press("enter", "X")
        assert s.chosen == BREAD
        await s.press("t", *"bread", "enter", "escape")
        await s.press("X", "c")
        assert BREAD in s.clipboard
        assert "Lindqvist" in s.clipboard
        await s.press("X", "y")
        assert s.clipboard == BREAD
        await s.press("X", "C")
        await s.opened("CiteChooser")
        await s.press("escape")
        assert s.chosen == BREAD
        assert [(note.anchor.quote, note.tags) for note in s.notes()] == [(BREAD, ("bread",))]


async def test_all_that_was_joined_is_chosen_again(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("v", "J", "y")
        joined = s.clipboard
        assert joined.count("\n\n") == 1
        await s.press("X", "y")
        assert s.clipboard == joined


async def test_where_nothing_was_chosen_it_is_what_was_copied(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("}", "}", "}", "y")
        copied = s.clipboard
        assert copied.startswith("Boats lay in the ice")
        await s.press("G", "X")
        assert s.chosen.startswith("Boats lay in the ice")
        assert s.page.viewport.in_sight(s.selection.span.start)
        await s.press("escape", "H")
        assert s.page.current == len(s.page.article.blocks) - 1, "it was a jump, which leads back"


async def test_an_article_that_is_opened_again_still_knows_it_also_when_it_was_edited(
    harbour: Path,
) -> None:
    async with shelf(harbour.parent, size=SMALL) as s:
        await s.press("enter")
        await s.until(lambda: s.reader.stage.open_article is not None, "the article")
        await s.choose(BREAD)
        await s.press("escape", "q")
        harbour.write_text("One more line above.\n\n" + harbour.read_text("utf-8"), "utf-8")
        await s.press("enter")
        await s.until(lambda: s.reader.stage.open_article is not None, "the article again")
        await s.press("X")
        assert s.chosen == BREAD
        await s.press("escape", "q")
        harbour.write_text(harbour.read_text("utf-8").replace("twice", "once"), "utf-8")
        await s.press("enter")
        await s.until(lambda: s.reader.stage.open_article is not None, "the article again")
        await s.press("X")
        assert s.said == "The words chosen last are no longer in the article."


@pytest.mark.parametrize("keys", [["v", "enter"], ["v", "escape"], ["v", "y"]])
async def test_keys_in_one_burst_find_it_as_well(harbour: Path, keys: list[str]) -> None:
    async with reading(harbour) as s:
        s.burst(*keys, "X")
        await s.settle()
        assert s.chosen.startswith("How the Harbour Froze")
