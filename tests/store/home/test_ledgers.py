"""The ledgers in a home, and whose they are."""

from __future__ import annotations

import shutil
from pathlib import Path

from postil.store.disk.lock import Lock
from postil.store.home.home import open_home
from postil.store.home.ledgers import Ledgers
from tests.store.homes import a_note, add, ledger_of, places


def test_a_machine_that_has_written_nothing_has_no_ledger(tmp_path: Path) -> None:
    """Its ledger is known by where it will lie before there is a file."""
    ledgers = Ledgers(tmp_path, Lock(tmp_path / "lock"))
    ledgers.rescan("0123456789")
    assert [ledger.path.name for ledger in ledgers] == ["0123456789.json"]
    assert ledgers.machines() == 0
    ledgers.path_of("0123456789").parent.mkdir()
    ledgers.path_of("0123456789").write_text("{}", "utf-8")
    assert ledgers.machines() == 1


def test_copies_of_a_ledger_are_of_no_other_machine(tmp_path: Path) -> None:
    home = open_home(places(tmp_path))
    add(home, a_note())
    shutil.copy(ledger_of(home), ledger_of(home).with_stem(f"{home.device} (1)"))
    home.refresh()
    assert home.machines == 1
    other = open_home(places(tmp_path, "two"))
    other.refresh()
    assert other.machines == 1
    add(other, a_note())
    assert other.machines == 2
