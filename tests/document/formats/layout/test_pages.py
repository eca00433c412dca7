"""Texts of pages: what stands at their edges goes, sentences go on, and no text is lost."""

from __future__ import annotations

import re
from textwrap import wrap

import pytest

from postil.model.article import BlockKind
from tests.document.articles import article, blocks
from tests.document.formats.layout.test_line_layout import paragraphs

LINES = 50
"""Of the text on a page."""


def paged(text: list[str], top: str = "", foot: str = "", between: str = "\f") -> str:
    """Set paragraphs on pages; in ``top`` and ``foot`` stands ``{at}`` for the page's number."""
    lines = [line for one in text for line in [*wrap(one, 68, break_on_hyphens=False), ""]]
    pages = [lines[at : at + LINES] for at in range(0, len(lines), LINES)]
    parts = []
    for at, page in enumerate(pages, 1):
        head = [top.format(at=at), "", ""] if top and at > 1 else []
        end = ["", "", foot.format(at=at)] if foot else []
        fill = [""] * (LINES - len(page))
        parts.append("\n".join([*head, *page, *fill, *end]))
    return f"\n{between}".join(parts) + "\n"


def one_sentence(paragraph: str) -> str:
    """Return the words of a paragraph as one sentence, so that no page ends behind another."""
    return re.sub(r"[^\w ]", "", paragraph).capitalize() + "."


TEXT = [one_sentence(one) for one in paragraphs(21, 60)]
TOPS = ["", "Lamps and Their Oil", "Lamps           Their Oil           March 2019", "{at}   LAMPS"]
FEET = [
    *("", "{at}", "- {at} -", "Page {at} of 9"),
    *("Keeper          Draft          [Page {at}]", "（{at}）"),
]


@pytest.mark.parametrize("top", TOPS)
@pytest.mark.parametrize("foot", FEET)
def test_pages_that_form_feeds_part_are_one_text(top: str, foot: str) -> None:
    found = blocks(paged(TEXT, top, foot))
    assert [block.text for block in found] == TEXT


@pytest.mark.parametrize("top", TOPS)
@pytest.mark.parametrize("foot", FEET[1:])
def test_pages_are_told_by_their_numbers_without_form_feeds(top: str, foot: str) -> None:
    found = blocks(paged(TEXT, top, foot, between="\n\n"))
    assert [block.text for block in found] == TEXT


def test_left_and_right_pages_have_heads_of_their_own() -> None:
    text = paged(TEXT, "{at}   LAMPS")
    for at in range(3, 30, 2):
        text = text.replace(f"\f{at}   LAMPS", f"\fOF OIL   {at}")
    assert [block.text for block in blocks(text)] == TEXT


def test_the_first_screenful_of_a_paged_text_begins_the_whole() -> None:
    from postil.document.pipeline import parse

    text = paged(paragraphs(22, 300), TOPS[2], FEET[4])
    first, whole = parse(text.encode(), "lamps.txt")
    assert not first.complete
    assert len(first.blocks) > 50
    assert whole.blocks[: len(first.blocks)] == first.blocks
    assert "[Page" not in whole.text
    assert "\f" not in whole.text


def test_lines_are_those_of_the_file() -> None:
    text = paged(TEXT, TOPS[2], FEET[4])
    found = article(text)
    for block in found.blocks[::7]:
        assert text.split("\n")[block.line - 1].strip() == block.text[: block.breaks[0] - 1].strip()


def test_chapters_that_form_feeds_part_keep_their_titles() -> None:
    chapters = [f"Chapter {at}\n\n" + "\n".join(wrap(TEXT[at], 68)) for at in range(1, 7)]
    found = blocks("\n\f\n".join(chapters))
    assert [one.text for one in found if one.kind is BlockKind.HEADING] == [
        f"Chapter {at}" for at in range(1, 7)
    ]


def test_a_refrain_stays_however_often_it_stands() -> None:
    stanza = "The night is dark, the sea is wide,\nand we who keep the lamps abide.\n\n{}\n"
    poem = "\n".join(stanza.format("Row on, row on.") for _ in range(9))
    assert article(poem).text.count("Row on, row on.") == 9
    counted = "\n".join(f"{at}\n\n" + stanza.format("Row on.") for at in range(1, 30))
    assert [str(at) in article(counted).text.split() for at in (1, 14, 29)] == [True] * 3


def test_the_heading_of_a_table_within_a_page_stays() -> None:
    rows = (
        "Ship          Barrels     Hour\n\nTern          4           9\nHeron         2         7\n"
    )
    text = "\n\n".join(["\n".join(wrap(one, 68)) + "\n\n" + rows for one in TEXT[:8]])
    assert article(text).text.count("Barrels") == 8


def test_numbers_of_sections_are_no_numbers_of_pages() -> None:
    text = "\n\n".join(f"{at}\n\n" + "\n".join(wrap(TEXT[at], 68)) for at in range(1, 40))
    lines = article(text).text.split("\n")
    assert all(str(at) in lines for at in range(1, 40))


def test_a_list_goes_on_over_the_end_of_a_page() -> None:
    text = "\n\n".join("\n".join(wrap(one, 68)) for one in TEXT[:12])
    broken = text + "\n\n- take the oil from the barrel that was filled first of all and\n\n\f\n"
    broken += "  carry it up to the lamp\n- light the lamp\n"
    found = blocks(broken)[-2:]
    assert [block.text for block in found] == [
        "take the oil from the barrel that was filled first of all and carry it up to the lamp",
        "light the lamp",
    ]


def test_a_page_that_ends_with_a_paragraph_parts_it_from_the_next() -> None:
    text = "\n\n".join("\n".join(wrap(one, 68)) for one in TEXT[:6])
    title = "see also, lamp, harbour\n\n\f\n\nlamps are tended by the people who keep them\n"
    found = blocks(f"{text}\n\n{title}")
    assert [block.text for block in found[-2:]] == [
        "see also, lamp, harbour",
        "lamps are tended by the people who keep them",
    ]


def test_numbers_that_part_sentences_are_those_of_pages_however_long_these_are() -> None:
    lines = [line for one in TEXT[:30] for line in [*wrap(one, 68, break_on_hyphens=False), ""]]
    pages = []
    at = 0
    for number, size in enumerate((31, 12, 44, 20, 37, 15, 50, 26), 1):
        end = at + size
        while lines[end - 1] == "" or lines[end] == "":
            end += 1
        pages.append("\n".join([*lines[at:end], "", str(number), ""]))
        at = end
    found = blocks("\n".join([*pages, "\n".join(lines[at:])]))
    assert [block.text for block in found] == TEXT[:30]


def test_numbers_of_stanzas_stay_whatever_letters_their_lines_begin_with() -> None:
    stanza = "{}\n\nthe night is dark and wide the sea we cross\nand we who keep the lamps\n"
    poem = "\n".join(stanza.format(at) for at in range(1, 20))
    assert [str(at) in article(poem).text.split() for at in (1, 9, 19)] == [True] * 3


@pytest.mark.parametrize("ends", ["", " ", "   "])
def test_blanks_that_nobody_sees_part_the_lines_of_pages_as_blank_ones_do(ends: str) -> None:
    text = paged(TEXT, TOPS[1], FEET[3])
    found = blocks(text.replace("\n", f"{ends}\n"))
    assert [block.text for block in found] == TEXT


def test_short_lines_above_a_line_of_blanks_are_read_where_form_feeds_part_pages() -> None:
    text = f"{TEXT[0]}\n\n   On this day,\nin the city of lamps.\n   \n\f\n{TEXT[1]}\n"
    assert "in the city of lamps." in article(text).text


@pytest.mark.parametrize(
    "top",
    [
        "Das Buch der Lampen{gap}Seite {at}",
        "Книга о маяке{gap}Стр. {at} из 9",
        "Lampboken{gap}Sida {at}",
        "灯塔日记{gap}第{at}页",
        "{gap}{at}쪽",
        "第{at}頁",
    ],
)
def test_heads_that_count_the_pages_go_in_any_language_without_form_feeds(top: str) -> None:
    running = top.replace("{gap}", " " * 30)
    found = blocks(paged(TEXT, top=running, foot="", between="\n\n"))
    assert [block.text for block in found] == TEXT


def test_a_foot_may_stand_right_above_the_head_of_the_next_page() -> None:
    lines = [line for one in TEXT for line in [*wrap(one, 68, break_on_hyphens=False), ""]]
    pages = [lines[at : at + LINES] for at in range(0, len(lines), LINES)]
    text = "\n".join(
        "\n".join(["Board of Lamps              Minutes 1921", "", *page, "", f"Page {at} of 9"])
        for at, page in enumerate(pages, 1)
    )
    first, *found = blocks(text)
    assert first.text.startswith("Board")
    assert [block.text for block in found] == TEXT


def test_a_sentence_that_some_pages_begin_with_is_none_of_their_heads() -> None:
    line = "Nobody came to see the lamp that night but the boy from the mill"
    pages = [f"{'They came' if at % 3 else line}\nand went again.\n\n{TEXT[at]}" for at in range(9)]
    assert "\n\f\n".join(pages).count(line) == article("\n\f\n".join(pages)).text.count(line)


def test_heads_count_the_pages_out_of_all_and_feet_stand_above_them() -> None:
    running = "Ordnung der Wehre" + " " * 30 + "{at}/9"
    found = blocks(paged(TEXT, running, "Internal paper", between="\n\n"))
    assert [block.text for block in found] == TEXT


def test_a_short_text_has_two_heads_in_turns() -> None:
    first, *pages = paged(TEXT[:26], "Rule of the Weirs").split("\f")
    pages[1::2] = [page.replace("Rule of the Weirs", "Second Chapter") for page in pages[1::2]]
    found = blocks("\f".join([first, *pages]))
    assert [block.text for block in found] == TEXT[:26]
