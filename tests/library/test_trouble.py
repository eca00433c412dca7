"""What the verbs do with a home that cannot be written to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from postil.config import Places
from postil.errors import CannotWrite, NotesNewer
from postil.library.articles import opening
from postil.library.articles.opening import Reading
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating, tagging, undoing
from postil.library.shelf import marking
from postil.library.sources import sourcing
from postil.model.position import Whereabouts
from postil.model.span import Span
from tests.library.conftest import Spot


def ledger(places: Places) -> Path:
    (path,) = (places.home / "notes").glob("*.json")
    return path


@pytest.fixture
def noted(home: Home, reading: Reading, spot: Spot) -> Home:
    annotating.annotate(home, reading, spot(reading, "nine weeks"), body="kept", tags=["ice"])
    return home


WRITING: dict[str, Callable[[Home, Reading], object]] = {
    "annotate": lambda home, reading: annotating.annotate(home, reading, Span(0, 5)),
    "set_metadata": lambda home, reading: opening.set_metadata(home, reading, {"title": "A"}),
    "correct": lambda home, reading: sourcing.correct(
        home, reading, Span(100, 110), {"author": "Bo Ek"}
    ),
    "define_tag": lambda home, reading: tagging.define_tag(home, "new", "A new one"),
    "set_mark": lambda home, reading: marking.set_mark(home, reading, "a", Whereabouts(3)),
    "undo": lambda home, reading: undoing.undo(home),
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
    reading = opening.read(home, article)
    if verb != "undo":
        WRITING[verb](home, reading)
    opening.close(home, reading, Whereabouts(10), 20)
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
    reading = opening.read(home, article)
    assert annotating.of(home, reading) == ()
    assert tagging.tags(home) == ()
    assert not annotating.refresh(home)
    with pytest.raises(CannotWrite):
        annotating.annotate(home, reading, Span(0, 5))
    assert blocked.read_text() == "no folder"
