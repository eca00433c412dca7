"""All that was found is gone through, ticked and tagged in one step, and undone as one."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.care import local_state
from postil.tui.screens.search.hit_checklist import HitChecklist
from tests.journeys.driving import Session, places, reading
from tests.journeys.searching.test_searching import held_back, search


def checklist(s: Session) -> HitChecklist:
    """Return the checklist, which must be on top."""
    screen = s.app.screen
    assert isinstance(screen, HitChecklist), s.seen()
    return screen


def tagged() -> list[tuple[str, tuple[str, ...]]]:
    """Return the passage of every note there is, and its tags."""
    notes = local_state.open_home(places()).notes().values()
    return sorted((note.anchor.quote, note.tags) for note in notes)


async def test_all_hits_are_tagged_in_one_step_and_undone_as_one(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("S")
        await s.type("bread")
        hits = len(search(s).list.rows)
        await s.press("ctrl+t")
        listed = checklist(s)
        assert len(listed.list.rows) == hits
        await s.until(
            lambda: f"sentences: {hits} of {hits} ticked" in s.seen(), "sentences, all ticked"
        )
        await s.press("ctrl+t", "ctrl+t")
        await s.until(
            lambda: f"the words found: {hits} of {hits} ticked" in s.seen(), "words, all ticked"
        )
        await s.press("tab", "x")
        await s.until(lambda: f"{hits - 1} of {hits} ticked" in s.seen(), "one less ticked")
        await s.press("enter")
        await s.opened("TagPicker")
        assert f"No tags on these {hits - 1} passages" in s.seen()
        await s.type("food/bread")
        await s.press("enter", "escape")
        search(s)
        assert [tags for _, tags in tagged()] == [("food/bread",)] * (hits - 1)
        assert {quote.casefold() for quote, _ in tagged()} == {"bread"}
        assert f"#food/bread on {hits - 1} passages" in s.said
        await s.press("escape", "u")
        assert tagged() == []
        await s.press("ctrl+r")
        assert len(tagged()) == hits - 1


async def test_the_list_is_narrowed_and_what_is_ticked_stays_so(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("S")
        await s.type("bread")
        await s.press("ctrl+t")
        listed = checklist(s)
        every = len(listed.list.rows)
        await s.type("pilots")
        assert len(listed.list.rows) == 1
        await s.press("tab", "*", "escape")
        search(s)
        await s.press("ctrl+t")
        assert len(checklist(s).list.rows) == every
        await s.type("no such words")
        assert "Nothing here has" in s.seen()
        await s.press("escape")
        assert tagged() == []


async def test_without_a_tag_nothing_is_tagged_and_without_hits_nothing_opens(
    library: Path,
) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("S", "ctrl+t")
        search(s)
        await s.type("bread")
        await s.press("ctrl+t", "enter")
        await s.opened("TagPicker")
        await s.press("escape")
        checklist(s)
        await s.press("tab", "*", "enter")
        checklist(s)
        assert tagged() == []


async def test_tagging_waits_for_what_is_typed_to_be_found(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("S")
        answer = held_back(monkeypatch)
        await s.type("bread")
        s.burst("ctrl+t")
        await s.until(lambda: not search(s).takes_keys)
        answer()
        await s.opened("HitChecklist")
