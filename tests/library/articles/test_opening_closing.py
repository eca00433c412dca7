"""Whose text the home keeps: it is synchronised, and grows with every text."""

from __future__ import annotations

from pathlib import Path

from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.notes import annotating
from postil.model.note import Colour
from postil.model.position import ReadingPosition
from tests.library.conftest import Spot


def test_closing_an_article_without_notes_keeps_how_far_it_was_read_and_not_its_text(
    home: Home, open_article: OpenArticle
) -> None:
    opening.close(home, open_article, ReadingPosition(0), open_article.article.length // 2)
    (record,) = home.articles().values()
    assert record.progress
    assert home.snapshot(open_article.article.digest) is None


def test_closing_an_article_with_notes_keeps_the_text_that_they_are_on(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    """The file may be edited again before it is opened again: the last text is the likest."""
    annotating.annotate(home, open_article, spot(open_article, "nine weeks"), colour=Colour.BLUE)
    article.write_text("Something new.\n\n" + article.read_text("utf-8"), "utf-8")
    edited = opening.read(home, article)
    assert home.snapshot(edited.article.digest) is None
    opening.close(home, edited, ReadingPosition(0), edited.article.length)
    assert home.snapshot(edited.article.digest) == edited.article.text
