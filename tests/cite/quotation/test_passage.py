"""Excerpts that are joined to one passage, and worded anew as one."""

from __future__ import annotations

import pytest

from postil.cite.quotation.excerpts import Excerpt
from postil.cite.quotation.passage import passage_of
from postil.errors import BadRequest


def test_a_wording_of_several_passages_keeps_something_of_each() -> None:
    pieces = (Excerpt("Ships left the quay."), Excerpt("Fog came down."))
    for words in ("Ships left the quay", "Fog came down"):
        with pytest.raises(BadRequest, match="leave out one of the passages"):
            passage_of(pieces, words, in_paragraphs=False)
    made = passage_of(pieces, "Ships left fog came down", in_paragraphs=True)
    assert made == "Ships left … [f]og came down."


def test_the_joint_of_two_pieces_is_no_change() -> None:
    pieces = (Excerpt("Ships left the quay."), Excerpt("Fog came down."))
    joined = passage_of(pieces, None, in_paragraphs=False)
    assert passage_of(pieces, joined, in_paragraphs=False) == joined
    words = "Ships left. … Thick fog came down"
    made = passage_of(pieces, words, in_paragraphs=False)
    assert made == "Ships left. … [Thick f]og came down."
