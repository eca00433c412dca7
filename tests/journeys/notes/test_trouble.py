"""Bad input and homes in trouble: told of in one sentence, while reading goes on."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Event

import pytest

from postil import config
from postil.errors import CannotOpen
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.model.article import Article
from postil.model.note import Colour
from postil.text.progress import Progress
from postil.tui.startup.key_priority import Cancelled
from postil.tui.startup.loading_article import open_article
from tests.journeys.articles import HARBOUR, HOSTILE
from tests.journeys.driving import LARGE, SMALL, Session, Told, places, reading, shelf

CONTROLS = {*range(0x20), *range(0x7F, 0xA0), 0x200B, 0x200E, 0x200F, 0xFEFF}
CONTROLS |= {*range(0x202A, 0x202F), *range(0x2060, 0x206A)}


def assert_harmless(s: Session) -> None:
    """No control character is in any row that is drawn."""
    for strip in s.strips():
        for segment in strip:
            assert not CONTROLS.intersection(map(ord, segment.text)), repr(segment.text)
            assert not segment.control


async def test_no_byte_of_a_document_reaches_the_terminal_as_a_command(tmp_path: Path) -> None:
    path = tmp_path / "ho\x1b]0;stile\x07 \u202etxt.txt"
    path.write_bytes(HOSTILE.encode("utf-8", "surrogatepass") + b"\xff\xfe broken \xc3\x28\n")
    async with reading(path, LARGE) as s:
        assert_harmless(s)
        assert "[b]no markup[/b]" in s.seen()
        assert "[@click=app.quit]none[/]" in s.seen()
        for key in ("v", "1", "a"):
            await s.press(key)
            assert_harmless(s)
        await s.type("noted")
        await s.press("ctrl+s")
        for key in ("m", "escape", "o", "escape", "C", "escape", "s", "escape", "?", "escape"):
            await s.press(key)
            assert_harmless(s)
        for said in s.app.said:
            assert said.replace("\n", "").isprintable(), repr(said)
        await s.press("B")
        await s.until(lambda: s.dialog == "NotesScreen", "the browser")
        await s.settle()
        assert_harmless(s)
        await s.press("escape", "V", "y")
        assert not CONTROLS.difference({10}).intersection(map(ord, s.clipboard))
        await s.press("/")
        await s.type("red")
        assert_harmless(s)
    async with shelf(tmp_path, size=LARGE) as s:
        await s.until(lambda: "1 note" in s.seen(), "the shelf")
        assert_harmless(s)


async def test_bytes_that_are_no_text_are_told_of_once(tmp_path: Path) -> None:
    path = tmp_path / "broken.txt"
    path.write_bytes(b"The caf\xe9 was open.\n" * 3 + "Zoë said so, déjà vu.\n".encode() * 40)
    async with reading(path) as s:
        assert "\N{REPLACEMENT CHARACTER}" in s.seen()
        assert len(s.app.said) == 1


async def test_an_empty_file_says_so_and_every_key_is_harmless(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.write_bytes(b"")
    async with reading(path) as s:
        assert "This file is empty" in s.seen()
        for key in "jkgG}{][ vVtadcCysuHLnNmo":
            await s.press(key)
            if s.dialog != "ReaderScreen":
                await s.press("escape")
        await s.press("escape", "escape", "tab", "/", "x", "escape", "+", "-", "=", "D")
        await s.press("M", "a", "'", "b", "f", "a", "3", "enter", "?", "escape")
        assert s.notes() == []
        assert s.app.is_running
        await s.press("q")


@pytest.mark.parametrize("text", ["One word", "\n\n\n", "x" * 5000, "漢字" * 300, "- a\n- b\n"])
async def test_odd_texts_are_read_at_any_width(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.md"
    path.write_text(text, "utf-8")
    async with reading(path, (30, 8)) as s:
        for key in "jG}vlw":
            await s.press(key)
        for width in (12, 160, 40):
            await s.resize(width, 10)
            assert all(len(line) <= width for line in s.seen().splitlines())


def ledger() -> Path:
    (path,) = places().home.glob("notes/*.json")
    return path


async def make_note(path: Path) -> None:
    """Make a note on the boats through the app."""
    async with reading(path) as s:
        await s.press("]", "}", "v", "2")
        assert len(s.notes()) == 1


def damage(path: Path) -> None:
    # The room that is left at the end of a ledger is not what would be missed.
    whole = path.read_bytes().rstrip()
    path.write_bytes(whole[: len(whole) // 2])


def renew(path: Path) -> None:
    text = path.read_text("utf-8")
    assert '"schema":2,' in text
    path.write_text(text.replace('"schema":2,', '"schema":9,', 1), "utf-8")


async def test_a_damaged_notes_file_is_mended_and_told_of(harbour: Path) -> None:
    await make_note(harbour)
    damage(ledger())
    damaged = ledger().read_bytes()
    async with reading(harbour) as s:
        await s.until(lambda: s.app.said, "the sentence")
        assert len(s.app.said) == 1
        assert "damaged" in s.said
        await s.press("]", "]", "v", "3")
        await s.until(lambda: len(s.notes()) == 1, "the mark")
        await s.press("q")
    kept = [one for one in places().home.rglob("*") if "damaged" in one.name]
    assert [one.read_bytes() for one in kept] == [damaged]


async def test_a_notes_file_of_a_newer_postil_is_told_of_and_never_overwritten(
    harbour: Path,
) -> None:
    await make_note(harbour)
    renew(ledger())
    before = ledger().read_bytes()
    async with reading(harbour) as s:
        await s.until(lambda: s.app.said, "the sentence")
        assert len(s.app.said) == 1
        assert "note" in s.said
        assert "Boats lay" in s.seen()
        await s.press("]", "]", "v", "3")
        await s.until(lambda: len(s.app.said) > 1, "why it is not marked")
        assert s.chosen == ""
        assert not any(mark.pending for mark in s.page.marks.highlights)
        await s.find("museum")
        await s.press("c")
        assert "museum" in s.clipboard
        await s.press("q")
    assert ledger().read_bytes() == before


async def test_in_a_home_that_cannot_be_written_reading_goes_on(
    harbour: Path, monkeypatch: pytest.MonkeyPatch, own_places: Path
) -> None:
    # A file where the folder should be refuses even those who may write anywhere.
    own_places.mkdir(parents=True)
    (own_places / "home").write_text("not a folder")
    async with reading(harbour) as s:
        assert "How the Harbour" in s.seen()
        await s.press("]", "}", "v", "1")
        await s.until(lambda: s.app.said, "why it is not marked")
        assert "/home" in s.said
        assert not s.page.marks.highlights
        await s.press("a")
        await s.type("not lost")
        await s.press("ctrl+s")
        assert s.dialog == "NoteEditor", "what is not on disk stays"
        assert "Not saved." in s.seen()
        assert not s.page.marks.highlights
        await s.press("escape")
        await s.find("museum")
        assert "1/1" in s.status()


async def test_a_note_that_could_not_be_written_stays_and_is_kept_as_a_draft(
    harbour: Path, own_places: Path
) -> None:
    own_places.mkdir(parents=True)
    (own_places / "home").write_text("not a folder")
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "a")
        await s.type("Long thought about.")
        await s.press("ctrl+s")
        told = " ".join(s.seen().split())
        assert "/home: a file is where the folder should be" in told or "Not saved." in told
        assert "The draft is kept." in told
        await s.press("escape")
        (own_places / "home").unlink()
        await s.find("nine weeks")
        await s.press("v", "a")
        assert "Long thought about." in s.seen()


@pytest.mark.permissions
async def test_a_read_only_home_is_told_of_when_something_is_written(harbour: Path) -> None:
    await make_note(harbour)
    ledger().parent.chmod(0o500)
    ledger().chmod(0o400)
    try:
        async with reading(harbour) as s:
            await s.until(lambda: s.page.marks.highlights, "the note")
            await s.press("]", "}", "}", "v", "3")
            assert s.app.said
            assert len(s.page.marks.highlights) == 1
    finally:
        ledger().parent.chmod(0o700)


async def test_the_file_may_change_under_its_notes(harbour: Path) -> None:
    await make_note(harbour)
    harbour.write_text(HARBOUR.replace("nine weeks", "ten weeks"), "utf-8")
    async with reading(harbour, SMALL) as s:
        await s.until(lambda: s.reader.parts.notes.placed, "the notes")
        assert len(s.reader.parts.notes.placed) == 1
        if s.reader.parts.notes.placed[0].span is None:
            assert "1 note: without a place" in s.said
            await s.press("B")
            await s.until(lambda: s.dialog == "NotesScreen", "the browser")
            await s.settle()
            assert "orphan" in s.seen()
            await s.press("enter", "d")
        assert s.app.is_running


async def test_the_work_for_an_article_ends_when_it_is_left(harbour: Path) -> None:
    async with reading(harbour) as s:
        task = s.reader.parts.loader.task
        task.yield_to_keys()
        await s.press("q")
    with pytest.raises(Cancelled):
        task.yield_to_keys()


async def test_what_is_asked_for_early_is_done_when_the_article_is_known(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = Event()
    attach_records = opening.attach_records

    def late(
        home: Home, article: Article, path: Path | None, progress: Progress | None
    ) -> OpenArticle:
        assert known.wait(10)
        return attach_records(home, article, path, progress)

    monkeypatch.setattr(opening, "attach_records", late)
    app = Told(config.load(os.environ), lambda app: app.reader(open_article(app.settings, harbour)))
    async with app.run_test(size=SMALL) as pilot:
        s = Session(app, pilot)
        await s.until(lambda: s.page.viewport.rows_on_screen > 5, "the page")
        await pilot.press("V", "2")
        await s.until(lambda: any(one.pending for one in s.page.marks.highlights), "the highlight")
        await s.until(lambda: any("still being read" in said for said in app.said), "the word")
        assert s.notes() == []
        known.set()
        await s.until(s.notes, "the note")
        assert s.only().colour == Colour.GREEN


async def test_a_key_that_needs_what_could_not_be_read_says_so_and_waits_for_nothing(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> OpenArticle:
        raise CannotOpen("The notes", "the drive was taken away", "put it back")

    monkeypatch.setattr(opening, "attach_records", fail)
    app = Told(config.load(os.environ), lambda app: app.reader(open_article(app.settings, harbour)))
    async with app.run_test(size=SMALL) as pilot:
        s = Session(app, pilot)
        await s.until(lambda: app.said, "what is wrong")
        await s.press("s")
        assert app.said == ["The notes: the drive was taken away. Put it back."] * 2
        await s.press("/")
        await s.type("bread")
        assert "1/4" in s.seen()


async def test_what_was_written_while_the_home_was_away_is_kept_and_stored_later(
    harbour: Path,
) -> None:
    await make_note(harbour)
    async with reading(harbour) as s:
        home = places().home
        home.rename(home.with_name("away"))
        await s.press("]", "]", "v", "a")
        await s.type("Not to be lost")
        await s.press("ctrl+s")
        await s.until(lambda: "Not saved." in s.seen(), "what became of the words")
        assert "ount it or bring it back" in " ".join(s.seen().split())
        home.with_name("away").rename(home)
        await s.press("ctrl+s")
        assert "Not to be lost" in {note.body for note in s.notes()}


def shut(place: Path) -> None:
    """Put a file where a folder should be, which refuses even those who may write anywhere."""
    if place.is_dir():
        place.rename(place.with_name(f"{place.name}.away"))
    place.parent.mkdir(exist_ok=True)
    place.write_text("not a folder")


async def test_where_state_and_home_take_nothing_the_draft_is_kept_elsewhere(
    harbour: Path, own_places: Path
) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "a")
        for name in ("home", "state"):
            shut(own_places / name)
        await s.type("Long thought about.")
        await s.press("ctrl+s")
        spare = own_places / "spare"
        await s.until(lambda: f"keptin{spare}" in "".join(s.seen().split()), "where it is")
        (kept,) = spare.rglob("*.json")
        assert "Long thought about." in kept.read_text()
        assert kept.stat().st_mode & 0o77 == 0
        await s.press("escape", "a")
        assert "Long thought about." in s.seen(), "it is found there"
        await s.press("!")
        await s.until(lambda: f"keptin{spare}" in "".join(s.seen().split()), "it is kept again")
        for name in ("home", "state"):
            (own_places / name).unlink()
        await s.press("ctrl+s")
        assert s.dialog == "ReaderScreen"
        assert s.only().body == "Long thought about.!"
        assert "take care" in s.said
    assert list(spare.rglob("*.json")) == []


async def test_where_nothing_takes_the_draft_leaving_asks_twice(
    harbour: Path, own_places: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("postil.store.machine.spare.roots", list)
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "a")
        for name in ("home", "state"):
            shut(own_places / name)
        await s.type("Long thought about.")
        await s.press("ctrl+s")
        told = "The draft is not kept either: Not a directory."
        await s.until(lambda: told in " ".join(s.seen().split()), "that it is kept nowhere")
        await s.press("ctrl+q")
        assert s.app.return_value is None
        assert s.said.endswith("Quit again to give up what is written.")
        assert "Long thought about." in s.seen()
        await s.press("ctrl+q")
        assert s.app.return_value == 0


async def test_tags_and_corrections_stay_until_they_are_on_disk(
    harbour: Path, own_places: Path
) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v", "t")
        shut(own_places / "home")
        await s.type("night")
        await s.press("enter", "ctrl+s")
        assert s.dialog == "TagPicker"
        assert "Not saved." in s.seen()
        (own_places / "home").unlink()
        await s.press("ctrl+s")
        assert s.only().tags == ("night",)
        await s.find("museum")
        await s.press("s", "e")
        shut(own_places / "home")
        await s.type("Ada Lind")
        await s.press("ctrl+s")
        assert s.dialog == "SourceDialog"
        assert "Not saved." in s.seen()
        (own_places / "home").unlink()
        (own_places / "home.away").rename(own_places / "home")
        await s.press("ctrl+s")
        assert s.dialog == "ReaderScreen"
        assert "Source corrected" in s.said
