"""The texts of a note that was written in several places are told apart by when and where."""

from __future__ import annotations

from postil.library.care.local_state import Home
from postil.library.notes import resolving
from postil.model.note import OtherText
from postil.model.values import replace
from tests.store.homes import a_note


def stamp(minute: int, device: str) -> str:
    return f"2026-11-23T10:{minute:02d}:00.000Z-0000-{device}"


def test_of_more_than_two_texts_the_newest_comes_first_with_its_own_time(home: Home) -> None:
    """What is chosen is chosen by the time beside it."""
    here, there = home.state.claim(), "0123456789"
    note = replace(
        a_note("newest"),
        modified="2026-11-23T10:09:00.000Z",
        also=(
            OtherText("second", stamp(4, there)),
            OtherText("fourth", stamp(2, there)),
            OtherText("third", stamp(3, here)),
        ),
    )
    assert [(one.text, one.said) for one in resolving.writings(home, note)] == [
        ("newest", "the newest, 2026-11-23 10:09"),
        ("second", "2026-11-23 10:04, on another machine"),
        ("third", "2026-11-23 10:03, here"),
        ("fourth", "2026-11-23 10:02, on another machine"),
    ]


def test_a_text_without_a_stamp_is_told_of_last_and_without_a_time(home: Home) -> None:
    also = (OtherText("old"), OtherText("new", stamp(1, "0123456789")))
    found = resolving.writings(home, replace(a_note("newest"), also=also))
    assert [one.text for one in found] == ["newest", "new", "old"]
    assert found[-1].said == "on another machine"
