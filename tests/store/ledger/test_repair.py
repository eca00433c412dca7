"""Every kind of damage: what can be had is had, the bytes are kept, and the reader is told."""

from __future__ import annotations

import errno
import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from tinydb import TinyDB

from postil.errors import CannotWrite, NotesNewer, NotesReadOnly
from postil.store.ledger.backups import Backups
from postil.store.ledger.ledger_format import SCHEMA
from postil.store.ledger.salvage import salvaged
from postil.store.ledger.storage import LedgerStorage
from postil.store.types import Doc
from tests.store.ledgers import open_ledger
from tests.support.effort import at_most
from tests.support.examples import examples

MANY = 40


def half(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


def split(raw: bytes, ours: bytes, theirs: bytes) -> bytes:
    """Let git fail to merge two versions of the last line."""
    at = raw.rindex(b"\n", 0, -4) + 1
    sides = (b"<<<<<<< HEAD\n", ours, b"=======\n", theirs, b">>>>>>> other\n")
    return raw[:at] + b"".join(sides) + b"}}\n"


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda raw: b"",
    "half": half,
    "garbage": lambda raw: random.Random(1).randbytes(len(raw)),
    "nuls at the end": lambda raw: half(raw) + b"\0" * (len(raw) - len(half(raw))),
    "nuls within": lambda raw: raw[: len(raw) // 3] + b"\0" * 100 + raw[len(raw) // 3 + 100 :],
    "nuls put in": lambda raw: half(raw) + b"\0" * 100 + raw[len(half(raw)) :],
    "null": lambda raw: b"null",
    "a list": lambda raw: b"[]",
    "a number": lambda raw: b'{"notes":{"1":2}}',
    "a lost start": lambda raw: raw[len(raw) // 2 :],
    "a lost header": lambda raw: raw[raw.index(b"\n") + 1 :],
    "conflict markers": lambda raw: b"<<<<<<< a\n" + raw + b"=======\n" + raw + b">>>>>>> b\n",
    "a conflict": lambda raw: split(raw, b',"7":{"n":7}\n', b',"8":{"n":8}\n'),
    "no json": lambda raw: json.dumps(json.loads(raw)).encode()[:-9],
    "pretty and cut": lambda raw: json.dumps(json.loads(raw), indent=4).encode()[:-90],
    "windows lines": lambda raw: raw.replace(b"\n", b"\r\n")[:-7],
    "letters broken": lambda raw: raw.replace("“n".encode(), "“n".encode()[1:]),
    "very deep": lambda raw: b'{"1":' * 9999,
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.json"


def fill(path: Path, backups: Backups | None = None) -> bytes:
    ledger = LedgerStorage(path, backups=backups)
    ledger.commit({"articles": {"5": {"title": "A", "paths": {"12": "x"}}}})
    for n in range(MANY):
        ledger.commit({"notes": {str(100 + n): {"n": n, "body": f"“note” {n} " * 5}}})
    ledger.commit({"notes": {"100": {"n": "old"}}})
    ledger.commit({"notes": {"100": {"n": "new"}, "101": {"deleted": True}}})
    if backups is not None:
        assert backups.keep(path)
    return path.read_bytes().rstrip(b" ")


def plain(path: Path, table: str = "notes") -> dict[int, object]:
    with TinyDB(path, access_mode="r") as db:
        return {doc.doc_id: dict(doc) for doc in db.table(table)}


@pytest.mark.parametrize("kind", DAMAGE)
def test_with_a_backup_nothing_is_lost(kind: str, path: Path) -> None:
    backups = Backups(path.parent / "backups", "notes")
    whole = fill(path, backups)
    everything = plain(path)
    damaged = DAMAGE[kind](whole)
    path.write_bytes(damaged)
    ledger = LedgerStorage(path, backups=backups)
    ledger.mend()
    assert ledger.trouble is None
    found = plain(path)
    assert {key: found[key] for key in everything} == everything
    assert set(found) - set(everything) <= {7, 8}, "both sides of a conflict"
    assert plain(path, "articles") == {5: {"title": "A", "paths": {"12": "x"}}}
    (kept,) = (one for one in (path.parent / "backups").iterdir() if "damaged" in one.name)
    assert kept.read_bytes() == damaged
    assert ledger.message is not None
    assert ledger.message.startswith("The notes file was damaged: ")
    assert str(kept) in ledger.message
    assert "\n" not in ledger.message
    ledger.commit({"notes": {"9": {"n": "after"}}})
    again = LedgerStorage(path, backups=backups)
    again.mend()
    assert again.message is None
    assert again.newest("notes")["9"] == {"n": "after"}


@pytest.mark.parametrize("kind", DAMAGE)
def test_without_a_backup_every_whole_record_is_had(kind: str, path: Path) -> None:
    damaged = DAMAGE[kind](fill(path))
    path.write_bytes(damaged)
    least = {
        "half": 15,
        "nuls at the end": 15,
        "nuls within": MANY - 3,
        "nuls put in": MANY - 2,
        "a lost start": 15,
        "a lost header": MANY,
        "conflict markers": MANY,
        "a conflict": MANY,
        "no json": MANY - 1,
        "pretty and cut": MANY - 2,
        "windows lines": MANY,
        "letters broken": MANY,
    }.get(kind, 0)
    ledger = open_ledger(path)
    assert len(ledger.storage.newest("notes")) >= least
    assert len(plain(path)) == len(ledger.storage.newest("notes"))
    assert "articles" not in ledger.tables() or set(plain(path, "articles")) <= {5}
    kept = [one for one in path.parent.iterdir() if "damaged" in one.name]
    assert [one.read_bytes() for one in kept] == [damaged]


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: json.dumps(json.loads(raw)).encode(),
        lambda raw: json.dumps(json.loads(raw), indent=2).encode(),
        lambda raw: raw + b"\n\n",
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: json.dumps({"notes": json.loads(raw)["notes"]}).encode(),
    ],
    ids=["bom", "plain", "pretty", "blank lines", "windows lines", "without header"],
)
def test_another_form_is_no_damage(change: Callable[[bytes], bytes], path: Path) -> None:
    whole = fill(path)
    everything = plain(path)
    path.write_bytes(change(whole))
    changed = path.read_bytes()
    ledger = open_ledger(path)
    assert ledger.storage.message is None
    assert path.read_bytes() == changed, "reading changes nothing"
    ledger.table("notes").insert({"n": "after"})
    assert len(plain(path)) == len(everything) + 1
    assert plain(path).items() >= everything.items()
    kept = [one.read_bytes() for one in path.parent.iterdir() if "backup" in one.name]
    assert changed in [*kept, path.read_bytes()[: len(changed)]]


def test_both_sides_of_a_conflict_are_joined(path: Path) -> None:
    raw = fill(path)
    path.write_bytes(split(raw, b',"7":{"n":1,"t":["a"]}\n', b',"7":{"n":2,"t":["b"]}\n'))

    def join(table: str, one: Doc, other: Doc) -> Doc:
        assert table == "notes"
        return {**one, **other, "both": sorted(str(doc.get("n")) for doc in (one, other))}

    ledger = LedgerStorage(path, join=join)
    ledger.mend()
    assert ledger.newest("notes")["7"] == {"n": 2, "t": ["b"], "both": ["1", "2"]}
    assert ledger.newest("notes")["120"] == json.loads(raw)["notes"]["120"]


def test_a_backup_that_knows_more_wins_and_the_file_does_otherwise(path: Path) -> None:
    backups = Backups(path.parent, "notes.json")
    ledger = LedgerStorage(path, backups=backups)
    ledger.commit({"notes": {"1": {"n": "a"}, "2": {"n": "a"}, "3": {"n": "a"}}})
    ledger.commit({"notes": {"1": {"n": "b"}, "2": {"n": "b"}}})
    assert backups.keep(path)
    ledger.commit({"notes": {"2": {"n": "a"}}})
    ledger.commit({"notes": {"3": {"n": "c"}}})
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b'"1":{"n":"b"}', b'"1":{"n":\0\0\0}'))
    again = LedgerStorage(path, backups=backups)
    again.mend()
    assert [doc["n"] for doc in again.newest("notes").values()] == ["b", "a", "c"]
    assert again.message is not None
    assert "3 notes were read from it; " in again.message


def test_older_backups_have_what_the_newest_lacks(path: Path) -> None:
    backups = Backups(path.parent, "notes.json")
    whole = fill(path, backups)
    path.write_bytes(whole.replace(b'"130":', b'"131":'))
    assert backups.keep(path)
    path.write_bytes(b"")
    ledger = LedgerStorage(path, backups=backups)
    ledger.mend()
    assert "130" in ledger.newest("notes")
    assert ledger.message is not None
    assert "39 notes were read from a backup; " in ledger.message


def test_a_newer_file_is_read_and_left_alone(path: Path) -> None:
    header = b'"schema":%d' % SCHEMA
    newer = fill(path).replace(header, b'"schema":%d' % (SCHEMA + 1))
    for raw in (
        newer,
        newer[:-80],
        newer[: len(newer) // 2],
        json.dumps(json.loads(newer)).encode(),
    ):
        path.write_bytes(raw)
        ledger = open_ledger(path).storage
        assert isinstance(ledger.trouble, NotesNewer)
        assert len(ledger.newest("notes")) > 10
        with pytest.raises(NotesNewer):
            ledger.commit({"notes": {"1": {}}})
        assert not ledger.compact()
        assert path.read_bytes() == raw
        assert ledger.message is None


def test_the_same_damage_is_kept_once(path: Path) -> None:
    damaged = half(fill(path))
    for _ in range(3):
        path.write_bytes(damaged)
        open_ledger(path)
    kept = [one for one in path.parent.iterdir() if "damaged" in one.name]
    assert len(kept) == 1


def test_nothing_at_all_can_be_had(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00 nothing")
    ledger = open_ledger(path)
    told = ledger.storage.message
    assert told is not None
    assert "no note could be read from it; " in told
    ledger.table("notes").insert({"n": 1})
    assert len(plain(path)) == 1


def test_what_cannot_be_repaired_now_is_read_now_and_repaired_later(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = Backups(path.parent / "backups", "notes")
    damaged = half(fill(path, backups))
    path.write_bytes(damaged)

    def full(fd: int, data: bytes, at: int) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    ledger = LedgerStorage(path, backups=backups)
    with monkeypatch.context() as patched:
        patched.setattr(os, "pwrite", full)
        ledger.mend()
        assert len(ledger.newest("notes")) == MANY
        assert "the disk is full" in str(ledger.trouble)
        with pytest.raises(CannotWrite, match="the disk is full"):
            ledger.commit({"notes": {"9": {"n": "after"}}})
        assert path.read_bytes() == damaged
    ledger.commit({"notes": {"9": {"n": "after"}}})
    assert ledger.trouble is None
    assert ledger.message is not None
    assert len(plain(path)) == MANY + 1


@pytest.mark.permissions
def test_damage_in_a_folder_that_must_not_be_written_to(path: Path) -> None:
    backups = Backups(path.parent, "notes.json")
    damaged = half(fill(path, backups))
    path.write_bytes(damaged)
    path.parent.chmod(0o555)
    for one in path.parent.iterdir():
        one.chmod(0o444)
    try:
        ledger = LedgerStorage(path, backups=backups)
        ledger.mend()
        assert len(ledger.newest("notes")) == MANY
        assert isinstance(ledger.trouble, NotesReadOnly)
        with pytest.raises(NotesReadOnly):
            ledger.commit({"notes": {"9": {}}})
        assert path.read_bytes() == damaged
    finally:
        path.parent.chmod(0o755)


@given(data=st.data())
@examples(0.4, HealthCheck.function_scoped_fixture)
def test_no_damage_takes_what_a_backup_has(path: Path, data: st.DataObject) -> None:
    for old in path.parent.iterdir():
        old.unlink()
    backups = Backups(path.parent, "notes.json")
    ledger = LedgerStorage(path, backups=backups)
    ledger.commit({"notes": {str(n): {"n": n, "body": "words\n" * n} for n in range(1, 9)}})
    assert backups.keep(path)
    everything = dict(ledger.newest("notes"))
    raw = path.read_bytes()
    at = data.draw(st.integers(0, len(raw)))
    put = data.draw(st.sampled_from([b"", b"\0" * 9, b"\n", b"}}", b'"', b"<<<<<<<\n", b"\xff"]))
    drop = data.draw(st.integers(1, 200))
    path.write_bytes(raw[:at] + put + raw[at + drop :])
    again = LedgerStorage(path, backups=backups)
    again.mend()
    if isinstance(again.trouble, NotesNewer):
        return  # What was cut may leave the number of a later schema, and then nothing is touched.
    assert again.trouble is None
    if again.message is not None:
        assert again.newest("notes").keys() >= everything.keys()
    assert json.loads(path.read_bytes())


@pytest.mark.parametrize(
    "noise",
    [
        b'"1":{"a":',
        b'"1":{"a":1,',
        b'"1":{"a":"',
        b'"1":[{',
        b'"1":{"1":{',
        b'"x":{"1":{"a"',
        b'"\n"',
    ],
)
def test_openings_that_lead_nowhere_take_time_like_their_length(noise: bytes) -> None:
    whole = b'"7":{"id":"a","body":"words"}'
    with at_most(2500):
        found = list(salvaged(noise * 40_000 + b"\n" + whole, "notes"))
    assert [one.doc["body"] for one in found if one.key == "7"] == ["words"]


def test_openings_around_much_that_is_whole_take_time_like_its_length() -> None:
    with at_most(2500):
        found = list(salvaged(b'"1":{"a":' * 1 + b'"1":{"a":[' * 400 + b"1,2," * 500_000, "notes"))
    assert found == []
