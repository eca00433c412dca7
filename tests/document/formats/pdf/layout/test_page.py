"""Layout of pages, from fragments at places; no PDF is read here."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from postil.document.formats.pdf.layout.columns import columns
from postil.document.formats.pdf.layout.joining import joint
from postil.document.formats.pdf.layout.lines import Line, lines
from postil.document.formats.pdf.layout.margins import Margins
from postil.document.formats.pdf.layout.measures import Measures
from postil.document.formats.pdf.layout.notes import page_notes, references
from postil.document.formats.pdf.layout.paragraphs import units
from postil.document.formats.pdf.layout.units import Unit, UnitKind
from postil.document.formats.pdf.process.wire import BOLD, FIXED, RAISED, Fragment, Run, Sheet

MEASURES = Measures(10.0, fixed=False, bold=False)
WIDE = "A line of words that goes from the one edge to the other."


def fragment(
    text: str, x: float, y: float, size: float = 10, wide: float = 0, style: int = 0
) -> Fragment:
    runs = [Run(0, len(text), style)] if style else []
    return Fragment(text, x, x + (wide or 0.5 * size * len(text)), y, size, runs)


def column(x: float, y: float, *texts: str, step: float = 12, wide: float = 0) -> list[Fragment]:
    return [fragment(text, x, y - step * at, wide=wide) for at, text in enumerate(texts)]


def laid_out(fragments: Sequence[Fragment]) -> list[Unit]:
    return [unit for part in columns(fragments) for unit in units(lines(part), MEASURES)]


def kinds(found: Sequence[Unit]) -> list[tuple[str, str]]:
    return [(unit.kind.value, unit.text) for unit in found]


def test_columns_are_read_one_after_the_other_in_whatever_order_they_were_drawn() -> None:
    left = [f"left line {at} with some words of it" for at in range(6)]
    right = [f"right line {at} with some words of it" for at in range(6)]
    drawn = column(50, 700, *left, wide=200) + column(300, 700, *right, wide=200)
    assert [unit.text for unit in laid_out(drawn[::-1])] == [" ".join(left), " ".join(right)]


def test_what_stands_over_both_columns_parts_them() -> None:
    def both(y: float, name: str) -> list[Fragment]:
        words = [f"{name} {at} with some words of it" for at in range(4)]
        return column(50, y, *words, wide=200) + column(300, y, *(f"R{w}" for w in words), wide=200)

    drawn = [*both(700, "upper"), fragment(WIDE, 50, 630, wide=450), *both(600, "lower")]
    texts = [unit.text[:6] for unit in laid_out(drawn)]
    assert texts == ["upper ", "Rupper", "A line", "lower ", "Rlower"]


def test_the_short_last_line_of_a_wide_paragraph_belongs_to_it() -> None:
    wide = [fragment(WIDE, 50, 700, wide=450), fragment("and ends here.", 50, 688)]
    left = column(50, 650, *(f"left {at} with some words of it" for at in range(5)), wide=200)
    right = column(300, 650, *(f"right {at} with some words of it" for at in range(5)), wide=200)
    assert [len(unit.lines) for unit in laid_out([*wide, *left, *right])] == [2, 5, 5]


def test_cells_of_a_table_are_no_columns() -> None:
    rows = [("Orvane", "12", "7"), ("Tessel", "9", "11"), ("Harl", "3", "25"), ("Ill", "8", "1")]
    drawn = [
        fragment(cell, 50 + 100 * place, 700 - 12 * at)
        for at, row in enumerate(rows)
        for place, cell in enumerate(row)
    ]
    (table,) = laid_out(drawn)
    assert table.kind is UnitKind.TABLE
    assert [tuple(row) for row in table.rows] == rows


def test_paragraphs_end_at_gaps_at_indents_and_at_short_lines() -> None:
    drawn = [
        *column(50, 700, WIDE, WIDE, "which ends early.", WIDE, wide=0),
        *column(50, 640, WIDE),
        fragment(WIDE, 62, 628),
        *column(50, 616, WIDE),
    ]
    texts = [len(unit.lines) for unit in laid_out(drawn)]
    assert texts == [3, 1, 1, 2]


def test_items_of_a_list_hang_together() -> None:
    drawn = [
        fragment(f"• {WIDE}", 50, 700),
        fragment(WIDE, 60, 688),
        fragment("• Another item.", 50, 676),
    ]
    assert [(unit.marker, len(unit.lines)) for unit in laid_out(drawn)] == [("•", 2), ("•", 1)]


def test_letters_of_one_width_are_code_line_by_line() -> None:
    drawn = [
        *column(50, 700, WIDE),
        fragment("for x in y:", 60, 670, style=FIXED),
        fragment("    print(x)", 60, 658, style=FIXED),
    ]
    assert [unit.kind for unit in laid_out(drawn)] == [UnitKind.PARAGRAPH, UnitKind.CODE]


def test_short_lines_without_gaps_are_verse_and_those_amid_sentences_are_not() -> None:
    verse = column(50, 600, "The tide goes out", "And comes again", "And no one asks")
    prose = column(50, 600, "The tide goes out", "and comes again as", "it has done before")
    head = column(50, 700, WIDE, WIDE)
    assert [unit.kind for unit in laid_out([*head, *verse])][1:] == [UnitKind.VERSE]
    assert [unit.kind for unit in laid_out([*head, *prose])][1:] == [UnitKind.PARAGRAPH]


@pytest.mark.parametrize(
    ("before", "after", "known", "joined"),
    [
        ("the differ-", "ence", set(), "the difference"),
        ("the well-", "known", {"well-known"}, "the well-known"),
        ("a self-", "made man", set(), "a self-made man"),
        ("the mid-", "Atlantic", set(), "the mid-Atlantic"),
        ("pages 12-", "14", set(), "pages 12-14"),
        ("何も言わ", "ずに浜へ", set(), "何も言わずに浜へ"),
        ("one line", "and another", set(), "one line and another"),
    ],
)
def test_lines_are_joined_as_they_were_written(
    before: str, after: str, known: set[str], joined: str
) -> None:
    cut, between = joint(before, after, known)
    assert before[: len(before) - cut] + between + after == joined


def test_korean_words_are_parted_where_a_blank_was_drawn() -> None:
    assert joint("소리를 공책", "에 적었다.", parted=False) == (0, "")
    assert joint("두 번", "오르고", parted=True) == (0, " ")


def pages(*texts: tuple[str, str, str]) -> dict[int, Sheet]:
    """Return pages with a line at the head, a body, and a line at the foot."""
    return {
        at: Sheet(
            at,
            600,
            800,
            [
                fragment(head, 50, 770, 9),
                *column(50, 700, f"body of page {at}", WIDE, WIDE),
                fragment(foot, 300, 40, 9),
            ],
        )
        for at, (head, _, foot) in enumerate(texts)
    }


def kept(sheets: dict[int, Sheet], at: int, label: str) -> list[str]:
    body, _ = Margins().body(sheets[at], sheets, label)
    return [one.text for one in body]


def test_heads_of_both_pages_of_a_spread_and_numbers_go() -> None:
    sheets = pages(*[("A Keeper" if at % 2 else "The Book", "", str(at + 1)) for at in range(5)])
    assert kept(sheets, 2, "3") == ["body of page 2", WIDE, WIDE]


def test_a_line_that_stands_on_one_page_alone_stays() -> None:
    sheets = pages(("The Book", "", "1"), ("A dedication", "", "2"), ("The Book", "", "3"))
    assert "A dedication" in kept(sheets, 1, "2")


def test_a_number_in_the_text_is_no_page_number() -> None:
    sheets = pages(("The Book", "", "1912"))
    assert "1912" in kept(sheets, 0, "1")


def test_numbers_that_no_label_gives_are_told_by_those_of_other_pages() -> None:
    sheets = pages(*[(f"{at + 14} A Keeper" if at % 2 else "", "", "") for at in range(5)])
    fragments = [*column(50, 700, WIDE, WIDE), fragment("16", 300, 60, 9)]
    sheets[2] = sheets[2]._replace(fragments=fragments)
    assert kept(sheets, 2, "3") == [WIDE, WIDE]


def test_a_heading_whose_number_is_that_of_its_page_stays() -> None:
    sheets = pages(*[("The Book", "", str(at + 1)) for at in range(5)])
    heading = fragment("3 Methods", 50, 745, 10)
    fragments = [heading, *column(50, 700, WIDE, WIDE), fragment("3", 300, 40, 9)]
    sheets[2] = sheets[2]._replace(fragments=fragments)
    assert kept(sheets, 2, "3") == ["3 Methods", WIDE, WIDE]


def headed(**headings: str) -> dict[int, Sheet]:
    """Return pages of text, some of which begin with a heading, ``p2`` the third."""
    sheets = {}
    for at in range(6):
        drawn = column(50, 700, *[f"{WIDE} {'abcdef'[at]}"] * 5)
        if title := headings.get(f"p{at}"):
            drawn = [fragment(title, 50, 700, 10, style=BOLD), *column(50, 676, WIDE, WIDE)]
        sheets[at] = Sheet(at, 600, 800, [*drawn, fragment(str(at + 1), 300, 40, 9)])
    return sheets


def test_headings_where_the_text_begins_stay_though_they_bear_the_numbers_of_pages() -> None:
    sheets = headed(p2="3 Results", p3="Results of others")
    assert kept(sheets, 2, "3") == ["3 Results", WIDE, WIDE]
    both = headed(p2="3 Results", p4="5 What follows")
    assert kept(both, 2, "3")[0] == "3 Results"
    assert kept(both, 4, "5")[0] == "5 What follows"


def test_heads_of_short_chapters_with_the_numbers_of_pages_go() -> None:
    heads = ["2 Roads", "3 Rivers", "4 Wells", "5 Weirs", "6 Locks"]
    sheets = pages(*[(head, "", "") for head in heads])
    assert kept(sheets, 2, "4")[0] == "body of page 2"


def noted(*, raised: bool) -> list[Line]:
    body = Fragment("It was found.1 And lost.", 50, 200, 700, 10, [Run(13, 14, RAISED)])
    note = Fragment("1 See the report.", 50, 150, 60, 8, [Run(0, 1, RAISED)] if raised else [])
    return lines([body, note])


@pytest.mark.parametrize("raised", [True, False])
def test_small_lines_that_begin_with_a_mark_of_the_text_are_footnotes(raised: bool) -> None:
    found = page_notes([noted(raised=raised)], MEASURES, going_on=False)
    assert [(note.marker, note.lines[0].text[note.skip :]) for note in found.notes] == [
        ("1", "See the report.")
    ]
    assert [line.text for line in found.body[0]] == ["It was found.1 And lost."]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("found2", True),
        ("in 19122", True),
        ("E is mc2", True),
        ("a x2", False),
        ("10 of 102", False),
    ],
)
def test_a_power_is_no_mark_of_a_footnote(text: str, found: bool) -> None:
    size = len(text)
    line = Line([Fragment(text, 50, 200, 700, 10, [Run(size - 1, size, RAISED)])])
    assert bool(references(line)) is found


def test_small_lines_without_a_mark_stay_in_the_text() -> None:
    small = fragment("Printed in Orvane.", 50, 60, 8)
    found = page_notes([lines([*column(50, 700, WIDE), small])], MEASURES, going_on=False)
    assert not found.notes
    assert len(found.body[0]) == 2
