"""What belongs to one machine lies outside the home, which may be synchronised."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from postil.config import load


def test_where_the_system_has_one_folder_for_both_state_lies_beside_the_home(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """MacOS and Windows name one folder for data and for state."""
    folder = MacOS("postil", appauthor=False)
    assert folder.user_state_path == folder.user_data_path
    monkeypatch.setattr(platformdirs, "PlatformDirs", MacOS)
    places = load({}).places
    assert places.home == folder.user_data_path
    assert places.state == places.home.with_name("postil-state")
    assert not places.state.is_relative_to(places.home)


def test_where_the_system_has_a_folder_for_state_it_is_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(platformdirs, "PlatformDirs", Unix)
    assert load({}).places.state == tmp_path / "state" / "postil"


def test_a_named_home_does_not_move_the_state(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(platformdirs, "PlatformDirs", MacOS)
    places = load({"POSTIL_HOME": str(tmp_path / "margins")}).places
    assert places.home == tmp_path / "margins"
    assert places.state.name == "postil-state"
