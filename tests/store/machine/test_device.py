from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from postil.store.machine import device, identity
from postil.store.machine.state import State


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state"


def test_a_state_copied_to_another_machine_draws_a_new_id(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device, "machine", lambda: "one")
    old = State(folder).claim()
    monkeypatch.setattr(device, "machine", lambda: "two")
    copy = State(folder)
    assert copy.claim() != old
    assert copy.devices == (copy.device, old)
    assert State(folder).claim() == copy.device


def test_a_state_copied_beside_itself_draws_a_new_id(folder: Path) -> None:
    old = State(folder).claim()
    shutil.copytree(folder, folder.with_name("copy"))
    assert State(folder.with_name("copy")).claim() != old
    assert State(folder).claim() == old


def test_a_state_that_was_moved_keeps_its_id(folder: Path) -> None:
    old = State(folder).claim()
    folder.rename(folder.with_name("moved"))
    moved = State(folder.with_name("moved"))
    assert moved.claim() == old
    assert str(folder.with_name("moved")) in (folder.with_name("moved") / "device").read_text()


def test_a_machine_without_a_name_keeps_its_id(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = State(folder).claim()
    monkeypatch.setattr(device, "machine", lambda: "")
    assert State(folder).claim() == old


def test_an_id_without_a_machine_is_taken_over(folder: Path) -> None:
    folder.mkdir()
    (folder / "device").write_text("abcdefgh12\n")
    assert State(folder).claim() == "abcdefgh12"
    assert (folder / "device").read_text().splitlines()[1].startswith("machine ")


def test_a_machine_says_nothing_of_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = tmp_path / "machine-id"
    named.write_text("0123456789abcdef0123456789abcdef\n")
    monkeypatch.setattr(identity, "_FILES", (tmp_path / "none", named))
    told = identity.machine()
    assert len(told) == 16
    assert told not in named.read_text()
    named.write_text("another\n")
    assert identity.machine() != told


def test_without_a_file_the_hardware_tells_machines_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "_FILES", ())
    monkeypatch.setattr("uuid.getnode", lambda: 0x001122334455)
    told = identity.machine()
    assert told
    monkeypatch.setattr("uuid.getnode", lambda: 0x011122334455)
    assert identity.machine() == ""


def test_what_is_no_file_says_no_id_and_gives_way_to_one(folder: Path) -> None:
    for make in (os.mkfifo, _endless, _huge):
        (folder / "device").unlink(missing_ok=True)
        folder.mkdir(exist_ok=True)
        make(folder / "device")
        claimed = State(folder).claim()
        assert State(folder).device == claimed


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _huge(path: Path) -> None:
    path.touch()
    os.truncate(path, 1 << 36)
