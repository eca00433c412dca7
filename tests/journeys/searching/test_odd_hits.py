"""Hits whose words are gone or have moved, and passages that bear a note already."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from postil.errors import BadRequest
from postil.library.notes import hit_tagging
from tests.journeys.articles import HARBOUR
from tests.journeys.driving import Session, reading
from tests.journeys.harbour import ICE, annotate
from tests.journeys.searching.test_searching import found
from tests.journeys.searching.test_tagging_hits import checklist, tagged


async def ask(s: Session, typed: str) -> None:
    """Search for something that is to be found."""
    await s.press("S")
    await s.type(typed)
    await s.until(lambda: found(s), "what is found")


async def test_words_that_were_deleted_since_they_were_found_are_said_to_be_gone(
    library: Path,
) -> None:
    async with reading(library / "harbour.txt") as s:
        await ask(s, "drifted")
        assert [name for name, _ in found(s)] == ["pilots.md"]
        (library / "pilots.md").write_text("# What Pilots Knew\n\nThey read.\n", "utf-8")
        await s.press("enter")
        assert s.page.article.name == "pilots.md"
        assert "The words of this hit are no longer in the article." in s.said
        assert s.page.overlays.match_now is None
        assert "hit" not in s.status()


async def test_a_hit_is_walked_to_after_its_words_have_moved(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await ask(s, "drifted")
        text = (library / "pilots.md").read_text("utf-8")
        (library / "pilots.md").write_text(f"An editor's line.\n\n{text}", "utf-8")
        await s.press("enter")
        now = s.page.overlays.match_now
        assert now is not None
        assert s.page.article.text[now.start : now.end] == "drifted"


async def test_a_hit_whose_later_words_were_cut_off_keeps_the_first_ones(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await ask(s, "water drifted")
        assert [name for name, _ in found(s)] == ["pilots.md"]
        text = (library / "pilots.md").read_text("utf-8")
        (library / "pilots.md").write_text(text[: text.index(" Bread")] + "\n", "utf-8")
        await s.press("enter")
        now = s.page.overlays.match_now
        assert now is not None
        assert s.page.article.text[now.start : now.end] == "water"
        assert "no longer" not in s.said


async def test_what_bears_a_note_already_is_shown_with_its_sign_and_tags(library: Path) -> None:
    annotate(library / "harbour.txt", ICE, "Rationing?")
    async with reading(library / "harbour.txt") as s:
        await ask(s, "sold bread that year")
        await s.press("ctrl+t")
        checklist(s)
        assert "● Nobody sold bread" in s.seen()
        assert "bears a note" not in s.seen(), "the first one bears none"
        await s.press("down")
        assert "● bears a note already" in s.seen()


async def test_enter_before_the_passages_are_there_asks_for_tags_when_they_are(
    library: Path,
) -> None:
    async with reading(library / "harbour.txt") as s:
        await ask(s, "bread")
        await s.press("ctrl+t")
        listed = checklist(s)
        listed.action_unit()
        listed.open()
        await s.opened("TagPicker")
        asked = [one.quote for one in listed.list.rows]
        await s.type("food")
        await s.press("enter", "escape")
        assert tagged() == sorted((quote, ("food",)) for quote in asked)


async def test_what_keeps_passages_from_being_gathered_is_said(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise BadRequest("the passages", "they cannot be read", "try again")

    async with reading(library / "harbour.txt") as s:
        await ask(s, "bread")
        monkeypatch.setattr(hit_tagging, "proposals", refuse)
        await s.press("ctrl+t")
        listed = checklist(s)
        assert "Nothing can be tagged." in s.seen()
        assert "they cannot be read" in f"{s.seen()} {s.said}"
        assert len(listed.list.rows) == 0
        await s.press("enter")
        assert s.dialog == "HitChecklist"


async def test_a_note_on_what_is_piped_is_gone_to_from_the_list_of_notes() -> None:
    async with reading(None, data=HARBOUR.encode()) as s:
        await s.choose("three pilots")
        await s.press("1", "escape", "home")
        note = s.only()
        before = s.page.viewport.top_offset()
        await s.press("B")
        await s.opened("NotesScreen")
        await s.press("enter")
        assert s.dialog == "ReaderScreen"
        assert s.page.marks.note_now == note.id
        assert s.page.viewport.in_sight(note.anchor.start)
        await s.press("H")
        assert s.page.viewport.top_offset() == before
