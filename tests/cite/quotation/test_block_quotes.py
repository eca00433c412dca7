from __future__ import annotations

import pytest

from postil.cite.quotation.block_quotes import set_in_style
from postil.cite.quotation.excerpts import Excerpt
from postil.cite.quotation.style_lengths import USUAL, rule_of
from postil.cite.styles.catalogue import find_style
from postil.csl import Format

CITED = "(Kim, 2015)"


def words(count: int) -> str:
    return " ".join(["word"] * (count - 1)) + " end."


def made(text: str, style: str = "apa", form: Format = "text", own: str | None = None) -> str:
    return set_in_style([Excerpt(text)], CITED, find_style(style), form, own)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ships left.", "“Ships left” (Kim, 2015)."),
        ("Ships left", "“Ships left” (Kim, 2015)"),
        ("Ships left,", "“Ships left” (Kim, 2015)"),
        ("Did ships leave?", "“Did ships leave?” (Kim, 2015)."),
        ("Ships left!", "“Ships left!” (Kim, 2015)."),
        ("Ships left …", "“Ships left …” (Kim, 2015)."),
        ("He said “ships left.”", "“He said ‘ships left’” (Kim, 2015)."),
        ("He said “ships left”.", "“He said ‘ships left’” (Kim, 2015)."),
        ("Ships left the U.S.", "“Ships left the U.S.” (Kim, 2015)."),
    ],
)
def test_the_stop_stands_behind_a_citation_in_the_text(text: str, expected: str) -> None:
    assert made(text) == expected
    assert made(text, "mla") == expected


def test_a_number_stands_behind_the_stop() -> None:
    assert made("Ships left.", "vancouver") == "“Ships left.” (Kim, 2015)"


def test_a_note_stands_by_itself() -> None:
    assert made("Ships left.", "chicago") == "“Ships left.”\n\n(Kim, 2015)"
    assert made(words(100), "chicago").endswith(" end.\n\n(Kim, 2015)")


def test_british_marks_are_single() -> None:
    assert made("He said “no”.", "mhra").startswith("‘He said “no”.’")


def test_an_ellipsis_stands_in_brackets_where_the_style_wants_them() -> None:
    pieces = [Excerpt("Fog … and rain."), Excerpt("Ships left.")]
    set_words = set_in_style(pieces, "", find_style("mhra"))
    assert set_words == "‘Fog … and rain. […] Ships left.’"
    assert made("Ships left the quay", "mhra", own="Ships … quay").startswith("‘Ships […] quay’")
    assert made("Ships left the quay", "mhra", own="Ships quay").startswith("‘Ships […] quay’")


@pytest.mark.parametrize(
    ("style", "longest"), [("apa", 39), ("harvard", 39), ("mhra", 40), ("chicago", 99)]
)
def test_a_block_begins_at_the_length_that_the_style_sets(style: str, longest: int) -> None:
    assert made(words(longest), style)[0] in "“‘"
    assert made(words(longest + 1), style).startswith("    word")


def test_lines_are_counted_for_mla() -> None:
    assert made("w" * 320, "mla").startswith("“")
    assert made("w" * 321, "mla").startswith("    w")
    assert made("One\ntwo\nthree", "mla").startswith("“")
    assert made("One\ntwo\nthree\nfour", "mla").startswith("    One\n    two")


def test_two_paragraphs_are_a_block_for_chicago_alone() -> None:
    assert made("Ships.\n\nFog.", "chicago").startswith("    Ships.\n\n    Fog.\n\n")
    assert made("“Ships.\n\n“Fog.", "apa") == "“Ships.\n\n“Fog” (Kim, 2015)."


def test_families_of_styles_share_their_rule() -> None:
    apart = find_style("apa")
    assert rule_of(find_style("apa-single-spaced")) == rule_of(apart)
    assert rule_of(find_style("chicago-author-date")) == rule_of(find_style("chicago"))
    assert rule_of(find_style("nature")) == USUAL


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("text", "    {} <b>, ‘said’ he “so.” (Kim, 2015)"),
        ("markdown", "> {} \\<b>, ‘said’ he “so.” (Kim, 2015)"),
        ("html", "<blockquote>\n<p>{} &lt;b&gt;, ‘said’ he “so.” (Kim, 2015)</p>\n</blockquote>"),
    ],
)
def test_a_block_has_no_marks_around_it_and_turns_none(form: Format, expected: str) -> None:
    long = "word " * 40
    text = f"{long}<b>, ‘said’ he “so.”"
    assert made(text, "apa", form) == expected.format(long.strip())


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("text", "“Ships.\n\n“A & b” (Kim, 2015)."),
        ("markdown", "“Ships.\n\n“A & b” (Kim, 2015)."),
        ("html", "<p>“Ships.</p>\n<p>“A &amp; b” (Kim, 2015).</p>"),
    ],
)
def test_paragraphs_are_run_in_as_each_format_has_them(form: Format, expected: str) -> None:
    assert made("“Ships.\n\n“A & b.", "apa", form) == expected


def test_pieces_of_a_block_keep_their_paragraphs() -> None:
    pieces = [Excerpt(words(60)), Excerpt(words(60))]
    block = set_in_style(pieces, CITED, find_style("apa"))
    assert "end. …\n\n    word" in block
    short = set_in_style([Excerpt("Ships."), Excerpt("Fog.")], CITED, find_style("apa"))
    assert short == "“Ships. … Fog” (Kim, 2015)."


def test_the_readers_wording_is_set() -> None:
    assert made("Ships left the quay.", own="ships left") == "“[s]hips left” (Kim, 2015)"
    # What is left of it is short, so it is no block.
    assert made(f"Fog was all. {words(60)}", own="Fog was all").startswith("“Fog was all")
