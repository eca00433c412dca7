"""A name that no style has leads to those that may be meant."""

from __future__ import annotations

import pytest

from postil.cite.styles.catalogue import style_names
from postil.cite.styles.nearest import near_styles
from tests.support.effort import at_most

FEW = ("apa", "ink-law", "ink-law-long", "law-of-ink", "new-ink-journal", "vancouver", "Ink House")


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("ink law", ("ink-law", "ink-law-long", "law-of-ink")),
        ("INK JOURNAL", ("new-ink-journal",)),
        ("ink house", ("Ink House",)),
        ("vancuver", ("vancouver",)),
        ("law/../ink", ("ink-law", "law-of-ink", "ink-law-long")),
        ("zzzz", ()),
        ("", ()),
        ("…", ()),
    ],
)
def test_names_that_hold_the_words_or_look_like_them_are_near(
    name: str, near: tuple[str, ...]
) -> None:
    assert near_styles(name, FEW) == near


@pytest.mark.parametrize("name", ["american-medical-asociation", "bluebook", "x-" * 3000])
def test_a_near_name_is_found_among_all_in_little_time(name: str) -> None:
    with at_most(800):
        near = near_styles(name, style_names())
    assert near or name.startswith("x")


def test_every_name_and_alias_is_known_without_a_look_into_the_files() -> None:
    names = set(style_names())
    assert {"apa", "mla", "bluebook-inline", "vancouver-nlm"} <= names
    assert len(names) > 9000
