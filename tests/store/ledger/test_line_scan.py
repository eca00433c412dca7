"""Lines of a ledger are found by their bytes, the newest of each record."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.store.ledger import line_scan
from postil.store.ledger.line_scan import scan
from postil.store.ledger.storage import LedgerStorage


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.json"


def test_a_scan_sees_the_newest_lines_with_some_bytes(path: Path) -> None:
    ledger = LedgerStorage(path)
    ledger.commit({"notes": {"20": {"article": "aa", "n": 1}, "9": {"article": "ab"}}})
    ledger.commit({"notes": {"20": {"article": "aa", "n": 2}}})
    ledger.commit({"articles": {"3": {"article": "aa"}}})
    assert scan(path, b'"article":"aa"') == {"20": {"article": "aa", "n": 2}}
    assert scan(path, b'"article":"zz"') == {}
    assert scan(path.with_name("none.json"), b"a") == {}


@pytest.mark.parametrize("piece", [1, 7, 64, 500])
def test_lines_are_found_across_the_pieces_that_are_read(
    path: Path, piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger = LedgerStorage(path)
    ledger.commit({"notes": {str(n): {"article": f"a{n % 3}", "n": n} for n in range(1, 30)}})
    monkeypatch.setattr(line_scan, "PIECE", piece)
    assert list(scan(path, b'"article":"a1"')) == [str(n) for n in range(1, 30, 3)]
