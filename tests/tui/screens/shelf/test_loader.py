"""A shelf is filled while its articles are still looked for, more and more at a time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.message import Message

from postil.config import Places
from postil.errors import NotThere
from postil.library.care.local_state import open_home
from postil.library.catalogue import knowing
from postil.library.shelf.ordering import OF_FOLDER
from postil.tui.screens.shelf.contents import ShelfContents
from postil.tui.screens.shelf.loader import AT_ONCE, Filled, Reading, ShelfLoader
from postil.tui.startup.key_priority import KeyPriority


class Hearing:
    """Does all work at once, and remembers how many articles there were at each message."""

    def __init__(self) -> None:
        self.contents = ShelfContents()
        self.filled: list[tuple[int, bool]] = []
        self.said: list[Message] = []

    def in_thread(self, group: str, work: Callable[[], None]) -> None:
        del group
        work()

    def post_message(self, message: Message, /) -> bool:
        if isinstance(message, Filled):
            self.filled.append((len(self.contents), message.done))
        self.said.append(message)
        return True


@pytest.fixture
def places(own_places: Path) -> Places:
    return Places(*(own_places / name for name in ("home", "state", "config", "cache")))


def loader(places: Places, *paths: Path) -> tuple[Hearing, ShelfLoader]:
    hearing = Hearing()
    home = open_home(places)
    shelf = ShelfLoader(hearing, hearing.contents, places, lambda: home, paths, KeyPriority())
    return hearing, shelf


def filled(folder: Path, articles: int) -> Path:
    folder.mkdir()
    for number in range(articles):
        (folder / f"{number}.txt").write_text("Some words.\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("articles", "given"),
    [
        (1, [(1, True)]),
        (AT_ONCE - 1, [(AT_ONCE - 1, True)]),
        (AT_ONCE, [(AT_ONCE, False), (AT_ONCE, True)]),
        (2 * AT_ONCE + 1, [(AT_ONCE, False), (2 * AT_ONCE, False), (2 * AT_ONCE + 1, True)]),
        (
            9 * AT_ONCE,
            [*((size * AT_ONCE, False) for size in (1, 2, 4, 8)), (9 * AT_ONCE, True)],
        ),
    ],
)
def test_what_is_found_is_shown_seldomer_the_more_it_is(
    places: Places, tmp_path: Path, articles: int, given: list[tuple[int, bool]]
) -> None:
    """What is done for all rows each time is done twice in the end, however many there are."""
    hearing, fills = loader(places, filled(tmp_path / "shelf", articles))
    fills.look()
    assert hearing.filled == given


def test_what_is_listed_stays_while_it_is_looked_for_again(places: Places, tmp_path: Path) -> None:
    folder = filled(tmp_path / "shelf", AT_ONCE + 7)
    hearing, fills = loader(places, folder)
    fills.look()
    before = hearing.contents.sorted(OF_FOLDER[0])
    (folder / "0.txt").unlink()
    hearing.filled.clear()
    fills.look()
    assert hearing.filled == [(AT_ONCE + 6, True)]
    assert hearing.contents.sorted(OF_FOLDER[0])[0] is before[1], "what did not change is kept"


def test_all_that_is_known_is_there_before_any_file_is_looked_at_and_then_read(
    places: Places, tmp_path: Path
) -> None:
    folder = filled(tmp_path / "shelf", 3)
    knowing.add(places, [folder], watch=True)
    (folder / "later.txt").write_text("It came later.", "utf-8")
    hearing, fills = loader(places)
    fills.look()
    assert hearing.filled == [(3, False), (4, True), (4, True)]
    assert sum(isinstance(message, Reading) for message in hearing.said) == 4
    rows = hearing.contents.sorted(OF_FOLDER[0])
    assert {row.shelved.words for row in rows} == {2, 3}
    hearing.filled.clear()
    fills.look()
    assert hearing.filled == [(4, True)], "nothing was new"


def test_one_article_is_shown_as_it_is_by_now(places: Places, tmp_path: Path) -> None:
    folder = filled(tmp_path / "shelf", 2)
    hearing, fills = loader(places, folder)
    fills.look()
    (folder / "1.txt").unlink()
    fills.look_at([folder / "1.txt"])
    missing = [one.shelved.missing for one in hearing.contents.sorted(OF_FOLDER[0])]
    assert missing == [False, True]


def test_a_folder_that_is_not_there_is_told(places: Places, tmp_path: Path) -> None:
    hearing, fills = loader(places, tmp_path / "none" / "a.txt")
    fills.look()
    (message,) = hearing.said
    assert isinstance(message, Filled)
    assert isinstance(message.error, NotThere)
    assert message.done
