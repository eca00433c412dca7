"""Whose a passage is: a few letters of other words are passed over, more are said."""

from __future__ import annotations

import pytest

from postil.attribution.governing.sources import read
from postil.model.source import Governed
from postil.model.span import Span
from tests.attribution.governing.paragraphs import article

HERALD = "The ships left at dawn. [Source: Mary Lamb, Quay Herald, May 3, 2001]"
POST = "The harbour was empty. [Source: Ann Ferry, Harbour Post, June 4, 2002]"
OWN = "Ships came early."


def passage(first: str, second: str, letters: int) -> Governed:
    """Return what governs all of the second paragraph and some letters at the end of the first."""
    made = article(first, second)
    start = made.starts[1]
    taken = 0
    while taken < letters:
        start -= 1
        taken += made.text[start].isalnum()
    return read(made).at(Span(start, made.starts[1] + len(second)))


@pytest.mark.parametrize(("letters", "named"), [(7, 0), (8, 2)])
def test_a_second_source_is_named_from_eight_letters_on(letters: int, named: int) -> None:
    found = passage(HERALD, POST, letters)
    assert found.source is not None
    assert found.source.container_title == "Harbour Post"
    assert len(found.several) == named
    assert ("several-sources-in-passage" in found.problems) == bool(named)


@pytest.mark.parametrize(("letters", "said"), [(7, False), (8, True)])
def test_the_article_s_own_words_are_said_from_eight_letters_on(letters: int, said: bool) -> None:
    found = passage(OWN, POST, letters)
    assert ("own-words-in-passage" in found.problems) == said
