"""What is said of whole articles is one change, however many they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.config import Places
from postil.library.articles import opening
from postil.library.care.local_state import Home, open_home
from postil.library.catalogue import knowing
from postil.library.catalogue.searching import search
from postil.library.notes import annotating, undoing
from postil.library.shelf import whole_articles
from postil.library.shelf.shelving import Shelved, shelf
from postil.library.shelf.whole_articles import Target
from postil.model.position import ReadingPosition
from postil.model.reading_state import ReadingState
from tests.library.conftest import Spot


@pytest.fixture
def three(tmp_path: Path) -> Path:
    folder = tmp_path / "three"
    folder.mkdir()
    for name in ("boats", "ice", "wind"):
        (folder / f"{name}.txt").write_text(f"Some words on {name}.\n", "utf-8")
    return folder


def rows(places: Places, folder: Path) -> dict[str, Shelved]:
    """Return what the shelf of a folder says, by the names of the files."""
    return {row.path.stem: row for row in shelf(open_home(places), folder) if row.path}


def targets(places: Places, folder: Path, *names: str) -> list[Target]:
    found = rows(places, folder)
    return [Target(found[name].path, found[name].id) for name in names or found]


def test_a_state_holds_against_progress_until_it_is_taken_back(
    home: Home, places: Places, three: Path
) -> None:
    said = whole_articles.set_state(home, targets(places, three, "ice"), ReadingState.DONE)
    assert said == "“ice.txt” marked as read"
    found = rows(places, three)
    assert (found["ice"].state, found["ice"].told) == ("done", True)
    assert (found["wind"].state, found["wind"].told) == ("todo", False)
    whole_articles.set_state(home, targets(places, three, "ice"), None)
    assert rows(places, three)["ice"].state == "todo"


def test_what_is_to_be_read_is_being_read_once_it_was_opened_and_what_is_read_stays_so(
    home: Home, places: Places, three: Path
) -> None:
    whole_articles.set_state(home, targets(places, three, "ice"), ReadingState.TODO)
    whole_articles.set_state(home, targets(places, three, "wind"), ReadingState.DONE)
    for name in "ice", "wind":
        opening.close(home, opening.read(home, three / f"{name}.txt"), ReadingPosition(3), 4)
    found = rows(places, three)
    assert (found["ice"].state, found["ice"].told) == ("reading", False)
    assert (found["wind"].state, found["wind"].told) == ("done", True)
    whole_articles.set_state(home, targets(places, three, "ice"), ReadingState.TODO)
    assert rows(places, three)["ice"].state == "todo", "it can be put off again"


def test_queries_go_by_the_readers_word_first(home: Home, places: Places, three: Path) -> None:
    knowing.add(places, [three])
    opened = opening.read(home, three / "wind.txt")
    opening.close(home, opened, ReadingPosition(3), 4)

    def found(state: str) -> set[str]:
        return {Path(hit.path or "").stem for hit in search(places, home, f"read:{state}")}

    assert (found("todo"), found("reading")) == ({"boats", "ice"}, {"wind"})
    whole_articles.set_state(home, targets(places, three, "wind", "ice"), ReadingState.DONE)
    assert (found("todo"), found("reading"), found("done")) == ({"boats"}, set(), {"wind", "ice"})


def test_many_articles_are_marked_and_tagged_in_one_step(
    home: Home, places: Places, three: Path
) -> None:
    said = whole_articles.set_state(home, targets(places, three), ReadingState.TODO)
    assert said == "3 articles marked as to be read"
    assert whole_articles.retag(home, targets(places, three), ["sea", "cold"]) == (
        "3 articles tagged sea, cold"
    )
    found = rows(places, three)
    assert {row.own_tags for row in found.values()} == {("sea", "cold")}
    assert {row.tags for row in found.values()} == {("cold", "sea")}
    assert all(row.told for row in found.values())
    undoing.undo(home)
    assert not any(row.tags for row in rows(places, three).values())
    undoing.undo(home)
    assert not any(row.told for row in rows(places, three).values())


def test_tags_come_and_go_beside_those_of_notes_and_words_stay(
    home: Home, places: Places, three: Path, spot: Spot
) -> None:
    (ice,) = targets(places, three, "ice")
    open_article = opening.read(home, three / "ice.txt")
    annotating.annotate(home, open_article, spot(open_article, "ice"), tags=["water"])
    whole_articles.write(home, ice, "Dull.")
    (ice,) = targets(places, three, "ice")
    whole_articles.retag(home, [ice], ["sea", "Water"])
    assert whole_articles.own_tags(home, [ice]) == (("sea", "Water"), ())
    note = whole_articles.note_on(home, ice)
    assert note is not None
    assert (note.body, note.tags) == ("Dull.", ("sea", "Water"))
    whole_articles.retag(home, [ice], [], ["sea", "Water"])
    assert rows(places, three)["ice"].tags == ("water",)
    note = whole_articles.note_on(home, ice)
    assert note is not None
    assert (note.body, note.tags) == ("Dull.", ())
    whole_articles.write(home, ice, "Less dull.")
    assert [one.body for one in whole_articles.notes_on(home, ice)] == ["Less dull."]
    assert whole_articles.has_notes(home, [ice]) == 2


def test_a_note_that_says_nothing_more_goes_with_its_last_tag(
    home: Home, places: Places, three: Path
) -> None:
    whole_articles.retag(home, targets(places, three, "ice"), ["sea"])
    ice = targets(places, three, "ice")
    whole_articles.retag(home, ice, [], ["SEA"])
    assert whole_articles.notes_on(home, ice[0]) == []


def test_the_tags_of_several_are_those_that_all_bear(
    home: Home, places: Places, three: Path
) -> None:
    whole_articles.retag(home, targets(places, three, "ice"), ["sea", "cold"])
    whole_articles.retag(home, targets(places, three, "wind"), ["cold"])
    both = targets(places, three, "ice", "wind")
    assert whole_articles.own_tags(home, both) == (("cold",), ("sea",))
    assert whole_articles.own_tags(home, targets(places, three)) == ((), ("sea", "cold"))
