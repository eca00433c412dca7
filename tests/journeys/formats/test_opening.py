"""Documents that take long to read, or are locked, in the hands of a reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.tui.startup import loading_article
from tests.journeys.driving import reading, shelf
from tests.support.formats import paged

LONG = paged.paged(*(f"{n}\n# Chapter {n}\nWords of page {n}. {'x ' * 2000}" for n in range(1, 40)))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    paged.known(monkeypatch)
    (tmp_path / "texts").mkdir()
    return tmp_path / "texts"


async def test_a_page_that_comes_late_is_shown_when_it_is_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading_article, "PATIENCE", 0)
    (path := folder / "book.paged").write_bytes(LONG)
    async with reading(path) as s:
        assert s.page.article.complete
        assert "Words of page 1." in s.seen()
        assert "p. 1 " in s.status()
        await s.press("]")
        assert "p. 2 " in s.status()


async def test_esc_ends_the_reading(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading_article, "PATIENCE", 0)
    (folder / "book.paged").write_bytes(LONG)
    async with shelf(folder) as s:
        held = paged.Held()
        monkeypatch.setattr(paged, "HELD", held)
        s.burst("tab", "enter")
        await s.until(lambda: "Esc ends it" in s.seen(), "the waiting")
        s.burst("escape")
        await s.until(lambda: "q leaves" in s.seen(), "the end")
        held.go.set()
        assert "its reading was ended at" in s.said
        await s.press("q")
        await s.opened("Shelf")


async def test_esc_leaves_what_is_there(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "book.paged").write_bytes(LONG)
    async with shelf(folder) as s:
        held = paged.Held()
        monkeypatch.setattr(paged, "HELD_BEHIND", held)
        s.burst("tab", "enter")
        await s.until(lambda: "Words of page 1." in s.seen(), "the first page")
        s.burst("escape")
        await s.until(lambda: "read up to" in s.status(), "the end")
        held.go.set()
        await s.settle()
        assert "Words of page 1." in s.seen()
        assert not s.page.article.complete
        await s.press("q")
        await s.opened("Shelf")


async def test_a_locked_document_asks_for_its_password(folder: Path) -> None:
    (folder / "book.paged").write_bytes(paged.paged("1\nA secret.", password="larch"))
    async with shelf(folder) as s:
        await s.press("tab", "enter")
        await s.opened("AskPassword")
        await s.type("oak")
        assert "oak" not in s.seen()
        await s.press("enter")
        await s.until(lambda: "password is wrong" in s.seen(), "the refusal")
        await s.type("larch")
        await s.press("enter")
        await s.opened("ReaderScreen")
        assert "A secret." in s.seen()


async def test_a_document_stays_locked(folder: Path) -> None:
    (folder / "book.paged").write_bytes(paged.paged("1\nA secret.", password="larch"))
    async with shelf(folder) as s:
        await s.press("tab", "enter")
        await s.opened("AskPassword")
        await s.press("escape")
        await s.opened("Shelf")
