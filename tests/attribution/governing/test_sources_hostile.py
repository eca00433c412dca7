"""Attributions that are huge, never closed or full of nonsense: a sensible answer, in time."""

from __future__ import annotations

import pytest

from postil.attribution.governing.sources import parse_attribution, parse_lead_in, read
from postil.model.article import Article, Block, BlockKind
from tests.support.effort import at_most

MILLION = 1_000_000
UNITS = [
    *("a", "[", "(", "]", "[Source: ", "(Source: ", "(AP) ", ", ", "; ", "/", "|", "“", '"', "‘"),
    *("Mary Lamb, ", "Lamb, A., ", "and ", "by Mary ", "May 3, ", "2001 ", "p. 3, ", "3(4) ", "1"),
    *(
        "http://",
        "a.b",
        "*a",
        "_b",
        ". ",
        "van ",
        "told ",
        "wrote ",
        "according to ",
        "年",
        "SEOUL ",
    ),
]


def sources_of(text: str) -> int:
    article = Article("odd.txt", (Block(BlockKind.PARAGRAPH, text),))
    return len(read(article).paragraphs)


def repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("before", ["", "[Source: ", "Source: ", "(Source: "])
def test_an_attribution_of_any_length_is_read_at_once(unit: str, before: str) -> None:
    text = before + repeated(unit, MILLION // 10)
    with at_most(500):
        parse_attribution(text)
        parse_lead_in(text + " wrote:")


@pytest.mark.parametrize("unit", UNITS)
def test_the_time_for_a_paragraph_grows_with_its_length_alone(unit: str) -> None:
    with at_most(2000):
        assert sources_of("[Source: " + repeated(unit, MILLION // 10)) == 1


def test_a_million_characters_in_one_bracket_are_one_paragraph() -> None:
    text = f"Ships left. [Source: Mary Lamb, {'Quay ' * (MILLION // 5)}Herald, May 3, 2001]"
    assert sources_of(text) == 1
    read_first = parse_attribution(text[12:])
    assert read_first is not None
    assert read_first[0][0].author[0].family == "Lamb"


def test_a_bracket_that_is_never_closed_is_cut_and_said_to_be() -> None:
    text = "Ships left. [Source: Mary Lamb, Quay Herald, May 3, 2001. " + "They came back. " * 5000
    article = Article("odd.txt", (Block(BlockKind.PARAGRAPH, text),))
    [found] = read(article).paragraphs
    assert "unterminated" in found.problems


@pytest.mark.parametrize("mark", ["[", "("])
def test_ten_thousand_nested_brackets_are_no_trouble(mark: str) -> None:
    closing = {"[": "]", "(": ")"}[mark]
    text = mark * 10_000 + "Source: Mary Lamb, Quay Herald, 2001" + closing * 10_000
    assert sources_of(text) == 1
    parse_attribution(text)
    parse_attribution(f"{mark}Source: " * 10_000)


@pytest.mark.parametrize("sign", "\ue000\ue001\ue002\ue003")
def test_signs_that_stand_for_something_within_postil_mean_nothing_in_a_text(sign: str) -> None:
    plain = "Mary Lamb, “Tides”, Quay Herald, May 3, 2001"
    odd = f"{sign} Mary Lamb, “Tides{sign}”, Quay Herald {sign}, May 3, 2001{sign}"
    assert parse_attribution(f"[Source: {odd}]") == parse_attribution(f"[Source: {plain}]")
    led = parse_lead_in(f"Mary Lamb {sign} wrote in Quay Herald {sign}:")
    assert led == parse_lead_in("Mary Lamb wrote in Quay Herald:")


@pytest.mark.parametrize("sign", "\x00\x1b\u202e\ufffd\ud800")
def test_control_characters_are_no_trouble(sign: str) -> None:
    read_at_all = parse_attribution(f"[Source: {sign}Mary Lamb, Quay{sign} Herald, {sign} 2001]")
    assert read_at_all is not None
    [source], _ = read_at_all
    assert source.issued is not None
