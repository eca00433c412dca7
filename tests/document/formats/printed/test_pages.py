"""Manual pages as ``man`` prints them: headings, options, lists and code, at any width."""

from __future__ import annotations

import pytest

from postil.document.pipeline import parse
from postil.model.article import Article, BlockKind, InlineKind
from tests.document.formats.printed.pages import CODE, ITEMS, NAME, OPTIONS, PROSE, page

WIDTHS = [40, 60, 72, 80, 100, 132, 200]
STROKES = ["", "overstrike", "sgr"]


def read(text: str, name: str = "standard input") -> Article:
    return list(parse(text.encode(), name))[-1]


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("strike", STROKES)
def test_a_page_is_read_alike_at_any_width_and_with_any_strokes(width: int, strike: str) -> None:
    found = read(page(width, strike))
    assert [(block.level, block.text) for block in found.blocks if block.kind == "heading"] == [
        (1, "NAME"),
        (1, "SYNOPSIS"),
        (1, "DESCRIPTION"),
        (2, "How ships are written down"),
        (1, "OPTIONS"),
        (1, "EXAMPLE"),
    ]
    texts = [block.text for block in found.blocks]
    assert texts[1] == NAME
    assert " ".join(PROSE.split()) in texts
    terms = [one for pair in OPTIONS for one in pair]
    first = texts.index(terms[0])
    assert texts[first : first + len(terms)] == terms
    kinds = {block.kind for block in found.blocks[first + 1 : first + len(terms) : 2]}
    assert kinds == {BlockKind.LIST_ITEM}
    listed = [block for block in found.blocks if block.marker]
    assert [(block.marker, block.text) for block in listed] == [("•", item) for item in ITEMS]
    code = found.blocks[-1]
    assert (code.kind, code.text) == (BlockKind.CODE, CODE)
    assert "LAMP(1)" not in found.text
    assert found.metadata.title == "lamp(1)"
    assert not set("\b\x1b") & set(found.text)


@pytest.mark.parametrize("strike", STROKES[1:])
def test_strokes_are_set_apart_as_bold_and_underlined(strike: str) -> None:
    found = read(page(80, strike))
    [synopsis] = [block for block in found.blocks if block.text.startswith("lamp [")]
    said = [(one.kind, synopsis.text[one.start : one.end]) for one in synopsis.inlines]
    assert said == [
        (InlineKind.STRONG, "lamp"),
        (InlineKind.STRONG, "-q"),
        (InlineKind.EMPHASIS, "barrels"),
    ]
    assert not any(block.inlines for block in found.blocks if block.kind is BlockKind.HEADING)


def test_a_page_whose_title_is_covered_is_known_by_its_heading() -> None:
    lines = page(60).split("\n")
    found = read("\n".join(["LAMPUser Manual of the HarbourLAMP(1)", *lines[1:]]))
    assert found.blocks[0].text == "NAME"
    assert "User Manual" not in found.text


def test_the_pages_of_a_printed_manual_are_one_text() -> None:
    lines = page(72).split("\n")
    at = next(at for at, line in enumerate(lines) if "passes" in line or "weather" in line) + 1
    broken = [*lines[:at], "", "", lines[-2], "", "", lines[0], "", "", *lines[at:]]
    assert read("\n".join(broken)).text == read(page(72)).text


def test_hyphens_of_parted_words_are_taken_out_and_others_stay() -> None:
    text = page(72).replace("EXAMPLE\n", "NOTES\n       The har‐\n       bour has well-\n"
                            "       known lamps.\n\nEXAMPLE\n")  # fmt: skip
    assert "The harbour has well-known lamps." in read(text).text


def test_lines_of_the_file_are_known() -> None:
    text = page(72)
    found = read(text)
    at = found.text.index("Wait for the wick")
    assert "Wait" in text.split("\n")[found.line_at(at) - 1]


def test_a_long_heading_goes_on_below_the_edge_of_a_narrow_page() -> None:
    text = page(40).replace(
        "EXAMPLE\n",
        "   How the harbour keeps its own lamps\n       alight\n       Now.\n\nEXAMPLE\n",
    )
    found = read(text)
    assert "How the harbour keeps its own lamps alight" in [block.text for block in found.blocks]


def test_other_texts_with_strokes_are_read_as_plain_text() -> None:
    bold = "".join(f"{sign}\b{sign}" for sign in "keeper")
    under = "".join(f"_\b{sign}" for sign in "lamp")
    text = f"The {bold} of the {under} wrote down each ship that passed with the\n"
    text += f"weather and the hour, and no {bold} has\nmissed one since.\n"
    [block] = read(text).blocks
    assert block.text.startswith("The keeper of the lamp wrote down each ship")
    said = [(one.kind, block.text[one.start : one.end]) for one in block.inlines]
    assert said == [
        (InlineKind.STRONG, "keeper"),
        (InlineKind.EMPHASIS, "lamp"),
        (InlineKind.STRONG, "keeper"),
    ]


def test_the_first_screenful_of_a_long_page_begins_the_whole() -> None:
    long = "\n".join([*page(80).split("\n")[:-2], ""])
    for at in range(1600):
        long += f"\nPART {at}\n       The keeper of part {at} tends it.\n\n       -q     No.\n"
    first, whole = parse(long.encode(), "standard input")
    assert not first.complete
    assert len(first.blocks) > 100
    assert whole.blocks[: len(first.blocks)] == first.blocks


@pytest.mark.parametrize("strike", STROKES)
def test_a_page_without_a_head_is_known_by_its_headings(strike: str) -> None:
    cut = "\n".join(page(80, strike).split("\n")[2:-2])
    found = read(cut)
    assert [block.text for block in found.blocks if block.kind is BlockKind.HEADING][0::4] == [
        "NAME",
        "OPTIONS",
    ]
    assert found.metadata.title == ""


def test_headings_may_be_numbered_and_stand_below_headings() -> None:
    text = page(80).replace("EXAMPLE\n", "1. THE Lamp\n       It burns.\n\nEXAMPLE\n")
    for at in range(9):
        text += f"\nPART {at}\n   The lamp of part {at}\n       It is tended by one keeper.\n"
    found = [(one.level, one.text) for one in read(text).blocks if one.kind == "heading"]
    assert (1, "1. THE Lamp") in found
    assert found[-2:] == [(1, "PART 8"), (2, "The lamp of part 8")]
