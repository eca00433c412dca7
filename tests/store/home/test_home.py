from __future__ import annotations

import json
import os
import threading
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from tinydb import TinyDB

from postil.config import Places
from postil.errors import (
    CannotWrite,
    NotesDamaged,
    NotesNewer,
    NotesReadOnly,
    NothingToUndo,
)
from postil.model.note import Anchor, Colour, Note
from postil.model.source import Correction, Date, Name, Source
from postil.store.disk.clock import new_id
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change
from postil.store.records.records import ArticleRecord, Mark, TagDefinition

DIGEST = "a" * 64


def places(root: Path, machine: str = "one") -> Places:
    there = root / machine
    return Places(root / "home", there / "state", there / "config", there / "cache")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return open_home(places(tmp_path))


def a_note(body: str = "", *, tags: tuple[str, ...] = ()) -> Note:
    return Note(
        new_id(),
        new_id(),
        Anchor("the words", "before ", " after", 7, 16, DIGEST),
        Colour.BLUE,
        tags,
        body,
    )


def add(home: Home, note: Note) -> Note:
    (stored,) = home.apply(Change("new note", after=(note,))).after
    assert isinstance(stored, Note)
    return stored


def edit(home: Home, old: Note, new: Note) -> Change:
    return home.apply(Change("edited note", (old,), (new,)))


def ledger_of(home: Home) -> Path:
    return home.places.home / "notes" / f"{home.device}.json"


def files(root: Path) -> list[Path]:
    return sorted(root.rglob("*"))


def test_looking_into_a_home_makes_nothing(tmp_path: Path, home: Home) -> None:
    assert not home.notes()
    assert not home.articles()
    assert home.trouble is None
    assert not home.refresh()
    assert home.state.positions() == {}
    assert files(tmp_path) == []


def test_a_note_is_there_after_a_restart(tmp_path: Path, home: Home) -> None:
    note = add(home, a_note("# thought\n\nline", tags=("routes", "드라마")))
    assert note.modified >= note.created != ""
    again = open_home(places(tmp_path))
    assert dict(again.notes()) == {note.id: note}
    assert again.device == home.device


def test_notes_of_an_article_are_those_that_it_has_now(home: Home) -> None:
    note = add(home, a_note())
    assert home.notes_of([note.article]) == [note]
    moved = edit(home, note, replace(note, article=new_id())).after[0]
    assert isinstance(moved, Note)
    assert (home.notes_of([note.article]), home.notes_of([moved.article])) == ([], [moved])
    home.apply(Change("deletion", before=(moved,)))
    assert home.notes_of([moved.article]) == []


def test_an_article_that_is_as_it_was_is_not_written_again(home: Home) -> None:
    record = home.put_article(ArticleRecord(new_id(), (DIGEST,), title="Drama"))
    before = ledger_of(home).read_bytes()
    assert home.put_article(record) == record
    assert ledger_of(home).read_bytes() == before
    home.put_article(replace(record, progress=0.5))
    assert ledger_of(home).read_bytes() != before


def test_only_the_owner_may_look(home: Home) -> None:
    add(home, a_note())
    for path in files(home.places.home) + files(home.places.state):
        assert path.stat().st_mode & 0o077 == 0, path


def test_plain_tinydb_sees_notes_and_tombstones(home: Home) -> None:
    kept, gone = add(home, a_note("kept")), add(home, a_note("gone"))
    home.apply(Change("deleted note", before=(gone,)))
    with TinyDB(ledger_of(home), access_mode="r") as plain:
        seen = {doc["id"]: doc for doc in plain.table("notes")}
    assert seen[kept.id]["body"] == "kept"
    assert seen[gone.id]["deleted"] is True
    assert seen[gone.id]["body"] == "gone"
    assert list(home.notes()) == [kept.id]


def test_every_kind_of_record_comes_back(tmp_path: Path, home: Home) -> None:
    source = Source(
        type="article-newspaper",
        author=(Name("Choi", "Ara", family_first=True), Name(literal="The Wire")),
        title="Title",
        container_title="Outlet",
        issued=Date(2015, 1, 24, until=Date(2016)),
        url="https://example.org/a",
        page="12-13",
    )
    article = ArticleRecord(
        new_id(),
        (DIGEST,),
        {"d": "/a/b.txt"},
        "A title",
        {"title": "Mine"},
        (Correction("[Source: x]", source), Correction("own words", None)),
        0.25,
        "2026-01-01",
    )
    tag = TagDefinition("routes", "how things travel", Colour.PINK)
    mark = Mark(article.id, "q", 12)
    home.apply(Change("all", after=(article, tag, mark)))
    again = open_home(places(tmp_path))
    assert dict(again.articles()) == {article.id: article}
    assert dict(again.tag_definitions()) == {"routes": tag}
    assert again.marks(article.id) == {"q": mark}
    assert again.marks(new_id()) == {}


def test_several_notes_are_one_append(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    add(home, a_note())
    synced: list[str] = []
    real = os.fdatasync

    def fdatasync(fd: int) -> None:
        synced.append(Path(f"/proc/self/fd/{fd}").readlink().name)
        real(fd)

    monkeypatch.setattr(os, "fdatasync", fdatasync)
    home.apply(Change("many", after=tuple(a_note(str(n)) for n in range(20))))
    assert synced.count(ledger_of(home).name) == 1
    assert len(home.notes()) == 21


def test_undo_and_redo_outlive_a_restart(tmp_path: Path, home: Home) -> None:
    note = add(home, a_note("first"))
    edit(home, note, replace(note, body="second"))
    assert open_home(places(tmp_path)).undo().label == "edited note"
    home.refresh()
    assert home.notes()[note.id].body == "first"
    assert home.undo().label == "new note"
    assert not home.notes()
    again = open_home(places(tmp_path))
    again.redo()
    assert again.notes()[note.id].body == "first"
    again.redo()
    assert again.notes()[note.id].body == "second"
    with pytest.raises(NothingToUndo):
        again.redo()


def test_nothing_to_take_back(home: Home) -> None:
    with pytest.raises(NothingToUndo):
        home.undo()
    with pytest.raises(NothingToUndo):
        home.redo()


def test_a_new_change_ends_the_redoing(home: Home) -> None:
    note = add(home, a_note("one"))
    home.undo()
    add(home, a_note("two"))
    with pytest.raises(NothingToUndo):
        home.redo()
    assert note.id not in home.notes()


def test_undo_says_so_rather_than_overwrite_what_came_from_elsewhere(tmp_path: Path) -> None:
    one, other = open_home(places(tmp_path)), open_home(places(tmp_path, "two"))
    first = add(one, a_note("older"))
    note = add(one, a_note("mine"))
    edit(one, note, replace(note, body="mine, better"))
    other.refresh()
    theirs = other.notes()[note.id]
    edit(other, theirs, replace(theirs, body="theirs"))
    with pytest.raises(NothingToUndo, match="changed elsewhere"):
        one.undo()
    assert one.notes()[note.id].body == "theirs"
    with pytest.raises(NothingToUndo, match="changed elsewhere"):
        one.undo()  # the note itself, which is no longer as it was made
    one.undo()
    assert first.id not in one.notes()
    assert one.notes()[note.id].body == "theirs"


def test_undo_takes_back_only_what_the_change_changed(tmp_path: Path) -> None:
    one, other = open_home(places(tmp_path)), open_home(places(tmp_path, "two"))
    note = add(one, a_note("text"))
    edit(one, note, replace(note, tags=("mine",)))
    other.refresh()
    theirs = other.notes()[note.id]
    edit(other, theirs, replace(theirs, body="text, longer"))
    one.undo()
    assert (one.notes()[note.id].tags, one.notes()[note.id].body) == ((), "text, longer")


def test_taking_a_note_back_keeps_what_is_known_of_its_article(home: Home) -> None:
    article = ArticleRecord(new_id(), (DIGEST,))
    note = a_note()
    home.apply(Change("new note", after=(article, note)))
    home.put_article(replace(article, progress=0.5))
    home.undo()
    assert not home.notes()
    assert home.articles()[article.id].progress == 0.5


def test_metadata_can_be_undone_though_reading_went_on(home: Home) -> None:
    article = home.put_article(ArticleRecord(new_id(), (DIGEST,)))
    home.apply(Change("title", (article,), (replace(article, metadata={"title": "T"}),)))
    home.put_article(replace(home.articles()[article.id], progress=0.9, read="2026-01-01"))
    home.undo()
    assert home.articles()[article.id] == replace(article, progress=0.9, read="2026-01-01")


def test_an_old_copy_does_not_overwrite_what_another_wrote(tmp_path: Path) -> None:
    one, other = open_home(places(tmp_path)), open_home(places(tmp_path))
    note = add(one, a_note("text", tags=("a", "b")))
    assert other.refresh()
    edit(one, note, replace(note, tags=("a", "c"), colour=Colour.PINK))
    edit(other, note, replace(note, tags=("a", "b", "d"), body="text, longer"))
    assert one.refresh()
    got = one.notes()[note.id]
    assert set(got.tags) == {"a", "c", "d"}
    assert (got.colour, got.body) == (Colour.PINK, "text, longer")
    assert got == other.notes()[note.id]


def test_two_bodies_are_both_kept(tmp_path: Path) -> None:
    one, other = open_home(places(tmp_path)), open_home(places(tmp_path))
    note = add(one, a_note("text"))
    other.refresh()
    edit(one, note, replace(note, body="one"))
    edit(other, note, replace(note, body="other"))
    merged = other.notes()[note.id]
    assert merged.body == "other"
    assert [text.text for text in merged.also] == ["one"]


def test_what_was_changed_elsewhere_is_not_deleted(tmp_path: Path) -> None:
    one, other = open_home(places(tmp_path)), open_home(places(tmp_path))
    note = add(one, a_note("text"))
    other.refresh()
    edit(one, note, replace(note, body="precious"))
    with pytest.raises(CannotWrite, match="changed elsewhere"):
        other.apply(Change("deleted", before=(note,)))
    assert other.notes()[note.id].body == "precious"


def test_an_edit_wins_over_a_deletion(tmp_path: Path) -> None:
    one, other = open_home(places(tmp_path)), open_home(places(tmp_path))
    note = add(one, a_note("text"))
    other.refresh()
    one.apply(Change("deleted", before=(note,)))
    edit(other, note, replace(note, body="precious"))
    assert one.refresh()
    assert one.notes()[note.id].body == "precious"


def test_a_change_of_nothing_is_none(home: Home) -> None:
    note = add(home, a_note("text"))
    before = ledger_of(home).read_bytes()
    assert edit(home, note, note).after == (note,)
    assert ledger_of(home).read_bytes() == before


def test_each_machine_writes_its_own_ledger(tmp_path: Path) -> None:
    one, other = open_home(places(tmp_path)), open_home(places(tmp_path, "two"))
    note = add(one, a_note("text"))
    before = ledger_of(one).read_bytes()
    other.refresh()
    edit(other, other.notes()[note.id], replace(other.notes()[note.id], body="edited there"))
    gone = add(other, a_note("gone"))
    one.refresh()
    assert ledger_of(one).read_bytes() == before
    assert one.notes()[note.id].body == "edited there"
    one.apply(Change("deleted", before=(one.notes()[gone.id],)))
    other.refresh()
    assert list(other.notes()) == [note.id]
    assert open_home(places(tmp_path)).notes() == other.notes()


def test_refresh_notices_and_is_quiet_otherwise(tmp_path: Path, home: Home) -> None:
    other = open_home(places(tmp_path))
    add(home, a_note())
    assert other.refresh()
    assert not other.refresh()
    assert not home.refresh()
    add(other, a_note())
    assert home.refresh()
    assert len(home.notes()) == 2


def test_a_clock_that_is_ahead_is_caught_up_with(tmp_path: Path) -> None:
    home = open_home(places(tmp_path))
    note = add(home, a_note("text"))
    path = ledger_of(home)
    path.write_bytes(path.read_bytes().replace(note.modified.encode(), b"2999-01-01T00:00:00.000Z"))
    later = open_home(places(tmp_path))
    edit(later, later.notes()[note.id], replace(later.notes()[note.id], body="newer"))
    assert open_home(places(tmp_path)).notes()[note.id].body == "newer"


def test_unknown_fields_are_kept(tmp_path: Path, home: Home) -> None:
    note = add(home, a_note("text"))
    path = ledger_of(home)
    path.write_bytes(path.read_bytes().replace(b'"colour":', b'"later":[1],"colour":'))
    later = open_home(places(tmp_path))
    edit(later, later.notes()[note.id], replace(later.notes()[note.id], body="new"))
    assert b'"later":[1]' in path.read_bytes().rstrip().splitlines()[-2]


def test_no_control_character_comes_from_a_ledger(home: Home, tmp_path: Path) -> None:
    note = add(home, a_note("BODY", tags=("TAG",)))
    path = ledger_of(home)
    evil = path.read_bytes().replace(b"BODY", rb"x\u001b[31my").replace(b"TAG", rb"t\u009b\u202e")
    path.write_bytes(evil)
    got = open_home(places(tmp_path)).notes()[note.id]
    assert not {"\x1b", "\x9b", "\u202e"} & set(got.body + "".join(got.tags))


@pytest.mark.parametrize("cut", ["half", "tail", "garbage", "empty", "middle"])
def test_a_damaged_ledger_is_kept_and_read(cut: str, tmp_path: Path, home: Home) -> None:
    for n in range(10):
        add(home, a_note(f"body {n}"))
    path = ledger_of(home)
    raw = path.read_bytes().rstrip(b" ")
    at = raw.index(b"body 4")
    path.write_bytes(
        {
            "half": raw[: len(raw) // 2],
            "tail": raw[:-40],
            "garbage": b"\x00\xff" * 300,
            "empty": b"",
            "middle": raw[:at] + b"\0" * 30 + raw[at + 30 :],
        }[cut]
    )
    broken = path.read_bytes()
    again = open_home(places(tmp_path))
    # The last backup of this day is from when the file had doubled: it holds all but the newest.
    had = {"tail": 9, "middle": 10}.get(cut, 7)
    assert len(again.notes()) == had
    assert again.trouble is None
    assert broken in [other.read_bytes() for other in files(tmp_path) if "damaged" in other.name]
    add(again, a_note())
    assert len(open_home(places(tmp_path)).notes()) == had + 1


def test_a_newer_ledger_is_read_and_left_alone(tmp_path: Path, home: Home) -> None:
    note = add(home, a_note("text"))
    path = ledger_of(home)
    path.write_bytes(path.read_bytes().replace(b'"schema":2', b'"schema":3'))
    newer = path.read_bytes()
    again = open_home(places(tmp_path))
    assert isinstance(again.trouble, NotesNewer)
    assert list(again.notes()) == [note.id]
    with pytest.raises(NotesNewer):
        add(again, a_note())
    assert path.read_bytes() == newer


def test_another_machine_s_damaged_ledger_is_told_but_does_not_stop_writing(tmp_path: Path) -> None:
    one, other = open_home(places(tmp_path)), open_home(places(tmp_path, "two"))
    add(one, a_note())
    ledger_of(one).write_bytes(b"<<<<<<<")
    add(other, a_note())
    assert isinstance(other.trouble, NotesDamaged)
    assert len(other.notes()) == 1


@pytest.mark.parametrize("spoil", ["half", "garbage", "empty", "folder"])
def test_another_machine_s_damaged_ledger_is_filled_up_from_its_backups(
    spoil: str, tmp_path: Path
) -> None:
    one, other = open_home(places(tmp_path)), open_home(places(tmp_path, "two"))
    notes = [add(one, a_note(f"body {n}")) for n in range(8)]
    raw = ledger_of(one).read_bytes()
    backup = max((tmp_path / "home" / "backups" / one.device).iterdir())
    backup.write_bytes(raw)
    ledger_of(one).unlink()
    if spoil == "folder":
        ledger_of(one).mkdir()
    else:
        words = raw.rstrip()
        spoiled = {"half": words[: len(words) // 2], "garbage": b"\xff" * 500, "empty": b""}
        ledger_of(one).write_bytes(spoiled[spoil])
    assert other.notes().keys() == {note.id for note in notes}
    assert isinstance(other.trouble, NotesDamaged)
    new = add(other, a_note("new"))
    assert new.id in other.notes()
    if spoil != "folder":
        assert ledger_of(one).read_bytes() == spoiled[spoil], "only its owner mends it"


def test_a_pipe_in_place_of_a_ledger_keeps_nobody_waiting(tmp_path: Path) -> None:
    one, other = open_home(places(tmp_path)), open_home(places(tmp_path, "two"))
    add(one, a_note("text"))
    ledger_of(one).unlink()
    os.mkfifo(ledger_of(one))
    assert list(other.notes().values()) == []
    note = add(other, a_note("new"))
    assert list(other.notes()) == [note.id]


@pytest.mark.permissions
def test_a_home_that_must_not_be_written_to(tmp_path: Path) -> None:
    add(open_home(places(tmp_path)), a_note("text"))
    everything = [tmp_path, *files(tmp_path)]
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        home = open_home(places(tmp_path))
        (note,) = home.notes().values()
        assert isinstance(home.trouble, NotesReadOnly)
        with pytest.raises(NotesReadOnly):
            home.apply(Change("deleted", before=(note,)))
    finally:
        for path in everything:
            path.chmod(0o755 if path.is_dir() else 0o644)


def test_texts_are_kept_alike_everywhere(tmp_path: Path, home: Home) -> None:
    text = "Words \ud800 of an article.\n\n" * 100
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    home.keep_text(text, digest)
    path = tmp_path / "home" / "texts" / f"{digest}.gz"
    packed = path.read_bytes()
    assert packed[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    path.write_bytes(packed[:-9])
    again = open_home(places(tmp_path))
    assert again.text_of(digest) is None
    again.keep_text(text, digest)
    assert path.read_bytes() == packed
    assert again.text_of(digest) == text
    assert again.text_of("../../etc/passwd") is None
    with pytest.raises(ValueError, match="digest"):
        again.keep_text("other", DIGEST)


def test_threads_take_turns(home: Home) -> None:
    def write(name: str) -> None:
        for n in range(8):
            note = add(home, a_note(f"{name} {n}"))
            edit(home, note, replace(note, tags=(name,)))

    threads = [threading.Thread(target=write, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        for note in home.notes().values():
            assert note.body
        threading.Event().wait(0.005)
    for thread in threads:
        thread.join()
    assert len(home.notes()) == 24
    assert all(note.tags == (note.body[0],) for note in home.notes().values())


def test_a_damaged_journal_does_not_keep_from_writing(tmp_path: Path, home: Home) -> None:
    add(home, a_note())
    (journal,) = (home.places.state / "undo").iterdir()
    journal.write_bytes(b"{")
    again = open_home(places(tmp_path))
    add(again, a_note())
    again.undo()
    assert len(again.notes()) == 1
    with pytest.raises(NothingToUndo):
        again.undo()


def test_a_change_that_failed_cannot_be_undone(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    note = add(home, a_note("text"))
    ledger = ledger_of(home).name
    real = os.pwrite

    def pwrite(fd: int, data: bytes, at: int) -> int:
        if Path(f"/proc/self/fd/{fd}").readlink().name == ledger and len(data) > 100:
            raise OSError(28, "No space left on device")
        return real(fd, data, at)

    with monkeypatch.context() as patched:
        patched.setattr(os, "pwrite", pwrite)
        with pytest.raises(CannotWrite, match="the disk is full"):
            edit(home, note, replace(note, body="longer"))
    assert home.notes()[note.id].body == "text"
    assert json.loads(ledger_of(home).read_bytes())
    edit(home, note, replace(note, body="now"))
    home.undo()
    home.undo()
    assert not home.notes()
