"""The lazy table beside the dictionary that it stands for, and the proof by which it may."""

from __future__ import annotations

import json
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.store.disk.clock import new_id, number
from postil.store.ledger import lazy_table
from postil.store.ledger.lazy_table import (
    LazyTable,
    is_regular,
    of_article,
    of_id_ending,
    proof_of,
)
from postil.store.ledger.ledger_format import rows
from postil.store.types import Doc

IDS = [new_id() for _ in range(6)]
KEYS = [str(number(one)) for one in IDS]
STAMP = "2026-11-23T10:00:00.000Z-0000-aaaaaaaaaa"


def doc(at: int, body: str = "", article: str = "a") -> Doc:
    return {
        "id": IDS[at],
        "article": article,
        "tags": [],
        "body": body,
        "modified": STAMP,
    }


def lines(*docs: Doc) -> bytes:
    keyed = [(str(number(str(one["id"]))), one) for one in docs]
    return rows(keyed, first=True)


def table(*docs: Doc, since: dict[str, Doc] | None = None) -> LazyTable:
    raw = lines(*docs)
    proof = proof_of(raw, len({one["id"] for one in docs}), STAMP)
    assert proof is not None
    return LazyTable(b"head\n" + raw + b"behind", 5, proof, {} if since is None else since)


@given(st.data())
def test_it_says_what_the_dictionary_says(data: st.DataObject) -> None:
    at = st.integers(0, 5)
    words = st.text(st.sampled_from('ab"\\\n:,{}é'), max_size=8)
    written = data.draw(st.lists(st.builds(doc, at, words), min_size=1, max_size=8))
    since = data.draw(st.dictionaries(st.sampled_from(KEYS[:4]), st.builds(doc, at, words)))
    found = table(*written, since=dict(since))
    held = {str(number(str(one["id"]))): one for one in written} | since
    for key in data.draw(st.lists(st.sampled_from([*KEYS, "17"]))):
        assert found.get(key) == held.get(key)
        assert (key in found) == (key in held)
    if data.draw(st.booleans()):
        found[KEYS[5]] = held[KEYS[5]] = doc(5, "put in")
    assert len(found) == len(held)
    assert sorted(found.versions_of(KEYS), key=lambda said: said[0]) == sorted(
        ((str(number(str(one["id"]))), one) for one in written), key=lambda said: said[0]
    )
    assert dict(found.items()) == held
    assert len(found) == len(held)
    assert set(found) == set(held)


def test_what_is_asked_for_is_parsed_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    found = table(*(doc(at) for at in range(6)))
    parsed: list[object] = []

    def loads(raw: bytes) -> object:
        parsed.append(raw)
        return json.loads(raw)

    monkeypatch.setattr(lazy_table, "json", type("Json", (), {"loads": staticmethod(loads)}))
    for _ in range(3):
        assert found[KEYS[2]] == doc(2)
        assert "17" not in found
    assert len(parsed) == 1


def test_records_are_found_by_their_article_and_by_the_end_of_their_id() -> None:
    found = table(doc(0, article="a"), doc(1, article="b"), doc(2, 'said "article":"a"', "b"))
    assert found.holding(of_article("a")) == [KEYS[0]]
    assert set(found.holding(of_article("b"))) == {KEYS[1], KEYS[2]}
    assert found.holding(of_id_ending(IDS[1][-20:])) == [KEYS[1]]
    assert found.holding(of_id_ending("zz")) == []


def test_one_that_is_on_another_article_since_is_still_among_those_that_are_looked_at() -> None:
    found = table(doc(0, article="a"), since={KEYS[1]: doc(1, article="b")})
    assert set(found.holding(of_article("a"))) == {KEYS[0], KEYS[1]}


@pytest.mark.parametrize(
    ("old", "new", "regular"),
    [
        (b"", b"", True),
        (b'"article":', b'"article": ', False),
        (b'{"id"', b'{ "id"', False),
        (b'"tags":[', b'"tags": [', False),
        (b'"modified":"', b'"modified": "', False),
        (b'"id":"0', b'"id":"\\u0030', False),
    ],
)
def test_lines_that_another_program_has_written_are_not_regular(
    old: bytes, new: bytes, regular: bool
) -> None:
    raw = lines(doc(0), doc(1)).replace(old, new, 1) if old else lines(doc(0), doc(1))
    assert is_regular(raw) == regular
    assert (proof_of(raw, 2, STAMP) is not None) == regular


def test_a_proof_holds_for_the_very_bytes_alone() -> None:
    raw = lines(doc(0, "first"), doc(1))
    proof = proof_of(raw, 2, STAMP)
    assert proof is not None
    assert proof.holds(b"head\n" + raw + b"more", 5)
    assert not proof.holds(b"head\n" + raw.replace(b"first", b"fIrst"), 5)
    assert not proof.holds(raw[:-1], 0)
    assert not proof.holds(raw, 1)


def test_a_proof_does_not_hold_for_lines_made_to_have_the_same_checksum() -> None:
    raw = lines(doc(0, "plumless"), doc(1))
    forged = raw.replace(b"plumless", b"buckeroo")
    assert crc32(raw) == crc32(forged)
    proof = proof_of(raw, 2, STAMP)
    assert proof is not None
    assert proof.holds(raw, 0)
    assert not proof.holds(forged, 0)
