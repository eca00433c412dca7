from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.anchoring.bare_words import nearest, same_words, signs_before, signs_behind

SIGNS = st.text(st.sampled_from(" \n\u00a0-—“”\"'…..(*"), max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“Two boats,” he wrote", '"Two boats," he wrote'),
        ("lamps — and stayed", "lamps -- and\nstayed"),
        ("well-known", "well\u2010\nknown"),
        ("examination", "exami-\nnation"),
        ("exami\u00adnation", "examination"),
        ("No … more", "No... more"),
    ],
)
def test_typography_changes_no_words(one: str, other: str) -> None:
    assert same_words(one, other)
    assert same_words(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("41.5 paces", "415 paces"),
        ("at 3:15", "at 315"),
        ("1,000", "1.000"),
        ("US aid", "us aid"),
        ("a < b", "a > b"),
        ("resume", "résumé"),
    ],
)
def test_other_words(one: str, other: str) -> None:
    assert not same_words(one, other)


@pytest.mark.parametrize(
    ("text", "signs", "kept"),
    [
        ("He said: “Two", "“", "“"),
        ('He said: "Two', "“", '"'),
        ("He -- Two", "— ", "-- "),
        ("end.\n\n\u00a0\u00a0\u00a0 Two", "    ", "\u00a0\u00a0\u00a0 "),
        ("————\n\nTwo", "--------\n\n", "————\n\n"),
        ("plain Two", "“", ""),
        ("(“Two", "„“", "“"),
    ],
)
def test_signs_before_a_passage(text: str, signs: str, kept: str) -> None:
    at = text.index("Two")
    assert text[signs_before(text, at, signs) : at] == kept


@pytest.mark.parametrize(
    ("text", "signs", "kept"),
    [
        ("boats.” he", ".”", ".”"),
        ('boats." he', ".”", '."'),
        ("boats... he", "…", "..."),
        ("boats, he", ".”", ""),
        ("boats. he", ".”", "."),
        ("boats.\n\n  he", ".\n\n ", ".\n\n "),
    ],
)
def test_signs_behind_a_passage(text: str, signs: str, kept: str) -> None:
    assert text[5 : signs_behind(text, 5, signs)] == kept


@given(SIGNS, SIGNS, SIGNS)
def test_edges_stay_within_the_text(head: str, signs: str, tail: str) -> None:
    text = head + "x" + tail
    assert 0 <= signs_before(text, len(head), signs) <= len(head)
    assert len(head) + 1 <= signs_behind(text, len(head) + 1, signs) <= len(text)


@given(SIGNS, SIGNS)
def test_the_same_signs_are_taken_whole(before: str, signs: str) -> None:
    text = before + signs + "x" + signs + before
    at = len(before) + len(signs)
    assert signs_before(text, at, signs) == len(before)
    assert signs_behind(text, at + 1, signs) == at + 1 + len(signs)


def test_the_nearest_of_equal_signs() -> None:
    assert nearest(" — and – ", "–", 6) == 7
    assert nearest(" — and – ", "–", 2) == 1
    assert nearest(" — and – ", "+", 2) is None
    assert nearest("-" * 5000 + "+", "+", 2) == 5000
