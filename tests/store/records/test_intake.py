"""What no Postil writes is left aside, whole; what one may have written is taken as it stands."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from postil.model.note import Colour
from postil.model.source import Correction, Date, Name, Source
from postil.store.disk.clock import Clock, new_id
from postil.store.records.intake import Intake, UnsoundRecordError
from postil.store.records.records import (
    ArticleRecord,
    Mark,
    Record,
    TagDefinition,
    key_of,
    to_doc,
)
from postil.store.records.version_vectors import deleted, knows, written
from postil.store.types import Doc, RecordKey
from tests.store.homes import a_note

DEVICE = "bbbbbbbbbb"
CLOCK = Clock(DEVICE)
SOURCE = Source(title="Ice", author=(Name("Lindqvist"),), issued=Date(1998, 2, 3))
RECORDS: list[Record] = [
    a_note("words", tags=("harbour", "ice")),
    ArticleRecord(
        new_id(),
        ("a" * 64,),
        {DEVICE: "/home/ida/tides.txt"},
        "Tides",
        {"title": "Tides"},
        (Correction("[Source]", SOURCE), Correction("[None]", None)),
        0.5,
        "2026-11-29T20:00:00.000Z",
    ),
    TagDefinition("harbour", "where boats lie", Colour.BLUE),
    Mark(new_id(), "a", 7, 3, "a" * 64),
]
STAMP = "2026-11-20T00:00:00.000Z-0000-bbbbbbbbbb"
AHEAD = "8999-12-31T23:59:59.999Z-ffff-bbbbbbbbbb"
DEEP: list[object] = []
for _ in range(200):
    DEEP = [DEEP]


def stored(record: Record) -> tuple[RecordKey, Doc]:
    """Return a record as this machine writes it."""
    return key_of(record), written(key_of(record)[0], {}, to_doc(record), CLOCK.tick)


def taken(key: RecordKey, doc: Doc) -> Doc | None:
    try:
        return Intake().taken(key, doc)
    except UnsoundRecordError:
        return None


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: type(one).__name__)
def test_what_postil_writes_is_taken_as_it_stands(record: Record) -> None:
    key, doc = stored(record)
    again = written(key[0], doc, {**to_doc(record), "colour": "green"}, CLOCK.tick)
    gone = deleted(key[0], again, CLOCK.tick())
    back = written(key[0], gone, to_doc(record), CLOCK.tick)
    for version in (doc, again, gone, back):
        read = json.loads(json.dumps(version))
        assert taken(key, read) is read


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize(
    "wrong", [None, True, -1, 1 << 60, 1.5, "xx", [7], [[]], {"a": {}}, {"a": "zzzz"}, ["a", "b"]]
)
def test_a_value_of_a_wrong_kind_leaves_the_record_aside(record: Record, wrong: object) -> None:
    key, doc = stored(record)
    fields = [*doc, "clock", "seen", "also", "gone"]
    for field in fields:
        found = taken(key, {**doc, field: wrong})
        # What is taken is no other kind than what Postil writes there itself.
        assert found is None or found[field] == wrong
        if found is not None:
            assert _fits(field, wrong), field


def _fits(field: str, value: object) -> bool:
    if value is None:
        return field in ("progress", "colour", "current", "origin")
    if value == 1.5 or value == 1 << 60:
        return field == "progress" and value == 1.5
    if value == -1:
        return field == "progress"
    if isinstance(value, str):
        return field not in ("id", "article", "letter", "tag", "modified") or field == "article"
    if isinstance(value, list):
        return field in ("tags", "links", "digests") and value == ["a", "b"]
    if field == "origin":
        return isinstance(value, dict)
    return isinstance(value, dict) and field in ("paths", "metadata") and value == {"a": "zzzz"}


@pytest.mark.parametrize(
    "wrong",
    [float("nan"), float("inf"), 10**400, DEEP, {"x": [{"y": float("nan")}]}],
    ids=["nan", "infinity", "huge", "deep", "within"],
)
def test_what_no_json_says_leaves_a_record_aside_under_any_name(wrong: object) -> None:
    key, doc = stored(RECORDS[0])
    assert taken(key, {**doc, "settled": wrong}) is None
    key, doc = stored(RECORDS[1])
    assert taken(key, {**doc, "progress": wrong}) is None
    assert taken(key, {**doc, "corrections": [{"evidence": "e", "source": {"a": wrong}}]}) is None


def test_what_a_later_postil_may_have_written_is_kept() -> None:
    key, doc = stored(RECORDS[0])
    later = {**doc, "settled": True, "rates": [{"to": "x", "weight": 0.5}]}
    assert taken(key, later) is later
    assert taken(("shelves", key[1]), doc) is None


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: type(one).__name__)
def test_a_record_under_the_key_of_another_is_left_aside(record: Record) -> None:
    (table, key), doc = stored(record)
    assert taken((table, "5"), doc) is None
    assert taken((table, f"0{key}"), doc) is None
    assert taken((table, key), {"modified": STAMP}) is None
    # A deletion by plain TinyDB says nothing of what it deleted.
    assert taken((table, key), {"deleted": True}) == {"deleted": True}


@pytest.mark.parametrize(
    "stamp", ["zzzz", "~" * 41, "2026", "2026-13-01T00:00:00.000Z-0000-bbbbbbbbbb", f"{STAMP}z"]
)
@pytest.mark.parametrize(
    "where",
    [
        lambda stamp: {"modified": stamp},
        lambda stamp: {"clock": {"": stamp}},
        lambda stamp: {"seen": {DEVICE: stamp}},
        lambda stamp: {"also": [[stamp, "text"]]},
        lambda stamp: {"gone": [[stamp, {}]], "deleted": True},
        lambda stamp: {"gone": [[STAMP, {"": stamp}]], "deleted": True},
    ],
)
def test_what_is_no_stamp_leaves_the_record_aside(stamp: str, where: object) -> None:
    key, doc = stored(RECORDS[0])
    assert callable(where)
    planted: Mapping[str, object] = where(stamp)
    assert taken(key, {**doc, **planted}) is None


def test_a_clock_that_runs_ahead_counts_as_one_of_its_own_before_all_others() -> None:
    key, doc = stored(RECORDS[0])
    late = {
        **doc,
        "modified": AHEAD,
        "clock": {"": STAMP, "body": AHEAD},
        "seen": {DEVICE: AHEAD, "aaaaaaaaaa": STAMP.replace(DEVICE, "aaaaaaaaaa")},
        "also": [[AHEAD, "other"]],
    }
    intake = Intake()
    found = intake.taken(key, late)
    assert found["modified"] == f"!{AHEAD}"
    assert found["clock"] == {"": STAMP, "body": f"!{AHEAD}"}
    assert found["also"] == [[f"!{AHEAD}", "other"]]
    assert found["seen"] == {
        f"!{DEVICE}": f"!{AHEAD}",
        "aaaaaaaaaa": STAMP.replace(DEVICE, "aaaaaaaaaa"),
    }
    assert intake.newest == STAMP.replace(DEVICE, "bbbbbbbbbb")
    # Of the same device nothing is known by that but what it said while its clock was right.
    assert not knows({f"!{DEVICE}": f"!{AHEAD}"}, STAMP)
    assert not knows({DEVICE: STAMP}, f"!{AHEAD}")
    assert intake.taken(key, found) is found


def test_the_greatest_stamp_is_found_wherever_it_stands() -> None:
    """A clock goes on from it: what is written next is later than all that the record knew of."""
    key, doc = stored(RECORDS[0])
    last = CLOCK.tick()
    places: list[dict[str, object]] = [
        {"modified": last},
        {"clock": {"": STAMP, "body": last}},
        {"seen": {"aaaaaaaaaa": last}},
        {"also": [[last, "text"]]},
        {"gone": [[STAMP, {"": last}]], "deleted": True},
    ]
    for planted in places:
        intake = Intake()
        intake.taken(key, {**doc, **planted})
        assert intake.newest == last
