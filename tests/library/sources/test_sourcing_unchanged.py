"""Where there is nothing to say of a source, nothing is written, and the reading is as it was."""

from __future__ import annotations

from postil.config import Places
from postil.library.articles.opening import Reading
from postil.library.care.local_state import Home
from postil.library.sources import sourcing
from tests.library.conftest import Spot


def test_words_that_are_the_article_s_own_need_not_be_disowned(
    home: Home, places: Places, reading: Reading, spot: Spot
) -> None:
    assert sourcing.disown(home, reading, spot(reading, "Some say")) is reading
    assert not places.home.exists()


def test_a_correction_that_says_what_is_read_already_is_none(
    home: Home, places: Places, reading: Reading, spot: Spot
) -> None:
    span = spot(reading, "nine weeks")
    said = {"author": "Ada Lindqvist", "issued": "3 Feb 1998"}
    assert sourcing.correct(home, reading, span, said) is reading
    assert not places.home.exists()


def test_what_was_disowned_is_not_disowned_again(home: Home, reading: Reading, spot: Spot) -> None:
    span = spot(reading, "nine weeks")
    own = sourcing.disown(home, reading, span)
    assert sourcing.at(own, span).relation == "own"
    assert sourcing.disown(home, own, span) is own
