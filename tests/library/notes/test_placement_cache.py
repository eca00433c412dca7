from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from postil.config import Places
from postil.library.care.local_state import Home
from postil.library.notes import placement_cache
from postil.library.notes.placement_cache import (
    FOLDER,
    CachedPlacement,
    PlacementCache,
    Sourced,
    inputs_key,
)
from postil.model.note import Anchor, Note, PlacedNote, Placement
from postil.model.source import Date, Name, Source
from postil.model.span import Span
from postil.model.values import replace
from postil.store.disk.clock import new_id
from postil.store.records.records import ArticleRecord

ANCHOR = Anchor("the words", "before ", " after", 7, 16, "a" * 64)
FOUND = CachedPlacement(Placement(Span(9, 18), "moved", 0.5), "way")
GONE = CachedPlacement(Placement(None, "orphan", 0.0), "")
SOURCE = Source(author=(Name("Lindqvist", "Ada"),), title="Ice", issued=Date(1998, 2))

RECORD = ArticleRecord(id="record", digests=("one", "two"))
NOTE = Note("1", "record", ANCHOR)
OTHER = Note("2", "record", replace(ANCHOR, start=8, end=17))
LISTED: list[Sourced] = [
    Sourced(PlacedNote(NOTE, Placement(Span(9, 18), "moved", 0.5)), SOURCE, "xii"),
    Sourced(PlacedNote(OTHER, Placement(Span(8, 17), "same"))),
]
TEXTS = ("two", "one")


def written(places: Places) -> list[Path]:
    return sorted((places.cache / FOLDER).iterdir(), key=lambda one: one.stat().st_mtime_ns)


def test_what_was_found_is_there_when_it_is_saved(home: Home) -> None:
    cache = PlacementCache(home)
    cache.keep("one", ANCHOR, FOUND)
    cache.keep("two", ANCHOR, GONE)
    assert PlacementCache(home).find("one", ANCHOR) is None
    cache.save()
    again = PlacementCache(home)
    assert (again.find("one", ANCHOR), again.find("two", ANCHOR)) == (FOUND, GONE)
    assert again.find("three", ANCHOR) is None
    assert again.find("one", replace(ANCHOR, prefix="other ")) is None


def test_each_text_has_a_file_and_only_what_is_new_is_written(home: Home, places: Places) -> None:
    cache = PlacementCache(home)
    cache.keep("one", ANCHOR, FOUND)
    cache.save()
    (first,) = written(places)
    first.write_text("untouched")
    cache.keep("two", ANCHOR, FOUND)
    cache.keep("two", OTHER.anchor, FOUND)
    cache.save()
    assert first.read_text() == "untouched"
    (second,) = set(written(places)) - {first}
    assert len(json.loads(second.read_text())["kept"]["anchors"]) == 2


def test_what_another_program_has_found_is_not_known(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = PlacementCache(home)
    cache.keep("one", ANCHOR, FOUND)
    cache.save()
    monkeypatch.setattr(placement_cache, "cache_key", lambda: "another version")
    assert PlacementCache(home).find("one", ANCHOR) is None


def test_a_digest_is_no_way_out_of_the_folder(home: Home, places: Places) -> None:
    cache = PlacementCache(home)
    cache.keep("../../outside", ANCHOR, FOUND)
    cache.keep("\ud800/\0", ANCHOR, FOUND)
    cache.save()
    assert len(written(places)) == 2
    assert PlacementCache(home).find("../../outside", ANCHOR) == FOUND
    assert not list(places.cache.parent.glob("**/outside*"))


def test_texts_met_longest_ago_give_way(
    home: Home, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placement_cache, "TEXTS_KEPT", 2)
    for time, digest in enumerate(("one", "two", "one", "three"), 1):
        cache = PlacementCache(home)
        cache.keep(digest, ANCHOR, FOUND)
        cache.save()
        os.utime(written(places)[-1], (time, time))
    again = PlacementCache(home)
    assert [again.find(one, ANCHOR) for one in ("one", "two", "three")] == [FOUND, None, FOUND]


def test_as_many_texts_stay_as_the_articles_of_the_home_may_need(
    home: Home, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(placement_cache, "TEXTS_KEPT", 1)
    home.put_article(replace(RECORD, id=new_id()))
    for digest in ("one", "two", "three"):
        cache = PlacementCache(home)
        cache.keep(digest, ANCHOR, FOUND)
        cache.save()
    assert len(written(places)) == 2


def test_notes_are_listed_again_from_the_text_in_which_they_were_found(home: Home) -> None:
    cache = PlacementCache(home)
    cache.keep_sourced("one", RECORD, "inputs", LISTED)
    cache.save()
    again = PlacementCache(home)
    assert again.find_sourced(TEXTS, RECORD, "inputs", [NOTE, OTHER]) == LISTED
    assert again.find_sourced(TEXTS, RECORD, "inputs", [OTHER]) == LISTED[1:]
    assert again.find_sourced(TEXTS, RECORD, "other inputs", [NOTE]) is None
    assert again.find_sourced(TEXTS, replace(RECORD, id="other"), "inputs", [NOTE]) is None
    assert again.find_sourced(("two",), RECORD, "inputs", [NOTE]) is None
    unmet = replace(NOTE, anchor=replace(ANCHOR, suffix=" else"))
    assert again.find_sourced(TEXTS, RECORD, "inputs", [NOTE, unmet]) is None


def test_what_was_listed_by_the_same_inputs_stays_and_by_others_goes(home: Home) -> None:
    cache = PlacementCache(home)
    cache.keep_sourced("one", RECORD, "inputs", LISTED[:1])
    cache.keep_sourced("one", RECORD, "inputs", LISTED[1:])
    assert cache.find_sourced(TEXTS, RECORD, "inputs", [NOTE, OTHER]) == LISTED
    cache.keep_sourced("one", RECORD, "new inputs", LISTED[:1])
    assert cache.find_sourced(TEXTS, RECORD, "inputs", [NOTE]) is None
    assert cache.find_sourced(TEXTS, RECORD, "new inputs", [NOTE]) == LISTED[:1]
    assert cache.find_sourced(TEXTS, RECORD, "new inputs", [OTHER]) is None


def test_where_an_anchor_was_found_stays_though_it_is_listed(home: Home) -> None:
    cache = PlacementCache(home)
    cache.keep("one", ANCHOR, FOUND)
    cache.keep_sourced("one", RECORD, "inputs", LISTED)
    assert cache.find("one", ANCHOR) == FOUND
    assert cache.find("one", OTHER.anchor) == CachedPlacement(LISTED[1].placed.placement, "")


def test_an_orphan_is_not_listed_from_the_cache(home: Home) -> None:
    cache = PlacementCache(home)
    cache.keep_sourced("one", RECORD, "inputs", LISTED)
    cache.keep("one", ANCHOR, GONE)
    assert cache.find_sourced(TEXTS, RECORD, "inputs", [NOTE]) is None


def test_the_inputs_are_the_file_the_texts_and_the_word_of_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text("words")
    os.utime(path, (1, 1))
    first = inputs_key(path, [RECORD], ["said"])
    assert inputs_key(path, [RECORD], ["said"]) == first
    others = [
        inputs_key(None, [RECORD], ["said"]),
        inputs_key(path, [replace(RECORD, digests=("one",))], ["said"]),
        inputs_key(path, [RECORD, RECORD], ["said"]),
        inputs_key(path, [RECORD], []),
    ]
    path.write_text("other words")
    os.utime(path, (1, 1))
    others.append(inputs_key(path, [RECORD], ["said"]))
    os.utime(path, (2, 2))
    others.append(inputs_key(path, [RECORD], ["said"]))
    assert len({first, *others}) == len(others) + 1
