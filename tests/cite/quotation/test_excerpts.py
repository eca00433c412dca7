from __future__ import annotations

import pytest

from postil.cite.quotation.excerpts import Excerpt, join_excerpts, with_end


def joined(*pieces: Excerpt, in_paragraphs: bool = False) -> str:
    return join_excerpts(pieces, in_paragraphs=in_paragraphs)


def test_one_piece_is_as_it_is() -> None:
    assert joined(Excerpt(" “Fog. ")) == "“Fog."


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Ships left", "at noon.", "Ships left … at noon."),
        ("Ships left,", "at noon.", "Ships left … at noon."),
        ("They said “ships", "left” at noon.", "They said “ships … left” at noon."),
    ],
)
def test_within_a_sentence_there_is_an_ellipsis(first: str, second: str, expected: str) -> None:
    assert joined(Excerpt(first), Excerpt(second, True, True)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Ships left.", "Fog came.", "Ships left. … Fog came."),
        ("Ships left,", "Fog came.", "Ships left. … Fog came."),
        ("Did ships leave?", "Fog came.", "Did ships leave? … Fog came."),
        ("“Ships left.”", "Fog came.", "“Ships left.” … Fog came."),
        ("“Ships left”", "Fog came.", "“Ships left.” … Fog came."),
        ("“Ships left", "Fog came.", "“Ships left.” … Fog came."),
        ("Ships left.", "of fog,” he said.", "Ships left. … “of fog,” he said."),
        ("“Ships left.", "“Fog came.", "Ships left. … Fog came."),
        ("“Ships left.”", "“Fog came.”", "“Ships left.” … “Fog came.”"),
        ("“Ships left.", "Fog came.” Then rain.", "“Ships left. … Fog came.” Then rain."),
    ],
)
def test_behind_a_sentence_a_stop_stands_before_it(first: str, second: str, expected: str) -> None:
    assert joined(Excerpt(first), Excerpt(second)) == expected


def test_paragraphs_are_kept_where_they_are_wanted() -> None:
    pieces = (Excerpt("Ships left."), Excerpt("Fog came."), Excerpt("It rained.", False, True))
    assert joined(*pieces) == "Ships left. … Fog came. … It rained."
    assert joined(*pieces, in_paragraphs=True) == "Ships left. …\n\nFog came. … It rained."


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Fog", "Fog."), ("Fog?", "Fog?"), ("Fog —", "Fog."), ("(Fog)", "(Fog.)"), ("港。", "港。")],
)
def test_a_sentence_is_ended_once(text: str, expected: str) -> None:
    assert with_end(text) == expected
