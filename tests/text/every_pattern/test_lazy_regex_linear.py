"""No pattern of Postil is worse than linear: a long line must never hold up a key.

``python -m tests.bench.patterns`` tries pairs of signs and other endings too.
"""

from __future__ import annotations

import pytest

from tests.support.all_patterns import Found, found_patterns, samples, worse_than_linear

SECONDS = 3.0
"""Of processor time for a text: what is linear takes a hundredth, the square ten times as long."""

FOUND = list(found_patterns())


def test_every_pattern_is_among_those_that_are_tried() -> None:
    assert len(FOUND) > 300
    named = {found.where for found in FOUND}
    assert "postil.text.sentences._STOP" in named
    assert "postil.store.ledger.line_scan._KEY" in named


@pytest.mark.parametrize("found", FOUND, ids=lambda found: found.where)
def test_a_pattern_takes_no_longer_than_a_text_is_long(found: Found) -> None:
    assert worse_than_linear(found, SECONDS) == ""


@pytest.mark.parametrize("pattern", [r"\s{3,}\d{1,4}\s*$", r"\w+ via", r"(?:\s*,)+$", r"[^.]+!"])
def test_one_that_takes_longer_is_noticed(pattern: str) -> None:
    assert worse_than_linear(Found("planted", pattern, 0, searched=True), 1.0)


def test_what_a_pattern_repeats_is_known() -> None:
    assert samples(r"x\s{3,}\d{1,4}(?:ab)*[^.]?", 0) == [" ", "1", "a", "b"]
