from __future__ import annotations

import pytest

from postil.library.care.local_state import Home
from postil.library.notes import anchor_cache
from postil.library.notes.anchor_cache import Kept, KeptPlaces
from postil.model.note import Anchor, Place
from postil.model.span import Span

ANCHOR = Anchor("the words", "before ", " after", 7, 16, "a" * 64)
FOUND = Kept(Place(Span(9, 18), "moved", 0.5), "way")
GONE = Kept(Place(None, "orphan", 0.0), "")


def test_what_was_found_is_there_when_it_is_saved(home: Home) -> None:
    places = KeptPlaces(home)
    places.keep("one", ANCHOR, FOUND)
    places.keep("two", ANCHOR, GONE)
    assert KeptPlaces(home).find("one", ANCHOR) is None
    places.save()
    again = KeptPlaces(home)
    assert (again.find("one", ANCHOR), again.find("two", ANCHOR)) == (FOUND, GONE)
    assert again.find("three", ANCHOR) is None


def test_texts_met_longest_ago_give_way(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(anchor_cache, "TEXTS_KEPT", 2)
    places = KeptPlaces(home)
    for digest in ("one", "two", "one", "three"):
        places.keep(digest, ANCHOR, FOUND)
    places.save()
    again = KeptPlaces(home)
    assert [again.find(one, ANCHOR) for one in ("one", "two", "three")] == [FOUND, None, FOUND]
