"""A ledger whose last line was never written to its end is read up to that line."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.store.ledger.ledger_parser import parse
from postil.store.ledger.storage import LedgerStorage


def filled(path: Path, lines: int) -> bytes:
    """Write a ledger of so many lines, one a commit."""
    ledger = LedgerStorage(path)
    for number in range(lines):
        ledger.commit({"notes": {str(100 + number % 3): {"n": number}}})
    return path.read_bytes()


def lines_of(path: Path) -> int:
    """Return the whole lines of a ledger, as its reader counts them."""
    return parse(path.read_bytes(), "notes").lines


@pytest.mark.parametrize("end", [b"", b"\n"], ids=["cut", "cut before a line end"])
@pytest.mark.parametrize("lines", [1, 2, 7])
def test_the_lines_before_a_torn_one_are_counted(tmp_path: Path, lines: int, end: bytes) -> None:
    """By their number a ledger is known to be overdue, and to be whole up to there."""
    path = tmp_path / "notes.json"
    before = filled(path, lines)
    LedgerStorage(path).commit({"notes": {"100": {"n": "torn", "body": "never whole"}}})
    whole = path.read_bytes()
    # The number in the first line is written when the rest is on the disk.
    head = before.index(b"\n")
    torn = before[:head] + whole[head : whole.index(b"never")] + end
    path.write_bytes(torn)
    found = LedgerStorage(path, own=False)
    found.refresh()
    assert lines_of(path) == lines
    assert found.trouble is None
    assert {key: doc["n"] for key, doc in found.newest("notes").items()} == {
        str(100 + number % 3): number for number in range(lines)
    }
    own = LedgerStorage(path)
    own.mend()
    assert lines_of(path) == lines
    own.commit({"notes": {"105": {"n": "after"}}})
    found.refresh()
    assert found.newest("notes")["105"] == {"n": "after"}
    assert lines_of(path) == lines + 1
