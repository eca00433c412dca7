from __future__ import annotations

import pytest

from postil.errors import BadRequest
from postil.library.metadata.csl_types import (
    TYPES,
    checked_type,
    offered_types,
    type_called,
    type_label,
)


def test_every_type_is_known_by_its_name_and_by_what_readers_call_it() -> None:
    for csl_type in TYPES:
        assert type_called(csl_type) == csl_type
        assert type_called(type_label(csl_type)) == csl_type
        assert type_called(type_label(csl_type).capitalize()) == csl_type


@pytest.mark.parametrize(
    ("typed", "csl_type"),
    [
        ("Blog post", "post-weblog"),
        ("legal case", "legal_case"),
        ("article_journal", "article-journal"),
        (" web  page ", "webpage"),
    ],
)
def test_types_are_read_as_they_are_typed(typed: str, csl_type: str) -> None:
    assert checked_type(typed) == csl_type


@pytest.mark.parametrize(
    ("typed", "near"), [("blogpost", "blog post"), ("thesys", "thesis"), ("xyzzy", "book")]
)
def test_what_is_no_type_is_refused_with_those_like_it(typed: str, near: str) -> None:
    assert type_called(typed) == ""
    with pytest.raises(BadRequest, match=f"there is no such type; .*{near}"):
        checked_type(typed)


def test_every_type_is_offered_once_the_common_ones_first() -> None:
    offered = offered_types()
    assert sorted(offered) == sorted(TYPES)
    assert offered[0] == "article-newspaper"
    assert offered.index("book") < offered.index("bill")
