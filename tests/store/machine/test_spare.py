"""The second place of drafts: private, of this state alone, and taken where the first is not."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from postil.errors import CannotWrite
from postil.store.disk.lock import PATIENCE, Lock
from postil.store.machine import spare
from postil.store.machine.state import Appearance, State


@pytest.fixture
def roots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the folders that everybody may write to: two, in their order."""
    found = [tmp_path / "first", tmp_path / "second"]
    for root in found:
        root.mkdir()
    monkeypatch.setattr(spare, "roots", lambda: found)
    return found


@pytest.fixture
def shut(tmp_path: Path) -> State:
    """Return a state whose folder takes nothing."""
    (tmp_path / "state").write_text("a file where the folder should be")
    return State(tmp_path / "state")


def test_what_the_state_does_not_take_is_kept_and_found_elsewhere(
    roots: list[Path], shut: State
) -> None:
    kept = shut.put_draft("one", "Half a thought", {"quote": "ice"})
    assert kept is not None
    assert kept.path.is_relative_to(roots[0])
    assert kept.path.stat().st_mode & 0o077 == 0
    assert kept.path.parent.stat().st_mode & 0o077 == 0
    assert shut.draft("one") == "Half a thought"
    assert list(shut.drafts()) == [("one", "Half a thought", {"quote": "ice"})]
    shut.put_draft("one", "")
    assert shut.draft("one") is None
    assert list(roots[0].rglob("*.json")) == []


def test_the_state_takes_it_back_when_it_can(roots: list[Path], shut: State) -> None:
    shut.put_draft("one", "Half a thought")
    shut.folder.unlink()
    assert shut.draft("one") == "Half a thought"
    assert shut.put_draft("one", "A thought") is None
    assert shut.draft("one") == "A thought"
    assert list(roots[0].rglob("*.json")) == []


def test_the_newer_of_two_is_the_one_elsewhere(roots: list[Path], tmp_path: Path) -> None:
    state = State(tmp_path / "state")
    state.put_draft("one", "Half")
    state.folder.rename(tmp_path / "away")
    state.folder.write_text("a file where the folder should be")
    state.put_draft("one", "Half a thought")
    state.folder.unlink()
    (tmp_path / "away").rename(state.folder)
    assert state.draft("one") == "Half a thought"
    assert [text for _, text, _ in state.drafts()] == ["Half a thought"]


def test_two_states_do_not_share_it(roots: list[Path], shut: State, tmp_path: Path) -> None:
    shut.put_draft("one", "mine")
    assert State(tmp_path / "another").draft("one") is None


def test_what_others_have_laid_there_is_not_used(
    roots: list[Path], shut: State, tmp_path: Path
) -> None:
    """A folder that is open to others, or a link, could be anybody's."""
    kept = shut.put_draft("one", "Half a thought")
    assert kept is not None
    kept.path.parent.chmod(0o755)
    assert shut.draft("one") is None
    again = shut.put_draft("one", "Half a thought")
    assert again is not None
    assert again.path.is_relative_to(roots[1])
    elsewhere = tmp_path / "elsewhere"
    again.path.parent.rename(elsewhere)
    again.path.parent.symlink_to(elsewhere)
    assert shut.draft("one") is None
    with pytest.raises(CannotWrite):
        shut.put_draft("one", "Half a thought")


def test_what_else_is_written_keeps_no_draft_waiting(roots: list[Path], tmp_path: Path) -> None:
    state = State(tmp_path / "state")
    state.put_appearance(Appearance())
    with Lock(tmp_path / "state" / "locks" / "state.lock").exclusive():
        assert state.put_draft("one", "Half a thought") is None
        assert State(tmp_path / "state").draft("one") == "Half a thought"


def test_a_draft_that_another_process_keeps_waiting_is_kept_elsewhere_soon(
    roots: list[Path], tmp_path: Path
) -> None:
    state = State(tmp_path / "state")
    state.put_draft("one", "Half")
    begun = time.monotonic()
    with Lock(tmp_path / "state" / "locks" / "drafts.lock").exclusive():
        kept = state.put_draft("one", "Half a thought")
        assert kept is not None
        assert kept.path.is_relative_to(roots[0])
        assert State(tmp_path / "state").draft("one") == "Half a thought"
    assert time.monotonic() - begun < PATIENCE / 2
    assert state.put_draft("one", "A thought") is None
    assert State(tmp_path / "state").draft("one") == "A thought"
