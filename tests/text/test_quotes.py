from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.text.quotes import in_marks, inside, quotations, reopens
from tests.support.effort import at_most

MARKED = st.text(alphabet="ab s.,“”‘’\"'«»„[]\n", max_size=60)


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("Fog is common.", "“Fog is common.”"),
        ("“For some it is.", "“For some it is.”"),
        ("said a pilot.”", "“said a pilot.”"),
        ("“We sail.”", "“We sail.”"),
        ("‘Fog’", "“‘Fog’”"),
        ("", "“”"),
    ],
)
def test_marks_that_are_there_are_not_set_twice(words: str, marked: str) -> None:
    assert in_marks(words) == marked


def spans(text: str) -> list[tuple[str, int, bool]]:
    return [
        (text[found.start : found.end], found.depth, found.closed) for found in quotations(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes” twice.", [("“yes”", 1, True)]),
        ('He said "yes" twice.', [('"yes"', 1, True)]),
        ("“a ‘b’ c”", [("“a ‘b’ c”", 1, True), ("‘b’", 2, True)]),
        ("“a “b” c”", [("“a “b” c”", 1, True), ("“b”", 2, True)]),
        ("“a “b” c", [("“a “b” c", 1, False), ("“b”", 2, True)]),
        ("the sailors’ boats, the ’90s and it’s", []),
        ("rock 'n' roll isn't 5'10\" tall", []),
        ("« Le port »", [("« Le port »", 1, True)]),
        ("„so“ schrieb er", [("„so“", 1, True)]),
        ("「港」と", [("「港」", 1, True)]),
        ("“a ‘b c” d", [("“a ‘b c”", 1, True), ("‘b c", 2, False)]),
        ("no” marks open", []),
    ],
)
def test_marks_are_paired(text: str, expected: list[tuple[str, int, bool]]) -> None:
    assert spans(text) == expected


def test_an_apostrophe_inside_a_title_in_single_marks_does_not_close_it() -> None:
    assert spans("'Tom's Boats,' he read")[0] == ("'Tom's Boats,'", 1, True)


def test_a_doubled_opening_mark_counts_once() -> None:
    assert spans("““The tide rose.") == [("““The tide rose.", 1, False)]
    assert spans("““The tide rose.”") == [("““The tide rose.”", 1, True)]
    only = quotations("““The tide rose.”")[0]
    assert only.words == (2, 16)


def test_a_quotation_may_begin_with_another() -> None:
    text = "““Low Tide” was a song,” she said, and sang."
    assert [text[found.start : found.end] for found in quotations(text)] == [
        "““Low Tide” was a song,”",
        "“Low Tide”",
    ]


def test_reopening() -> None:
    assert reopens("“And then")
    assert reopens("  “And then” he left")
    assert reopens('"And then')
    assert not reopens("And “then”")
    assert not reopens("’Twas night")
    assert not reopens("")


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ('"open phrase', '"open phrase"'),
        ('phrase that ends"', '"phrase that ends"'),
        ('"the whole"', '"the whole"'),
        ('"the ice" and bread', '“"the ice" and bread”'),
        ('bread and "the ice"', '“bread and "the ice"”'),
        ('one " sign', '“one " sign”'),
        ('"', '""'),
    ],
)
def test_a_straight_mark_is_answered_by_another_one(words: str, marked: str) -> None:
    assert in_marks(words) == marked


def test_inside_is_the_innermost_without_marks() -> None:
    text = "x “a ‘b’ c” y"
    assert inside(text, 0) is None
    found = inside(text, text.index("b"))
    assert found is not None
    assert text[slice(*found)] == "b"
    found = inside(text, text.index("a"))
    assert found is not None
    assert text[slice(*found)] == "a ‘b’ c"


@given(MARKED)
def test_quotations_nest_and_stay_in_the_text(text: str) -> None:
    found = quotations(text)
    assert found == sorted(found, key=lambda quotation: (quotation.start, quotation.depth))
    for quotation in found:
        assert 0 <= quotation.start < quotation.inner <= quotation.end <= len(text)
        start, end = quotation.words
        assert start <= end or not quotation.closed
    for one in found:
        for other in found:
            apart = one.end <= other.start or other.end <= one.start
            nested = (one.start <= other.start and other.end <= one.end) or (
                other.start <= one.start and one.end <= other.end
            )
            assert apart or nested


@pytest.mark.parametrize("unit", ["“", '"', "‘“", "““x”", "”“"])
def test_a_flood_of_marks_takes_no_time(unit: str) -> None:
    hostile = unit * 20_000
    with at_most(600):
        quotations(hostile)
