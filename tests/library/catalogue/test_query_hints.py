"""The pieces of a query that mean something are told apart, and what may follow is offered."""

from __future__ import annotations

import pytest

from postil.library.catalogue.query_hints import accepted, completion, lacks_values, pieces


@pytest.mark.parametrize(
    ("typed", "kinds"),
    [
        ("ice tag:weather", [("field", "tag:"), ("value", "weather")]),
        ('(ice OR "the sno', [("sign", "("), ("sign", "OR"), ("phrase", '"the sno')]),
        ("23:45 -/a+/", [("sign", "-"), ("regex", "/a+/")]),
        ("source:(hart", [("field", "source:"), ("sign", "(")]),
    ],
)
def test_the_pieces_of_a_query_are_told(typed: str, kinds: list[tuple[str, str]]) -> None:
    found = [(one.kind, typed[one.span.start : one.span.end]) for one in pieces(typed)]
    assert found == kinds


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("ice au", "ice author:"),
        ("state:or", "state:orphan"),
        ("-colour:b", "-colour:blue"),
        ("(tag:WEa", "(tag:WEather/snow"),
        ("a", None),
        ("state:orphan", None),
        ("date:20", None),
        ("", None),
    ],
)
def test_what_may_follow_is_offered(typed: str, whole: str | None) -> None:
    assert completion(typed, {"tag": ["weather/snow", "labour"]}) == whole


@pytest.mark.parametrize(
    ("typed", "whole", "taken"),
    [
        ("author:lin", "author:lindqvist", "author:lindqvist"),
        ("ice author:ada", "ice author:ada Lindqvist", 'ice author:"ada Lindqvist"'),
        ('author:"Ada L', 'author:"Ada Lindqvist"', 'author:"Ada Lindqvist"'),
        ("-outlet:harb", "-outlet:harbour Gazette", '-outlet:"harbour Gazette"'),
        ("(tag:ice", "(tag:ice hockey", '(tag:"ice hockey"'),
        ("title:R&", "title:R&D", 'title:"R&D"'),
        ("state:or", "state:orphan", "state:orphan"),
        ("ice au", "ice author:", "ice author:"),
    ],
)
def test_values_go_on_from_any_word_and_are_quoted_where_they_need_it(
    typed: str, whole: str, taken: str
) -> None:
    known = {
        "author": ["Ada Lindqvist", "Eva Lund"],
        "outlet": ["Harbour Gazette"],
        "tag": ["ice hockey"],
        "title": ["R&D"],
    }
    assert completion(typed, known) == whole
    assert accepted(typed, whole) == taken


def test_what_articles_say_is_to_be_read_where_it_is_asked_for() -> None:
    assert lacks_values("ice author:", {"tag": ["ice"]})
    assert not lacks_values("ice author:", {"author": []})
    assert not lacks_values("tag:", {})
    assert not lacks_values("ice", {})
