"""The exit status that a command ends with says whether it failed or found nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from postil import errors
from postil.errors import NothingFound, NothingToUndo, OthersNotes, PostilError


def kinds(error: type[PostilError] = PostilError) -> Iterator[type[PostilError]]:
    yield error
    for kind in error.__subclasses__():
        if kind.__module__ == errors.__name__:
            yield from kinds(kind)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_a_search_without_a_result_ends_with_one_and_every_failure_with_two(
    kind: type[PostilError],
) -> None:
    """As grep does, so that a script can tell the one from the other."""
    error = (
        OthersNotes("what", {"a": "words"}, ["Eva"], 1, lambda: None)
        if kind is OthersNotes
        else kind("what", "why")
    )
    assert error.status == (1 if kind in (NothingFound, NothingToUndo) else 2)


@pytest.mark.parametrize(
    ("remedy", "said"),
    [("", "a.txt: it is gone"), ("look elsewhere", "a.txt: it is gone; look elsewhere")],
)
def test_a_failure_says_what_and_why_and_the_way_out(remedy: str, said: str) -> None:
    error = PostilError("a.txt", "it is gone", remedy)
    assert str(error) == said
    assert (error.what, error.why, error.remedy) == ("a.txt", "it is gone", remedy)
