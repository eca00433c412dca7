"""Whose note is whose is told without a look at the disk for each of very many."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.model.note import NAMELESS_MAKER, Anchor, Note
from postil.store.disk.durable import read_file
from postil.store.machine import device
from postil.store.machine.maker import Maker
from postil.store.machine.state import State


def _note(maker: str) -> Note:
    return Note("1", "2", Anchor("harbour", "", "", 0, 7, ""), maker=maker)


def test_own_notes_are_told_without_reading_the_id_of_the_device(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[Path] = []

    def counting(path: Path, most: int) -> bytes:
        read.append(path)
        return read_file(path, most)

    monkeypatch.setattr(device, "read_file", counting)
    maker = Maker("Ann Reed", State(tmp_path))
    assert maker.made(_note(""))
    assert maker.made(_note("Ann Reed"))
    assert read == []


def test_a_note_of_this_device_is_nobody_elses(tmp_path: Path) -> None:
    state = State(tmp_path)
    maker = Maker("Ann Reed", state)
    assert maker.made(_note(f"{NAMELESS_MAKER}{state.claim()}"))
    assert not maker.made(_note(f"{NAMELESS_MAKER}{'0' * 12}"))
    assert maker.other(_note("Ben Lowe")) == "Ben Lowe"
