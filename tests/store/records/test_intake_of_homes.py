"""What another machine writes can be wrong in every way, and harms only itself."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.errors import NoSuchNote
from postil.library.care import health
from postil.library.notes.history import history
from postil.model.note import Note
from postil.model.values import replace
from postil.store.disk import clock
from postil.store.disk.clock import new_id, number
from postil.store.home.home import Home, open_home
from postil.store.home.journal import Change
from postil.store.records.records import ArticleRecord, key_of, to_doc
from postil.store.types import Doc
from tests.store.homes import a_note, add, edit, ledger_of, places

DAY = 24 * 60 * 60 * 1000
OTHER = "bbbbbbbbbb"
SOUND = f"2026-11-20T00:00:00.000Z-0000-{OTHER}"
BAD_STAMPS = ["zzzz", "~" * 41, "2026", f"2099-13-45T99:99:99.999Z-ffff-{OTHER}"]
LATE_STAMPS = [
    f"{year}-12-31T23:59:59.999Z-ffff-{OTHER}" for year in ("2098", "8999", "9500", "9999")
]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return open_home(places(tmp_path))


def plant(home: Home, note: Note, /, **fields: object) -> Path:
    """Write a version of a note as another machine would, some fields of it as they are given."""
    path = home.places.home / "notes" / f"{OTHER}.json"
    doc = {**to_doc(note), "modified": SOUND, **fields}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"notes": {key_of(note)[1]: doc}}), "utf-8")
    return path


def anew(home: Home) -> Home:
    return open_home(home.places)


@pytest.mark.parametrize("stamp", BAD_STAMPS)
def test_a_stamp_that_is_none_is_left_aside_and_named(home: Home, stamp: str) -> None:
    note = add(home, a_note("mine"))
    path = plant(home, note, body="theirs", modified=stamp)
    home = anew(home)
    assert home.notes()[note.id].body == "mine"
    (odd,) = home.odd_records()
    assert (odd.path, odd.key, odd.late) == (path, key_of(note), False)
    found = [one for one in health.examined(home) if one.check == "record"]
    assert [one.path for one in found] == [str(path)]
    assert key_of(note)[1] in found[0].result
    assert "left aside: what should say when it was changed is no stamp" in found[0].result
    assert found[0].repair


@pytest.mark.parametrize("stamp", [*BAD_STAMPS, *LATE_STAMPS])
def test_an_edit_and_a_deletion_hold_against_every_stamp(home: Home, stamp: str) -> None:
    note = add(home, a_note("mine"))
    path = plant(home, note, body="theirs", colour="green", tags=["their"], modified=stamp)
    for opened in (anew(home), home):
        opened.refresh()
        held = opened.notes()[note.id]
        edit(opened, held, replace(held, body="mine after", tags=("my",)))
    home = anew(home)
    held = home.notes()[note.id]
    assert (held.body, held.tags) == ("mine after", ("my",))
    assert held.modified[:4] < "2098"
    home.apply(Change("delete", (held,)))
    assert note.id not in home.notes()
    assert note.id not in anew(home).notes()
    path.unlink()
    assert note.id not in anew(home).notes()


@pytest.mark.parametrize("stamp", LATE_STAMPS)
def test_a_note_from_a_clock_that_runs_ahead_is_shown_and_named(home: Home, stamp: str) -> None:
    theirs = a_note("their words")
    plant(home, theirs, modified=stamp)
    assert home.notes()[theirs.id].body == "their words"
    assert [odd.late for odd in home.odd_records()] == [True]
    fresh = add(home, a_note("fresh"))
    assert fresh.modified[:10] == clock.now()[:10]
    home.undo()
    assert fresh.id not in home.notes()
    assert theirs.id in home.notes()


def test_a_clock_that_was_poisoned_is_healed(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time_ns() // 1_000_000
    monkeypatch.setattr(clock, "_milliseconds", lambda: now + 400 * DAY)
    note = add(home, a_note("written next year"))
    kept = add(home, a_note("kept"))
    monkeypatch.setattr(clock, "_milliseconds", lambda: now)
    home = anew(home)
    assert home.notes()[note.id].body == "written next year"
    fresh = add(home, a_note("fresh"))
    assert fresh.modified[:10] == clock.now()[:10]
    changed = replace(home.notes()[note.id], body="written today")
    edit(home, home.notes()[note.id], changed)
    assert anew(home).notes()[note.id].body == "written today"
    for _ in range(2):
        home.undo()
    assert home.notes()[note.id].body == "written next year"
    assert fresh.id not in home.notes()
    home.redo()
    assert anew(home).notes()[fresh.id].body == "fresh"
    # When its time has come, what was changed meanwhile still holds.
    edit(home, home.notes()[note.id], changed)
    monkeypatch.setattr(clock, "_milliseconds", lambda: now + 500 * DAY)
    home = anew(home)
    assert {one.body for one in home.notes().values()} == {"written today", "fresh", "kept"}
    assert not any(one.also for one in home.notes().values())
    assert home.odd_records() == []
    assert kept.id in home.notes()


def test_two_machines_of_which_one_runs_ahead_lose_no_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time_ns() // 1_000_000
    one, two = open_home(places(tmp_path, "one")), open_home(places(tmp_path, "two"))

    def at(days: int) -> None:
        monkeypatch.setattr(clock, "_milliseconds", lambda: now + days * DAY)

    note = add(one, a_note("from one"))
    at(30)
    two.refresh()
    edit(two, two.notes()[note.id], replace(two.notes()[note.id], body="from two, in a month"))
    at(0)
    one.refresh()
    assert one.notes()[note.id].body == "from two, in a month"
    edit(one, one.notes()[note.id], replace(one.notes()[note.id], body="from one again"))
    assert one.notes()[note.id].body == "from one again"
    assert one.notes()[note.id].also == ()
    for days in (0, 30):
        at(days)
        texts = open_home(places(tmp_path, "two")).notes()[note.id]
        assert "from one again" in (texts.body, *(other.text for other in texts.also))


@pytest.mark.parametrize(
    "fields",
    [
        {"start": float("nan")},
        {"settled": float("-inf")},
        {"end": 10**400},
        {"tags": [[]]},
        {"id": new_id()},
        {"quote": ["a"]},
        {"deleted": "yes"},
        {"gone": [["zzzz", {"": "zzzz"}]], "deleted": True},
        {"clock": {"": SOUND, "body": "zzzz"}, "body": "theirs"},
    ],
    ids=lambda fields: next(iter(fields)),
)
def test_a_version_of_mine_that_is_unsound_changes_nothing(
    home: Home, fields: dict[str, object]
) -> None:
    note = add(home, a_note("mine", tags=("harbour",)))
    path = plant(home, note, **{"modified": f"{clock.now()}-ffff-{OTHER}", **fields})
    before = path.read_bytes()
    home = anew(home)
    assert home.notes()[note.id] == note
    assert len(home.odd_records()) == 1
    edit(home, note, replace(note, body="mine after"))
    assert anew(home).notes()[note.id].body == "mine after"
    assert [past.field for past in history(home, note.id)] == ["body", "created"]
    assert path.read_bytes() == before


@pytest.mark.parametrize("value", ["NaN", "-Infinity", "1e400", "1" + "0" * 400])
def test_a_number_that_is_none_stays_in_a_ledger_of_mine(home: Home, value: str) -> None:
    """Whatever wrote it there: it keeps nobody from writing, and is not lost either."""
    record = home.put_article(ArticleRecord(new_id(), ("a" * 64,), title="Tides", progress=0.5))
    path = ledger_of(home)
    path.write_text(path.read_text("utf-8").replace('"progress":0.5', f'"progress":{value}'))
    home = anew(home)
    assert record.id not in home.articles()
    assert [odd.key for odd in home.odd_records()] == [key_of(record)]
    home.put_article(ArticleRecord(new_id(), title="Ice"))
    add(home, a_note("words"))
    home = anew(home)
    assert [one.title for one in home.articles().values() if one.title] == ["Ice"]
    stored = json.loads(path.read_text("utf-8"))["articles"][key_of(record)[1]]
    assert "progress" in stored
    assert stored["title"] == "Tides"


def test_what_the_history_holds_is_looked_at_as_well(home: Home) -> None:
    note = add(home, a_note("mine"))
    folder = home.places.home / "history" / OTHER
    folder.mkdir(parents=True)
    doc: Doc = {**to_doc(note), "modified": SOUND}
    wrong: list[object] = [None, [], {}, float("nan"), 10**400, "zzzz", [[]], True]
    rows = [
        json.dumps({"table": "notes", "key": key_of(note)[1], "doc": {**doc, name: value}})
        for name in doc
        for value in wrong
    ]
    rows += ["{", "[]", "[" * 100_000, json.dumps({"table": "x", "key": "y", "doc": doc})]
    (folder / "2026-11.jsonl").write_text("\n".join(rows), "utf-8")
    told = list(history(home, note.id))
    assert {past.field for past in told} >= {"created"}
    assert all(past.time[:4] == "2026" for past in told)
    assert list(history(home))
    with pytest.raises(NoSuchNote):
        history(home, "zzzz")


@pytest.mark.parametrize("spoil", [lambda key: f"0{key}", lambda key: "5"])
def test_a_note_under_two_keys_is_one(home: Home, spoil: Callable[[str], str]) -> None:
    note = add(home, a_note("mine"))
    path = plant(home, note, body="impostor")
    text = path.read_text("utf-8").replace(str(number(note.id)), spoil(str(number(note.id))))
    path.write_text(text, "utf-8")
    home = anew(home)
    assert [one.body for one in home.notes().values()] == ["mine"]
    assert len(home.odd_records()) == 1


def test_the_odd_records_of_one_ledger_do_not_fill_the_screen(home: Home) -> None:
    notes = [a_note(str(n)) for n in range(40)]
    path = home.places.home / "notes" / f"{OTHER}.json"
    path.parent.mkdir(parents=True)
    docs = {key_of(note)[1]: {**to_doc(note), "modified": "zzzz"} for note in notes}
    path.write_text(json.dumps({"notes": docs}), "utf-8")
    found = [one.result for one in health.examined(home) if one.check == "record"]
    assert len(found) == 11
    assert found[-1] == "30 records more like these"


def test_a_ledger_without_end_is_named_and_passed_over(home: Home) -> None:
    note = add(home, a_note("mine"))
    path = home.places.home / "notes" / f"{OTHER}.json"
    path.touch()
    os.truncate(path, 1 << 36)
    home = anew(home)
    assert home.notes()[note.id].body == "mine"
    add(home, a_note("more"))
    assert [f"{OTHER}.json" in str(one) for one in home.troubles()] == [True]
    home.refresh(lambda _: None)
    assert len(home.notes()) == 2


def test_a_version_in_the_history_that_is_left_aside_is_named_once(home: Home) -> None:
    note = add(home, a_note("mine"))
    doc: Doc = {**to_doc(note), "modified": SOUND}
    path = home.places.home / "history" / OTHER / "2026-11.jsonl"
    path.parent.mkdir(parents=True)
    spoilt = ({**doc, "body": {}}, {**doc, "modified": LATE_STAMPS[0]}, {**doc, "body": []}, doc)
    lines = [json.dumps({"table": "notes", "key": key_of(note)[1], "doc": one}) for one in spoilt]
    path.write_text("\n".join([*lines, '{"table":"notes","key":']), "utf-8")
    told = [one for one in health.examined(anew(home)) if one.check == "record"]
    assert {one.path for one in told} == {str(path)}
    assert [one.result.partition(" is ")[2] for one in told] == [
        "dated before all others: its clock ran days ahead",
        "left aside: its “body” is of a wrong kind",
    ]
    assert all(one.repair for one in told)
