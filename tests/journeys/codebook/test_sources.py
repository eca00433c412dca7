"""Who is quoted is listed, gone to, and joined where one source is spelled in two ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.base.labels import describe
from postil.library.care import local_state
from postil.library.catalogue import knowing, searching
from postil.tui.screens.passages.screen import PassagesScreen
from postil.tui.screens.sources.screen import SourcesScreen
from tests.journeys.driving import LARGE, Session, places, reading, shelf

FERRY = """# Ferries in the Ice

The ferrymen were paid in bread. [Source: A. Lindqvist, The Harbour Gazette, February 3, 1998]

The pilots kept a log of it. [Source: Ines Okafor, Sea News, 2019]
"""
UNDATED = """# Undated

The chairs were burned first. [Source: Zoë Marsh, Mole Letters]
"""
ADA = "Ada Lindqvist, Harbour Gazette, 3 Feb 1998"
SHORT = "A. Lindqvist, The Harbour Gazette, 3 Feb 1998"
TEO = "Teo Brandt, Lake Review, Jun 2014"
INES = "Ines Okafor, Sea News, 2019"
ZOE = "Zoë Marsh, Mole Letters"


@pytest.fixture
def ferries(library: Path) -> Path:
    """Return the library with one more article, which spells a source in another way."""
    (library / "ferries.md").write_text(FERRY, "utf-8")
    knowing.add(places(), [library])
    return library


def sources(s: Session) -> SourcesScreen:
    screen = s.app.screen
    assert isinstance(screen, SourcesScreen), s.seen()
    return screen


def listed(s: Session) -> list[str]:
    return [describe(one.source) for one in sources(s).list.rows]


async def test_the_sources_of_an_article_and_of_the_library_are_listed(ferries: Path) -> None:
    async with reading(ferries / "harbour.txt") as s:
        await s.press("@")
        assert listed(s) == [ADA, TEO]
        assert "Sources of harbour.txt" in s.seen()
        (line,) = (line for line in s.seen().splitlines() if f"► {'':4}{ADA}" in line)
        assert line.split(ADA)[1].split() == ["2", "passages"]
        assert "2 passages, 1 article, 2 notes" in s.seen()
        await s.press("ctrl+l")
        assert listed(s) == [ADA, SHORT, INES, TEO]
        await s.type("gazette OR date:2019")
        assert listed(s) == [ADA, SHORT, INES]
        await s.press("ctrl+o", "ctrl+o")
        assert listed(s) == [INES, ADA, SHORT]
        await s.press("ctrl+u")
        await s.type("zeppelin")
        assert "No source here has “zeppelin”." in s.seen()


async def test_enter_leads_to_the_passages_and_on_to_the_place(ferries: Path) -> None:
    async with shelf(ferries, size=LARGE) as s:
        await s.press("ctrl+f", "f6")
        await s.type("okafor")
        await s.until(lambda: "The pilots kept a log" in s.seen(), "the passages beside it")
        await s.press("enter")
        screen = s.app.screen
        assert isinstance(screen, PassagesScreen)
        assert [one.words.split(".")[0] for one in screen.list.rows] == [
            "The pilots kept a log of it"
        ]
        await s.press("enter")
        assert s.page.article.name == "ferries.md"
        assert "hit 1/1" in s.status()
        await s.press("@", "ctrl+l")
        assert sources(s).line.value == "okafor"
        await s.press("escape", "q")
        assert isinstance(s.app.screen, PassagesScreen), "the list that it was opened from"
        await s.press("q", "escape", "escape")
        assert s.dialog == "Shelf", "beyond the search, where F6 was pressed"


async def test_two_spellings_are_joined_everywhere_and_parted_by_one_key(ferries: Path) -> None:
    def found() -> set[str]:
        home = local_state.open_home(places())
        return {hit.title for hit in searching.search(places(), home, 'source:"Ada Lindqvist"')}

    async with shelf(ferries) as s:
        await s.press("ctrl+f", "f6")
        assert f"≈ {ADA}" in s.seen(), "they are likely the same"
        await s.press("tab", "n", "J")
        assert "Which spelling stands for all 3 passages?" in s.seen()
        # The one that says more is offered first, whichever was ticked or has more passages.
        await s.press("enter")
        assert listed(s) == [ADA, INES, TEO]
        assert f"{ADA}  +1" in s.seen()
        assert found() == {"harbour.txt", "Ferries in the Ice"}
        await s.press("enter")
        screen = s.app.screen
        assert isinstance(screen, PassagesScreen)
        texts = {one.title for one in screen.list.rows if not one.note}
        assert texts == {"harbour.txt", "Ferries in the Ice"}
        await s.press("escape", "u")
        assert listed(s) == [ADA, SHORT, INES, TEO]
        assert found() == {"harbour.txt"}
        await s.press("x", "J")
        assert "Tick two sources that are one with x" in s.said or s.dialog == "ChooseOne"


async def test_the_likely_ones_are_gone_to_in_a_ring(ferries: Path) -> None:
    async with shelf(ferries, size=LARGE) as s:
        await s.press("ctrl+f", "f6", "tab", "G")
        assert sources(s).list.pointed == 3

        async def after(key: str) -> str:
            await s.press(key)
            row = sources(s).list.row
            assert row is not None
            return describe(row.source)

        assert await after("n") == ADA, "past the last it begins anew"
        assert await after("n") == SHORT
        assert await after("N") == ADA
        assert await after("N") == SHORT, "and before the first at the end"


async def test_where_none_are_likely_the_same_that_is_said_and_no_key_is_named(
    ferries: Path,
) -> None:
    (ferries / "undated.md").write_text(UNDATED, "utf-8")
    async with reading(ferries / "undated.md") as s:
        await s.press("f6", "tab")
        assert listed(s) == [ZOE]
        assert "next likely one" not in s.seen()
        await s.press("n")
        assert "No two sources here are spelled so much alike" in s.said
        await s.press("ctrl+l")
        assert "n next likely one" in s.seen()


async def test_sources_are_ordered_by_name_and_by_date(ferries: Path) -> None:
    (ferries / "undated.md").write_text(UNDATED, "utf-8")
    knowing.add(places(), [ferries])
    async with shelf(ferries, size=LARGE) as s:
        await s.press("ctrl+f", "f6")
        assert "5 by passages" in s.seen()
        await s.press("ctrl+o")
        assert listed(s) == [TEO, SHORT, ADA, ZOE, INES], "by family name"
        await s.press("ctrl+o")
        assert listed(s) == [INES, TEO, ADA, SHORT, ZOE], "what has no date comes last"
        await s.press("tab", "O")
        assert "5 by date, reversed" in s.seen()
        assert listed(s) == [ADA, SHORT, TEO, INES, ZOE], "so it does the other way round"
        await s.press("o", "O")
        assert listed(s)[-1] == ADA
        await s.press("o", "O")
        assert listed(s) == [INES, ZOE, ADA, SHORT, TEO]
        await s.press("o")
        assert "5 by date" in s.seen()
        assert "reversed" not in s.seen(), "each order begins in its usual direction"
        await s.press("o")
        assert listed(s)[0] == ADA, "most passages come from her"


async def test_a_wrong_query_leaves_the_list_and_enter_waits_for_the_answer(
    ferries: Path,
) -> None:
    async with shelf(ferries, size=LARGE) as s:
        await s.press("ctrl+f", "f6")
        await s.press(")")
        assert "here is nothing to look for" in s.seen()
        assert listed(s) == [ADA, SHORT, INES, TEO]
        await s.press("ctrl+u")
        await s.type("zeppelin")
        await s.press("enter")
        assert listed(s) == [], "there is nothing to open"
        await s.press("ctrl+u")
        s.burst(*"okafor", "enter")
        await s.settle()
        screen = s.app.screen
        assert isinstance(screen, PassagesScreen)
        assert [one.words.split(".")[0] for one in screen.list.rows] == [
            "The pilots kept a log of it"
        ]


async def test_where_nobody_is_quoted_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("One\n\nA line of text by nobody else.\n", "utf-8")
    async with reading(tmp_path / "one.txt") as s:
        await s.press("@")
        assert "This article names no source. ctrl+l lists those" in s.seen()
        assert "by passages" not in s.seen(), "there is nothing to be in any order"
        await s.press("ctrl+l")
        assert "Nothing that is known quotes anybody." in s.seen()
        await s.press("tab", "J", "enter", "escape")
        assert s.dialog == "ReaderScreen"
