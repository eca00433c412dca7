"""Choosing a passage, to the character, by keys and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.model.span import Span
from tests.journeys.driving import Session, reading
from tests.journeys.harbour import FIRST, SECOND, SOURCE, THIRD


async def at_boats(s: Session) -> None:
    """Make the paragraph that begins with the boats current."""
    await s.press("]", "}")
    assert s.page.article.blocks[s.page.current].text.startswith("Boats")


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ("v", FIRST),
        ("v )", SECOND),
        ("v ) )", THIRD),
        ("v ) ) (", SECOND),
        ("V", f"{FIRST} {SECOND} {THIRD} {SOURCE}"),
        ("v v )", f"{FIRST} {SECOND}"),
        ("v v ) ) (", f"{FIRST} {SECOND}"),
        ("v v h", FIRST[:-1]),
        ("v v b", FIRST[:-5]),
        ("v v l l", f"{FIRST} T"),
        ("v v w", f"{FIRST} T"),
        ("v v e", f"{FIRST} The"),
        ("v v w e", f"{FIRST} The"),
        ("v v b b e", "Boats lay in the ice for nine"),
        ("v x w", FIRST[6:]),
        ("v x w w x b", "in the ice for nine w"),
        ("v x e", FIRST[4:]),
        ("v escape", ""),
    ],
)
async def test_keys_choose_to_the_character(harbour: Path, keys: str, chosen: str) -> None:
    async with reading(harbour) as s:
        await at_boats(s)
        await s.press(*keys.split())
        assert s.chosen == chosen


async def test_screen_lines_keep_the_cell_they_started_from(harbour: Path) -> None:
    async with reading(harbour) as s:
        await at_boats(s)
        await s.press("v", "v")
        head = s.selection.head
        cell = s.cell(head)
        await s.press("j")
        below = s.selection.head
        assert s.cell(below) == (cell[0], cell[1] + 1)
        assert s.chosen.startswith(FIRST + " The ferrymen")
        await s.press("down", "k", "up")
        assert s.selection.head == head


async def test_paragraphs_and_sections_are_taken_whole(harbour: Path) -> None:
    async with reading(harbour) as s:
        await at_boats(s)
        text = s.page.article.text
        await s.press("v", "v", "}")
        assert s.chosen.endswith(SOURCE)
        await s.press("}")
        assert s.chosen.endswith("1998]")
        assert s.chosen.count(SOURCE) == 2
        await s.press("]")
        assert s.chosen.endswith("paid nothing for soup.")
        await s.press("]")
        assert s.chosen.endswith("and the boats went out.")
        await s.press("G")
        assert s.chosen == text[text.index(FIRST) :].rstrip()
        await s.press("x", "g")
        assert s.chosen == text.rstrip()
        await s.press("escape")
        assert s.chosen == ""


async def test_back_over_the_anchor_and_forth_again(harbour: Path) -> None:
    async with reading(harbour) as s:
        await at_boats(s)
        await s.press(")", "v", ")", "v", "{", "{")
        text = s.page.article.text
        assert s.chosen.startswith("The First Winter")
        at = text.index(SECOND)
        assert s.selection.anchor == at
        await s.press("[")
        assert s.chosen.startswith("How the Harbour")


async def test_iq_takes_the_innermost_quotation(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.find("so still")
        await s.press("v", "i", "q")
        assert s.chosen.startswith("Nobody had seen")
        assert s.chosen.endswith("for half the town.")
        await s.press("escape", "escape")
        await s.find("floor of")
        await s.press("v")
        await s.press("i", "z")
        assert s.chosen.startswith("My father")
        await s.choose("glass")
        await s.press("i", "q")
        assert s.chosen == "a floor of glass"


async def test_iq_takes_the_quotation_of_the_match_and_then_a_wider_one(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.find("floor of")
        await s.press("v", "i", "q")
        assert s.chosen == "a floor of glass"
        await s.press("i", "q")
        assert s.chosen.startswith("Nobody had seen")
        assert s.chosen.endswith("for half the town.")
        whole = s.chosen
        await s.press("i", "q")
        assert s.chosen == whole
        assert s.said == "No wider quotation is around these words."


async def test_iq_in_reading_mode_takes_the_next_quotation_in_sight(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("G", "i")
        assert " i…" in s.seen()
        await s.press("q")
        assert s.app.is_running
        assert s.said == "No quotation is in sight."
        await s.press("g", "]", "}", "i", "q")
        assert s.chosen.startswith("Nobody had seen")
        assert s.page.viewport.in_sight(s.page.article.text.index("Nobody"))
        await s.press("escape", "}", "}", "i", "q")
        assert s.chosen.startswith("Nobody had seen"), "none follows on the screen"
        await s.press("escape", "i", "escape")
        assert s.chosen == ""


async def test_in_selecting_mode_every_prefix_swallows_the_next_key(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "}", "v")
        chosen = s.chosen
        await s.press("M", "escape", "'", "5")
        assert (s.chosen, s.notes(), s.dialog) == (chosen, [], "ReaderScreen")
        await s.press("M", "q", "'", "q")
        assert s.app.is_running
        assert s.said == "Mark q set; ' q comes back here."


async def test_a_selection_that_grows_stays_in_sight(harbour: Path) -> None:
    async with reading(harbour, (50, 12)) as s:
        await at_boats(s)
        await s.press("v", "v")
        for key in ("}", "}", "]", "j", "w", "]", "G"):
            await s.press(key)
            row = s.page.viewport.row_on_screen(s.selection.head)
            assert 0 <= row < s.page.viewport.rows_on_screen, key


async def test_a_drag_chooses_to_the_character(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.choose("sold bread from their decks to whoever dared")
        assert "1-5 mark" in s.seen()
        await s.press("l")
        assert s.chosen.endswith("dared")
        await s.press("l")
        assert s.chosen.endswith("dared t")


async def test_a_drag_backwards_and_over_paragraphs(harbour: Path) -> None:
    async with reading(harbour) as s:
        text = s.page.article.text
        start, end = text.index("confirm."), text.index("Boats") + 4
        await s.pilot.mouse_down(s.page, offset=s.cell(end))
        await s.pilot.hover(s.page, offset=s.cell(start))
        await s.pilot.mouse_up(s.page, offset=s.cell(start))
        await s.settle()
        assert s.chosen == "confirm.\n\nThe First Winter\n\nBoats"
        await s.click("An account")
        assert s.chosen == ""


async def test_two_clicks_choose_a_word_and_three_a_paragraph(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.click("ferrymen", 2)
        assert s.chosen == "ferrymen"
        await s.click("ferrymen", 3)
        assert s.chosen == f"{FIRST} {SECOND} {THIRD} {SOURCE}"


async def test_the_offers_of_the_bottom_line_can_be_clicked(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.choose("nine weeks")
        row = s.seen().splitlines()[-1]
        assert row.startswith(" Enter 1-5 mark  t tag  a note  c cite  y copy  s source")
        await s.pilot.click(s.reader.hint_line, offset=(row.index("copy") + 1, 0))
        await s.settle()
        assert s.clipboard == "nine weeks"
        assert s.chosen == ""


async def test_a_passage_is_chosen_under_wide_and_joined_letters(tmp_path: Path) -> None:
    path = tmp_path / "wide.txt"
    path.write_text("漢字の本 e\u0301te\u0301 👩‍👩‍👧 end of it.\n", "utf-8")
    async with reading(path) as s:
        text = s.page.article.text
        at = text.index("字")
        await s.drag(Span(at, at + 3))
        assert s.chosen == "字の本"
        await s.press("l", "l")
        assert s.chosen == "字の本 é"
        await s.press("e", "l", "l")
        assert s.chosen == "字の本 été 👩‍👩‍👧"
        await s.press("h")
        assert s.chosen == "字の本 été"


WITHOUT_BLANKS = {
    "ja": "毎朝、図書館へ行く。",
    "zh": "我们在图书馆等你。",
    "th": "เด็กสองคนถือตะกร้าใบหนึ่ง",
    "km": "ភាសាខ្មែរ។",
}


@pytest.mark.parametrize(
    ("script", "keys", "chosen"),
    [
        ("ja", "v x w w", "図書館へ行く。"),
        ("ja", "v x w w w", "へ行く。"),
        ("ja", "v x w w w b", "図書館へ行く。"),
        ("ja", "v x w w x b b", "図書館へ"),
        ("ja", "v x w w e", "館へ行く。"),
        ("zh", "v x w w", "图书馆等你。"),
        ("zh", "v x w w w w b", "等你。"),
        ("th", "v x w w w w", "ตะกร้าใบหนึ่ง"),
        ("th", "v x w w w w e e", "บหนึ่ง"),
        ("km", "v x w", "សាខ្មែរ។"),
    ],
)
async def test_keys_go_by_words_that_no_blank_parts(
    tmp_path: Path, script: str, keys: str, chosen: str
) -> None:
    path = tmp_path / "weir.md"
    path.write_text(f"# W\n\n{WITHOUT_BLANKS[script]}\n", "utf-8")
    async with reading(path) as s:
        await s.press("]", "}")
        assert s.page.article.blocks[s.page.current].text == WITHOUT_BLANKS[script]
        await s.press(*keys.split())
        assert s.chosen == chosen
