from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care import local_state
from postil.library.care.local_state import Home
from postil.library.notes import drafts
from postil.model.span import Span
from tests.library.conftest import Spot

WORDS = "nine weeks"


@pytest.fixture
def begun(home: Home, open_article: OpenArticle, spot: Spot) -> Span:
    span = spot(open_article, WORDS)
    local_state.keep_draft(home, open_article, span, "Half a thought")
    return span


def test_a_draft_is_told_of_where_it_was_begun(
    home: Home, open_article: OpenArticle, begun: Span
) -> None:
    (found,) = drafts.left(home, open_article)
    assert (found.text, found.quote, found.span) == ("Half a thought", WORDS, begun)


def test_a_draft_follows_its_words_into_an_edited_article(
    home: Home, article: Path, open_article: OpenArticle, begun: Span
) -> None:
    article.write_text("Something new.\n\n" + article.read_text("utf-8"), "utf-8")
    edited = opening.read(home, article)
    (found,) = drafts.left(home, edited)
    assert found.span is not None
    assert edited.article.text[found.span.start : found.span.end] == WORDS
    assert local_state.draft(home, edited, found.span) == "Half a thought"
    assert local_state.draft(home, open_article, begun) is None, "it is kept in one place only"
    assert drafts.left(home, edited) == [found]


def test_a_draft_on_words_that_are_gone_is_kept(
    home: Home, article: Path, open_article: OpenArticle, begun: Span
) -> None:
    article.write_text("Nothing of it is left, and nobody knows why that is so.\n", "utf-8")
    (found,) = drafts.left(home, opening.read(home, article))
    assert (found.text, found.span) == ("Half a thought", None)
    assert local_state.draft(home, open_article, begun) == "Half a thought"


def test_drafts_of_other_articles_are_not_told_of(
    home: Home, open_article: OpenArticle, begun: Span, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Another article altogether, of nine weeks too.\n", "utf-8")
    assert drafts.left(home, opening.read(home, other)) == []


def test_a_draft_is_found_from_words_around_it(
    home: Home, open_article: OpenArticle, begun: Span
) -> None:
    around = Span(begun.start - 3, begun.end + 2)
    assert drafts.near(home, open_article, around) == begun
    assert drafts.near(home, open_article, Span(begun.end, begun.end + 4)) is None
    local_state.keep_draft(home, open_article, around, "Another")
    assert drafts.near(home, open_article, around) == around
    assert drafts.near(home, open_article, begun) == begun


def test_what_is_no_anchor_is_passed_over(home: Home, open_article: OpenArticle) -> None:
    for about in ({}, {"quote": 3}, {"quote": "x", "start": 5, "end": 2}, {"quote": "x"}):
        home.state.put_draft("passage:x", "text", about)
        assert drafts.left(home, open_article) == []
        assert drafts.near(home, open_article, Span(0, 9)) is None
