"""Much that is new is read by a second process, which may be left, ended and killed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from postil.config import Places
from postil.library.catalogue import background, indexer, knowing, refreshing
from postil.library.catalogue.searching import search
from postil.store.home.home import Home, open_home
from tests.support.effort import PATIENCE

COUNT = 60


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(*(tmp_path / name for name in ("home", "state", "config", "cache")))


@pytest.fixture
def home(places: Places) -> Home:
    return open_home(places)


@pytest.fixture
def many(places: Places, tmp_path: Path) -> list[Path]:
    """Make many files known, and return them."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(COUNT):
        (folder / f"{number}.txt").write_text(f"The harbour of town {number} lay quiet.", "utf-8")
    return knowing.add(places, [folder])[0]


def found(places: Places, home: Home, query: str) -> int:
    return len(search(places, home, query))


def read_already(places: Places) -> int:
    articles = refreshing.kept(places)
    count = len(articles.stamps())
    articles.close()
    return count


def test_a_second_process_reads_what_is_new_and_ends(
    places: Places, many: list[Path], capfd: pytest.CaptureFixture[str]
) -> None:
    process = background.start(places)
    assert process is not None
    assert process.wait(PATIENCE) == 0
    assert read_already(places) == COUNT
    assert not indexer.at_work(places)
    assert indexer.progress(places) is None
    assert capfd.readouterr() == ("", "")


def test_a_search_waits_for_it_and_says_how_far_it_is(
    places: Places, home: Home, many: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refreshing, "_read", lambda *_: pytest.fail("it reads by itself"))
    told: list[tuple[int, int]] = []
    hits = search(places, home, "harbour", told=lambda done, of: told.append((done, of)))
    assert len(hits) == COUNT
    assert all(of == COUNT and done <= of for done, of in told)


def test_few_files_are_read_at_once(
    places: Places, home: Home, many: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(places, home, "harbour") == COUNT
    monkeypatch.setattr(background, "start", lambda _: pytest.fail("it starts another process"))
    many[3].write_text("A zeppelin came.", "utf-8")
    assert found(places, home, "zeppelin") == 1
    assert found(places, home, "harbour") == COUNT - 1


def test_what_cannot_be_started_is_done_here(
    places: Places, home: Home, many: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(background, "start", lambda _: None)
    assert found(places, home, "harbour") == COUNT


def test_of_two_the_second_leaves_it_to_the_first(places: Places, many: list[Path]) -> None:
    with indexer.lock(places).exclusive():
        assert indexer.at_work(places)
        process = background.start(places)
        assert process is not None
        assert process.wait(PATIENCE) == 0
    assert read_already(places) == 0


def test_who_waits_no_more_leaves_it_going_on(places: Places, home: Home, many: list[Path]) -> None:
    class Left(Exception):
        pass

    def leave(*_: int) -> None:
        raise Left

    with pytest.raises(Left):
        search(places, home, "harbour", told=leave)
    assert found(places, home, "harbour") == COUNT


@pytest.mark.parametrize("moment", [indexer.at_work, indexer.progress, read_already])
def test_killed_at_any_time_it_leaves_what_answers_right(
    moment: Callable[[Places], object], places: Places, home: Home, many: list[Path]
) -> None:
    process = background.start(places)
    assert process is not None
    while process.poll() is None and not moment(places):
        with suppress(subprocess.TimeoutExpired):
            process.wait(0.001)
    process.kill()
    process.wait(PATIENCE)
    assert found(places, home, "harbour") == COUNT
    assert found(places, home, "town 7") == 1
