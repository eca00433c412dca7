"""What the verbs do with a home that cannot be written to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.config import Places
from postil.errors import CannotWrite, NotesNewer
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating, tagging, undoing
from postil.library.shelf import marking
from postil.library.sources import sourcing
from postil.model.position import ReadingPosition
from postil.model.span import Span
from tests.library.conftest import Spot


def ledger(places: Places) -> Path:
    (path,) = (places.home / "notes").glob("*.json")
    return path


@pytest.fixture
def noted(home: Home, open_article: OpenArticle, spot: Spot) -> Home:
    annotating.annotate(
        home, open_article, spot(open_article, "nine weeks"), body="kept", tags=["ice"]
    )
    return home


WRITING: dict[str, Callable[[Home, OpenArticle], object]] = {
    "annotate": lambda home, open_article: annotating.annotate(home, open_article, Span(0, 5)),
    "set_metadata": lambda home, open_article: opening.set_metadata(
        home, open_article, {"title": "A"}
    ),
    "correct": lambda home, open_article: sourcing.correct(
        home, open_article, Span(100, 110), {"author": "Bo Ek"}
    ),
    "define_tag": lambda home, open_article: tagging.define_tag(home, "new", "A new one"),
    "set_mark": lambda home, open_article: marking.set_mark(
        home, open_article, "a", ReadingPosition(3)
    ),
    "undo": lambda home, open_article: undoing.undo(home),
}


@pytest.mark.parametrize("verb", WRITING)
def test_a_damaged_file_is_kept_and_said_and_writing_goes_on(
    noted: Home, places: Places, article: Path, verb: str
) -> None:
    path = ledger(places)
    damaged = path.read_bytes().replace(b'"', b"!", 40)[:-20]
    path.write_bytes(damaged)
    home = open_home(places)
    assert home.trouble is None
    (sentence,) = home.messages()
    assert "damaged" in sentence
    assert home.messages() == []
    open_article = opening.read(home, article)
    if verb != "undo":
        WRITING[verb](home, open_article)
    opening.close(home, open_article, ReadingPosition(10), 20)
    kept = [one for one in places.home.rglob("*") if "damaged" in one.name]
    assert [one.read_bytes() for one in kept] == [damaged]


@pytest.mark.parametrize("verb", WRITING)
def test_a_file_of_a_newer_version_is_left_untouched(
    noted: Home, places: Places, article: Path, verb: str
) -> None:
    path = ledger(places)
    newer = path.read_bytes().replace(b'"schema":2', b'"schema":9')
    assert newer != path.read_bytes()
    json.loads(newer)
    path.write_bytes(newer)
    home = open_home(places)
    assert isinstance(home.trouble, NotesNewer)
    with pytest.raises(NotesNewer):
        WRITING[verb](home, opening.read(home, article))
    assert path.read_bytes() == newer


def test_reading_goes_on_where_nothing_can_be_stored(tmp_path: Path, article: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("no folder")
    home = open_home(Places(*(blocked / name for name in ("h", "s", "c", "k"))))
    open_article = opening.read(home, article)
    assert annotating.of(home, open_article) == ()
    assert tagging.tags(home) == ()
    assert not home.refresh()
    with pytest.raises(CannotWrite):
        annotating.annotate(home, open_article, Span(0, 5))
    assert blocked.read_text() == "no folder"
