from __future__ import annotations

import errno
import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from tinydb import TinyDB

from postil.errors import CannotWrite, NotesDamaged
from postil.store.ledger import storage as ledger_room
from postil.store.ledger.backups import Backups
from postil.store.ledger.storage import LedgerStorage
from postil.store.types import Doc


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.json"


def filled(path: Path, versions: int = 5, **given: object) -> LedgerStorage:
    """Make a ledger with three notes, of which one has been changed several times."""
    ledger = LedgerStorage(path, **given)  # type: ignore[arg-type]
    ledger.commit({"notes": {"9": {"n": 0}, "100": {"n": 0}, "20": {"n": 0}}})
    for n in range(1, versions):
        ledger.commit({"notes": {"9": {"n": n}}})
    return ledger


def keys(path: Path) -> list[str]:
    return [
        line[2:].split(b'"')[0].decode() for line in path.read_bytes().rstrip().splitlines()[2:-1]
    ]


def test_older_versions_stand_in_the_file_until_it_is_compacted(path: Path) -> None:
    ledger = filled(path)
    assert [(key, doc["n"]) for key, doc in ledger.older_versions()] == [("9", n) for n in range(4)]
    assert ledger.compact()
    assert list(ledger.older_versions()) == []
    assert keys(path) == ["9", "20", "100"]
    assert not ledger.compact(), "there is nothing left to do"
    ledger.commit({"notes": {"9": {"n": 9}}})
    assert [(key, doc["n"]) for key, doc in ledger.older_versions()] == [("9", 4)]
    with TinyDB(path, access_mode="r") as plain:
        assert {doc.doc_id: doc["n"] for doc in plain.table("notes")} == {9: 9, 20: 0, 100: 0}


def test_what_goes_is_handed_over_first(path: Path) -> None:
    seen: list[tuple[str, str, object]] = []

    def superseded(versions: Sequence[tuple[str, str, Doc]]) -> None:
        assert b'"n":3' in path.read_bytes(), "the old file is still there"
        seen.extend((table, key, doc["n"]) for table, key, doc in versions)

    ledger = filled(path, superseded=superseded)
    ledger.commit({"articles": {"1": {"n": "a"}}})
    assert seen == []
    ledger.commit({"articles": {"1": {"n": "b"}, "2": {"n": "c"}}})
    assert seen == [("articles", "1", "a")]
    seen.clear()
    assert ledger.compact()
    assert seen == [("notes", "9", n) for n in range(4)]


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), CannotWrite("a", "b")])
def test_a_rewrite_is_called_off_when_what_goes_cannot_be_kept(
    error: Exception, path: Path
) -> None:
    def superseded(versions: Sequence[tuple[str, str, Doc]]) -> None:
        raise error

    ledger = filled(path, superseded=superseded)
    ledger.commit({"articles": {"1": {"n": "a"}}})
    before = path.read_bytes()
    assert not ledger.compact()
    with pytest.raises(CannotWrite):
        ledger.commit({"articles": {"1": {"n": "b"}}})
    assert path.read_bytes() == before
    ledger.commit({"notes": {"9": {"n": "still"}}})
    assert ledger.newest("articles")["1"] == {"n": "a"}


def test_a_compaction_keeps_a_backup_or_is_called_off(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups = Backups(path.parent / "kept", "notes")
    ledger = filled(path, backups=backups)
    before = path.read_bytes()
    assert ledger.compact()
    assert backups.newest_first()[0].read_bytes() == before
    ledger.commit({"notes": {"9": {"n": "more"}}})
    monkeypatch.setattr(backups, "keep", lambda path: False)
    assert not ledger.compact()


def test_a_ledger_is_overdue_when_most_of_it_is_old(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger_room, "SUPERSEDED", 6)
    ledger = filled(path, 7)
    assert not ledger.overdue
    ledger.commit({"notes": {"9": {"n": 7}}})
    assert ledger.overdue
    assert ledger.compact()
    assert not ledger.overdue


def test_another_one_goes_on_after_a_compaction(path: Path) -> None:
    one = filled(path)
    other = LedgerStorage(path)
    other.refresh()
    assert one.compact()
    other.commit({"notes": {"5": {"n": "other"}}})
    one.commit({"notes": {"6": {"n": "one"}}})
    assert {k: doc["n"] for k, doc in (LedgerStorage(path).read() or {})["notes"].items()} == {
        "9": 4, "20": 0, "100": 0, "5": "other", "6": "one"
    }  # fmt: skip


def test_pauses_come_between_short_steps(path: Path) -> None:
    writer = LedgerStorage(path)
    writer.commit({"articles": {str(n): {"text": "y" * 9000} for n in range(1, 90)}})
    writer.commit({"notes": {str(n): {"text": "x" * 900} for n in range(1, 3000)}})
    reader = LedgerStorage(path)
    shares: list[float] = []

    def pause(share: float) -> None:
        assert reader.newest("notes") == {}, "all of it at once, at the end"
        shares.append(share)

    assert reader.refresh(pause)
    assert len(reader.newest("notes")) == 2999
    assert len(reader.newest("articles")) == 89
    assert len(shares) > 20
    assert shares == sorted(shares)
    assert shares[0] > 0
    assert shares[-1] <= 1
    writer.commit({"notes": {"1": {"text": "new"}}})
    assert reader.drain() is None
    assert reader.refresh(pause)
    assert reader.drain() == {("notes", "1")}, "what was added is read as ever"


def test_what_is_written_while_it_is_read_is_not_lost(path: Path) -> None:
    writer, reader = filled(path), LedgerStorage(path)

    def pause(share: float) -> None:
        writer.commit({"notes": {str(share).replace(".", ""): {"n": "late"}}})

    reader.refresh(pause)
    assert reader.newest("notes") == writer.newest("notes")

    other = LedgerStorage(path)
    other.refresh(lambda share: other.commit({"notes": {"77": {"n": "own"}}}))
    writer.refresh()
    assert other.newest("notes") == writer.newest("notes")


def test_what_is_added_while_it_is_parsed_is_followed(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = LedgerStorage(path)
    writer.commit({"notes": {str(n): {"text": "x" * 900} for n in range(1, 3000)}})
    reader = LedgerStorage(path)
    whole = []
    monkeypatch.setattr("postil.store.ledger.ledger_file.parse", lambda *given: whole.append(given))

    def pause(share: float) -> None:
        if share > 0.5 and "5000" not in writer.newest("notes"):
            writer.commit({"notes": {"5000": {"text": "new"}}})

    assert reader.refresh(pause)
    assert reader.newest("notes") == writer.newest("notes")
    assert whole == [], "nothing was read twice"


def test_what_a_killed_rewrite_left_is_removed(path: Path) -> None:
    filled(path)
    left = path.with_name("notes.json.tmp")
    left.write_bytes(b"{")
    LedgerStorage(path, own=False).mend()
    assert left.exists()
    LedgerStorage(path).mend()
    assert not left.exists()
    left.write_bytes(b"{")
    LedgerStorage(path).commit({"notes": {"1": {}}})
    assert not left.exists()


def test_another_device_s_ledger_is_never_touched(path: Path) -> None:
    filled(path)
    whole = path.read_bytes()
    for raw in (whole[:-5], whole[: len(whole) // 2], b"", whole[:-3] + b"\0" * 90):
        path.write_bytes(raw)
        before = sorted(path.parent.iterdir())
        ledger = LedgerStorage(path, own=False)
        ledger.mend()
        assert path.read_bytes() == raw
        assert sorted(path.parent.iterdir()) == before
        assert ledger.message is None
        with pytest.raises(CannotWrite):
            ledger.commit({"notes": {"1": {}}})
        assert path.read_bytes() == raw
    path.write_bytes(whole[: whole.rindex(b"\n,")])
    ledger = LedgerStorage(path, own=False)
    ledger.refresh()
    assert isinstance(ledger.trouble, NotesDamaged)
    assert "another machine" in str(ledger.trouble)
    assert ledger.newest("notes")["20"] == {"n": 0}


def test_a_commit_of_several_records_is_torn_as_one(path: Path) -> None:
    ledger = LedgerStorage(path)
    ledger.commit({"notes": {"1": {"n": 1}}})
    alone = path.read_bytes()
    ledger.commit({"notes": {"1": {"n": 2}, "2": {"n": 2}, "3": {"n": 2}}})
    together = path.read_bytes()
    count = alone.index(b"records")
    for cut in range(len(alone) - 3, len(together) - 3):
        torn = alone[: count + 40] + together[count + 40 : cut]
        path.write_bytes(torn)
        found = LedgerStorage(path)
        found.mend()
        assert found.trouble is None
        assert found.message is None
        ns = [doc["n"] for doc in found.newest("notes").values()]
        assert ns == ([2, 2, 2] if len(ns) == 3 else [1]), cut
        assert json.loads(path.read_bytes())


def test_the_default_lock_is_beside_the_file(path: Path) -> None:
    filled(path)
    assert {one.name for one in path.parent.iterdir()} == {"notes.json", "notes.json.lock"}
    assert os.stat(path).st_mode & 0o077 == 0  # noqa: PTH116
