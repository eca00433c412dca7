"""Where there is nothing to say of a source, nothing is written, and the article is as it was."""

from __future__ import annotations

from postil.config import Places
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.sources import sourcing
from tests.library.conftest import Spot


def test_words_that_are_the_article_s_own_need_not_be_disowned(
    home: Home, places: Places, open_article: OpenArticle, spot: Spot
) -> None:
    assert sourcing.disown(home, open_article, spot(open_article, "Some say")) is open_article
    assert not places.home.exists()


def test_a_correction_that_says_what_is_read_already_is_none(
    home: Home, places: Places, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, "nine weeks")
    said = {"author": "Ada Lindqvist", "issued": "3 Feb 1998"}
    assert sourcing.correct(home, open_article, span, said) is open_article
    assert not places.home.exists()


def test_what_was_disowned_is_not_disowned_again(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, "nine weeks")
    own = sourcing.disown(home, open_article, span)
    assert sourcing.at(own, span).relation == "own"
    assert sourcing.disown(home, own, span) is own
