from __future__ import annotations

from pathlib import Path

import pytest

from postil.config import Places
from postil.errors import NothingToUndo
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating, tagging, undoing
from postil.library.sources import sourcing
from postil.library.tags import retagging
from postil.model.note import Colour
from postil.model.position import ReadingPosition
from tests.library.conftest import Spot


def test_nothing_is_undone_in_a_new_home(home: Home) -> None:
    with pytest.raises(NothingToUndo):
        undoing.undo(home)
    with pytest.raises(NothingToUndo):
        undoing.redo(home)


def test_undo_and_redo_go_through_every_change_after_a_restart(
    home: Home, places: Places, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    note = annotating.annotate(home, open_article, spot(open_article, "nine weeks"), tags=["ice"])
    annotating.change(home, note, colour=Colour.GREEN)
    retagging.rename_tag(home, "ice", "cold")
    opening.set_metadata(home, open_article, {"title": "Ice"})
    sourcing.correct(home, open_article, spot(open_article, "nine weeks"), {"author": "Bo Ek"})
    tagging.define_tag(home, "cold", "Below zero")
    annotating.delete(home, [note])

    home = open_home(places)
    assert [undoing.undo(home) for _ in range(7)] == [
        "Undone: deletion of the highlight on “nine weeks”, in “Ice”.",
        "Undone: tag “cold” defined.",
        "Undone: source of “nine weeks” corrected.",
        "Undone: title of “harbour.txt” set.",
        "Undone: tag “ice” renamed to “cold”, in “harbour.txt”.",
        "Undone: colour of the highlight on “nine weeks”, in “harbour.txt”.",
        "Undone: new highlight on “nine weeks”, in “harbour.txt”.",
    ]
    assert not home.notes()
    assert opening.read(home, article).article.metadata.title != "Ice"

    home = open_home(places)
    assert undoing.redo(home) == "Done again: new highlight on “nine weeks”, in “harbour.txt”."
    for _ in range(5):
        undoing.redo(home)
    assert home.notes()[note.id].tags == ("cold",)
    assert home.notes()[note.id].colour is Colour.GREEN
    assert opening.read(home, article).article.metadata.title == "Ice"
    undoing.redo(home)
    assert not home.notes()
    with pytest.raises(NothingToUndo):
        undoing.redo(home)


def test_closing_an_article_does_not_stand_in_the_way_of_undo(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    opened = opening.set_metadata(home, open_article, {"title": "Ice"})
    opening.close(home, opened, ReadingPosition(100), 200)
    undoing.undo(home)
    (record,) = home.articles().values()
    assert record.metadata == {}
    assert record.progress is not None
    assert record.progress > 0
