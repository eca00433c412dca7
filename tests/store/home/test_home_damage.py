"""Files of a home that are damaged, newer or hostile: what is whole is had, and writing goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.errors import (
    NotesDamaged,
    NotesNewer,
)
from postil.store.home.home import Home, open_home
from tests.store.homes import a_note, add, files, ledger_of, places


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
