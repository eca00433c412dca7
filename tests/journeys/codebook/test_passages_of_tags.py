"""The passages of a tag are listed as they are read, and opened once the query is answered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from postil.errors import CannotOpen
from postil.tui.screens.passages import supply
from postil.tui.screens.passages.passage import Passage
from postil.tui.screens.passages.screen import PassagesScreen
from postil.tui.screens.passages.supply import NotesOfTag
from tests.journeys.codebook.test_tags import to
from tests.journeys.driving import LARGE, Session, reading


def passages(s: Session) -> PassagesScreen:
    """Return the screen of passages, which must be on top."""
    screen = s.app.screen
    assert isinstance(screen, PassagesScreen), s.seen()
    return screen


def words(s: Session) -> list[str]:
    return [one.words for one in passages(s).list.rows]


FOOD = ["carried bread", "neither bread nor pay"]


async def test_a_query_that_is_wrong_leaves_the_list_and_is_said(library: Path) -> None:
    async with reading(library / "harbour.txt", LARGE) as s:
        await s.press("#")
        await to(s, "trade/food")
        await s.press("enter")
        assert words(s) == FOOD
        await s.type("neither")
        assert words(s) == FOOD[1:]
        await s.press("ctrl+u")
        assert words(s) == FOOD
        assert "here is nothing to look for" not in s.seen()
        await s.press(")")
        assert words(s) == FOOD
        assert "here is nothing to look for" in s.seen()
        await s.press("ctrl+u")
        await s.type("zeppelin")
        assert words(s) == []
        assert "None of these passages fits." in s.seen()
        await s.press("enter")
        assert passages(s).line.value == "zeppelin", "there is nothing to open"
        await s.press("ctrl+u")
        assert words(s) == FOOD


async def test_enter_that_comes_at_once_opens_what_the_whole_query_finds(library: Path) -> None:
    async with reading(library / "harbour.txt", LARGE) as s:
        await s.press("#")
        await to(s, "trade/food")
        await s.press("enter")
        s.burst(*"neither", "enter")
        await s.settle()
        assert s.page.article.name == "quay.md"
        assert "hit 1/1" in s.status()
        assert s.dialog == "ReaderScreen"


async def test_passages_handed_over_one_by_one_are_all_listed(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supply, "AT_ONCE", -1.0)
    async with reading(library / "harbour.txt", LARGE) as s:
        await s.press("#")
        await to(s, "trade")
        await s.press("enter")
        assert sorted(words(s)) == [*FOOD[:1], FOOD[1], "paid by the day"]
        assert "reading…" not in s.seen()


async def test_what_was_read_before_the_trouble_is_listed_with_it(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = NotesOfTag.read

    def broken(self: NotesOfTag) -> Iterator[Passage]:
        yield next(read(self))
        raise CannotOpen("notes.jsonl", "the disk went away")

    async with reading(library / "harbour.txt", LARGE) as s:
        await s.press("#")
        await to(s, "trade/food")
        with monkeypatch.context() as patch:
            patch.setattr(NotesOfTag, "read", broken)
            await s.press("enter")
        assert words(s) == FOOD[:1]
        assert "he disk went away" in s.seen()
        await s.press("escape", "enter")
        assert words(s) == FOOD
        assert "he disk went away" not in s.seen()
