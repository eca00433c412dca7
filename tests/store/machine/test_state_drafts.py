"""Drafts are told in one order, however the folder lists its files."""

from __future__ import annotations

from pathlib import Path

from postil.store.machine.state import State


def test_drafts_are_told_in_the_order_of_their_files(tmp_path: Path) -> None:
    """So that, of two on the same words, it is always the same one that is carried first."""
    state = State(tmp_path / "state")
    for number in range(40):
        state.put_draft(f"passage:{number}", f"text {number}")
    told = [key for key, _, _ in state.drafts()]
    assert len(told) == 40
    names = {}
    for path in (tmp_path / "state" / "drafts").glob("*.json"):
        kept = path.read_text("utf-8")
        names[next(key for key in told if f'"{key}"' in kept)] = path.name
    assert told == sorted(told, key=lambda key: names[key])
