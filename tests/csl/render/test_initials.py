"""Given names as initials."""

from __future__ import annotations

import pytest

from postil.csl.render.initials import initials
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


@pytest.mark.parametrize(
    ("given", "options", "expected"),
    [
        ("John Ronald Reuel", "", "J. R. R."),
        ("J.R.R.", "", "J. R. R."),
        ("Ph. M.", "sign .", "Ph.M."),
        ("TSerendorjiin", "", "Ts."),
        ("Maria de", "", "M. de"),
        ("Jo (Joe) Ann", "", "J. (Joe) A."),
        ("Jean-Luc", "sign .", "J.-L."),
        ("Jean-Luc", "no hyphens", "J. L."),
        ("Guo-ping", "", "G."),
        ("<b>J</b> Q", "", "<b>J.</b> Q."),
        ("J.R. Ronald", "no shortening", "J. R. Ronald"),
        ("Jean-Luc", "no shortening", "Jean-Luc"),
    ],
)
def test_the_table_of_initials(given: str, options: str, expected: str) -> None:
    sign = "." if options == "sign ." else ". "
    shortens, hyphens = options != "no shortening", options != "no hyphens"
    assert initials(given, sign, shortens=shortens, keeps_hyphens=hyphens) == expected


@pytest.mark.parametrize("hyphen", ["-", "‐", "–"])
def test_every_hyphen_joins_the_halves_of_a_compound_name(hyphen: str) -> None:
    assert initials(f"Jean{hyphen}Luc", ".") == "J.-L."


def test_other_scripts_have_no_initials() -> None:
    assert initials("栄 A", ". ") == "栄 A."


def test_a_blank_at_which_no_line_ends_belongs_to_the_sign() -> None:
    assert initials("Wm. T.", ".\u00a0") == "Wm.\u00a0T."
