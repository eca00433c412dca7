"""What is set in the gaps in which a wording leaves its passage: the tables of the rules."""

from __future__ import annotations

import pytest

from postil.cite.quotation.omissions import is_dots
from postil.cite.quotation.rewording import reworded

PASSAGE = (
    "“The boats can be lost,” one captain told the Herald, for want of light. "
    "He left (at night) over the bar."
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("… He left over", "… He left"),
        ("Some boats can be lost", "“[Some] boats"),
        ("The boats can be lost for want of light", "be lost” … for want"),
        ("The boats can be lost, he told the Herald", "be lost,” [he] told"),
        ("The boats can be lost, sadly, one captain told", "be lost,” [sadly] one"),
        ("The boats can be lost quite, one captain told", "be lost [quite],” one"),
        ("He left at night over the bar again", "over the bar [again]."),
    ],
)
def test_what_stands_before_the_signs_of_a_gap(words: str, expected: str) -> None:
    assert expected in reworded(PASSAGE, words)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("one captain told …", "captain told …"),
        ("one captain told", "captain told"),
        ("He left at night over the quay", "over the [quay]."),
    ],
)
def test_what_stands_behind_the_signs_at_the_end(words: str, end: str) -> None:
    assert reworded(PASSAGE, words).endswith(end)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("one captain told at night over the bar", "told … (at night)"),
        ("one captain told. At night over the bar", "told. … ([A]t night)"),
        ("The boats can go, one captain told", "can [go],” one captain"),
        ("The old boats can be lost", "The [old] boats"),
        ("The boats can be lost quite, one captain told", "be lost [quite],” one"),
    ],
)
def test_what_stands_behind_the_signs_before_a_word(words: str, expected: str) -> None:
    assert expected in reworded(PASSAGE, words)


@pytest.mark.parametrize(
    ("passage", "words", "expected"),
    [
        ("Did ships leave? He asked of fog and rain.", "Did ships leave. Fog and rain",
         "leave? … [F]og"),
        ("Ships left, it was noon. He saw fog and rain.", "Ships left. Fog and rain",
         "left. … [F]og"),
        ("Ships left, at noon and in fog and rain.", "Ships left. Fog and rain", "left … [F]og"),
        ("Ships left, it was noon. He saw fog and rain.", "Ships left fog and rain",
         "left … fog"),
        ("Ships left in fog and rain.", "Ships left in fog.", "left in fog."),
        ("Ships left in fog and rain.", "Ships left in fog", "left in fog"),
    ],
    ids=["own stop", "a sentence ends", "none ends", "the sentence goes on", "stop at the end",
         "no stop at the end"],
)  # fmt: skip
def test_which_stop_stands_before_a_gap(passage: str, words: str, expected: str) -> None:
    assert f"{expected} " in f"{reworded(passage, words)} "


@pytest.mark.parametrize(
    ("sign", "dots"), [("…", True), ("[…]", True), ("[a …]", False), ("", False)]
)
def test_which_signs_stand_for_what_is_left_out(sign: str, dots: bool) -> None:
    assert is_dots(sign) is dots
