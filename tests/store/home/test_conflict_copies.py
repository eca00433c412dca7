"""One home on several machines: copies of ledgers, conflicts, and what is taken in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from postil.config import Places
from postil.model.note import Note
from postil.model.values import replace
from postil.store.home.conflict_copies import copied_from
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change
from postil.store.machine import device
from tests.store.homes import a_note, add, edit, ledger_of, places


def second(first: Home, root: Path) -> Home:
    """Return a machine with a home of its own that is a copy of the first one's."""
    shutil.copytree(first.places.home, root / "home")
    return open_home(Places(root / "home", root / "state", root / "config", root / "cache"))


def carry(source: Home, target: Home) -> None:
    """Do what a file synchroniser does: bring the ledgers, each newer than the target's."""
    for path in (source.places.home / "notes").glob("*.json"):
        there = target.places.home / "notes" / path.name
        if path.name != ledger_of(target).name:
            shutil.copy(path, there)


@pytest.mark.parametrize(
    ("name", "device"),
    [
        ("0123456789.json", None),
        ("0123456789.sync-conflict-20261123-101112-ABCDEFG.json", "0123456789"),
        ("0123456789 (Ada's conflicted copy 2026-11-23).json", "0123456789"),
        ("0123456789 (1).json", "0123456789"),
        ("0123456789-LAPTOP.json", "0123456789"),
        ("0123456789a.json", None),
        ("notes.json", None),
        ("Notes of Ada 1.json", None),
    ],
)
def test_copies_are_known_by_their_names(name: str, device: str | None) -> None:
    assert copied_from(Path("/x") / name) == device


def test_a_ledger_that_another_machine_removed_is_read_no_more(tmp_path: Path) -> None:
    one, two = open_home(places(tmp_path)), open_home(places(tmp_path, "two"))
    mine, theirs = add(one, a_note("mine")), add(two, a_note("theirs"))
    one.refresh()
    assert one.notes().keys() == {mine.id, theirs.id}
    ledger_of(two).unlink()
    assert one.refresh()
    assert one.notes().keys() == {mine.id}
    assert one.machines == 1


def test_machines_that_were_apart_read_the_same_in_the_end(tmp_path: Path) -> None:
    one = open_home(places(tmp_path))
    note = add(one, a_note("text", tags=("a",)))
    two = second(one, tmp_path / "far")
    edit(one, note, replace(note, body="mine", tags=("a", "one")))
    theirs = two.notes()[note.id]
    edit(two, theirs, replace(theirs, body="theirs", tags=("two",)))
    carry(one, two)
    carry(two, one)
    one.refresh()
    two.refresh()
    merged = one.notes()[note.id]
    assert merged == two.notes()[note.id]
    assert set(merged.tags) == {"one", "two"}
    assert {merged.body, *(text.text for text in merged.also)} == {"mine", "theirs"}


def test_a_resolved_conflict_is_resolved_on_the_other_machine_too(tmp_path: Path) -> None:
    one = open_home(places(tmp_path))
    note = add(one, a_note("text"))
    two = second(one, tmp_path / "far")
    edit(one, note, replace(note, body="mine"))
    edit(two, two.notes()[note.id], replace(note, body="theirs"))
    carry(two, one)
    one.refresh()
    open_conflict = one.notes()[note.id]
    assert open_conflict.also
    edit(one, open_conflict, replace(open_conflict, body="both", also=()))
    carry(one, two)
    two.refresh()
    assert (two.notes()[note.id].body, two.notes()[note.id].also) == ("both", ())
    one.undo()
    assert one.notes()[note.id].body == open_conflict.body
    assert [text.text for text in one.notes()[note.id].also] == [
        text.text for text in open_conflict.also
    ]


@pytest.mark.parametrize("own", [True, False])
def test_a_conflict_copy_is_taken_in(tmp_path: Path, own: bool) -> None:
    one = open_home(places(tmp_path))
    old = add(one, a_note("old"))
    copied = ledger_of(one).read_bytes()
    lost = add(one, a_note("in the copy alone"))
    name = ledger_of(one).with_suffix(".sync-conflict-20261123-101112-ABCDEFG.json")
    shutil.copy(ledger_of(one), name)
    ledger_of(one).write_bytes(copied)
    reader = open_home(places(tmp_path, "one" if own else "two"))
    assert set(reader.notes()) == {old.id, lost.id}
    assert reader.copies() == [name]
    new = add(reader, a_note("new"))
    assert reader.copies() == []
    assert not name.exists()
    assert (reader.places.home / "backups" / reader.device / name.name).exists()
    fresh = open_home(places(tmp_path, "three"))
    assert set(fresh.notes()) == {old.id, lost.id, new.id}


def test_two_that_wrote_under_one_id_lose_no_text(tmp_path: Path) -> None:
    one = open_home(places(tmp_path))
    note = add(one, a_note("text"))
    twin = tmp_path / "twin"
    shutil.copytree(tmp_path / "home", twin / "home")
    shutil.copytree(tmp_path / "one" / "state", twin / "state")
    # As if it had been copied by an older Postil, which did not notice.
    (twin / "state" / "device").write_text(f"{one.device}\n")
    two = open_home(Places(twin / "home", twin / "state", twin / "c", twin / "d"))
    assert two.device == one.device
    edit(one, note, replace(note, body="mine"))
    edit(two, two.notes()[note.id], replace(note, body="theirs"))
    only = add(two, a_note("of the twin"))
    copy = ledger_of(one).with_name(f"{one.device} (conflicted copy).json")
    shutil.copy(ledger_of(two), copy)
    one.tidy()
    merged = one.notes()[note.id]
    assert {merged.body, *(text.text for text in merged.also)} == {"mine", "theirs"}
    assert only.id in one.notes()
    assert not copy.exists()


def test_an_older_copy_of_a_ledger_brings_no_old_text_back(tmp_path: Path) -> None:
    one = open_home(places(tmp_path))
    note = add(one, a_note("first"))
    older = ledger_of(one).read_bytes()
    edit(one, note, replace(note, body="second"))
    before = ledger_of(one).read_bytes()
    # Only now, since a change takes in what is there before it.
    copy = ledger_of(one).with_name(f"{one.device} (1).json")
    copy.write_bytes(older)
    one.tidy()
    assert (one.notes()[note.id].body, one.notes()[note.id].also) == ("second", ())
    assert not copy.exists()
    assert ledger_of(one).read_bytes() == before


def test_a_copied_state_folder_takes_nothing_of_the_other_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = open_home(places(tmp_path))
    add(one, a_note("mine"))
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    monkeypatch.setattr(device, "machine", lambda: "another")
    two = open_home(places(tmp_path, "two"))
    from postil.errors import NothingToUndo

    with pytest.raises(NothingToUndo):
        two.undo()
    add(two, a_note("theirs"))
    assert two.device != one.device
    two.undo()
    one.refresh()
    assert [note.body for note in one.notes().values()] == ["mine"]


def test_versions_are_those_of_all_machines(tmp_path: Path) -> None:
    one, two = open_home(places(tmp_path)), open_home(places(tmp_path, "two"))
    note = add(one, a_note("text"))
    two.refresh()
    edit(two, two.notes()[note.id], replace(note, body="more"))
    one.refresh()
    found = one.versions.by_key()
    bodies = {doc["body"] for docs in found.values() for doc in docs}
    assert bodies == {"text", "more"}


def _group(home: Home, notes: list[Note]) -> None:
    home.apply(Change("tag renamed", tuple(notes), tuple(replace(n, tags=("b",)) for n in notes)))


def test_a_group_is_one_step(tmp_path: Path) -> None:
    one = open_home(places(tmp_path))
    notes = [add(one, a_note(str(n), tags=("a",))) for n in range(3)]
    _group(one, notes)
    open_home(places(tmp_path)).undo()
    one.refresh()
    assert {note.tags for note in one.notes().values()} == {("a",)}
