"""The list with a field above it."""

from __future__ import annotations

import pytest
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding

from postil.tui.dialogs.frame.choose_one import Choice, ChooseOne
from postil.tui.dialogs.frame.filter_list import FilterField, FilterList
from postil.tui.dialogs.frame.rows import Column, Row, RowList, with_ends
from tests.support.effort import at_most
from tests.tui.host import NARROW, NOTHING, WIDE, Host, asked, press, seen, segments, showing

HOSTILE = "[bold]x[/] [@click=app.quit]y[/]"
SECTIONS = [
    Choice("a", "Opening", "5 min"),
    Choice("b", "How the discs travel", "8 min"),
    Choice("c", HOSTILE, "[red]1 min"),
    Choice("d", "긴 제목 하나가 여기에 있습니다", ""),
]


def choose(count: int = 0) -> ChooseOne:
    rows = [Choice(str(n), f"Section {n}", "") for n in range(count)] or SECTIONS
    return ChooseOne("Which section?", rows)


async def test_enter_chooses_the_best_fit() -> None:
    async with showing(choose()) as (host, pilot):
        await press(pilot, "d", "i", "s", "enter")
        assert host.answer == "b"


async def test_arrows_move_while_the_field_keeps_the_focus() -> None:
    async with Host().run_test() as pilot:
        for keys, answer in (
            (["down"], "b"),
            (["ctrl+n", "ctrl+n"], "c"),
            (["down", "down", "up"], "b"),
            (["up"], "a"),
            (["pagedown", "pagedown"], "d"),
            (["pagedown", "pageup"], "a"),
            (["down", *"ope", "enter"], "a"),
        ):
            assert await asked(pilot, choose(), [*keys, "enter"]) == answer


async def test_escape_closes_without_an_answer() -> None:
    async with showing(choose()) as (host, pilot):
        await press(pilot, "x", "escape")
        assert host.answer is None


async def test_a_second_enter_does_not_close_what_is_beneath() -> None:
    async with showing(choose()) as (host, pilot):
        await press(pilot, "enter", "enter", "escape")
        assert host.answer == "a"
        assert len(host.screen_stack) == 1


async def test_enter_on_nothing_does_nothing() -> None:
    async with showing(choose()) as (host, pilot):
        await press(pilot, *"zzzz", "enter")
        assert host.answer is NOTHING
        assert "Nothing fits “zzzz”." in seen(host)


async def test_markup_is_shown_as_it_is() -> None:
    async with showing(choose()) as (host, pilot):
        await press(pilot, "x")
        assert HOSTILE in seen(host)
        assert "[red]1 min" in seen(host)


async def test_the_row_pointed_at_and_the_matched_letters_differ_without_colour() -> None:
    async with showing(choose()) as (host, pilot):
        await press(pilot, *"how")
        line = segments(host, "discs travel")
        assert "►" in "".join(part.text for part in line)
        marked = "".join(part.text for part in line if part.style and part.style.underline)
        assert marked == "How"


async def test_a_click_points_and_a_second_one_chooses() -> None:
    async with showing(choose()) as (host, pilot):
        for row in (0, 1):
            await pilot.click(RowList, offset=(6, row))
            await pilot.pause()
            assert host.answer is NOTHING
        await press(pilot, "down", "up")
        await pilot.click(RowList, offset=(6, 1))
        await pilot.pause()
        assert host.answer is NOTHING, "a key has moved between the clicks"
        await pilot.click(RowList, offset=(6, 1))
        await pilot.pause()
        assert host.answer == "b"


async def test_a_click_beside_the_dialog_leaves_it() -> None:
    async with showing(choose()) as (host, pilot):
        await pilot.click(offset=(3, 1))
        await pilot.pause()
        assert host.answer is None


async def test_the_field_keeps_its_editing_keys() -> None:
    async with showing(choose()) as (host, pilot):
        field = host.screen.query_one(FilterField)
        await press(pilot, *"one two", "ctrl+w", "home", "delete", "end", "left", "backspace")
        assert field.value == "n "
        await press(pilot, "ctrl+u", "ctrl+k")
        assert field.value == ""


async def test_what_is_pasted_is_made_safe() -> None:
    from textual.events import Paste

    async with showing(choose()) as (host, pilot):
        field = host.screen.query_one(FilterField)
        field.post_message(Paste("dis\x1b]52;c;QQ==\x07cs\u202e"))
        await pilot.pause()
        assert field.value == "discs"


@pytest.mark.parametrize("size", [NARROW, WIDE, (40, 15)])
async def test_the_list_is_whole_at_every_size(size: tuple[int, int]) -> None:
    async with showing(choose(200), size) as (host, pilot):
        shown = seen(host)
        assert "Which section?" in shown
        assert "Esc leaves" in shown
        await press(pilot, "pagedown", *["down"] * 30)
        assert "►" in seen(host)


async def test_ten_thousand_rows_are_quick() -> None:
    async with showing(choose(10_000)) as (host, pilot):
        rows = host.screen.query_one(FilterList)
        with at_most(1500):
            for typed in ("s", "se", "sec", "sec9"):
                host.screen.query_one(FilterField).value = typed
                await pilot.pause()
        assert len(rows.shown) > 100
        assert rows.row is not None


async def test_new_rows_keep_the_row_pointed_at() -> None:
    async with showing(choose()) as (host, pilot):
        rows = host.screen.query_one(FilterList)
        await press(pilot, "down")
        rows.show([Row("new", ("New", "")), Row("b", ("How the discs travel", ""))])
        await pilot.pause()
        assert rows.row is not None
        assert rows.row.key == "b"


def test_every_binding_of_the_field_tells_what_it_does() -> None:
    for binding in FilterField.BINDINGS:
        assert isinstance(binding, Binding)
        assert binding.id
        assert binding.description
        assert binding.tooltip


async def test_rows_that_look_the_same_when_cut_are_told_apart_by_their_names() -> None:
    rows = [
        Row(name, (f"A Guide of Style, edition {at}, for authors and for dates",), more=name)
        for at, name in enumerate(("guide-first", "guide-second"))
    ]
    rows.append(Row("other", ("Another Guide of Styles that is as long as the others are",)))
    listed = FilterList([Column(share=1, ends=True)], lambda *_: None)

    class Listing(Host):
        def compose(self) -> ComposeResult:
            yield listed

    app = Listing()
    async with app.run_test(size=(34, 10)) as pilot:
        listed.show(rows)
        await pilot.pause()
        shown = seen(app)
        assert "guide-first" in shown
        assert "guide-second" in shown
        assert "Another" in shown


async def test_a_row_that_is_offered_alone_is_not_counted() -> None:
    listed = FilterList(
        [Column(share=1)], lambda *_: None, offer=lambda typed: Row(typed, (f"New: {typed}",))
    )

    class Listing(Host):
        def compose(self) -> ComposeResult:
            yield listed

    app = Listing()
    async with app.run_test() as pilot:
        listed.show([Row("old", ("old",))])
        listed.focus_field()
        await press(pilot, *"ol")
        assert "1 of 1" in seen(app)
        await press(pilot, *"zz")
        assert "New: olzz" in seen(app)
        assert " of 1" not in seen(app)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Guide (notes)", "Guide (notes)"),
        ("Guide of Style (notes)", "Guide of…(notes)"),
        ("Guide of Style, notes", "Guide of…, notes"),
        ("긴 제목 하나가 여기에 있습니다", "긴 제목…습니다"),
    ],
)
def test_a_long_title_is_cut_in_its_middle(title: str, shown: str) -> None:
    assert with_ends(Text(title), 16).plain == shown
    assert with_ends(Text(title), 16).cell_len <= 16
    assert with_ends(Text(title), 1).plain in ("…", title)
