"""Whatever bytes a ledger has, reading them raises nothing and takes no part for the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.store.ledger.ledger_format import FOOT
from postil.store.ledger.ledger_parser import parse
from postil.store.ledger.tables import Ledger
from tests.store.ledgers import open_ledger


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("grown") / "notes.json"
    ledger: Ledger = open_ledger(path)
    ledger.table("articles").insert({"title": "An article"})
    for n in range(6):
        ledger.table("notes").insert({"n": n, "body": "“words” " * n})
    return path.read_bytes()


@given(st.data())
def test_no_cut_is_taken_for_a_whole_file(grown: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(grown.rstrip(b" ")) - len(FOOT) - 1))
    cut = parse(grown[:at], "notes")
    assert cut.damaged
    assert not cut.appendable
    whole = parse(grown, "notes").tables["notes"]
    assert all(whole[key] == doc for key, doc in cut.tables.get("notes", {}).items())


@given(st.data())
def test_any_bytes_are_read_without_a_fault(grown: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(grown)))
    put = data.draw(st.binary(max_size=40))
    drop = data.draw(st.integers(0, 80))
    found = parse(grown[:at] + put + grown[at + drop :], "notes")
    assert all(isinstance(doc, dict) for docs in found.tables.values() for doc in docs.values())
