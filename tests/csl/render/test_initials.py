"""Given names as initials."""

from __future__ import annotations

import pytest

from tests.csl.rendering import names, person


@pytest.mark.parametrize(
    ("given", "sign", "expected"),
    [
        ("Jean-Luc", ".", "J.-L. X"),
        ("John Ronald Reuel", ". ", "J. R. R. X"),
        ("J.R.R.", ". ", "J. R. R. X"),
        ("Ph. M.", ".", "Ph.M. X"),
        ("Guo-ping", "", "G X"),
        ("Maria de", ".", "M. de X"),
    ],
)
def test_given_names_become_initials(given: str, sign: str, expected: str) -> None:
    assert names([person(given, "X")], f'initialize-with="{sign}"') == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("TSerendorjiin", "Ts. X"),
        ("Jo (Joe) Ann", "J. (Joe) A. X"),
        ("<b>J</b> Q", "<b>J.</b> Q. X"),
    ],
)
def test_initials_of_names_that_are_no_plain_words(given: str, expected: str) -> None:
    assert names([person(given, "X")], 'initialize-with=". "') == expected
