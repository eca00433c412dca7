from __future__ import annotations

import pytest

from postil.errors import BadRequest
from postil.library.metadata.csl_types import TYPES, checked_kind, kind_of, kind_text


def test_every_type_is_known_by_its_name_and_by_what_readers_call_it() -> None:
    for kind in TYPES:
        assert kind_of(kind) == kind
        assert kind_of(kind_text(kind)) == kind
        assert kind_of(kind_text(kind).capitalize()) == kind


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("Blog post", "post-weblog"),
        ("legal case", "legal_case"),
        ("article_journal", "article-journal"),
        (" web  page ", "webpage"),
    ],
)
def test_types_are_read_as_they_are_typed(typed: str, kind: str) -> None:
    assert checked_kind(typed) == kind


@pytest.mark.parametrize(
    ("typed", "near"), [("blogpost", "blog post"), ("thesys", "thesis"), ("xyzzy", "book")]
)
def test_what_is_no_type_is_refused_with_those_like_it(typed: str, near: str) -> None:
    assert kind_of(typed) == ""
    with pytest.raises(BadRequest, match=f"there is no such type; .*{near}"):
        checked_kind(typed)
