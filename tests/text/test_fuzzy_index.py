"""Ranking thousands of names by the letters typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.cite.styles.catalogue import official_styles
from postil.text.fuzzy_index import FuzzyIndex
from tests.support.effort import at_most

STYLES = [
    "APA 7 apa",
    "Appetite appetite",
    "Journal of Applied Physics journal-of-applied-physics",
    "Zeitschrift für Übersetzung (Deutsch)",
    "Mapping",
    "The Chicago Manual of Style, notes",
]


def found(typed: str) -> list[str]:
    return [STYLES[index].split()[0] for index, _ in FuzzyIndex(STYLES).rank(typed)]


def picked(typed: str) -> str:
    """Return the letters of the best name that are picked out."""
    index, places = FuzzyIndex(STYLES).rank(typed)[0]
    return "".join(STYLES[index][place] for place in places)


def test_nothing_typed_keeps_the_order_given() -> None:
    assert FuzzyIndex(STYLES).rank(" ") == [(index, ()) for index in range(len(STYLES))]


def test_a_beginning_comes_before_a_word_start_before_the_inside() -> None:
    assert found("ap") == ["APA", "Appetite", "Journal", "Mapping"]


def test_every_word_is_held_in_whatever_order() -> None:
    assert found("notes chic") == ["The"]
    assert found("notes physics") == []


def test_accents_case_and_signs_do_not_count() -> None:
    assert found("FUR uber") == ["Zeitschrift"]
    assert found("style notes") == found("style, notes") == found("(style) notes") == ["The"]


def test_initials_are_found_before_the_inside_of_words() -> None:
    assert found("tcm") == ["The"]
    assert picked("tcm") == "TCM"
    assert [index for index, _ in FuzzyIndex(["Helping", "Physics in General"]).rank("pi")] == [
        1,
        0,
    ]


def test_what_was_matched_is_picked_out() -> None:
    assert picked("notes chic") == "Chicnotes"
    assert picked("uber") == "Über"
    assert picked("apping") == "apping"
    assert picked("ap") == "AP"


def test_among_equals_those_that_are_first_come_first() -> None:
    names = ["apple pie", "ape", "apt"]
    assert [index for index, _ in FuzzyIndex(names).rank("ap")] == [1, 2, 0]
    assert [index for index, _ in FuzzyIndex(names, first=1).rank("ap")] == [0, 1, 2]


@given(st.lists(st.text(max_size=12), max_size=6), st.text(max_size=4))
def test_matches_are_letters_of_the_name(names: list[str], typed: str) -> None:
    for index, places in FuzzyIndex(names).rank(typed):
        assert list(places) == sorted(set(places))
        assert all(0 <= place < len(names[index]) for place in places)


def test_ten_thousand_names_take_less_than_a_blink() -> None:
    names = FuzzyIndex([f"Journal of Subject {n} and Its Uses subject-{n}" for n in range(10_800)])
    for typed in ("j", "sub", "uses 99", "xyz"):
        with at_most(100):
            names.rank(typed)


@pytest.fixture(scope="module")
def official() -> tuple[list[str], FuzzyIndex]:
    styles = list(official_styles())
    return [one.id for one in styles], FuzzyIndex([f"{one.title} {one.id}" for one in styles])


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("apa", "apa"),
        ("chic", "chicago-"),
        ("chicago auth", "chicago-author-date"),
        ("nature", "nature"),
        ("ieee", "ieee"),
        ("vancouver", "vancouver"),
        ("mla", "modern-language-association"),
        ("mla 9 notes", "modern-language-association-notes"),
        ("harv cite", "harvard-cite-them-right"),
        ("am psy", "american-psychologist"),
        ("j appl phys", "journal-of-applied-physics"),
        ("zeitschr", "zeitschrift-fur-"),
        ("modern lang", "modern-language-"),
        ("acs", "acs-"),
        ("bmj", "bmj"),
        ("elsevier harvard", "elsevier-harvard"),
        ("tuber", "tuberculosis"),
        ("turabian", "turabian-"),
        ("NATURE meth", "nature-methods"),
        ("xyzq", ""),
    ],
)
def test_the_best_of_ten_thousand_styles(
    typed: str, best: str, official: tuple[list[str], FuzzyIndex]
) -> None:
    ids, index = official
    found = [ids[at] for at, _ in index.rank(typed)]
    assert bool(found) == bool(best)
    assert not found or found[0].startswith(best)
