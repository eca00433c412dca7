"""A file that was moved is found again by its content, and its notes and place go with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.config import Places
from postil.library.articles import opening, quick_open
from postil.library.care.local_state import Home, open_home
from postil.library.catalogue import knowing
from postil.library.notes import annotating
from postil.library.shelf.renewing import Renewed, examined, renew
from postil.library.shelf.shelving import Shelved, shelf
from postil.model.position import ReadingPosition
from tests.library.conftest import Spot

TEXT = "Boats lay in the ice for nine weeks, and nobody sold bread.\n"


@pytest.fixture
def watched(tmp_path: Path, places: Places) -> Path:
    folder = tmp_path / "watched"
    (folder / "later").mkdir(parents=True)
    (folder / "ice.txt").write_text(TEXT, "utf-8")
    knowing.add(places, [folder], watch=True)
    return folder


def rows(places: Places) -> dict[str, Shelved]:
    return {row.path.name: row for row in shelf(open_home(places), None) if row.path}


def read_and_noted(home: Home, path: Path, spot: Spot) -> None:
    opened = opening.read(home, path)
    annotating.annotate(home, opened, spot(opened, "ice"), tags=["cold"])
    opening.close(home, opened, ReadingPosition(9), 20)


def test_what_was_moved_within_a_watched_folder_keeps_its_notes_and_place(
    home: Home, places: Places, watched: Path, spot: Spot
) -> None:
    read_and_noted(home, watched / "ice.txt", spot)
    renew(home)
    now = (watched / "ice.txt").rename(watched / "later" / "frost.txt")
    renewed = renew(home)
    assert renewed == Renewed(1, {str(watched / "ice.txt"): str(now)})
    assert renewed.said == "1 article was moved, and found again; its notes are with it."
    found = rows(places)
    assert set(found) == {"frost.txt"}
    row = found["frost.txt"]
    assert (row.notes, row.tags, row.missing) == (1, ("cold",), False)
    assert row.progress is not None
    article = opening.read(home, now).article
    assert quick_open.place(places, article, now).top == 9
    assert renew(home).moved == {}


def test_what_was_made_known_and_moved_is_known_where_it_lies(
    home: Home, places: Places, watched: Path, tmp_path: Path
) -> None:
    added = tmp_path / "added.txt"
    added.write_text("Lanterns were lit on the quay.", "utf-8")
    knowing.add(places, [added])
    renew(home)
    now = added.rename(watched / "lanterns.txt")
    assert renew(home).moved == {str(added): str(now)}
    assert "added.txt" not in rows(places)
    assert str(now) in knowing.known(places).files


def test_a_copy_is_no_move_and_the_same_name_comes_first(
    home: Home, places: Places, watched: Path, spot: Spot
) -> None:
    read_and_noted(home, watched / "ice.txt", spot)
    (watched / "copy.txt").write_text(TEXT, "utf-8")
    assert renew(home).moved == {}
    (watched / "ice.txt").rename(watched / "later" / "ice.txt")
    moved = renew(home).moved
    assert moved == {str(watched / "ice.txt"): str(watched / "later" / "ice.txt")}
    assert rows(places)["ice.txt"].notes == 1


def test_what_is_gone_for_good_stays_missing(
    home: Home, places: Places, watched: Path, spot: Spot
) -> None:
    read_and_noted(home, watched / "ice.txt", spot)
    renew(home)
    (watched / "ice.txt").unlink()
    (watched / "other.txt").write_text("Quite another text.", "utf-8")
    assert renew(home).moved == {}
    assert rows(places)["ice.txt"].missing


def test_the_doctor_is_told_what_was_found_again_what_is_missing_and_what_vanished(
    home: Home, places: Places, watched: Path, spot: Spot, tmp_path: Path
) -> None:
    assert examined(open_home(places)).result == "1 article known"
    read_and_noted(home, watched / "ice.txt", spot)
    added = tmp_path / "added.txt"
    added.write_text("Lanterns.", "utf-8")
    knowing.add(places, [added])
    renew(home)
    (watched / "ice.txt").rename(watched / "later" / "ice.txt")
    added.unlink()
    found = examined(home)
    assert found.result.startswith("2 articles known, 1 found again where it lies, 1 missing")
    assert found.vanished == []
    watched.rename(tmp_path / "away")
    assert examined(home).vanished == [str(watched)]


def test_where_nothing_is_known_there_is_nothing_to_look_for(home: Home) -> None:
    assert examined(home) == ("nothing is known yet", [])
