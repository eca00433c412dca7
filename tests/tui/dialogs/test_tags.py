"""Putting tags on and taking them off."""

from __future__ import annotations

import pytest

from postil.tui.dialogs.frame.filter_list import FilterField, FilterList
from postil.tui.dialogs.frame.rows import RowList
from postil.tui.dialogs.tags import TagPicker
from tests.support.effort import at_most
from tests.tui.host import NARROW, NOTHING, WIDE, Host, Storer, asked, press, seen, showing

KNOWN = [("routes", 14), ("demand", 9), ("[bold]odd[/]", 2), ("press freedom", 1)]


def picker(*on: str, store: Storer | None = None) -> TagPicker:
    return TagPicker(KNOWN, on, "forty riders where there had been six", store or Storer())


async def test_what_keys_answer() -> None:
    cases: list[tuple[list[str], object]] = [
        ([*"dem", "enter", "enter"], ("routes", "demand")),
        ([*"routes", "enter", "enter"], ()),
        ([*"dem", "enter", *"rou", "enter", "enter"], ("demand",)),
        ([*"night buses", "enter", "enter"], ("routes", "night buses")),
        ([*"#night", "enter", "ctrl+s"], ("routes", "night")),
        ([*"press", "down", "enter", "enter"], ("routes", "press")),
        (["enter"], ("routes",)),
        (["ctrl+s"], ("routes",)),
        (["down", "down", "enter", "enter"], ("routes", "demand")),
        (["up", "enter", "enter"], ("routes", "press freedom")),
        ([*"dem", "enter", "escape"], ("routes", "demand")),
        ([*"dem", "escape"], ("routes",)),
        (["escape"], ("routes",)),
        ([*"dem", "ctrl+s"], ("routes",)),
    ]
    async with Host().run_test() as pilot:
        for keys, answer in cases:
            assert await asked(pilot, picker("routes"), keys) == answer


async def test_a_new_tag_is_offered_only_if_it_is_new() -> None:
    async with showing(picker()) as (host, pilot):
        await press(pilot, *"Routes")
        assert "new tag" not in seen(host)
        await press(pilot, "x")
        assert "+ new tag: Routesx" in seen(host)


async def test_the_hint_says_what_enter_does() -> None:
    async with showing(picker("routes")) as (host, pilot):
        assert "Enter Esc done" in seen(host)
        for keys, said in (
            ("rout", "Enter takes “routes” off"),
            ("dema", "Enter puts “demand” on"),
            ("zz", "Enter makes the tag and puts it on"),
        ):
            await press(pilot, "ctrl+u", *keys)
            assert said in seen(host)
        await press(pilot, "enter")
        assert "Enter Esc keeps these tags" in seen(host)
        assert "On this passage: routes, zz" in seen(host)
        assert host.answer is NOTHING


async def test_tags_that_are_on_are_ticked_and_come_first() -> None:
    async with showing(picker("press freedom")) as (host, _):
        rows = host.screen.query_one(FilterList).shown
        assert [(row.key, row.sign) for row in rows][:2] == [("press freedom", "√"), ("routes", "")]


async def test_markup_in_tags_is_shown_as_it_is() -> None:
    async with showing(picker("[bold]odd[/]")) as (host, _):
        assert "√ [bold]odd[/]" in seen(host)
        assert "On this passage: [bold]odd[/]" in seen(host)


async def test_a_click_toggles() -> None:
    async with showing(picker()) as (host, pilot):
        await pilot.click(RowList, offset=(6, 1), times=2)
        await press(pilot, "enter")
        assert host.answer == ("demand",)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_it_says_so_where_there_are_no_tags(size: tuple[int, int]) -> None:
    async with showing(TagPicker([], [], "words", Storer()), size) as (host, pilot):
        assert "There are no tags yet: type one." in seen(host)
        await press(pilot, *"first", "enter", "enter")
        assert host.answer == ("first",)


async def test_keys_are_quick_with_a_thousand_tags() -> None:
    known = [(f"tag {n} about {n % 7}", n) for n in range(1000)]
    async with showing(TagPicker(known, [], "words", Storer())) as (host, pilot):
        with at_most(300):
            await press(pilot, *"about 3")
        assert host.screen.query_one(FilterField).value == "about 3"


async def test_a_tag_that_was_typed_and_not_put_on_is_told_of() -> None:
    async with Host().run_test() as pilot:
        for keys, unused in (([*"night", "escape"], "night"), ([*"dem", "escape"], "")):
            dialog = picker()
            await asked(pilot, dialog, keys)
            assert dialog.unused == unused


async def test_it_closes_only_when_the_tags_are_on_disk() -> None:
    store = Storer(full=True)
    for key in ("enter", "ctrl+s", "escape"):
        async with showing(picker(store=store)) as (host, pilot):
            await press(pilot, *"night", "enter", key)
            assert host.answer is NOTHING
            shown = " ".join(seen(host).split())
            assert "Not saved. Cannot write notes: the disk is full." in shown
            assert "On this passage: night" in shown
            store.full = False
            await press(pilot, "ctrl+s")
            assert host.answer == ("night",)
            store.full = True


async def test_tags_that_cannot_be_stored_are_given_up_only_when_asked_twice() -> None:
    async with showing(picker("routes", store=Storer(full=True))) as (host, pilot):
        await press(pilot, *"night", "enter", "escape")
        assert host.answer is NOTHING
        await press(pilot, *"dem", "enter", "escape")
        assert host.answer is NOTHING, "it is another choice now"
        await press(pilot, "escape")
        assert host.answer == ("routes",)


async def test_the_end_of_the_app_stores_the_tags() -> None:
    store = Storer()
    async with showing(dialog := picker("routes", store=store)):
        await dialog.saving.close()
        assert store.stored == [], "nothing is changed"
    async with showing(dialog := picker("routes", store=store)) as (_, pilot):
        await press(pilot, *"night", "enter")
        assert dialog.saving.unkept() == "routes, night"
        await dialog.saving.close()
        assert store.stored == [("routes", "night")]
        assert dialog.saving.unkept() == ""
