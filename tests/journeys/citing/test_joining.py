"""Joining several passages to one quotation."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.tui.dialogs.frame.filter_list import FilterList
from tests.journeys.driving import LARGE, SMALL, Session, reading

BREAD = "The ferrymen sold bread from their decks to whoever dared to walk out to them."
BOATS = "Boats lay in the ice for nine weeks."
THIRD = "Some came twice a day."


def pieces(s: Session) -> list[str]:
    """Return the words of all that is chosen."""
    return [s.page.viewport.words(span) for span in s.page.selecting.passages]


async def join_two(s: Session) -> None:
    """Choose the first and the third sentence of the paragraph on the boats."""
    await s.press("]", "}", "v", "J")
    assert pieces(s) == [BOATS, BREAD]
    await s.press(")")
    assert pieces(s) == [BOATS, THIRD]


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_two_passages_are_cited_as_one(harbour: Path, size: tuple[int, int]) -> None:
    async with reading(harbour, size) as s:
        await join_two(s)
        await s.press("c")
        assert s.clipboard.startswith(f"“{BOATS} … {THIRD}” — Ada Lindqvist")
        assert pieces(s) == []


async def test_all_sources_of_what_is_joined_are_named(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await s.press("g", "g", "]", "}", "v", "J")
        for _ in range(12):
            if "Children were told" not in pieces(s)[-1]:
                await s.press(")")
        assert pieces(s) == [BOATS, "Children were told to stay off it."]
        await s.press("c")
        assert "— Ada Lindqvist, Harbour Gazette, February 3, 1998, and Teo Brandt, " in s.clipboard
        assert "The passage comes from several sources" in s.said


async def test_the_words_of_all_are_copied(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "v", "b", "b", "h", "J")
        assert pieces(s) == [BOATS[:-12], BREAD]
        await s.press("y")
        assert s.clipboard == f"{BOATS[:-12]}. … {BREAD}"


async def test_every_way_to_cite_takes_all(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await join_two(s)
        await s.press("C")
        assert f"{BOATS} … {THIRD}" in s.seen()
        assert s.app.screen.query_one(FilterList).row is not None
        await s.press("enter")
        assert s.clipboard.startswith(f"“{BOATS} … {THIRD}”")


async def test_both_are_shown_and_the_bottom_line_says_what_keys_do(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v")
        assert "J join" in s.seen().splitlines()[-1]
        await s.press("J", ")")
        block = s.page.article.block_at(s.page.selecting.passages[0].start)
        style = s.page.theme_styles.now.chosen
        chosen = [one for one in s.page.renderer.layers(block) if one.style == style]
        assert {(one.start, one.end) for one in chosen} == {
            (span.start, span.end) for span in s.page.selecting.passages
        }
        line = s.seen().splitlines()[-1]
        for hint in ("c cite joined", "y copy joined", "J join more", "Esc drop one"):
            assert hint in line


async def test_escape_drops_one_passage_after_the_other(harbour: Path) -> None:
    async with reading(harbour) as s:
        await join_two(s)
        await s.press("J")
        assert len(pieces(s)) == 3
        await s.press("escape")
        assert pieces(s) == [BOATS, THIRD]
        await s.press("escape", "b")
        assert pieces(s) == [BOATS[: BOATS.index("weeks") + 1]], "it can be changed again"
        await s.press("escape")
        assert pieces(s) == []


async def test_a_found_sentence_is_joined(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "J")
        await s.find("pier on piles")
        await s.press("v")
        assert pieces(s)[0] == BOATS
        assert pieces(s)[1].startswith("The town built a pier")
        await s.press("v", "b")
        assert len(pieces(s)) == 2
        assert pieces(s)[1].startswith("The town built a pier on piles, so that")


async def test_a_passage_drawn_with_the_mouse_is_joined(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "J")
        await s.choose("walk out to them")
        assert pieces(s) == [BOATS, "walk out to them"]


async def test_marking_takes_the_last_passage_alone(harbour: Path) -> None:
    async with reading(harbour) as s:
        await join_two(s)
        await s.press("1")
        assert s.only().anchor.quote == THIRD
        assert pieces(s) == []


async def test_attributions_are_passed_over_and_the_end_is_said(harbour: Path) -> None:
    async with reading(harbour) as s:
        await join_two(s)
        await s.press("J")
        assert pieces(s)[2].startswith("“Nobody had seen the water so still.")
        await s.press("escape", "escape", "escape", "J")
        assert pieces(s) == [], "in reading mode there is nothing to join to"


async def test_an_article_of_one_sentence_has_nothing_to_join(tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Only these words stand here and no others do.\n")
    async with reading(path) as s:
        await s.press("v", "J")
        assert len(pieces(s)) == 1
        assert s.said.startswith("No words are left here")
