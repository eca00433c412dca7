"""Of several corrections the one that is taken back is let go of, and no other."""

from __future__ import annotations

from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.notes import undoing
from postil.library.sources import sourcing
from tests.library.conftest import Spot


def test_one_correction_is_taken_back_and_another_one_stays(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    here, there = spot(open_article, "nine weeks"), spot(open_article, "so still")
    both = sourcing.correct(home, open_article, here, {"title": "Ice"})
    both = sourcing.correct(home, both, there, {"title": "Water"})
    one = sourcing.trust(home, both, here)
    assert not sourcing.at(one, here).corrected
    kept = sourcing.at(one, there)
    assert kept.corrected
    assert kept.source is not None
    assert kept.source.title == "Water"
    assert undoing.undo(home).startswith("Undone: correction of the source of “nine weeks”")


def test_there_is_nothing_to_take_back_where_nothing_was_corrected(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    corrected = sourcing.correct(
        home, open_article, spot(open_article, "so still"), {"title": "Water"}
    )
    same = sourcing.trust(home, corrected, spot(open_article, "nine weeks"))
    assert sourcing.at(same, spot(open_article, "so still")).corrected
    assert undoing.undo(home).startswith("Undone: source of “so still”")
