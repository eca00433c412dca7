"""Homes that tests write to: notes as readers make them, added and edited as the app does."""

from __future__ import annotations

from pathlib import Path

from postil.config import Places
from postil.model.note import Anchor, Colour, Note
from postil.store.disk.clock import new_id
from postil.store.home.home import Home
from postil.store.home.journal import Change

DIGEST = "a" * 64


def places(root: Path, machine: str = "one") -> Places:
    there = root / machine
    return Places(root / "home", there / "state", there / "config", there / "cache")


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
