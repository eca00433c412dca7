"""A home with nothing to be brought in order is not so much as locked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from postil.errors import NotesNewer
from postil.store.home.home import Home, open_home
from postil.store.ledger import storage
from tests.store.homes import a_note, add, edit, files, ledger_of, places


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return open_home(places(tmp_path))


def test_a_new_home_that_is_tidied_makes_nothing(tmp_path: Path, home: Home) -> None:
    home.tidy()
    assert files(tmp_path) == []


def newer(home: Home, tmp_path: Path) -> Home:
    """Open a home anew whose ledger a newer Postil has written to."""
    path = ledger_of(home)
    path.write_bytes(path.read_bytes().replace(b'"schema":2', b'"schema":3'))
    return open_home(places(tmp_path))


def test_a_ledger_that_must_not_be_written_to_is_no_trouble_while_it_is_short(
    tmp_path: Path, home: Home
) -> None:
    """Whoever only reads there would be told of a failure that is none of theirs."""
    add(home, a_note("text"))
    newer(home, tmp_path).tidy()


def test_a_long_ledger_that_must_not_be_written_to_says_why(
    tmp_path: Path, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "SUPERSEDED", 2)
    note = add(home, a_note("text"))
    for number in range(9):
        change = edit(home, note, replace(note, body=f"text {number}"))
        note = change.after[0]  # type: ignore[assignment]
    again = newer(home, tmp_path)
    with pytest.raises(NotesNewer):
        again.tidy()
