from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from postil.config import Places
from postil.library.articles import opening, versions
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating
from postil.model.note import Note, PlacedNote, Placement, State
from postil.model.position import ReadingPosition
from postil.model.span import Span
from tests.library.conftest import ARTICLE, Spot

WORDS = ("Boats lay in the ice", "half the town", "thinner and grey")
EDITED = f"A line before it all.\n\n{ARTICLE}"


def say(home: Home, path: Path) -> str:
    """Open an article as the screen does, and return what would be told."""
    open_article = opening.read(home, path)
    if versions.met(home, open_article):
        return ""
    return versions.message(home, open_article, annotating.of(home, open_article))


def leave(home: Home, path: Path) -> None:
    """Read an article and leave it."""
    opening.close(home, opening.read(home, path), ReadingPosition(0), 10)


@pytest.fixture
def noted(home: Home, article: Path, open_article: OpenArticle, spot: Spot) -> list[Note]:
    made = [annotating.annotate(home, open_article, spot(open_article, one)) for one in WORDS]
    leave(home, article)
    return made


def test_an_article_as_it_was_is_not_talked_about(
    home: Home, article: Path, noted: list[Note]
) -> None:
    assert say(home, article) == ""


def test_an_edited_article_is_told_of_once(home: Home, article: Path, noted: list[Note]) -> None:
    article.write_text(EDITED, "utf-8")
    assert say(home, article) == "This article has changed. 3 notes: all moved."
    leave(home, article)
    assert say(home, article) == ""
    article.write_text(ARTICLE, "utf-8")
    assert say(home, article) == "", "this text was met as well"


def test_each_machine_is_told_for_itself(
    home: Home, article: Path, noted: list[Note], elsewhere: Callable[[str], Places]
) -> None:
    article.write_text(EDITED, "utf-8")
    leave(home, article)
    assert "3 notes: all moved" in say(open_home(elsewhere("laptop")), article)


def test_an_article_without_notes_is_not_talked_about(home: Home, article: Path) -> None:
    leave(home, article)
    article.write_text(EDITED, "utf-8")
    assert say(home, article) == ""


def test_a_renamed_and_a_moved_article_are_known_by_their_old_names(
    home: Home, article: Path, noted: list[Note]
) -> None:
    renamed = article.rename(article.with_name("ice.txt"))
    assert say(home, renamed) == "This was harbour.txt before. 3 notes: all as they were."
    leave(home, renamed)
    assert say(home, renamed) == ""
    folder = article.parent / "kept"
    folder.mkdir()
    moved = renamed.rename(folder / "ice.txt")
    assert say(home, moved) == f"This was {renamed} before. 3 notes: all as they were."


def test_a_copy_is_not_taken_for_a_renamed_article(
    home: Home, article: Path, noted: list[Note]
) -> None:
    copy = article.with_name("copy.txt")
    copy.write_bytes(article.read_bytes())
    assert say(home, copy) == ""


@pytest.mark.parametrize(
    ("states", "line"),
    [
        (["same"], "1 note: as it was"),
        (["orphan"], "1 note: without a place"),
        (["same", "same"], "2 notes: all as they were"),
        (["moved", "moved"], "2 notes: all moved"),
        (
            ["moved", "same", "orphan", "same", "changed"],
            "5 notes: 2 as they were, 1 moved, 1 on changed words, 1 without a place",
        ),
    ],
)
def test_notes_are_counted_by_how_they_stand(
    states: list[State], line: str, noted: list[Note]
) -> None:
    placed = [
        PlacedNote(noted[0], Placement(None if state == "orphan" else Span(0, 1), state))
        for state in states
    ]
    assert versions.counted(placed) == line
