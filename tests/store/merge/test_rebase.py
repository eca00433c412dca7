"""A change made on an older version of a record keeps what was changed meanwhile."""

from __future__ import annotations

import pytest

from postil.model.note import Note
from postil.model.source import Correction
from postil.model.values import replace
from postil.store.merge.rebase import rebased
from postil.store.records.fields import RULES
from postil.store.records.records import ArticleRecord, to_doc
from tests.store.homes import a_note

ONE, TWO, THREE = (Correction(evidence, None) for evidence in ("one", "two", "three"))
RECORD = ArticleRecord("id")


@pytest.mark.parametrize(
    ("name", "before", "mine", "theirs", "joined"),
    [
        ("digests", ("a", "b"), ("a", "c"), ("a", "b", "d"), ("a", "d", "c")),
        (
            "paths",
            {"x": "1", "y": "2"},
            {"x": "3"},
            {"x": "1", "y": "2", "z": "4"},
            {"x": "3", "z": "4"},
        ),
        (
            *("metadata", {"title": "A"}, {"title": "B"}, {"title": "A", "date": "1998"}),
            {"title": "B", "date": "1998"},
        ),
        ("corrections", (ONE, TWO), (ONE,), (ONE, TWO, THREE), (ONE, THREE)),
    ],
)
def test_items_come_and_go_on_their_own(
    name: str, before: object, mine: object, theirs: object, joined: object
) -> None:
    versions = (replace(RECORD, **{name: value}) for value in (before, mine, theirs))  # type: ignore[arg-type]
    assert getattr(rebased(*versions), name) == joined


def test_of_one_value_the_change_holds_and_what_it_left_alone_stays() -> None:
    note = a_note("text", tags=("a",))
    mine, theirs = replace(note, tags=("a", "b")), replace(note, tags=("c",), body="more")
    found = rebased(note, mine, theirs)
    assert isinstance(found, Note)
    assert (set(found.tags), found.body) == ({"b", "c"}, "more")


@pytest.mark.parametrize(("table", "record"), [("notes", a_note()), ("articles", RECORD)])
def test_what_merges_by_item_has_one_name_in_a_record_and_on_disk(
    table: str, record: Note | ArticleRecord
) -> None:
    rules = RULES[table]
    for name in (*rules.lists, *rules.mappings, *rules.keyed):
        assert hasattr(record, name)
        assert name in to_doc(record)
