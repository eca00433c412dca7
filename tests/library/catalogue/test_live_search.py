"""What is being typed finds articles with their passages, and gives way to the next letter."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread, get_ident

import pytest

from postil.config import Places
from postil.errors import BadQuery
from postil.library.care import local_state
from postil.library.catalogue import knowing
from postil.library.catalogue.found import passages as in_passages
from postil.library.catalogue.found.passages import Passage
from postil.library.catalogue.live_search import Found, LiveSearch
from postil.model.span import Span
from tests.journeys.driving import places

ICE = """# On ice

The harbour lay under ice. Nobody crossed it.

A boat was caught in the harbour.

Ice again, and a boat on the ice.
"""


def nothing() -> None:
    """Do nothing between two steps."""


@pytest.fixture
def own() -> Places:
    return places()


@pytest.fixture
def live(own: Places, tmp_path: Path) -> LiveSearch:
    folder = tmp_path / "read"
    folder.mkdir()
    (folder / "ice.md").write_text(ICE, "utf-8")
    (folder / "boat.md").write_text("# A boat\n\nIt has a name.\n", "utf-8")
    knowing.add(own, [folder])
    search = LiveSearch(own, local_state.open_home(own))
    assert search.refresh(lambda *_: None) == (2, 2)
    return search


def found(live: LiveSearch, typed: str) -> Found:
    *_, last = live.found(typed, nothing)
    assert last is not None
    assert last.done
    return last


def marked(live: LiveSearch, typed: str) -> list[list[str]]:
    """Return the words found in each passage of the first article."""
    passages = found(live, typed).articles[0].passages
    return [[one.around[mark.start : mark.end] for mark in one.marks] for one in passages]


def test_the_passages_of_an_article_bear_marks_at_what_was_found(live: LiveSearch) -> None:
    assert marked(live, "ice harbour") == [["harbour", "ice"]]
    assert marked(live, "ice OR harbour") == [
        ["harbour", "ice"],
        ["ice"],
        ["harbour"],
        ["Ice", "ice"],
    ]
    text = "\n\n".join(line.removeprefix("# ") for line in ICE.split("\n\n")).strip()
    for passage in found(live, "ice OR harbour").articles[0].passages:
        first = passage.spans[0]
        assert text[first.start : first.end] == passage.words


def test_nothing_asked_is_nothing_found_and_a_mistake_is_told(live: LiveSearch) -> None:
    assert list(live.found("tag:", nothing)) == [None]
    assert found(live, "zeppelin").articles == ()
    with pytest.raises(BadQuery) as caught:
        list(live.found("ice )", nothing))
    assert caught.value.at == 4


def test_an_article_that_was_asked_for_by_its_title_alone_has_no_passage(live: LiveSearch) -> None:
    (only,) = found(live, "title:boat").articles
    assert (only.title, only.passages) == ("A boat", ())


def test_the_next_letter_ends_a_search(live: LiveSearch) -> None:
    class Stopped(Exception):
        pass

    def stop() -> None:
        raise Stopped

    with pytest.raises(Stopped):
        list(live.found("ice", stop))


def test_a_long_text_is_searched_piece_by_piece(tmp_path: Path, own: Places) -> None:
    """Folded as a whole it would keep every key waiting; places are those of the whole text."""
    folder = tmp_path / "long"
    folder.mkdir()
    lines = [f"Line {number} of the log, and nothing else." for number in range(6000)]
    lines[5500] = "Here the zeppelin was seen."
    (folder / "log.txt").write_text("\n\n".join(lines), "utf-8")
    knowing.add(own, [folder])
    live = LiveSearch(own, local_state.open_home(own))
    live.refresh(lambda *_: None)
    steps: list[None] = []
    *_, last = live.found("zeppelin", lambda: steps.append(None))
    assert last is not None
    (passage,) = last.articles[0].passages
    assert len(steps) >= len("\n\n".join(lines)) // 60_000
    assert passage.around[passage.marks[0].start :].startswith("zeppelin was seen")
    assert passage.spans[0].start == "\n\n".join(lines).index("zeppelin")


def test_a_search_that_is_given_up_leaves_the_next_one_alone(live: LiveSearch) -> None:
    """What both use is for one at a time: the last steps of the first are none of the second's."""
    blocked, go_on = Event(), Event()
    steps: set[int] = set()

    def given_up() -> None:
        blocked.set()
        assert go_on.wait(20)

    first = Thread(target=lambda: list(live.found("har", given_up)))
    first.start()
    assert blocked.wait(20)
    last: list[Found | None] = []
    second = Thread(
        target=lambda: last.extend(live.found("harbour", lambda: steps.add(get_ident())))
    )
    second.start()
    second.join(0.2)
    go_on.set()
    first.join(20)
    second.join(20)
    assert steps == {second.ident}
    assert last[-1] is not None
    assert [Path(one.path or "").name for one in last[-1].articles] == ["ice.md"]


def test_passages_are_set_out_when_they_are_asked_for(
    live: LiveSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[Span, ...]] = []

    def set_out(text: str, spans: tuple[Span, ...]) -> Passage:
        made.append(spans)
        return whole(text, spans)

    whole = in_passages._passage
    monkeypatch.setattr(in_passages, "_passage", set_out)
    first, again = (found(live, "ice OR harbour").articles[0].passages for _ in range(2))
    assert len(first) == 4
    assert made == []
    assert [one.words for one in first[1:3]] == [one.words for one in again[1:3]]
    assert first[-1] is first[3]
    assert len(made) == 5
    assert first == again
    assert first == tuple(again)
    assert hash(first) == hash(again)
    with pytest.raises(IndexError):
        first[4]
