"""What failed, as the reader is told of it."""

from __future__ import annotations

import pytest

from postil.errors import CannotWrite, NothingFound, NotThere, PostilError
from postil.tui.messages import sentence, sentences


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            CannotWrite("cannot write /notes.json", "the disk is full", "make room and try again"),
            "Cannot write /notes.json: the disk is full. Make room and try again.",
        ),
        (
            NothingFound("mark x", "it is not set", "M x sets it"),
            "Mark x: it is not set. M x sets it.",
        ),
        (NotThere("notes.txt", "there is no such file"), "notes.txt: there is no such file."),
        (NotThere("“zz”", "no note has this id."), "“zz”: no note has this id."),
    ],
)
def test_a_failure_is_told_in_whole_sentences(error: PostilError, said: str) -> None:
    assert sentences(error) == said


def test_a_sentence_ends_once() -> None:
    assert sentence("really?") == "Really?"
    assert sentence("it goes on…") == "It goes on…"
