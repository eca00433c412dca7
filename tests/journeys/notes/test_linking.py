"""Notes point to others: chosen by a query, shown at both ends, followed and taken off."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.model.note import LinkKind, NoteLink
from tests.journeys.driving import LARGE, SMALL, Session, reading
from tests.journeys.harbour import FIRST, SECOND, annotate


async def first(s: Session) -> None:
    await s.press("escape", "tab")
    assert s.page.marks.note_now


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_note_points_to_another_and_both_say_so(
    size: tuple[int, int], harbour: Path
) -> None:
    annotate(harbour, FIRST, body="One.")
    annotate(harbour, SECOND, body="Two, there.")
    async with reading(harbour, size) as s:
        one, two = s.notes()
        await first(s)
        await s.press("K")
        await s.opened("ChooseOne")
        await s.type("contradicts")
        await s.press("enter")
        await s.opened("PickNote")
        await s.type("note:there")
        await s.press("enter")
        await s.until(lambda: s.notes()[0].links, "the link")
        assert s.notes()[0].links == (NoteLink(LinkKind.CONTRADICTS, two.id),)
        assert s.said == "It contradicts that note now; u takes it back."
        await s.press("m")
        assert "→ contradicts" in s.seen()
        assert "← contradicted by" in s.seen()
        await s.press("escape", "B")
        await s.opened("NotesScreen")
        if size == SMALL:
            await s.press(*["shift+down"] * 3)
        await s.until(lambda: "→ contradicts" in s.seen(), "the link in the list")
        await s.press("escape")
        await first(s)
        await s.press("K")
        await s.opened("ChooseOne")
        await s.press("enter")
        assert s.page.marks.note_now == two.id
        await s.press("K")
        await s.opened("ChooseOne")
        await s.press("enter")
        assert s.page.marks.note_now == one.id, "a link is followed back"
        await s.press("K")
        await s.opened("ChooseOne")
        await s.type("- →")
        await s.press("enter")
        await s.until(lambda: not s.notes()[0].links, "no link")
        await s.press("u")
        assert len(s.notes()[0].links) == 1


async def test_a_link_leads_to_another_article(harbour: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("A text of its own.\n\nNothing else was said of the ice.\n", "utf-8")
    annotate(harbour, FIRST, body="One.")
    annotate(other, "Nothing else was said", body="Elsewhere.")
    async with reading(harbour) as s:
        await first(s)
        await s.press("K")
        await s.opened("ChooseOne")
        await s.press("enter")
        await s.opened("PickNote")
        await s.type("elsewhere")
        await s.press("enter")
        await s.press("K")
        await s.opened("ChooseOne")
        await s.press("enter")
        await s.until(lambda: "A text of its own" in s.seen(), "the other article")
        await s.settle()
        assert s.page.marks.note_now
        await s.press("H")
        await s.until(lambda: "A text of its own" not in s.seen(), "the first one")


async def test_without_a_note_the_key_says_so(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("K")
        assert s.said.startswith("No note here to link")
