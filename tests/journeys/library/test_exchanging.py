"""Notes leave any list for a file, and come in from one, seen before anything is written."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import pytest
from textual.events import Key

from postil.export.base.dossier import Written
from postil.library.exchange import exporting
from postil.library.exchange.gathering import Wanted
from postil.store.home.home import Home
from postil.text.progress import Progress
from postil.tui.dialogs.frame.one_line import AskedField
from tests.journeys.driving import LARGE, SMALL, Session, reading
from tests.journeys.harbour import FIRST, SECOND, annotate


async def browse(s: Session) -> None:
    await s.press("B")
    await s.opened("NotesScreen")
    await s.press("tab")


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_all_that_is_listed_goes_into_a_file(
    size: tuple[int, int], harbour: Path, tmp_path: Path
) -> None:
    annotate(harbour, FIRST, body="One.")
    annotate(harbour, SECOND, body="Two.")
    path = tmp_path / "out.csv"
    async with reading(harbour, size) as s:
        await browse(s)
        await s.press("e")
        await s.opened("ChooseOne")
        await s.press("enter")
        await s.until(lambda: "in which form" in s.seen(), "the forms")
        await s.type("csv")
        await s.press("enter")
        await s.opened("AskLine")
        await s.type(str(path))
        await s.press("enter")
        await s.until(lambda: s.said.startswith("Wrote 2 notes"), "word of it")
        text = path.read_text("utf-8")
        assert "One." in text
        assert "Two." in text


async def test_a_file_that_is_there_is_replaced_only_on_a_second_enter(
    harbour: Path, tmp_path: Path
) -> None:
    annotate(harbour, FIRST, body="One.")
    path = tmp_path / "out.md"
    path.write_text("mine", "utf-8")
    async with reading(harbour) as s:
        await browse(s)
        await s.press("e")
        await s.opened("ChooseOne")
        await s.press("enter")
        await s.opened("AskLine")
        await s.type(str(path))
        await s.press("enter")
        assert "there is a file of this name" in s.seen()
        assert path.read_text("utf-8") == "mine"
        await s.press("enter")
        await s.until(lambda: s.said.startswith("Wrote 1 note"), "word of it")
        assert "One." in path.read_text("utf-8")


def clippings(tmp_path: Path) -> Path:
    rows = [
        {
            "id": "a",
            "uri": "https://nowhere.test/x",
            "text": "Why?",
            "document": {"title": ["harbour"]},
            "target": [{"selector": [{"type": "TextQuoteSelector", "exact": FIRST}]}],
        }
    ]
    path = tmp_path / "hypothesis.json"
    path.write_text(json.dumps({"export_userid": "x", "annotations": rows}), "utf-8")
    return path


async def test_what_would_come_in_is_shown_before_it_does(harbour: Path, tmp_path: Path) -> None:
    path = clippings(tmp_path)
    annotate(harbour, SECOND, body="Two.")
    async with reading(harbour) as s:
        await browse(s)
        await s.press("i")
        await s.opened("AskLine")
        await s.type(str(path)[:-4])
        await s.press("right")
        await s.press("enter")
        await s.opened("Confirm")
        assert "1 note comes in" in s.seen()
        await s.press("n")
        assert len(s.notes()) == 1
        await s.press("i")
        await s.opened("AskLine")
        await s.type(str(path))
        await s.press("enter")
        await s.opened("Confirm")
        await s.press("y")
        await s.until(lambda: len(s.notes()) == 2, "the note")
        await s.press("i")
        await s.opened("AskLine")
        await s.type(str(path))
        await s.press("enter")
        assert "1 known already" in s.said
        await s.press("u")
        await s.until(lambda: len(s.notes()) == 1, "one step back")


async def test_a_file_without_notes_is_told_where_it_was_typed(
    harbour: Path, tmp_path: Path
) -> None:
    annotate(harbour, SECOND, body="Two.")
    (tmp_path / "x.bin").write_bytes(b"\x00\x01")
    async with reading(harbour) as s:
        await browse(s)
        await s.press("i")
        await s.opened("AskLine")
        await s.type(str(tmp_path / "x.bin"))
        await s.press("enter")
        assert s.dialog == "AskLine"
        assert "no form of notes" in s.seen()
        await s.press("escape")
        assert s.dialog == "NotesScreen"


async def test_an_article_exports_its_notes_and_takes_others_in(
    harbour: Path, tmp_path: Path
) -> None:
    annotate(harbour, SECOND, body="Two.")
    path = tmp_path / "out.jsonl"
    async with reading(harbour) as s:
        await s.press("O")
        await s.opened("ChooseOne")
        await s.type("json")
        await s.press("enter")
        await s.opened("AskLine")
        await s.type(str(path))
        await s.press("enter")
        await s.until(path.exists, "the file")
        await s.press("I")
        await s.opened("AskLine")
        await s.type(str(clippings(tmp_path)))
        await s.press("enter")
        await s.opened("Confirm")
        await s.press("y")
        await s.until(lambda: len(s.notes()) == 2, "the note")
        await s.press("u")
        await s.until(lambda: len(s.notes()) == 1, "one step back")
        await s.press(":")
        await s.type("import notes")
        await s.until(lambda: "Import notes" in s.seen(), "the palette")


async def test_leaving_an_export_under_way_writes_nothing(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    annotate(harbour, FIRST, body="One.")
    path = tmp_path / "out.csv"
    begun, go_on, ended = Event(), Event(), Event()
    usual = exporting.export

    def slow(home: Home, wanted: Wanted, name: str, progress: Progress | None = None) -> Written:
        assert progress is not None
        progress(0.4)
        begun.set()
        go_on.wait(20)
        try:
            progress(0.5)
            return usual(home, wanted, name, progress)
        finally:
            ended.set()

    monkeypatch.setattr(exporting, "export", slow)
    async with reading(harbour) as s:
        await s.press("O")
        await s.opened("ChooseOne")
        await s.type("csv")
        await s.press("enter")
        await s.opened("AskLine")
        await s.type(str(path))
        s.pilot.app.screen.query_one(AskedField).post_message(Key("enter", None))
        await s.until(begun.is_set, "the export to begin")
        await s.until(lambda: "40%" in s.seen(), "how far it is")
        await s.press("escape")
        go_on.set()
        await s.until(ended.is_set, "the end of it")
        await s.until(lambda: s.dialog != "AskLine", "the dialog to close")
        assert not path.exists()
        assert list(tmp_path.glob(".out.csv*")) == []
