"""Every lazy pattern compiles, and the words it needs are in every text that it matches."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import postil
from postil.text.lazy_regex import LazyPattern, NeedyPattern, OpeningPattern, lazily

ODD_CASE = "ſKıİ"
"""Letters that a pattern takes for s, k and i where case does not count, and ``lower`` does not."""


def lazy() -> dict[str, LazyPattern | NeedyPattern]:
    """Return every lazy pattern of Postil, by the module and the name it has there."""
    found: dict[int, tuple[str, LazyPattern | NeedyPattern]] = {}
    for module in pkgutil.walk_packages(postil.__path__, "postil."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, LazyPattern | NeedyPattern):
                found.setdefault(id(value), (f"{module.name}.{name}", value))
    return dict(found.values())


LAZY = lazy()
NEEDY = {name: pattern for name, pattern in LAZY.items() if isinstance(pattern, NeedyPattern)}


def test_every_pattern_compiles() -> None:
    assert len(LAZY) > len(NEEDY) > 20
    for name, pattern in LAZY.items():
        assert re.compile(pattern.pattern, pattern.flags), name


@pytest.mark.parametrize("name", NEEDY)
def test_each_match_has_a_word_that_its_pattern_needs(name: str) -> None:
    needing = NEEDY[name]
    pattern = re.compile(needing.pattern, needing.flags)
    letters = st.characters(exclude_characters=ODD_CASE, exclude_categories=["Cs"])

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.from_regex(pattern, alphabet=letters, fullmatch=isinstance(needing, OpeningPattern)))
    def holds(text: str) -> None:
        assert needing.may_match(text), f"{text!r} matches and has none of {needing.needs}"

    holds()


def test_a_pattern_that_matches_without_its_words_is_found() -> None:
    wrong = lazily("ab|cd", needs="ab")
    assert isinstance(wrong, NeedyPattern)
    assert not wrong.may_match("cd")
    assert re.search(wrong.pattern, "cd")


def test_a_pattern_that_matches_behind_other_words_than_it_opens_with_is_found() -> None:
    wrong = lazily("(?:dear|my dear) sir", opens="dear")
    assert isinstance(wrong, OpeningPattern)
    assert wrong.may_match("Dear sir")
    assert not wrong.may_match("my dear sir")
