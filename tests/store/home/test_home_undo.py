"""Changes taken back and made again: across restarts, and beside what others have written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from postil.errors import (
    CannotWrite,
    NothingToUndo,
)
from postil.model.values import replace
from postil.store.disk.clock import new_id
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change
from postil.store.records.records import ArticleRecord
from tests.store.homes import DIGEST, a_note, add, edit, ledger_of, places


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
