"""Typed patterns are refused with a reason, or searched under a time limit."""

from __future__ import annotations

from contextlib import suppress
from time import sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.errors import BadPattern
from postil.text import patterns
from postil.text.patterns import SearchLimit, compile_pattern, search_all
from tests.support.effort import at_most


def found(typed: str, text: str, seconds: float = 1.0) -> list[str]:
    spans = search_all(compile_pattern(typed), text, SearchLimit(seconds))
    return [text[start:end] for start, end in spans]


def test_case_does_not_count_unless_the_pattern_says_so() -> None:
    assert found("river", "River RIVER river") == ["River", "RIVER", "river"]
    assert found("River", "River RIVER river") == ["River", "RIVER", "river"]
    assert found("(?-i)River", "River RIVER river") == ["River"]


def test_line_signs_hold_on_each_line() -> None:
    assert found(r"^\w+", "one two\nthree") == ["one", "three"]


def test_matches_of_nothing_are_left_out() -> None:
    assert found("x*", "axxb") == ["xx"]
    assert found("$", "a\nb") == []


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("a(", "a “(” is not closed, at character 2"),
        ("a)", "a “)” closes nothing, at character 2"),
        ("[a", "a “[” is not closed, at character 2"),
        ("*a", "there is nothing to repeat before a “*”, “+”, “?” or “{”, at character 1"),
        ("a\\", "it ends in a single “\\”, at character 2"),
        (r"\p{Klingon}", "it names a kind of character that there is not, at character 11"),
        ("(?R)", "it calls itself"),
        ("(a(?1))", "it calls itself"),
        ("x{1000000}", "it repeats something more than 1000 times"),
        ("x" * 1001, "it is longer than 1000 characters"),
        ("(?V0)x", "it makes no sense as a pattern"),
        ("(?:(?:a{1000}){1000}){1000}", "its repeats repeat one another too often"),
        ("(?:ab{900}c){20}", "its repeats repeat one another too often"),
        ("a{200}{200}", "its repeats repeat one another too often"),
        ("(?ir)a", "it searches backwards"),
    ],
)
def test_a_bad_pattern_is_refused_with_the_reason(typed: str, why: str) -> None:
    with pytest.raises(BadPattern) as refusal:
        compile_pattern(typed)
    assert refusal.value.why == why
    assert refusal.value.remedy


def test_what_is_escaped_is_no_call_and_no_repeat() -> None:
    assert found(r"\(?R\)", "(R)") == ["(R)"]
    assert found(r"\{5000\}", "{5000}") == ["{5000}"]


def test_a_refusal_holds_nothing_that_a_terminal_obeys() -> None:
    with pytest.raises(BadPattern) as refusal:
        compile_pattern("\x1b[31m\n(")
    assert str(refusal.value).isprintable()


@pytest.mark.parametrize("typed", ["(a|aa)+$", "(a|b|ab)*c$", r"^(\w+\s?)*$"])
def test_a_slow_search_ends_in_time(typed: str) -> None:
    with at_most(300), pytest.raises(BadPattern, match="too slow"):
        found(typed, "a" * 5000 + " b" * 20 + "!c", 0.05)


@pytest.mark.parametrize(
    "typed",
    [
        r"\d{4}-\d{2}-\d{2}",
        "(?:[a-z]{1,40} ){1,40}",
        "a{100}" * 99,
        "([)]{100}x{100}){2}",
        "(x)" * 99,
    ],
)
def test_repeats_that_people_write_are_no_trouble(typed: str) -> None:
    assert compile_pattern(typed).typed == typed


def test_without_time_nothing_is_searched() -> None:
    with pytest.raises(BadPattern, match="too slow"):
        found("a", "a", 0)


@pytest.mark.parametrize(
    "typed", [r"\w+ing\b", r"(?<=e )\w+", r"^o\w*", r"e*", r"\w+\s|$", r"(\w)\1", "(?:a|b|ab)*c"]
)
def test_what_slices_find_is_what_is_found_at_once(
    typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Seeing the morning come in,\none sits sewing ababababc and singing. " * 300
    whole = found(typed, text)
    assert len(whole) > 200
    steps: list[None] = []
    monkeypatch.setattr(patterns, "_SLICE", 1e-6)
    monkeypatch.setattr(patterns, "_STEP", 0.0)
    limit = SearchLimit(60, lambda: steps.append(None))
    spans = list(search_all(compile_pattern(typed), text, limit))
    assert [text[start:end] for start, end in spans] == whole
    assert spans == sorted(set(spans))
    assert len(steps) > 1


def test_a_search_that_nobody_waits_for_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    class Enough(Exception): ...

    steps: list[None] = []

    def step() -> None:
        steps.append(None)
        if len(steps) == 3:
            raise Enough

    with at_most(300), pytest.raises(Enough):
        list(search_all(compile_pattern("(a+)+$"), "a" * 5000 + "!", SearchLimit(600, step)))


def test_what_others_do_meanwhile_takes_nothing_from_the_limit() -> None:
    """The limit is on what this thread computes: a machine may be as busy as it likes."""
    limit = SearchLimit(1.0)
    before = limit.left
    sleep(0.05)
    assert before - limit.left < 0.04


@given(st.text(st.sampled_from(r"ab()[]{}*+?|\^$.-,:<>=!PR&019\p"), max_size=12))
def test_whatever_is_typed_is_searched_or_refused(typed: str) -> None:
    with suppress(BadPattern):
        found(typed, "ab (a) [b] 019", 0.2)
