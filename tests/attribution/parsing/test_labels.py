from __future__ import annotations

import pytest

from postil.attribution.parsing import labels


@pytest.mark.parametrize(
    ("text", "word", "colon"),
    [
        ("Source: Reuters", "Source", True),
        ("Sources – Reuters", "Sources", False),
        ("Source Reuters", "Source", False),
        ("Text Sources: Reuters", "Sources", True),
        ("Source code is free", None, False),
    ],
)
def test_labels_of_attributions(text: str, word: str | None, colon: bool) -> None:
    found = labels.label(text)
    assert (found and found[1], bool(found and found[2])) == (word, colon)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Adapted from the Herald", True),
        ("Reprinted with permission from Herald", True),
        ("Quoted in: Herald", True),
        ("taken three times", False),
    ],
)
def test_labels_in_other_words(text: str, found: bool) -> None:
    assert labels.is_other(text) == found


@pytest.mark.parametrize(
    ("words", "result"),
    [
        ("Photo: Emil Strand", "Emil Strand"),
        ("Image courtesy of the Museum", "Museum"),
        ("© 2001 Quay Herald", "2001 Quay Herald"),
        ("Book: “Salt and Rope”", "“Salt and Rope”"),
        ("by the sea", "by the sea"),
    ],
)
def test_what_a_credit_line_begins_with_is_left_out(words: str, result: str) -> None:
    assert labels.without_credit(words) == result


@pytest.mark.parametrize(
    ("text", "date", "agency"),
    [
        ("SEOUL, May 3, 2004 (AFP) – Ships", "May 3, 2004", "AFP"),
        ("SEOUL (Reuters) – Ships", None, "Reuters"),
        ("Seoul (Reuters) – Ships", None, None),
    ],
)
def test_datelines_of_agencies(text: str, date: str | None, agency: str | None) -> None:
    found = labels.dateline(text)
    assert (found and found[1], found and found[2]) == (date, agency)
