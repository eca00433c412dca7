"""Counts, prefixes that a letter follows, and keys that come in a burst."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from postil.tui.widgets.page.key_sequence import LARGEST_COUNT, Pending, Prefix
from tests.tui.widgets.page.fakes import Parts, numbered


def counted(digits: str) -> Pending:
    pending = Pending()
    for digit in digits:
        pending.add_digit(digit)
    return pending


def test_nothing_is_waited_for_at_first() -> None:
    pending = Pending()
    assert not pending
    assert pending.shown == ""
    assert pending.take_count() == 1
    assert pending.take_count(0) == 0


@pytest.mark.parametrize(
    ("digits", "count"), [("5", 5), ("10", 10), ("9999", LARGEST_COUNT), ("123456", 1234)]
)
def test_digits_make_a_count_that_has_an_end(digits: str, count: int) -> None:
    pending = counted(digits)
    assert pending
    assert pending.shown.startswith(f"{count}…")
    assert pending.take_count() == count
    assert not pending
    assert pending.take_count() == 1


def test_a_prefix_is_shown_with_what_may_follow() -> None:
    pending = Pending()
    pending.begin("M", "a letter")
    assert pending
    assert pending.shown == "M…  a letter"


def test_a_count_may_stand_before_a_prefix() -> None:
    pending = counted("3")
    pending.begin("f", "a letter")
    assert pending.shown == "3f…  a letter"
    pending.clear()
    assert not pending
    assert pending.shown == ""
    assert pending.take_count() == 1


@dataclass
class Key:
    """A key event."""

    key: str
    character: str | None


def key(name: str) -> Key:
    return Key(name, name if len(name) == 1 else {"escape": "\x1b"}.get(name))


async def typed(parts: Parts, *names: str) -> list[bool]:
    """Type keys, and tell of each whether it was taken."""
    return [await parts.keys.take(key(name)) for name in names]


def keyed(**bound: str) -> Parts:
    parts = Parts(numbered(9))
    parts.keyboard.bound = {name: bound[name] for name in bound}
    return parts


async def test_a_key_that_is_bound_is_run_and_another_goes_on_its_way() -> None:
    parts = keyed(j="page.line-down", z="")
    assert await typed(parts, "j", "q", "z") == [True, False, True]
    assert parts.keyboard.ran == ["j", "z"]


async def test_a_count_waits_for_a_motion_and_is_taken_by_it() -> None:
    parts = keyed(j="page.line-down")
    assert await typed(parts, "1", "0", "j") == [True, True, True]
    told = [str(shown).partition("…")[0] for _, shown in parts.reports.taken()]
    assert told == ["1", "10"]
    assert parts.keys.take_count() == 10
    assert parts.reports.taken() == [("waiting", "")]
    assert parts.keys.take_count(7) == 7
    assert parts.reports.taken() == [], "there was nothing to take"


async def test_nought_is_no_count_by_itself() -> None:
    parts = keyed()
    assert await typed(parts, "0") == [False]
    assert not parts.keys.pending


@pytest.mark.parametrize("other", ["t", "q"])
async def test_a_count_before_anything_else_is_forgotten_with_that_key(other: str) -> None:
    parts = keyed(t="note.tag")
    assert await typed(parts, "5", other) == [True, True]
    assert parts.keyboard.ran == []
    assert not parts.keys.pending
    assert parts.reports.taken()[-1] == ("waiting", "")


async def test_digits_may_be_commands_of_their_own() -> None:
    parts = keyed()
    parts.keys.let_digits_mean(lambda digit: digit in "03")
    assert await typed(parts, "3", "0") == [True, True]
    assert not parts.keys.pending
    await typed(parts, "4")
    assert parts.keys.pending.count == "4"


async def test_a_prefix_swallows_the_next_key_whatever_it_is() -> None:
    parts = keyed(j="page.line-down")
    for following, told in (("a", [("letter", "M", "a")]), ("j", [("letter", "M", "j")])):
        parts.keys.wait("M")
        assert parts.keys.pending.shown.startswith("M…  a-z sets a mark")
        parts.reports.taken()
        await typed(parts, following)
        assert parts.reports.taken() == [("waiting", ""), *told]
    for following in ("5", "escape", "é", "f1"):
        parts.keys.wait("'")
        parts.reports.taken()
        await typed(parts, following)
        assert parts.reports.taken() == [("waiting", "")]
    assert parts.keyboard.ran == []


def test_the_marks_that_are_set_are_named() -> None:
    parts = keyed()
    parts.keys.wait("'")
    assert "none is set, M sets one" in parts.keys.pending.shown
    parts.keys.mark_letters = "abZ"
    parts.keys.wait("'")
    assert "marks: a b Z, Esc cancels" in parts.keys.pending.shown


async def test_further_prefixes_are_begun_completed_and_left() -> None:
    parts = keyed()
    happened: list[str] = []
    hints = iter(["of words", "of words", None])
    parts.keys.add_prefix(
        "f", Prefix(lambda: next(hints), happened.append, lambda: happened.append("left"))
    )
    parts.keys.wait("f")
    await typed(parts, "a")
    parts.keys.wait("f")
    assert parts.keys.cancel()
    assert not parts.keys.cancel()
    parts.keys.wait("f")
    assert happened == ["a", "left"]
    assert not parts.keys.pending, "there was nothing to wait for"
