"""The pieces of a query that mean something are told apart, and what may follow is offered."""

from __future__ import annotations

import pytest

from postil.library.catalogue.query_hints import completion, pieces


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
    assert completion(typed, ["weather/snow", "labour"]) == whole
