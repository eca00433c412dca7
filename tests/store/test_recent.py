"""The records by their last change are the same whether all notes are read for it, or a few."""

from __future__ import annotations

import random
from itertools import islice
from pathlib import Path

import pytest

from postil.model.note import Note
from postil.model.values import replace
from postil.store.disk.clock import new_id, now
from postil.store.home import notes_on_demand, recent
from postil.store.home.history import StoredLines
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change
from postil.store.ledger import lazy_table, storage
from postil.store.ledger.ledger_format import dump
from postil.store.records.records import ArticleRecord, TagDefinition, key_of
from tests.store.homes import DIGEST, a_note, add, edit, ledger_of, places

STEPS = 40


@pytest.fixture(autouse=True)
def _every_home_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes_on_demand, "WORTH", 0)
    monkeypatch.setattr(notes_on_demand, "MOST", 6)
    monkeypatch.setattr(storage, "SUPERSEDED", 6)
    monkeypatch.setattr(recent, "KEPT", 5)
    monkeypatch.setattr(recent, "BATCH", 2)


Told = list[tuple[str, object, list[str]]]


def told(home: Home) -> Told:
    return [
        (one.stamp, one.key, sorted(map(repr, one.docs))) for one in home.versions.newest_first()
    ]


def all_read(root: Path) -> Told:
    home = open_home(places(root))
    home.notes()
    return told(home)


def on_article(home: Home, body: str) -> Note:
    """Add a note on the first article, which is made where there is none."""
    known = home.articles() or {"": home.put_article(ArticleRecord(new_id(), (DIGEST,)))}
    return add(home, replace(a_note(body), article=next(iter(known.values())).id))


def change(home: Home, rnd: random.Random) -> None:
    """Do one of the things that readers do, mostly to notes that are there."""
    notes = sorted(home.notes().values(), key=lambda note: note.id)
    note = rnd.choice(notes) if notes else None
    match rnd.randrange(8) if note is not None else 0:
        case 0 | 1:
            on_article(home, f"note {rnd.random()}")
        case 2 | 3 | 4 if note is not None:
            edit(home, note, replace(note, body=f"edited {rnd.random()}"))
        case 5 if note is not None:
            home.apply(Change("gone", before=(note,)))
        case 6:
            home.put_article(ArticleRecord(new_id(), (DIGEST,), title=f"article {rnd.random()}"))
        case _:
            home.tidy()


@pytest.mark.parametrize("seed", range(3))
def test_read_on_demand_they_are_what_they_are_when_all_is_read(tmp_path: Path, seed: int) -> None:
    rnd = random.Random(seed)
    used = 0
    for _ in range(STEPS):
        machine = rnd.choice(("one", "one", "two"))
        # An app goes on in the same home; each command opens one of its own.
        change(open_home(places(tmp_path, machine)), rnd)
        if rnd.random() < 0.3:
            open_home(places(tmp_path)).notes()  # reads, and proves
        if rnd.random() < 0.4:
            here = open_home(places(tmp_path))
            here.trouble  # noqa: B018  (loads)
            used += here._demand.active
            assert told(here) == all_read(tmp_path)
    assert used > 3, "it was not tried"


@pytest.fixture
def notes(tmp_path: Path) -> list[Note]:
    """Write notes, and read them whole once."""
    home = open_home(places(tmp_path))
    made = [on_article(home, f"note {at}") for at in range(40)]
    open_home(places(tmp_path)).notes()
    return made


def test_of_those_that_were_not_asked_for_nothing_is_parsed(
    tmp_path: Path, notes: list[Note], monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    read = lazy_table.LazyTable._read

    def counted(table: lazy_table.LazyTable, key: str, at: int) -> dict[str, object]:
        parsed.append(key)
        return read(table, key, at)

    monkeypatch.setattr(lazy_table.LazyTable, "_read", counted)
    home = open_home(places(tmp_path))
    found = list(islice(home.versions.newest_first(), 3))
    assert [one.docs[0]["body"] for one in found] == ["note 39", "note 38", "note 37"]
    assert len(parsed) <= 4
    assert home._demand.active


def test_a_version_of_an_old_note_that_was_edited_since_is_among_its_versions(
    tmp_path: Path, notes: list[Note]
) -> None:
    edit(open_home(places(tmp_path)), notes[0], replace(notes[0], body="new"))
    home = open_home(places(tmp_path))
    first = next(home.versions.newest_first())
    assert sorted(str(doc["body"]) for doc in first.docs) == ["new", "note 0"]
    assert home._demand.active


@pytest.mark.parametrize("at", [0, 1, -1])
def test_lines_that_another_wrote_meanwhile_are_told(
    tmp_path: Path, notes: list[Note], at: int
) -> None:
    """What is kept of a ledger counts for nothing once a byte of its lines is another."""
    path = ledger_of(open_home(places(tmp_path)))
    old = notes[at].modified.encode()
    new = old[:11] + b"23:59:59.999Z"
    path.write_bytes(path.read_bytes().replace(b'"modified":"' + old, b'"modified":"' + new))
    first = next(open_home(places(tmp_path)).versions.newest_first())
    assert (first.stamp[:24], first.docs[0]["body"]) == (new.decode(), notes[at].body)


def test_lines_of_history_are_found_by_their_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    early, late = (f"2026-11-2{day}T10:00:00.000Z-0000-aaaaaaaaaa" for day in (3, 4))
    lines = (
        '{"table":"notes","key":"1","doc":{"body":"x","modified":"EARLY"}}',
        '{"table":"notes","key":"1","doc":{"body":"x","m\\u006fdified":"LATE"}}',
        '{"table":"notes","key":"2","doc":{"x":{"modified":"LATE"},"modified":"EARLY"}}',
        '{"key":"3","doc":{"modified":"!LATE"},"table":"notes"}',
        '{"table":"notes","key":"4","doc":{"body":"x","modified":',
        '{"table":"notes","key":"5","doc":{"body":"no stamp"}}',
    )
    text = "\n".join(lines).replace("EARLY", early).replace("LATE", late)
    (folder / "2026-11.jsonl").write_text(text)
    found = StoredLines(tmp_path)
    assert found.bounds == {
        ("notes", "1"): late,
        ("notes", "2"): early,
        ("notes", "3"): late,
        ("notes", "5"): "",
    }
    assert len(list(found.versions_of(("notes", "1")))) == 2
    assert not list(found.versions_of(("notes", "4")))


def test_both_versions_of_a_ledger_that_was_never_read_whole_are_told(
    tmp_path: Path, notes: list[Note]
) -> None:
    there = open_home(places(tmp_path, "two"))
    for body in ("once", "twice"):
        edit(there, notes[0], replace(notes[0], body=body))
    home = open_home(places(tmp_path))
    first = next(home.versions.newest_first())
    assert sorted(str(doc["body"]) for doc in first.docs) == ["note 0", "once", "twice"]
    assert home._demand.active


def test_what_only_the_history_has_stands_where_it_belongs(
    tmp_path: Path, notes: list[Note]
) -> None:
    """A record that stands in no ledger, and one whose last line there is left aside."""
    gone = {"tag": "gone", "modified": f"{now()}-0000-aaaaaaaaaa"}
    spoilt = {"body": {}, "modified": "2099-01-01T00:00:00.000Z-0000-aaaaaaaaaa"}
    folder = tmp_path / "home" / "history" / "two"
    folder.mkdir(parents=True)
    keyed = (
        ("tags", key_of(TagDefinition("gone"))[1], gone),
        ("notes", key_of(notes[0])[1], spoilt),
        ("notes", key_of(notes[1])[1], spoilt),
        ("notes", key_of(notes[2])[1], spoilt),
    )
    lines = [dump({"table": table, "key": key, "doc": doc}) for table, key, doc in keyed]
    (folder / "2026-11.jsonl").write_bytes(b"\n".join(lines))
    home = open_home(places(tmp_path))
    found = told(home)
    assert found[0][1] == key_of(TagDefinition("gone"))
    assert found == all_read(tmp_path)
    assert [one[0] for one in found] == sorted((one[0] for one in found), reverse=True)
