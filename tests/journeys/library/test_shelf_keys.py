"""On the shelf every letter is typed; after Tab the keys act on whole articles."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from postil import config
from postil.library.care.local_state import open_home
from postil.library.catalogue import knowing, saved_queries
from postil.library.shelf.filtering import ShelfEntry, ShelfFilter
from postil.library.shelf.shelving import Shelved
from postil.library.shelf.shelving import shelf as shelved
from postil.tui.screens.shelf.rows import SavedRow
from postil.tui.screens.shelf.screen import Shelf
from tests.journeys.driving import LARGE, SMALL, Session, places, shelf, shelf_at_once

ICE = """\
---
title: The ice of 1869
author: Ada Lindqvist
date: 1998-02-03
publication: Harbour Gazette
---

Boats lay in the ice for nine weeks.
"""
BREAD = """\
---
title: Bread from the decks
author: Eva Lund
date: 2011
---

The ferrymen sold bread. Nobody speaks of lanterns here.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "texts"
    root.mkdir()
    (root / "ice.md").write_text(ICE, "utf-8")
    (root / "bread.md").write_text(BREAD, "utf-8")
    (root / "quay.txt").write_text("What the quay had to say.\n", "utf-8")
    return root


@pytest.fixture
def known(folder: Path) -> Path:
    knowing.add(places(), [folder], watch=True)
    return folder


def screen(s: Session) -> Shelf:
    found = s.app.screen
    assert isinstance(found, Shelf), s.seen()
    return found


def chosen(s: Session) -> list[ShelfEntry]:
    """Return the articles that are ticked, or the one pointed at."""
    return [one for one in screen(s).list.chosen if not isinstance(one, SavedRow)]


def titles(s: Session) -> list[str]:
    """Return the rows that are listed."""
    return [
        f"@{row.name}" if isinstance(row, SavedRow) else row.shelved.title
        for row in screen(s).list.rows
    ]


def stored(name: str) -> Shelved:
    """Return what is on the disk of an article, by the name of its file."""
    rows = shelved(open_home(config.load(os.environ).places), None)
    return next(row for row in rows if row.path is not None and row.path.name == name)


async def test_every_letter_goes_into_the_query_also_q_and_the_question_mark(known: Path) -> None:
    async with shelf() as s:
        await s.press("q", "?", ":")
        assert screen(s).line.value == "q?:"
        assert s.app.return_code is None
        await s.press("escape")
        assert screen(s).line.value == ""
        await s.press("escape")
        assert s.dialog == "Shelf", "there is nothing beneath"
        await s.press("f1")
        assert s.dialog == "HelpScreen"
        await s.press("escape", "tab", "?")
        assert s.dialog == "HelpScreen"
        await s.press("escape", "/")
        await s.type("ice")
        assert titles(s) == ["The ice of 1869"]
        await s.press("tab", "q")
        assert s.app.return_value == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("lind", ["The ice of 1869"]),
        ("gazette", ["The ice of 1869"]),
        ("quay", ["quay.txt"]),
        ("bread lund", ["Bread from the decks"]),
        ("lantern", []),
        ("in:text lantern", ["Bread from the decks"]),
        ("author:lund OR date:1998", ["Bread from the decks", "The ice of 1869"]),
        ("date:..2000", ["The ice of 1869"]),
        ("-date:..2020", ["quay.txt"]),
        ('"bread from', ["Bread from the decks"]),
        ("read:todo decks", ["Bread from the decks"]),
    ],
)
async def test_the_query_language_filters_by_what_is_known(
    known: Path, typed: str, found: list[str]
) -> None:
    async with shelf() as s:
        await s.type(typed)
        assert titles(s) == found
        assert "▲" not in s.seen()
        if not found:
            assert "in:text to look in the texts as well" in " ".join(s.seen().split())


async def test_a_mistake_is_shown_and_what_was_found_stays(known: Path) -> None:
    async with shelf() as s:
        await s.type("ice")
        await s.type(" )")
        assert "▲" in s.seen()
        assert titles(s) == ["The ice of 1869"]
        await s.press("enter")
        assert s.dialog == "ReaderScreen"


async def test_keys_that_come_before_the_answer_are_obeyed_with_it(known: Path) -> None:
    async with shelf() as s:
        s.burst(*"read:todo", "down", "enter")
        await s.settle()
        assert s.dialog == "ReaderScreen"
        assert s.page.article.name == "quay.txt"


async def test_tab_goes_into_the_list_before_it_is_there(
    known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, fitting = Event(), ShelfFilter.fitting

    def slow(self: ShelfFilter, typed: str, *rest: Any) -> Sequence[ShelfEntry]:
        answers.wait()
        return fitting(self, typed, *rest)

    monkeypatch.setattr(ShelfFilter, "fitting", slow)
    async with shelf_at_once() as s:
        await s.until(lambda: s.dialog == "Shelf" and screen(s).takes_keys, "what is known")
        s.burst("tab", "x")
        await s.until(lambda: screen(s).list.has_focus or screen(s).line.value, "what x is for")
        answers.set()
        await s.until(lambda: titles(s), "an answer")
        await s.settle()
        assert screen(s).line.value == ""
        assert screen(s).list.has_focus


async def test_states_go_round_and_are_taken_back(known: Path) -> None:
    async with shelf() as s:
        await s.type("ice")
        await s.press("tab", "r")
        assert (stored("ice.md").state, stored("ice.md").told) == ("todo", True)
        assert "to read" in s.seen()
        await s.press("r", "r")
        assert stored("ice.md").state == "done"
        assert "marked as read; u takes it back" in s.said
        await s.press("u")
        assert stored("ice.md").state == "reading"
        await s.press("ctrl+r")
        assert stored("ice.md").state == "done"
        await s.press("/", "ctrl+u")
        await s.type("read:done")
        assert titles(s) == ["The ice of 1869"]


async def test_ticked_articles_are_marked_and_tagged_in_one_step(known: Path) -> None:
    async with shelf() as s:
        await s.press("tab", "x", "x", "r", "r")
        assert {stored(name).state for name in ("bread.md", "quay.txt")} == {"reading"}
        assert not stored("ice.md").told
        await s.press("a")
        await s.type("On the one that is pointed at.")
        await s.press("ctrl+s")
        assert stored("ice.md").whole
        await s.press("u", "u")
        await s.press("asterisk", "t")
        assert "3 articles" in s.seen()
        await s.type("sea")
        await s.press("enter", "escape")
        assert {stored(name).own_tags for name in ("bread.md", "quay.txt", "ice.md")} == {("sea",)}
        assert "3 articles tagged sea" in s.said
        assert "#sea" in s.seen()
        await s.press("u")
        assert stored("ice.md").own_tags == ()
        await s.press("u")
        assert not stored("quay.txt").told


async def test_a_note_on_the_whole_article_is_written_and_a_draft_kept(known: Path) -> None:
    async with shelf() as s:
        await s.type("ice")
        await s.press("tab", "a")
        await s.type("Compare with *1870*.")
        await s.press("escape")
        await s.until(lambda: "Draft kept" in s.said, "that the draft is kept")
        await s.press("a")
        assert "Compare with *1870*." in s.seen()
        await s.press("ctrl+s")
        await s.settle()
        assert "Compare with 1870." in s.seen(), "in the preview"
        assert stored("ice.md").whole == ("Compare with *1870*.",)
        await s.press("enter")
        assert s.dialog == "ReaderScreen"


async def test_the_order_goes_round_and_is_kept_for_the_next_time(known: Path) -> None:
    async with shelf() as s:
        assert "Your articles, by last reading" in s.seen()
        await s.press("ctrl+o")
        assert "Your articles, by title" in s.seen(), "as in other lists, from the query, too"
        await s.press("tab", "o")
        assert "Your articles, by author" in s.seen()
        await s.press("O")
        assert "Your articles, by author, reversed" in s.seen()
        assert titles(s) == ["Bread from the decks", "The ice of 1869", "quay.txt"]
        await s.press("O")
        assert titles(s) == ["The ice of 1869", "Bread from the decks", "quay.txt"]
        await s.press("o", "o")
        assert titles(s) == ["Bread from the decks", "The ice of 1869", "quay.txt"]
    async with shelf() as s:
        assert "by date of publication" in s.seen()


async def test_keys_that_come_before_another_order_is_drawn_mean_its_rows(known: Path) -> None:
    async with shelf() as s:
        await s.press("tab", "o")
        assert titles(s) == ["Bread from the decks", "quay.txt", "The ice of 1869"]
        s.burst("o", "g", "x")
        await s.settle()
        assert titles(s) == ["The ice of 1869", "Bread from the decks", "quay.txt"]
        assert [one.shelved.title for one in chosen(s)] == ["The ice of 1869"]


async def test_names_are_completed_by_the_arrow_from_what_is_known(known: Path) -> None:
    async with shelf() as s:
        await s.type("author:lin")
        await s.until(lambda: "author:lindqvist" in s.seen(), "what is offered")
        await s.press("right")
        assert screen(s).line.value == "author:lindqvist"
        assert titles(s) == ["The ice of 1869"]
        await s.press("ctrl+u")
        await s.type("outlet:harb")
        assert "outlet:harbour Gazette" in s.seen()
        await s.press("right")
        assert screen(s).line.value == 'outlet:"harbour Gazette"'
        assert titles(s) == ["The ice of 1869"]


async def test_what_fits_nothing_is_called_a_query_where_it_is_one(known: Path) -> None:
    async with shelf() as s:
        await s.type("zeppelin")
        assert "No article here is called “zeppelin”." in s.seen()
        await s.press("ctrl+u")
        await s.type("author:zeppelin")
        assert "No article here fits “author:zeppelin”." in s.seen()
        assert "is called" not in s.seen()


async def test_what_may_be_typed_is_said_whole_where_there_is_little_room(known: Path) -> None:
    async with shelf(size=(40, 24)) as s:
        assert "type to filter: words…" in s.seen()


async def test_an_article_is_forgotten_and_one_with_notes_not_unasked(known: Path) -> None:
    async with shelf() as s:
        await s.type("quay")
        await s.press("tab", "d")
        assert titles(s) == []
        await s.press("escape")
        await s.type("ice")
        await s.press("tab", "a")
        await s.type("Mine.")
        await s.press("ctrl+s")
        await s.settle()
        await s.press("d")
        assert "1 note on it" in s.seen()
        await s.press("n")
        assert titles(s) == ["The ice of 1869"]
        await s.press("d", "y")
        await s.settle()
        await s.press("escape")
        assert titles(s) == ["Bread from the decks"]
    async with shelf(known) as s:
        await s.type("ice")
        await s.press("enter")
        await s.until(lambda: s.dialog == "ReaderScreen", "the article")
        await s.settle()
        await s.press("q")
    assert stored("ice.md").whole == ("Mine.",)


async def test_a_saved_query_is_a_row_that_asks_it_and_is_deleted_there(known: Path) -> None:
    saved_queries.save(open_home(places()), "lunds", "author:lund")
    async with shelf() as s:
        assert titles(s)[0] == "@lunds"
        await s.press("up", "enter")
        assert screen(s).line.value == "@lunds "
        assert titles(s) == ["Bread from the decks"]
        await s.press("escape")
        await s.type("@l")
        assert titles(s)[1:], "words that begin so are found as well"
        await s.press("enter")
        assert screen(s).line.value == "@lunds "
        await s.press("escape", "tab", "k", "d")
        await s.settle()
        assert "@lunds" not in titles(s)
        await s.press("u")
        await s.settle()
        assert titles(s)[0] == "@lunds"


async def test_what_is_missing_says_so_and_is_not_opened(known: Path) -> None:
    async with shelf() as s:
        await s.type("ice")
        await s.press("enter")
        await s.until(lambda: s.dialog == "ReaderScreen", "the article")
        await s.settle()
        (known / "ice.md").rename(known.parent / "elsewhere.md")
        await s.press("q")
        await s.until(lambda: s.dialog == "Shelf" and "missing" in s.seen(), "that it is gone")
        await s.press("enter")
        assert s.dialog == "Shelf"
        assert "its file is not there any more" in s.said


@pytest.mark.parametrize("size", [SMALL, LARGE, (50, 12)])
async def test_the_shelf_of_a_folder_is_the_same_screen(
    folder: Path, size: tuple[int, int]
) -> None:
    async with shelf(folder, size=size) as s:
        assert titles(s) == ["Bread from the decks", "The ice of 1869", "quay.txt"]
        await s.type("author:lind")
        assert titles(s) == ["The ice of 1869"]
        await s.press("tab", "t")
        await s.type("cold")
        await s.press("enter", "escape")
        await s.settle()
        assert stored("ice.md").own_tags == ("cold",)


async def test_what_comes_into_a_watched_folder_appears_by_itself(known: Path) -> None:
    async with shelf() as s:
        await s.until(lambda: "3 articles" in s.seen(), "what is there")
        (known / "later.md").write_text("# Come later\n\nSome words.\n", "utf-8")
        os.utime(known, (1, 1))
        screen(s).look_out()
        await s.until(lambda: "Come later" in s.seen(), "what came")
        await s.until(lambda: "4 articles" in s.seen(), "how many there are")


async def test_a_file_that_was_moved_is_found_again_with_its_notes(known: Path) -> None:
    async with shelf() as s:
        await s.type("ice")
        await s.press("tab", "a")
        await s.type("Mine.")
        await s.press("ctrl+s", "/", "ctrl+u")
        (known / "in").mkdir()
        (known / "ice.md").rename(known / "in" / "frost.md")
        os.utime(known, (1, 1))
        screen(s).look_out()
        await s.until(lambda: any("found again" in one for one in s.app.said), "that it is found")
        await s.settle()
        await s.type("ice")
        assert titles(s) == ["The ice of 1869"]
        assert "Mine." in s.seen()
        assert stored("frost.md").whole == ("Mine.",)


async def test_a_drive_that_does_not_answer_holds_nothing_up(
    known: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Event()
    isfile = os.path.isfile

    def hanging(path: str) -> bool:
        if "gone" in str(path):
            answers.wait()
        return isfile(path)

    (known.parent / "gone.txt").write_text("Away.", "utf-8")
    knowing.add(places(), [known.parent / "gone.txt"])
    monkeypatch.setattr(os.path, "isfile", hanging)
    async with shelf_at_once() as s:
        await s.until(lambda: "gone.txt" in s.seen(), "what is known")
        s.burst(*"gone")
        await s.until(lambda: titles(s) == ["gone.txt"], "an answer")
        s.burst("ctrl+q")
        await s.until(lambda: s.app.return_value == 0, "the end")
    answers.set()


async def test_where_nothing_is_found_it_says_where_was_looked(folder: Path) -> None:
    async with shelf(folder) as s:
        await s.type("in:text lantern")
        assert "No article here has" in s.seen()
        assert "postil add makes them so" in s.seen()
        knowing.add(places(), [folder])
    async with shelf() as s:
        await s.type("in:text zeppelin")
        assert "postil add" not in s.seen()
