"""What can go wrong around a home: a clear sentence, nothing lost, and it works again after."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from postil.errors import CannotWrite, NotesBusy, NotesGone
from postil.model.values import replace
from postil.store.disk import clock
from postil.store.home.history import StoredVersion
from postil.store.home.home import Home, open_home
from postil.store.home.ledgers import Ledgers
from tests.store.homes import a_note, add, edit, ledger_of, places
from tests.support.effort import PATIENCE, at_most


def sentence(error: BaseException) -> str:
    """Return what a reader would see, which is one line that says the way out."""
    told = str(error)
    assert "\n" not in told
    assert told.count(";") >= 1
    return told


def test_a_home_on_a_drive_that_goes_away_is_not_begun_anew(tmp_path: Path, home: Home) -> None:
    note = add(home, a_note("kept"))
    away = tmp_path / "away"
    (tmp_path / "home").rename(away)
    assert not home.refresh()
    assert home.notes()[note.id] == note, "what was read is still shown"
    for one in (home, open_home(places(tmp_path))):
        assert isinstance(one.trouble, NotesGone)
        with pytest.raises(NotesGone) as caught:
            add(one, a_note("new"))
        assert "mount it or bring it back" in sentence(caught.value)
    assert not (tmp_path / "home").exists(), "nothing may be hidden by the drive's coming back"
    away.rename(tmp_path / "home")
    assert home.trouble is None
    new = add(home, a_note("new"))
    assert open_home(places(tmp_path)).notes().keys() == {note.id, new.id}


def test_a_notes_file_that_is_removed_comes_back(tmp_path: Path, home: Home) -> None:
    first = add(home, a_note("first"))
    notes = {first.id, *(add(home, a_note(str(number))).id for number in range(5))}
    ledger_of(home).unlink()
    home.refresh()
    assert home.notes().keys() == notes
    (told,) = home.messages()
    assert "was gone" in told
    ledger_of(home).unlink()
    fresh = open_home(places(tmp_path))
    assert first.id in fresh.notes(), "from the backup of this day, made before the second note"
    (told,) = fresh.messages()
    assert "from a backup" in told
    new = add(fresh, a_note("new"))
    assert new.id in open_home(places(tmp_path)).notes()


def test_the_history_is_read_while_another_thread_writes(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(home, a_note("first"))
    writer = threading.Thread(target=add, args=(home, a_note("second")))
    versions = Ledgers.versions

    def slow(ledgers: Ledgers) -> Iterator[StoredVersion]:
        for number, one in enumerate(versions(ledgers)):
            if number == 0:
                writer.start()
                writer.join(0.2)
            yield one

    monkeypatch.setattr(Ledgers, "versions", slow)
    assert len(home.versions.by_key()) == 1
    writer.join()
    assert len(home.notes()) == 2


def test_a_folder_that_is_made_anew_begins_anew(tmp_path: Path, home: Home) -> None:
    add(home, a_note("gone"))
    shutil.rmtree(tmp_path / "home")  # the backups too
    (tmp_path / "home" / "notes").mkdir(parents=True)
    fresh = open_home(places(tmp_path))
    note = add(fresh, a_note("new"))
    assert list(fresh.notes()) == [note.id]


def test_a_lock_held_by_a_stopped_process_is_told_and_waited_for_no_longer_than_patience(
    tmp_path: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(home, a_note("before"))
    (lock,) = (tmp_path / "one" / "state" / "locks").glob("[0-9a-f]*.lock")
    held = (
        "import sys, time\nfrom pathlib import Path\nfrom postil.store.disk.lock import Lock\n"
        f"with Lock(Path({str(lock)!r})).exclusive():\n"
        "    print('held', flush=True)\n    time.sleep(60)\n"
    )
    source = Path(clock.__file__).parents[3]
    holder = subprocess.Popen(
        [sys.executable, "-c", held],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(source)},
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        os.kill(holder.pid, signal.SIGSTOP)
        monkeypatch.setattr(home._lock, "_patience", 0.3)
        begun = time.monotonic()
        with pytest.raises(NotesBusy) as caught:
            add(home, a_note("new"))
        assert 0.3 <= time.monotonic() - begun < PATIENCE
        assert "another Postil" in sentence(caught.value)
        assert [note.body for note in open_home(places(tmp_path)).notes().values()] == ["before"]
    finally:
        holder.kill()
        holder.wait()
        assert holder.stdout is not None
        holder.stdout.close()
    add(home, a_note("new"))
    assert len(open_home(places(tmp_path)).notes()) == 2


def test_a_clock_set_back_a_year_loses_nothing(
    tmp_path: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = add(home, a_note("first"))
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now - 365 * 86_400 * 10**9)
    later = open_home(places(tmp_path))
    edit(later, note, replace(note, body="second"))
    new = add(later, a_note("new"))
    fresh = open_home(places(tmp_path))
    assert fresh.notes()[note.id].body == "second"
    assert new.id in fresh.notes()
    fresh.undo()
    fresh.undo()
    assert fresh.notes()[note.id].body == "first"


def test_a_clock_set_back_does_not_lose_against_another_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = open_home(places(tmp_path)), open_home(places(tmp_path, "two"))
    note = add(one, a_note("first"))
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now - 365 * 86_400 * 10**9)
    two.refresh()
    edit(two, two.notes()[note.id], replace(note, body="second"))
    one.refresh()
    assert one.notes()[note.id].body == "second"


def test_a_note_of_a_million_letters_and_ten_thousand_tags(tmp_path: Path, home: Home) -> None:
    body = "ä“word” " * 131_072
    tags = tuple(f"tag {number}" for number in range(10_000))
    with at_most(3000):
        note = add(home, a_note(body, tags=tags))
        edit(home, note, replace(note, tags=(*tags[5:], "new")))
        other = open_home(places(tmp_path, "two"))
        edit(other, other.notes()[note.id], replace(other.notes()[note.id], body=body + "more"))
        home.refresh()
        got = home.notes()[note.id]
        assert (got.body, set(got.tags)) == (body + "more", {*tags[5:], "new"})
        home.undo()
        assert set(home.notes()[note.id].tags) == set(tags)


def test_a_disk_that_is_full_for_a_while(
    tmp_path: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = add(home, a_note("kept"))
    real = os.fdatasync

    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fdatasync", full)
        with pytest.raises(CannotWrite) as caught:
            add(home, a_note("new"))
        assert "make room and try again" in sentence(caught.value)
        assert open_home(places(tmp_path)).notes().keys() == {note.id}
    assert os.fdatasync is real
    new = add(home, a_note("new"))
    assert open_home(places(tmp_path)).notes().keys() == {note.id, new.id}
    home.undo()
    assert home.notes().keys() == {note.id}


@pytest.mark.permissions
def test_a_home_that_becomes_read_only_and_writable_again(tmp_path: Path, home: Home) -> None:
    note = add(home, a_note("kept"))
    folder = tmp_path / "home" / "notes"
    everything = [folder, *folder.iterdir()]
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        with pytest.raises(CannotWrite) as caught:
            add(home, a_note("new"))
        assert "allow writing there" in sentence(caught.value)
    finally:
        for path in everything:
            path.chmod(0o755 if path.is_dir() else 0o644)
    new = add(home, a_note("new"))
    assert open_home(places(tmp_path)).notes().keys() == {note.id, new.id}
