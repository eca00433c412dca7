from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.model.values import NamedTuple
from postil.search.judging.refusal import refusal
from postil.search.judging.texts import SearchedText
from postil.search.query.parser import parse
from postil.search.query.tree import Words
from tests.support.examples import examples


class Plain(NamedTuple):
    """A note."""

    words: str
    tags: tuple[str, ...] = ()
    colour: str = "yellow"


@pytest.mark.parametrize(
    ("query", "refused", "passed"),
    [
        ("ice", "boats on the river", "ICE on it"),
        ("cities", "citizens", "one city"),
        ("ice harbour", "only ice", "ice in harbours"),
        ("ice OR harbour", "neither", "only ice"),
        ("harb*", "ice", "a harbour"),
    ],
)
def test_what_has_none_of_the_words_is_refused(query: str, refused: str, passed: str) -> None:
    refuses = refusal(parse(query, {}))
    assert refuses is not None
    assert refuses(Plain(refused))
    assert not refuses(Plain(passed))


def test_tags_and_colours_refuse() -> None:
    refuses = refusal(parse("tag:ice colour:pink", {}))
    assert refuses is not None
    assert refuses(Plain("", ("iceberg",), "pink"))
    assert refuses(Plain("", ("ice/thin",), "yellow"))
    assert not refuses(Plain("", ("Ice/thin",), "pink"))


@pytest.mark.parametrize(
    "query", ["-ice", "ice~", "/ice/", "note:ice", "state:orphan", "ice OR -b"]
)
def test_what_cannot_be_told_quickly_refuses_nothing(query: str) -> None:
    assert refusal(parse(query, {})) is None


@pytest.mark.parametrize("words", ["har-\nbour", "har- bour", "h\u00e1rbour", "harb\u00adour"])
def test_words_that_are_cut_or_have_accents_are_not_refused(words: str) -> None:
    refuses = refusal(parse("harbour", {}))
    assert refuses is not None
    assert not refuses(Plain(words))


PIECES = ["ice", "ces", "can", "any", "y", "as", "s", "e", "é", "-\n", "-", "'", ".", " ", "\n"]


@given(
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    st.sampled_from(["ice", "ices", "cany", "as*"]),
)
@examples(3)
def test_nothing_is_refused_that_a_query_finds(text: str, query: str) -> None:
    refuses, part = refusal(parse(query, {})), parse(query, {})
    assert refuses is not None
    assert isinstance(part, Words)
    if SearchedText(text).has(part):
        assert not refuses(Plain(text))
