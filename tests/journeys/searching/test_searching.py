"""Everything that is known is searched while a query is typed, and its hits are walked along."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event

import pytest

from postil.config import Places
from postil.library.care.local_state import Home
from postil.library.catalogue.background import CaughtUp, Told, caught_up
from postil.store.catalogue.kept_articles import KeptArticles
from postil.tui.screens.search.screen import SearchScreen
from postil.tui.screens.search.searcher import Searcher
from tests.journeys.driving import Session, reading, shelf
from tests.journeys.harbour import ICE, annotate


def search(s: Session) -> SearchScreen:
    """Return the search screen, which must be on top."""
    screen = s.app.screen
    assert isinstance(screen, SearchScreen), s.seen()
    return screen


def found(s: Session) -> list[tuple[str, str]]:
    """Return the file of each hit that is listed, and the words found."""
    rows = search(s).list.rows
    return [(Path(r.article.path or "").name, r.passage.words if r.passage else "") for r in rows]


async def test_a_hit_is_opened_and_the_next_ones_follow_across_articles(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("S")
        await s.type("bread")
        hits = found(s)
        assert {name for name, _ in hits} == {"harbour.txt", "quay.md", "pilots.md"}
        await s.press("down", "down", "enter")
        name, words = hits[2]
        assert s.dialog == "ReaderScreen"
        assert s.reader.path is not None
        assert s.reader.path.name == name
        assert f"hit 3/{len(hits)}" in s.status()
        now = s.page.overlays.match_now
        assert now is not None
        assert s.page.article.text[now.start : now.end] == words
        walked = [name]
        for _ in hits[3:]:
            await s.press("n")
            assert s.reader.path is not None
            walked.append(s.reader.path.name)
        assert walked == [name for name, _ in hits[2:]]
        await s.press("n")
        assert "past the end" in s.said
        assert f"hit 1/{len(hits)}" in s.status()
        await s.press("H")
        assert s.reader.path is not None
        assert s.reader.path.name == walked[-1], "jumps lead back across articles"
        last = f"hit {len(hits)}/{len(hits)}"
        await s.until(lambda: last in s.status(), "the hit that was present there")
        await s.press("n")
        assert s.reader.path.name == hits[0][0], "the walk goes on from there"
        await s.until(lambda: f"hit 1/{len(hits)}" in s.status(), "the first hit")
        await s.press("H")
        assert s.reader.path.name == walked[-1]
        await s.press("L")
        assert s.reader.path.name == hits[0][0]
        await s.until(lambda: f"hit 1/{len(hits)}" in s.status(), "the first hit again")
        await s.press("N", "N")
        assert f"hit {len(hits) - 1}/{len(hits)}" in s.status()
        await s.press("S")
        assert search(s).line.value == "bread"
        assert found(s) == hits


async def test_escape_leads_back_to_the_page_and_the_query_is_kept(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("}", "}")
        before = s.page.paragraph.here()
        await s.press("S")
        await s.type("pilots")
        await s.press("down", "escape")
        assert s.dialog == "ReaderScreen"
        assert s.page.paragraph.here() == before
        await s.press("ctrl+f")
        assert search(s).line.value == "pilots"
        assert search(s).list.pointed == 1


async def test_every_letter_goes_into_the_query_until_tab_leads_to_the_list(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("S", "q", "?")
        assert search(s).line.value == "q?"
        await s.press("backspace", "backspace")
        await s.type("bread")
        await s.press("tab", "j", "j", "k")
        assert search(s).line.value == "bread"
        assert search(s).list.pointed == 1
        assert "types on" in s.seen()
        await s.press("/")
        await s.type(" boat")
        assert search(s).line.value == "bread boat"
        await s.press("tab", "q")
        assert s.dialog == "ReaderScreen"


async def test_a_mistake_is_shown_below_its_place_and_what_is_unfinished_is_none(
    library: Path,
) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("S")
        await s.type('bread "to the bo')
        assert "▲" not in s.seen()
        assert found(s)
        await s.press("ctrl+u")
        await s.type("bread )")
        lines = s.seen().splitlines()
        (mistake,) = (line for line in lines if "▲" in line)
        (query,) = (line for line in lines if "› bread )" in line)
        assert mistake.index("▲") == query.index(")")
        assert "at 7 a bracket closes nothing" in mistake


async def test_what_to_do_is_said_where_there_is_nothing(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("S")
        assert "tag:weather" in s.seen()
        assert "F1" in s.seen()
        await s.type("bread zeppelin")
        assert "Nothing that is known has “bread zeppelin”." in s.seen()
        assert "OR asks for either" in s.seen()


async def test_where_nothing_is_known_it_says_how_that_is_changed(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    async with shelf() as s:
        await s.press("ctrl+f")
        assert "postil add" in s.seen()


async def test_keys_that_come_before_the_answer_are_obeyed_when_it_is_there(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        s.burst("S", *"bread", "down", "enter", "n")
        await s.settle()
        assert s.dialog == "ReaderScreen"
        assert "hit 3/" in s.status()


async def test_a_note_is_found_with_its_sign_and_is_the_current_one_then(library: Path) -> None:
    note = annotate(library / "harbour.txt", ICE, "Rationing?")
    async with reading(library / "quay.md") as s:
        await s.press("S")
        await s.type("in:notes ration")
        assert "●" in s.seen()
        await s.press("enter")
        await s.until(lambda: s.page.marks.note_now == note, "the note")


async def test_the_preview_says_in_which_section_a_passage_stands(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("S")
        await s.type('"neither bread nor pay"')
        assert "§ Winter" in s.seen()
        await s.press("ctrl+u")
        await s.type('"carried bread"')
        assert "§ Work on the Quay" in s.seen()


async def test_what_another_version_has_read_answers_while_it_is_read_again(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = Event()

    def follow(_: object, __: object, ___: object, told: Callable[[int, int], None]) -> None:
        told(3, 20)
        assert done.wait(20)

    def aged(places: Places, home: Home, articles: KeptArticles, told: Told) -> CaughtUp:
        caught_up(places, home, articles, told)
        return CaughtUp(0, 20, ("/a.md",) * 17, None)

    monkeypatch.setattr("postil.library.catalogue.live_search.caught_up", aged)
    monkeypatch.setattr("postil.library.catalogue.live_search.follow", follow)
    async with reading(library / "harbour.txt") as s:
        try:
            s.burst("S", *"bread")
            await s.until(lambda: "reading again: 3 of 20" in s.seen(), "how far it is")
            await s.until(lambda: "hits in 3 articles" in s.seen(), "what was found")
            s.burst("ctrl+u", *"zeppelin")
            # All that is kept has been asked.
            await s.until(lambda: "Nothing that is known has" in s.seen(), "that there is nothing")
        finally:
            done.set()
        await s.until(lambda: "reading again" not in s.seen(), "that it is read")


async def test_the_shelf_leads_to_the_search_and_from_there_into_an_article(library: Path) -> None:
    async with shelf(library) as s:
        await s.press("ctrl+f")
        await s.type("drifted")
        await s.press("enter")
        assert s.page.article.name == "pilots.md"
        assert "hit 1/1" in s.status()
        await s.press("q", "q")
        assert s.dialog == "Shelf"


async def test_what_is_looked_for_in_the_article_takes_the_place_of_the_hits(library: Path) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("S")
        await s.type("bread")
        await s.press("enter")
        path = s.reader.path
        await s.find("the")
        await s.press("n", "n")
        assert s.reader.path == path
        assert "match 3/" in s.status()


async def test_tab_leads_into_a_list_that_has_no_rows_yet(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("S")
        answer = held_back(monkeypatch)
        await s.type("bread")
        await s.press("tab", "x")
        assert search(s).line.value == "bread", "what follows Tab is no part of the query"
        answer()
        await s.until(lambda: found(s))
        assert search(s).list.has_focus


async def test_tab_leads_back_where_nothing_is_found(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(library / "harbour.txt") as s:
        await s.press("S")
        answer = held_back(monkeypatch)
        await s.type("walrus")
        await s.press("tab")
        assert search(s).list.has_focus
        answer()
        await s.until(lambda: search(s).line.has_focus)
        assert found(s) == []


def held_back(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let no search begin until what is returned is called."""
    asked: list[Callable[[], None]] = []
    begin = Searcher.ask
    monkeypatch.setattr(Searcher, "ask", lambda *what: asked.append(partial(begin, *what)))

    def answer() -> None:
        asked.pop()()

    return answer
