"""Several processes, threads and machines at one home: all they say is kept."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from postil.errors import (
    CannotWrite,
)
from postil.model.note import Colour
from postil.model.reading_state import ReadingState
from postil.model.values import replace
from postil.store.disk.clock import new_id
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change
from postil.store.records.records import ArticleRecord, SavedQuery
from tests.store.homes import a_note, add, edit, ledger_of, places


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


def test_saved_queries_of_two_machines_are_together(tmp_path: Path) -> None:
    one, other = (open_home(places(tmp_path, machine)) for machine in ("one", "two"))
    one.apply(Change("saved", after=(SavedQuery("a", "tag:a"), SavedQuery("b", "tag:b"))))
    other.refresh()
    other.apply(Change("saved", (SavedQuery("a", "tag:a"),), (SavedQuery("a", "tag:c"),)))
    one.apply(Change("deleted", (SavedQuery("b", "tag:b"),)))
    for home in (one, other):
        home.refresh()
        assert home.saved_queries() == {"a": SavedQuery("a", "tag:c")}


def test_a_reading_state_is_kept_beside_what_another_machine_read(tmp_path: Path) -> None:
    one, other = (open_home(places(tmp_path, machine)) for machine in ("one", "two"))
    record = one.put_article(ArticleRecord(new_id(), title="Ice", progress=0.1))
    other.refresh()
    said = replace(record, state=ReadingState.DONE)
    one.apply(Change("reading state", (record,), (said,)))
    other.put_article(replace(record, progress=0.4))
    for home in (one, other):
        home.refresh()
        found = home.articles()[record.id]
        assert (found.state, found.progress) == (ReadingState.DONE, 0.4)
