"""Ranking names by the letters typed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postil.text.fuzzy import holding, rank
from tests.support.effort import at_most

TAGS = ["enforcement", "press freedom", "routes", "free trade", "south–north", "Übersetzung"]


def names(typed: str) -> list[str]:
    return [TAGS[index] for index, _ in rank(typed, TAGS)]


def test_nothing_typed_keeps_the_order_given() -> None:
    assert rank("", TAGS) == [(index, ()) for index in range(len(TAGS))]
    assert rank("  ", TAGS) == rank("", TAGS)


def test_a_beginning_comes_before_a_word_start_before_the_inside() -> None:
    choices = ["unfree", "press freedom", "freedom"]
    assert [index for index, _ in rank("free", choices)] == [2, 1, 0]


def test_the_whole_name_comes_first() -> None:
    assert [index for index, _ in rank("war", ["warlord", "war"])] == [1, 0]


def test_among_equals_the_order_given_decides() -> None:
    assert [index for index, _ in rank("a", ["ab", "ac", "aa"])] == [0, 1, 2]


def test_initials_and_scattered_letters_are_found_and_marked() -> None:
    assert rank("pf", TAGS)[0] == (1, (0, 6))
    assert rank("enfmt", TAGS) == [(0, (0, 1, 2, 7, 10))]


def test_scattered_letters_are_marked_close_together() -> None:
    assert rank("ax", ["a bcd abx"]) == [(0, (6, 8))]


def test_scattered_letters_are_no_match_where_others_stand_together() -> None:
    choices = ["Threat South Korean Dramas Pose", "The harbour", "Are Dramas a Threat?"]
    assert [index for index, _ in rank("thr", choices)] == [0, 2]
    assert [index for index, _ in rank("thrb", choices)] == [1]
    assert [index for index, _ in rank("dr hbr", ["dry harbour", "dr hbr", "hbr dr"])] == [1, 2]


def test_scattered_letters_begin_with_a_word_and_can_be_done_without() -> None:
    assert rank("eso", ["theses are old"]) == []
    assert rank("nxm", ["next match"]) != []
    assert rank("nxm", ["next match"], scattered=False) == []
    assert rank("nm", ["next match"], scattered=False) == [(0, (0, 5))]


def test_letters_too_far_apart_are_no_match() -> None:
    assert rank("az", ["a" + "b" * 40 + "z"]) == []


def test_words_may_be_typed_in_any_order() -> None:
    assert names("freedom pr") == ["press freedom"]
    assert names("pr xyz") == []


def test_case_and_accents_do_not_count() -> None:
    assert names("UBERS") == ["Übersetzung"]
    assert names("über") == ["Übersetzung"]
    assert rank("istan", ["İstanbul"]) == [(0, (0, 1, 2, 3, 4))]


def test_both_forms_of_sigma_are_one_letter() -> None:
    assert rank("σ", ["ΛΟΓΟΣ"]) == [(0, (4,))]


def test_letters_that_have_parts_are_kept_whole() -> None:
    assert rank("한", ["학교", "한국"]) == [(1, (0,))]


def test_holding_wants_each_word_as_it_stands() -> None:
    texts = ["Traders call with orders", "Orders came by phone"]
    assert holding("ORDERS call", texts) == [(0, (8, 9, 10, 11, 18, 19, 20, 21, 22, 23))]
    assert [index for index, _ in holding("orders", texts)] == [0, 1]
    assert holding("odr", texts) == []


@given(st.text(max_size=12), st.lists(st.text(max_size=20), max_size=8))
def test_marked_places_spell_what_was_typed(typed: str, choices: list[str]) -> None:
    for index, places in rank(typed, choices):
        assert list(places) == sorted(set(places))
        assert all(0 <= place < len(choices[index]) for place in places)
        assert bool(places) == bool(typed.split())


@given(st.lists(st.text(min_size=1, max_size=20), min_size=1, max_size=8), st.data())
def test_a_piece_of_a_name_finds_the_name(choices: list[str], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(choices) - 1))
    name = choices[index]
    start = data.draw(st.integers(0, len(name) - 1))
    end = data.draw(st.integers(start + 1, len(name)))
    assert index in [found for found, _ in rank(name[start:end], choices)]


def test_a_keystroke_is_quick_with_a_thousand_tags() -> None:
    tags = [f"{first}{last} {n}" for n, first in enumerate("abcdefghij" * 10) for last in TAGS * 2]
    tags = tags[:1000]
    assert len(tags) == 1000
    for typed in ("e", "en", "free", "pfd", "zzz", "enforcement 1"):
        with at_most(60):
            rank(typed, tags)
