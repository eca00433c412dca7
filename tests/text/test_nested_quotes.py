from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.nested_quotes import (
    DOUBLE,
    SINGLE,
    Pair,
    alternate,
    alternate_paragraphs,
    without_reopenings,
)
from postil.text.quotes import marks, quotations
from tests.support.effort import at_most

MARKED = st.text(alphabet="ab s.,“”‘’\"'«»„[]\n", max_size=60)
WORDS = st.lists(
    st.sampled_from(["fog", "it’s", "Tom's", "left.", "in 1990", "港", "no,"]),
    min_size=1,
    max_size=4,
).map(" ".join)
PAIRS = {
    "double": ("“", "”"),
    "single": ("‘", "’"),
    "pointed": ("«", "»"),
    "low": ("„", "“"),
    "low-single": ("‚", "‘"),
}
INNER = {"double": "single", "single": "double", "low": "low-single"}


@st.composite
def balanced(draw: st.DrawFn, kind: str = "double", depth: int = 0) -> str:
    """Draw words with quotations that open, close and nest as an editor would set them."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        parts.append(draw(WORDS))
        if depth < 3 and draw(st.booleans()):
            inside = draw(balanced(INNER.get(kind, "double"), depth + 1))
            opening, closing = PAIRS[kind]
            parts.append(f"{opening}{inside} x{closing}")
    return " ".join(parts)


def letters(words: str) -> str:
    return "".join(c for c in words if c.isalnum() or c in ".,[]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes”.", "He said ‘yes’."),
        ('a film, "Low Tide," ran', "a film, ‘Low Tide,’ ran"),
        ("“a ‘b’ c”", "‘a “b” c’"),
        ("‘a “b” c’", "‘a “b” c’"),
        ("it’s the sailors’ own", "it’s the sailors’ own"),
        ("a lone ‘word’", "a lone ‘word’"),
        ("end.” New start", "‘end.’ New start"),
        ('end." New “start” on', "‘end.’ New ‘start’ on"),
        ("a” b” c", "‘“a” b’ c"),
        ("it said “so", "it said ‘so’"),
        ("a plank of 5\" and 3'", "a plank of 5\" and 3'"),
    ],
)
def test_marks_are_turned(text: str, expected: str) -> None:
    assert alternate(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes”.", "He said “yes”."),
        ("He said ‘yes, “quite” so’.", "He said “yes, ‘quite’ so”."),
        ("“a ‘b’ c”", "“a ‘b’ c”"),
    ],
)
def test_between_single_marks_it_is_the_other_way_round(text: str, expected: str) -> None:
    assert alternate(text, SINGLE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "sie rief „so“ laut",
        "il dit « oui, “vraiment” » hier",
        "er sagte »nein« dann",
        "hon sade ”ja” igen",
        "彼は「港」と『海』と",
    ],
)
def test_marks_of_other_languages_stay(text: str) -> None:
    assert alternate(text) == text


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["“They came back."], ["They came back."]),
        (["“They came back.”"], ["They came back."]),
        (["« Bonjour »"], ["Bonjour"]),
        (["came back.”"], ["came back."]),
        (["“Fog,” he said."], ["‘Fog,’ he said."]),
        (["“One.", "“Two."], ["One.", "Two."]),
        (["“One.", "“Two.”"], ["One.", "Two."]),
        (["“One.”", "“Two.”"], ["‘One.’", "‘Two.’"]),
        (["“One.", "“Two.” He left."], ["‘One.", "‘Two.’ He left."]),
        (["He said: “One.", "“Two.”"], ["He said: ‘One.", "‘Two.’"]),
        (["He said: “One.", "“Two."], ["He said: ‘One.", "‘Two.’"]),
        (["Fog.", "“Two."], ["Fog.", "Two."]),
        (["“One.", "“Two,” he said. “Three.", "“Four.”"],
         ["‘One.", "‘Two,’ he said. ‘Three.", "‘Four.’"]),
        (["“One “two” three.", "“Four."], ["One ‘two’ three.", "Four."]),
        ([""], [""]),
    ],
)  # fmt: skip
def test_paragraphs_of_one_quotation(texts: list[str], expected: list[str]) -> None:
    assert alternate_paragraphs(texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["“One.", "“Two."], ["One.", "Two."]),
        (["“One.", "“Two.”"], ["“One.", "“Two.”"]),
        (["““One.", "Two."], ["One.", "Two."]),
        (["He said: “One.", "“Two."], ["He said: “One.", "“Two."]),
    ],
)
def test_only_marks_that_are_never_closed_are_dropped(
    texts: list[str], expected: list[str]
) -> None:
    assert without_reopenings(texts) == expected


@given(
    st.sampled_from(["double", "single", "pointed", "low"]).flatmap(balanced),
    st.sampled_from([DOUBLE, SINGLE]),
)
def test_what_is_balanced_stays_so_and_no_word_changes(text: str, outer: Pair) -> None:
    set_text = f"{outer[0]}{alternate(text, outer)}{outer[1]}"
    assert letters(set_text) == letters(text)
    assert set_text.count("’") - set_text.count("‘") == text.count("’") - text.count("‘")
    found, stray = marks(set_text)
    assert not stray
    assert all(one.closed for one in found)
    assert len(found) == len(quotations(text)) + 1


@given(MARKED, st.sampled_from([DOUBLE, SINGLE]))
def test_letters_survive_turning(text: str, outer: Pair) -> None:
    assert letters(alternate(text, outer)) == letters(text)


@given(st.lists(MARKED, min_size=1, max_size=4))
def test_letters_survive_in_paragraphs(texts: list[str]) -> None:
    wanted = [letters(text) for text in texts]
    assert [letters(text) for text in alternate_paragraphs(texts)] == wanted
    assert [letters(text) for text in without_reopenings(texts)] == wanted


@pytest.mark.parametrize("unit", ["“", '"', "‘“", "““x”", "”“", "x” ", "«“"])
def test_a_flood_of_marks_takes_no_time(unit: str) -> None:
    hostile = unit * 20_000
    with at_most(3000):
        alternate(hostile)
        alternate_paragraphs([hostile, hostile])
