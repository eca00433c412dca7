from __future__ import annotations

from pathlib import Path

import pytest

from postil.config import Places
from postil.errors import BadRequest, NothingFound
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.library.identity import article_identity
from postil.library.notes import undoing
from postil.library.shelf import marking
from postil.model.position import ReadingPosition
from tests.library.conftest import ARTICLE


def test_a_mark_leads_back_after_a_restart(
    home: Home, places: Places, article: Path, open_article: OpenArticle
) -> None:
    marking.set_mark(home, open_article, "a", ReadingPosition(40))
    marking.set_mark(home, open_article, "a", ReadingPosition(50))
    home = open_home(places)
    again = opening.read(home, article)
    assert marking.mark(home, again, "a") == (None, ReadingPosition(50))
    undoing.undo(home)
    assert marking.mark(home, again, "a") == (None, ReadingPosition(40))


def test_a_capital_leads_from_one_article_to_another(
    home: Home, tmp_path: Path, open_article: OpenArticle
) -> None:
    marking.set_mark(home, open_article, "A", ReadingPosition(40))
    marking.set_mark(home, opening.refreshed(home, open_article), "b", ReadingPosition(7))
    other = tmp_path / "other.txt"
    other.write_text("Something else is written here.\n", "utf-8")
    there = opening.read(home, other)
    assert marking.mark(home, there, "A") == (open_article.path, ReadingPosition(40))
    assert marking.mark(home, opening.refreshed(home, open_article), "A") == (
        None,
        ReadingPosition(40),
    )
    with pytest.raises(NothingFound, match="not set"):
        marking.mark(home, there, "b")
    assert list(marking.marks(home, opening.refreshed(home, open_article))) == ["b", "A"]


def test_a_capital_leads_to_a_file_that_was_moved(
    home: Home, tmp_path: Path, open_article: OpenArticle
) -> None:
    marking.set_mark(home, open_article, "A", ReadingPosition(40))
    other = tmp_path / "other.txt"
    other.write_text("Something else is written here.\n", "utf-8")
    there = opening.read(home, other)
    assert open_article.path is not None
    moved = open_article.path.rename(tmp_path / "moved.txt")
    assert marking.mark(home, there, "A") == (open_article.path, ReadingPosition(40))
    article_identity.stored(home, opening.read(home, moved))
    assert marking.mark(home, there, "A") == (moved, ReadingPosition(40))
    assert marking.marks(home, there)["A"] == (open_article.path, ReadingPosition(40))


def test_a_mark_behind_the_end_leads_to_the_last_that_is_left(
    home: Home, article: Path, open_article: OpenArticle
) -> None:
    marking.set_mark(home, open_article, "z", ReadingPosition(open_article.article.length - 1))
    article.write_text(ARTICLE[: len(ARTICLE) // 2 + 50], "utf-8")
    shorter = opening.read(home, article)
    _, where = marking.mark(home, shorter, "z")
    last = shorter.article.blocks[-2:]
    assert shorter.article.blocks[shorter.article.block_at(where.top)] in last


def test_a_mark_knows_the_paragraph_too(
    home: Home, places: Places, article: Path, open_article: OpenArticle
) -> None:
    where = ReadingPosition(40, 55)
    marking.set_mark(home, open_article, "a", where)
    marking.set_mark(home, opening.refreshed(home, open_article), "A", where)
    again = opening.read(open_home(places), article)
    for letter in "aA":
        assert marking.mark(open_home(places), again, letter) == (None, where)


@pytest.mark.parametrize("letter", ["", "ab", "1", "é", "'", "\x1b"])
def test_only_one_letter_makes_a_mark(home: Home, open_article: OpenArticle, letter: str) -> None:
    with pytest.raises(BadRequest):
        marking.set_mark(home, open_article, letter, ReadingPosition(0))
    with pytest.raises(BadRequest):
        marking.mark(home, open_article, letter)


def test_what_is_no_file_takes_no_mark_of_the_library(home: Home) -> None:
    open_article = opening.read(home, None, ARTICLE.encode())
    with pytest.raises(BadRequest, match="a to z"):
        marking.set_mark(home, open_article, "Q", ReadingPosition(0))
    marking.set_mark(home, open_article, "q", ReadingPosition(5))
    assert marking.mark(home, opening.refreshed(home, open_article), "q") == (
        None,
        ReadingPosition(5),
    )


def test_a_mark_leads_to_the_same_words_when_the_text_was_edited(
    home: Home, article: Path, open_article: OpenArticle
) -> None:
    words = open_article.article.text[50:70]
    marking.set_mark(home, open_article, "a", ReadingPosition(50, 50))
    article.write_text(
        "A paragraph stands before it now.\n\n" + article.read_text("utf-8"), "utf-8"
    )
    again = opening.read(home, article)
    _, where = marking.mark(home, again, "a")
    assert where.top == where.current != 50
    assert again.article.text[where.top : where.top + 20] == words
