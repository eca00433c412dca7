"""Tags are put in order where all of them are listed, and one key takes each step back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from postil.library.care import local_state
from postil.library.notes import annotating, tagging
from postil.tui.screens.passages.screen import PassagesScreen
from postil.tui.screens.tags.screen import TagsScreen
from tests.journeys.driving import LARGE, Session, places, reading, shelf

ALL = ["people", "trade", "trade/food", "weather", "weather/ice", "winter", "work"]


def tags(s: Session) -> TagsScreen:
    """Return the tags screen, which must be on top."""
    screen = s.app.screen
    assert isinstance(screen, TagsScreen), s.seen()
    return screen


def listed(s: Session) -> list[str]:
    return [one.tag for one in tags(s).list.rows]


def pointed(s: Session) -> str | None:
    row = tags(s).list.row
    return None if row is None else row.tag


def stored() -> Mapping[str, int]:
    """Return the tags as another process reads them, with the number of their notes."""
    return {one.tag: one.notes for one in tagging.tags(local_state.open_home(places()))}


async def to(s: Session, tag: str) -> None:
    """Point at a tag, in the list."""
    if not tags(s).list.has_focus:
        await s.press("tab")
    await s.press("g")
    while (row := tags(s).list.row) is not None and row.tag != tag:
        assert row != tags(s).list.rows[-1], f"{tag} is not listed"
        await s.press("j")


async def test_the_tree_is_shown_with_counts_and_filtered_by_name_and_meaning(
    library: Path,
) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("#")
        assert listed(s) == ALL
        (line,) = (line for line in s.seen().splitlines() if " trade " in line)
        assert "▲ trade" in line, "the colour has its sign"
        assert "What is bought and sold" in line
        assert "1   3 with below" in line
        await s.type("bought")
        assert listed(s) == ["trade"]
        await s.press("ctrl+u")
        await s.type("ice")
        assert listed(s) == ["weather/ice"]
        assert "weather/ice" in s.seen(), "in full, as what it lies below is not listed"
        await s.press("ctrl+u")
        await s.type("zeppelin")
        assert "No tag has “zeppelin” in its name or definition." in s.seen()


async def test_what_a_note_says_is_set_beside_its_passage(library: Path) -> None:
    home = local_state.open_home(places())
    note = next(one for one in home.some_notes(tag="trade/food") if "bread" in one.anchor.quote)
    annotating.change(
        home, note, body="**Compare** it with `stow`, see [the log](https://a.example)"
    )
    async with reading(library / "harbour.txt", LARGE) as s:
        await s.press("#")
        await s.type("food")
        await s.press("enter")
        await s.until(lambda: "Compare it with stow, see the log" in s.seen(), "what it says")
        assert "**" not in s.seen()


async def test_a_passage_is_opened_and_the_same_keys_lead_back_to_it(library: Path) -> None:
    async with reading(library / "harbour.txt", LARGE) as s:
        await s.press("#")
        await s.type("food")
        await s.until(lambda: "neither bread nor pay" in s.seen(), "the passages beside it")
        await s.press("enter")
        screen = s.app.screen
        assert isinstance(screen, PassagesScreen)
        assert [one.words for one in screen.list.rows] == ["carried bread", "neither bread nor pay"]
        await s.type("ice OR note:neither")
        assert [one.words for one in screen.list.rows] == ["neither bread nor pay"]
        await s.press("ctrl+u")
        await s.press("down", "enter")
        assert s.page.article.name == "quay.md"
        assert "hit 2/2" in s.status()
        await s.press("N")
        assert "hit 1/2" in s.status()
        await s.press("#", "enter")
        screen = s.app.screen
        assert isinstance(screen, PassagesScreen)
        assert screen.list.row is not None
        assert screen.list.row.words == "neither bread nor pay"
        await s.press("escape")
        assert tags(s).line.value == "food"
        await s.press("escape", "H", "H")
        assert s.page.article.name == "harbour.txt"


async def test_a_tag_is_renamed_with_all_below_it_and_the_name_that_is_taken_is_refused(
    library: Path,
) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("#")
        await to(s, "trade")
        await s.press("r")
        assert "3 notes in 1 article, and 1 tag below go with it." in s.seen()
        await s.press("ctrl+u")
        await s.type("people")
        await s.press("enter")
        assert "With m this one can be merged into it." in " ".join(s.seen().split())
        await s.press("ctrl+u", "enter")
        assert "there is nothing in its name" in " ".join(s.seen().split())
        await s.type("commerce 商")
        await s.press("enter")
        assert "commerce 商/food" in listed(s)
        assert pointed(s) == "commerce 商"
        assert stored()["commerce 商/food"] == 2
        await s.press("u")
        assert listed(s) == ALL
        await s.press("ctrl+r")
        assert "commerce 商/food" in listed(s)


async def test_tags_are_merged_and_a_second_terminal_sees_it(library: Path) -> None:
    async with reading(library / "harbour.txt") as other:
        await other.press("#")
        assert listed(other) == ALL
        async with shelf(library) as s:
            await s.press("ctrl+f", "f5")
            await to(s, "winter")
            await s.press("x")
            await to(s, "people")
            await s.press("x")
            await to(s, "weather")
            await s.press("m")
            assert "Merge “people”, “winter” into “weather”?" in s.seen()
            assert "2 notes in 1 article" in s.seen()
            await s.press("enter")
            assert stored()["weather"] == 2
            assert stored().keys() == {"trade", "trade/food", "weather", "weather/ice", "work"}
            await s.press("escape", "escape")
        await other.until(lambda: "winter" not in listed(other), "the merge of the other terminal")
        assert listed(other) == ["trade", "trade/food", "weather", "weather/ice", "work"]
        await other.press("tab", "u")
        await other.until(lambda: listed(other) == ALL, "all of it, by one step")


async def test_a_tag_is_split_by_a_query_with_a_checklist(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("#")
        await to(s, "trade")
        await s.press("p")
        assert "0 of 3 ticked" in s.seen()
        await s.press("enter")
        assert s.dialog == "SplitScreen", "there is nothing to split off"
        await s.type("bread OR day")
        assert "3 of 3 ticked" in s.seen()
        await s.press("tab", "j", "x")
        assert "2 of 3 ticked" in s.seen()
        await s.press("enter")
        assert "2 notes of 3 get it in the place of “trade”." in s.seen()
        await s.type("wages")
        await s.press("enter")
        assert stored()["wages/food"] == 2
        assert stored()["trade"] == 1, "what was not ticked stays"
        assert pointed(s) == "wages"
        await s.press("u")
        assert listed(s) == ALL


async def test_a_tag_is_moved_and_defined_and_deleted(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("#")
        await to(s, "winter")
        await s.press("v")
        await s.type("weather")
        assert "moves it to “weather/winter”" in s.seen()
        await s.press("enter")
        assert "weather/winter" in listed(s)
        await s.press("e")
        await s.type("Both of them")
        await s.press("enter", "4")
        (line,) = (line for line in s.seen().splitlines() if " winter " in line)
        assert "■ winter  Both of them" in line
        await to(s, "weather")
        await s.press("d")
        assert "with the 2 tags below it" in s.seen()
        await s.press("enter")
        assert listed(s) == ["people", "trade", "trade/food", "work"]
        assert len(s.notes()) == 5, "the notes stay"
        await s.press("u", "u", "u", "u")
        assert listed(s) == ALL


async def test_where_there_are_no_tags_it_says_how_they_are_made(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("One\n\nA line of text, and no note on it.\n", "utf-8")
    async with reading(tmp_path / "one.txt") as s:
        await s.press("#")
        assert "There are no tags yet. In an article, t puts them on a passage" in s.seen()
        await s.press("tab", "r", "enter", "escape")
        assert s.dialog == "ReaderScreen"


async def test_the_picker_leads_to_all_tags_and_what_was_chosen_is_kept(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("}", "t")
        await s.type("work")
        assert "F5 all tags" in s.seen()
        await s.press("enter", "f5")
        assert listed(s) == ALL
        assert stored()["work"] == 2
