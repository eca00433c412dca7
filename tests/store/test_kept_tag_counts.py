"""Kept counts of tags are those of the notes, whatever was changed since they were counted."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from postil.model.values import replace
from postil.store.home import notes_on_demand
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change
from postil.store.machine.tag_counts import TagCounts
from tests.bench.many_notes.big_home import BigHome, make

TAGS = ("trade", "trade/routes", "Trade/Routes", "ice", "호밀 🌾")


@pytest.fixture
def big(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BigHome:
    """Return a home of two machines that counts as large, all of which was read once."""
    monkeypatch.setattr(notes_on_demand, "WORTH", 1)
    big = make(tmp_path, 60, 3, 30, tags=TAGS)
    open_home(big.places).notes()
    return big


def counted(home: Home) -> TagCounts:
    """Return the counts of a home, for which not all notes may be read."""
    counts = home.lookup.tag_counts()
    assert counts is not None, "they were not kept"
    return counts


def afresh(big: BigHome) -> TagCounts:
    """Return the counts of all notes, read one by one."""
    counts = TagCounts()
    for note in open_home(big.places).notes().values():
        counts.add(note.tags)
    return counts


def same(one: TagCounts, other: TagCounts) -> bool:
    return one.spelled == other.spelled and one.within == other.within


def test_kept_counts_are_those_of_the_notes(big: BigHome) -> None:
    assert same(counted(open_home(big.places)), afresh(big))


def test_changes_since_then_are_counted(big: BigHome) -> None:
    rnd = random.Random(3)
    home = open_home(big.places)
    for identity in rnd.sample(big.ids, 12):
        (note,) = home.some_notes(ending=identity)
        new = () if rnd.random() < 0.3 else (replace(note, tags=tuple(rnd.sample(TAGS, 2))),)
        home.apply(Change("changed", (note,), new))
        assert same(counted(home), counted(open_home(big.places)))
    home.undo()
    kept = counted(open_home(big.places))
    assert same(kept, afresh(big))


def test_what_another_machine_has_changed_is_not_counted_as_kept(big: BigHome) -> None:
    ledgers = sorted((big.places.home / "notes").glob("*.json"))
    other = next(path for path in ledgers if big.ids[0] not in path.read_text("utf-8"))
    lines = other.read_text("utf-8")
    other.write_text(lines.replace('"trade"', '"other"', 1), "utf-8")
    home = open_home(big.places)
    counts = home.lookup.tag_counts()
    assert counts is None or same(counts, afresh(big))


@pytest.mark.parametrize("damage", [b"", b"{", b'{"maker":"1","kept":{"digests":{}}}'])
def test_damage_of_what_is_kept_costs_a_reading(big: BigHome, damage: bytes) -> None:
    (kept,) = (big.places.cache / "ledgers").glob("*-tags.json")
    kept.write_bytes(damage)
    home = open_home(big.places)
    assert home.lookup.tag_counts() is None
    assert same(home.notes().tag_counts(), afresh(big))
