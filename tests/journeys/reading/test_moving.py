"""Moving through the article, and finding the way back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from postil.cli.main import run
from postil.tui.dialogs.frame.filter_list import FilterList
from postil.tui.startup.layout import GUTTER, page_room, panes_unasked, text_columns
from postil.tui.widgets.scrollbar import thumb
from tests.journeys.articles import HARBOUR
from tests.journeys.driving import LARGE, SMALL, Session, reading, shelf


def current(s: Session) -> str:
    """Return the words of the current paragraph."""
    return s.page.article.blocks[s.page.current].text


DIGEST = Path(__file__).parents[3] / "articles" / "korean-drama-across-a-closed-border.txt"


async def test_lines_pages_and_counts(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("j", "j")
        assert s.page.top == 2
        await s.press("5", "j")
        assert s.page.top == 7
        await s.press("3", "k")
        assert s.page.top == 4
        await s.press("1", "0", "down")
        assert s.page.top == 14
        await s.press("g")
        assert s.page.top == 0
        room = s.page.viewport.rows_on_screen
        await s.press("space")
        assert s.page.top == room - 1
        await s.press("b")
        assert s.page.top == 0
        await s.press("ctrl+d")
        assert s.page.top == room // 2
        await s.press("ctrl+u")
        assert s.page.top == 0
        await s.press("G")
        assert current(s).startswith("The pier is in use")
        assert "the end" in s.status()
        await s.press("4", "G")
        assert current(s).startswith("Boats lay")


async def test_where_nothing_scrolls_the_current_paragraph_moves(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("One thing.\n\nAnother thing.\n\nA third thing.\n", "utf-8")
    async with reading(path) as s:
        await s.press("j")
        assert current(s) == "Another thing."
        await s.press("2", "j")
        assert current(s) == "A third thing."
        await s.press("k", "k", "k")
        assert current(s) == "One thing."


async def test_sections_and_paragraphs(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]")
        assert current(s) == "The First Winter"
        await s.press("}", "}")
        assert current(s).startswith("“Nobody")
        await s.press("[")
        assert current(s) == "The First Winter"
        await s.press("2", "]")
        assert current(s) == "What Came of It"
        await s.press("[")
        assert current(s) == "The Second Winter"
        await s.press("9", "]")
        assert current(s) == "What Remains"
        await s.press("{")
        assert current(s).startswith("Visitors")
        row = s.page.viewport.row_on_screen(s.page.article.starts[s.page.current])
        assert 0 <= row < s.page.viewport.rows_on_screen


async def test_where_no_section_or_paragraph_follows_it_says_so_and_stays(harbour: Path) -> None:
    async with reading(harbour) as s:
        for way, key, said in (
            ("9]", "]", "No section after this one."),
            ("}", "]", "No section after this one."),
            ("9}", "}", "No paragraph after this one."),
            ("g", "[", "No section before this one."),
            ("g", "{", "No paragraph before this one."),
        ):
            await s.press(*way)
            place = s.page.paragraph.here()
            await s.press(key)
            assert (s.said, s.page.paragraph.here()) == (said, place)
    path = harbour.with_name("plain.txt")
    path.write_text("One thing.\n", "utf-8")
    async with reading(path) as s:
        await s.press("]")
        assert s.said in {"This article has no sections.", "No section after this one."}


async def test_a_prefix_waits_and_swallows_the_next_key(harbour: Path) -> None:
    async with reading(harbour) as s:
        for prefix, wrong in (("M", "5"), ("'", "?"), ("M", "escape")):
            await s.press(prefix)
            assert f" {prefix}…" in s.seen()
            await s.press(wrong)
            assert f" {prefix}…" not in s.seen()
            assert s.dialog == "ReaderScreen"
        await s.press("5")
        assert " 5…" in s.seen()
        await s.press("a")
        assert s.dialog == "ReaderScreen", "a count stands before a motion only"
        await s.press("5", "escape", "j")
        assert s.page.top == 1
        await s.press("v", "i", "a")
        assert s.dialog == "ReaderScreen"
        assert s.chosen


async def test_esc_leaves_one_thing_after_the_other(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.find("bread")
        await s.press("v", "1")
        note = s.only().id
        assert s.page.marks.note_now == note
        await s.press("v", "v", "l", "i")
        assert s.page.selection is not None
        assert s.page.keys.pending
        await s.press("escape")
        assert not s.page.keys.pending
        assert s.page.selection is not None
        await s.press("escape")
        assert s.page.selection is None
        await s.press("tab")
        assert s.page.marks.note_now == note
        await s.press("escape")
        assert s.page.marks.note_now == ""
        assert s.page.overlays.matches is not None
        await s.press("escape")
        assert s.page.overlays.matches is None
        await s.press("m", "escape")
        assert s.page.has_focus
        assert not s.reader.margin.display
        await s.press("o", "escape")
        assert s.page.has_focus
        assert not s.reader.outline.display
        await s.press("escape", "escape")
        assert s.app.is_running


async def test_jumps_lead_back_and_forward(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("H")
        assert s.said == "No jump to go back to."
        await s.press("j", "j")
        start = s.page.viewport.top_offset()
        await s.find("museum")
        found = s.page.viewport.top_offset()
        assert found != start
        await s.press("H")
        assert s.page.viewport.top_offset() == start
        await s.press("L")
        assert s.page.viewport.top_offset() == found
        await s.press("ctrl+o")
        assert s.page.viewport.top_offset() == start
        await s.press("alt+right")
        assert s.page.viewport.top_offset() == found
        await s.press("g", "]", "]", "H")
        assert s.top().startswith("The First Winter")
        await s.press("3", "H")
        assert s.page.viewport.top_offset() == start


async def test_marks_of_the_article_and_of_the_library(harbour: Path, linked: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "]", "M", "a")
        assert s.said.startswith("Mark a set")
        place = s.page.viewport.top_offset()
        await s.press("G", "M", "Z", "g")
        assert s.page.viewport.top_offset() == 0
        await s.press("'")
        assert "a Z" in s.seen()
        await s.press("a")
        assert s.page.viewport.top_offset() == place
        await s.press("'", "b")
        assert s.said == "Mark b: it is not set. M b sets it."
        await s.press("H")
        assert s.page.viewport.top_offset() == 0
    async with reading(harbour) as s:
        await s.press("g", "'")
        assert "a Z" in s.seen(), "marks are known after a restart"
        await s.press("a")
        assert s.page.viewport.top_offset() == place
    async with reading(linked) as s:
        await s.press("'", "a")
        assert "Mark a:" in s.said
        await s.press("'", "Z")
        await s.until(lambda: s.reader.path == harbour, "the other article")
        await s.until(lambda: "the end" in s.status(), "its end")
        await s.settle()
        await s.press("H")
        assert s.reader.path == linked
        await s.press("H")
        assert s.said == "No jump to go back to."
        await s.press("L")
        assert s.reader.path == harbour


async def test_coming_back_makes_the_same_paragraph_current(harbour: Path) -> None:
    """Whatever leads back: a jump, a mark, leaving the find bar, opening the article again."""
    async with reading(harbour) as s:
        await s.press("3", "j", "}", "}", "}", "}")
        place, words = s.page.paragraph.here(), current(s)
        assert s.page.top != 0
        assert s.page.current > s.page.viewport.visible_blocks()[0] + 1
        await s.press("M", "a", "M", "Z", "G", "H")
        assert (s.page.paragraph.here(), current(s)) == (place, words)
        await s.press("L")
        assert current(s) != words
        for letter in "aZ":
            await s.press("g", "'", letter)
            assert (s.page.paragraph.here(), current(s)) == (place, words)
        await s.press("/")
        await s.type("museum")
        assert current(s) != words
        await s.press("escape")
        assert (s.page.paragraph.here(), current(s)) == (place, words)
        await s.press("q")
    for size in (SMALL, (80, 30), LARGE):
        async with reading(harbour, size) as s:
            assert current(s) == words
            await s.press("y")
            assert s.clipboard == words
    async with reading(harbour) as s:
        await s.press("g", "'", "a")
        assert (s.page.paragraph.here(), current(s)) == (place, words)


async def test_with_the_whole_article_in_sight_the_paragraph_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("One thing.\n\nAnother thing.\n\nA third thing.\n", "utf-8")
    async with reading(path) as s:
        await s.press("}", "}", "q")
    async with reading(path) as s:
        assert current(s) == "A third thing."


async def test_a_footnote_opens_in_place_and_an_address_asks_first(linked: Path) -> None:
    async with reading(linked) as s:
        await s.press("f")
        assert "a letter opens its link" in s.seen()
        await s.press("a")
        assert s.dialog == "TextPopup"
        assert "Each took a winter to build." in s.seen()
        await s.press("q")
        await s.press("f", "b")
        assert s.dialog == "Confirm"
        assert "https://example.org/register" in s.seen()
        await s.press("escape")
        assert s.app.visited == []
        await s.press("f", "b", "enter")
        await s.until(lambda: s.app.visited, "the address")
        assert s.app.visited == ["https://example.org/register"]
        await s.press("f", "c")
        assert current(s) == "Crews"
        await s.press("H")
        await s.click("[larch]")
        assert s.dialog == "TextPopup", "a click on it opens it too"


async def test_the_letters_of_links_leave_their_words_whole(linked: Path) -> None:
    async with reading(linked) as s:
        await s.press("f")
        assert "See thebregister for" in s.seen()


async def test_without_links_f_says_so(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("f")
        assert s.said == "No link or footnote is on this screen."
        assert not s.page.keys.pending, "there is nothing to wait for"


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_the_outline_is_filtered_and_jumped_from(
    harbour: Path, size: tuple[int, int]
) -> None:
    async with reading(harbour, size) as s:
        assert s.reader.outline.display == (size == LARGE)
        await s.press("o")
        assert s.reader.outline.filtering
        await s.type("second")
        assert [entry.title for entry in s.reader.outline.list.entries] == ["The Second Winter"]
        await s.press("enter")
        assert s.page.has_focus
        assert current(s) == "The Second Winter"
        assert s.reader.outline.display == (size == LARGE)
        await s.press("H")
        assert s.page.viewport.top_offset() == 0
        if size == LARGE:
            await s.press("o")
            assert not s.reader.outline.display
        await s.press("o", "down", "down", "enter")
        assert current(s) == "The Second Winter"
        if size == LARGE:
            await s.press("o")
        await s.press("o")
        await s.type("zzz")
        assert "no section matches" in s.seen()
        await s.press("enter", "escape")
        assert s.page.has_focus


async def test_o_in_the_page_hides_an_outline_that_stands_beside_it(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await s.press("o", "escape")
        assert s.reader.outline.display
        await s.press("o")
        assert not s.reader.outline.display
        await s.press("o")
        assert s.reader.outline.display
        assert s.reader.outline.filtering


async def test_the_same_words_stay_through_every_change_of_width(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "]", "]", "j", "j", "j")
        first = s.page.viewport.top_offset()
        for width, height in ((120, 30), (44, 16), (80, 24)):
            await s.resize(width, height)
            block, row = s.page.viewport.position_of(first)
            assert s.page.viewport.row_on_screen(first) == 0, (width, block, row)
        for key in "+++----=":
            await s.press(key)
            assert s.page.viewport.row_on_screen(first) == 0, key
        assert s.page.viewport.measure == 72


async def test_the_look_is_kept(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await s.press("-", "-", "D")
        assert s.page.viewport.measure == 68
        assert s.app.theme == "postil-light"
    async with reading(harbour, LARGE) as s:
        assert s.page.viewport.measure == 68
        assert s.app.theme == "postil-light"
        await s.press("=", "D")
    async with reading(harbour, LARGE) as s:
        assert s.page.viewport.measure == 72
        assert s.app.theme == "postil-dark"


async def test_it_opens_at_the_words_where_it_was_left(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "]", "j")
        place = s.page.viewport.top_offset()
        assert place
        await s.press("q")
        assert s.app.return_value == 0
    async with reading(harbour, (60, 20)) as s:
        assert s.page.viewport.row_on_screen(place) == 0
    async with reading(harbour, LARGE) as s:
        assert 0 <= s.page.viewport.row_on_screen(place) < s.page.viewport.rows_on_screen


async def test_a_place_is_kept_even_when_the_app_is_killed(harbour: Path) -> None:
    async with reading(harbour) as s:
        await s.press("]", "]")
        place = s.page.viewport.top_offset()
        s.reader.parts.position.keep()
        await s.until(lambda: not any(w.is_running for w in s.app.workers if w.group == "place"))
    async with reading(harbour) as s:
        assert s.page.viewport.top_offset() == place


async def test_standard_input_is_read_and_known_again(tmp_path: Path) -> None:
    data = HARBOUR.encode()
    async with reading(None, data=data) as s:
        await s.choose("three pilots")
        await s.press("1", "]", "]", "q")
    async with reading(None, data=data) as s:
        assert len(s.page.marks.highlights) == 1
        assert s.page.viewport.top_offset() > 0
        await s.press("M", "A")
        assert "mark" in s.said


async def test_an_article_opens_where_another_machine_left_it(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(harbour) as s:
        await s.press("space", "q")
        left = s.top()
    monkeypatch.setenv("POSTIL_STATE", str(tmp_path / "laptop"))
    async with reading(harbour) as s:
        assert s.top() == left
        await s.press("g", "M", "a")
        assert s.page.viewport.top_offset() == 0
        await s.press("q")
    async with reading(harbour) as s:
        assert s.page.viewport.top_offset() == 0


async def test_the_help_tells_of_a_key_and_the_palette_does_what_it_does(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        await s.press("?")
        assert s.dialog == "HelpScreen"
        await s.type("wider")
        assert "A wider measure" in s.seen()
        await s.press("escape")
        await s.press(":")
        assert s.dialog == "Palette"
        await s.type("wider")
        await s.until(lambda: "Wider" in s.seen(), "the command")
        await s.press("enter")
        await s.until(lambda: s.page.viewport.measure == 74, "the page set wider")
        assert s.said == "74 columns"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("measure", ["Wider", "Narrower", "Usual width"]),
        ("theme", ["Light or dark"]),
        ("leave the art", ["Leave the article"]),
        ("nxtmt", ["Next match"]),
    ],
)
async def test_the_palette_knows_everyday_words(
    harbour: Path, typed: str, found: list[str]
) -> None:
    async with reading(harbour) as s:
        await s.press(":")
        await s.type(typed)
        shown = [row.cells[0] for row in s.app.screen.query_one(FilterList).shown]
        assert sorted(shown) == sorted(found)


async def test_what_was_said_in_passing_goes_with_the_screen_and_with_the_page(
    harbour: Path,
) -> None:
    async with shelf(harbour.parent) as s:
        await s.press("enter")
        await s.until(
            lambda: s.dialog == "ReaderScreen" and s.reader.stage.open_article is not None,
            "the article",
        )
        await s.settle()
        for leave in (["j"], ["?"], ["escape", "y", "B"], ["escape", "y", "q"]):
            await s.press("y", *leave)
            await s.until(lambda: not s.app._notifications, f"silence after {leave}")


async def test_an_outline_below_the_page_shows_its_titles_whole(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    title = "What the pilots said when the harbour froze"
    path.write_text(f"# Ice\n\nOne.\n\n## {title}\n\nTwo.\n", "utf-8")
    async with reading(path) as s:
        await s.press("o")
        assert title in s.seen()
        assert s.reader.outline.region.height == 4, "two titles, the filter and a rule"


async def test_the_rail_follows_the_page_and_the_page_the_rail(harbour: Path) -> None:
    async with reading(harbour, SMALL) as s:
        rail, page = s.reader.scrollbar, s.page
        hidden = page.viewport.typeset.height - page.viewport.rows_on_screen
        await s.press("G")
        drawn = thumb(rail.view, rail.size.height)
        assert drawn is not None
        assert drawn[1] == rail.size.height * 8
        await s.press("g")
        assert rail.view.top == 0
        # A click below the thumb turns the page, one above it turns back.
        bottom = rail.size.height - 1
        await s.pilot.click(rail, offset=(0, bottom))
        await s.settle()
        assert page.top == page.viewport.rows_on_screen - 1
        await s.pilot.click(rail, offset=(0, 0))
        await s.settle()
        assert page.top == 0
        # The thumb can be taken to the end, and beyond it, and back.
        await s.pilot.mouse_down(rail, offset=(0, 0))
        await s.pilot.hover(rail, offset=(0, bottom))
        await s.settle()
        assert page.top == hidden
        await s.pilot.hover(rail, offset=(0, 0))
        await s.settle()
        assert page.top == 0
        await s.pilot.mouse_up(rail, offset=(0, 0))
        await s.pilot.hover(rail, offset=(0, bottom))
        await s.settle()
        assert page.top == 0


async def test_the_bar_counts_the_rows_of_the_outline_and_names_them_as_the_command_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["outline", str(DIGEST)]) == 0
    listed = [re.split(r"\s{2,}", line.strip()) for line in capsys.readouterr().out.splitlines()]
    assert listed[-1][1] == "End matter"
    async with reading(DIGEST, LARGE) as s:
        for keys, number in (([], 0), (["]", "]"], 2), (["G", "5", "}"], len(listed) - 1)):
            await s.press(*keys)
            assert s.status().startswith(f"{number + 1}/{len(listed)} {listed[number][1]}")
            assert len(s.reader.outline.list.entries) == len(listed)
            assert listed[number][1] in s.seen()


async def test_long_titles_widen_the_outline_and_move_no_word(tmp_path: Path) -> None:
    path = tmp_path / "titles.md"
    title = "What the Dramas Do to Those Who Watch"
    path.write_text(f"# {title}\n\nSome words.\n\n# Short\n\nOther words.\n", "utf-8")
    async with reading(path, LARGE) as s:
        outline, page = s.reader.outline, s.page
        assert outline.size.width > 30
        assert f"{title[:30]}" in s.seen()
        at = page.region.x + page.viewport.left
        beside = panes_unasked(LARGE[0])
        width, _ = page_room(*LARGE, beside)
        first = beside[0] + text_columns(width, page.viewport.measure, beside)[0]
        assert at == first, "where the first page had it"
        measure = page.viewport.typeset.width
        for _ in range(12):
            await s.press("+")
        assert outline.outer_size.width == 30, "there is no blank to take any more"
        assert page.viewport.left == GUTTER
        await s.press("=")
        assert (page.region.x + page.viewport.left, page.viewport.typeset.width) == (at, measure)
        await s.resize(*SMALL)
        await s.press("o")
        assert outline.has_class("-below")
        width, _ = page_room(*SMALL, (0, 0))
        assert page.viewport.left == text_columns(width, page.viewport.measure)[0]


async def test_an_empty_margin_says_in_whole_words_how_notes_are_made(harbour: Path) -> None:
    async with reading(harbour, LARGE) as s:
        assert "No notes yet: v chooses words," in s.seen()
        assert "a writes a note on them." in s.seen()
