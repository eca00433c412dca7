"""The changes that the versions of a record tell of: when, where and of what."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from postil.store.disk.clock import Clock
from postil.store.merge.versions import changes
from postil.store.records.version_vectors import deleted, written
from postil.store.types import Doc

HERE = "aaaaaaaaaa"
ANCHOR: Doc = {"quote": "q", "prefix": "", "suffix": "", "start": 1, "end": 2, "digest": "d"}
NOTE: Doc = {"id": "n", "article": "x", "colour": "yellow", "tags": ["a"], "body": "", **ANCHOR}


@pytest.fixture
def tick() -> Callable[[], str]:
    moments = iter(range(1_700_000_000_000, 1_800_000_000_000, 1000))
    return Clock(HERE, lambda: next(moments)).tick


def test_what_was_changed_when(tick: Callable[[], str]) -> None:
    first = written("notes", {}, NOTE, tick)
    second = written("notes", first, {**NOTE, "body": "more", "tags": ["a", "b"]}, tick)
    third = written("notes", second, {**NOTE, "body": "less", "tags": ["b"]}, tick)
    fourth = deleted("notes", third, tick())
    fifth = written("notes", fourth, {**NOTE, "body": "less", "tags": ["b"]}, tick)
    found = changes("notes", [third, first, fifth, second, fourth, first])
    assert [(one.field, one.old, one.new) for one in found] == [
        ("created", None, None),
        ("body", "", "more"),
        ("tags", None, "b"),
        ("body", "more", "less"),
        ("tags", "a", None),
        ("deleted", False, True),
        ("deleted", True, False),
    ]
    assert {one.device for one in found} == {HERE}
    assert [one.time for one in found] == sorted(one.time for one in found)


def test_where_versions_are_missing_what_is_left_is_told(tick: Callable[[], str]) -> None:
    first = written("notes", {}, NOTE, tick)
    second = written("notes", first, {**NOTE, "body": "more"}, tick)
    third = written("notes", second, {**NOTE, "colour": "blue", "body": "more"}, tick)
    assert [one.field for one in changes("notes", [third])] == ["created", "body", "colour"]
    assert [(one.field, one.old) for one in changes("notes", [first, third])] == [
        ("created", None),
        ("body", ""),
        ("colour", "yellow"),
    ]


def test_a_passage_put_elsewhere_is_one_change(tick: Callable[[], str]) -> None:
    first = written("notes", {}, NOTE, tick)
    second = written("notes", first, {**NOTE, "start": 5, "end": 9, "quote": "other"}, tick)
    (change,) = changes("notes", [first, second])[1:]
    assert change.field == "anchor"
    assert isinstance(change.new, dict)
    assert (change.new["quote"], change.new["start"]) == ("other", 5)


def test_what_lost_against_another_machine_is_told_all_the_same(tick: Callable[[], str]) -> None:
    first = written("notes", {}, NOTE, tick)
    early = written("notes", first, {**NOTE, "colour": "blue"}, tick)
    late = written("notes", first, {**NOTE, "colour": "green"}, tick)
    # As it reached this machine: after the later one, and written to once more.
    early = {**early, "body": "x", "modified": tick()}
    told = changes("notes", [first, late, early])
    colours = [(one.old, one.new) for one in told if one.field == "colour"]
    assert colours == [(None, "blue"), ("yellow", "green")]


def test_how_far_an_article_is_read_is_no_change(tick: Callable[[], str]) -> None:
    record: Doc = {"id": "a", "title": "T", "metadata": {}, "paths": {}, "progress": 0.1}
    first = written("articles", {}, record, tick)
    second = written(
        "articles", first, {**record, "progress": 0.9, "metadata": {"title": "Mine"}}, tick
    )
    assert [(one.field, one.new) for one in changes("articles", [first, second])] == [
        ("created", None),
        ("title", "Mine"),
    ]
