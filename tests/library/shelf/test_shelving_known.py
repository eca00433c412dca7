"""The shelf of all that is known: opened, made known and watched, with what is missing."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree

import pytest

from postil.config import Places
from postil.library.articles import opening
from postil.library.care.local_state import Home
from postil.library.catalogue import knowing
from postil.library.catalogue.refreshing import kept, refresh
from postil.library.shelf.shelving import FOLDER_GONE, GONE, Shelved, known_rows, shelf
from postil.model.position import ReadingPosition

STORY = """\
---
title: The ice
author: Ada Lindqvist
date: 1998-02-03
publication: Harbour Gazette
---

Boats lay in the ice for nine weeks.
"""


@pytest.fixture
def watched(tmp_path: Path, places: Places) -> Path:
    folder = tmp_path / "watched"
    folder.mkdir()
    (folder / "ice.md").write_text(STORY, "utf-8")
    knowing.add(places, [folder], watch=True)
    return folder


def on_it(home: Home) -> dict[str, Shelved]:
    return {row.path.name if row.path else row.title: row for row in shelf(home, None)}


def read_all(home: Home) -> None:
    articles = kept(home.places)
    refresh(home.places, home, articles)
    articles.close()


def test_all_that_is_known_is_listed_with_what_is_known_of_it(
    home: Home, watched: Path, article: Path, tmp_path: Path
) -> None:
    opened = opening.read(home, article)
    opening.close(home, opened, ReadingPosition(5), 50)
    added = tmp_path / "added.txt"
    added.write_text("Words.", "utf-8")
    knowing.add(home.places, [added])
    (watched / "later.txt").write_text("Came later.", "utf-8")
    found = on_it(home)
    assert list(found) == ["harbour.txt", "added.txt", "later.txt", "ice.md"]
    ice = found["ice.md"]
    assert (ice.title, ice.authors, ice.outlet, ice.date, ice.words) == (
        *("The ice", ("Ada Lindqvist",), "Harbour Gazette", "1998-02-03", None),
    )
    read_all(home)
    assert on_it(home)["ice.md"].words == 8


def test_what_the_reader_says_of_an_article_comes_before_what_it_says(
    home: Home, watched: Path
) -> None:
    read_all(home)
    ice = opening.read(home, watched / "ice.md")
    opening.set_metadata(home, ice, {"author": "Eva Lund", "date": "1999", "title": "Ice"})
    row = on_it(home)["ice.md"]
    assert (row.title, row.authors, row.date) == ("Ice", ("Eva Lund",), "1999")


def test_what_is_known_is_told_without_a_look_at_any_article(
    home: Home, watched: Path, article: Path
) -> None:
    opening.close(home, opening.read(home, article), ReadingPosition(5), 50)
    read_all(home)
    article.unlink()
    rmtree(watched)
    rows = {row.title: row for row in known_rows(home)}
    assert {"The ice", "harbour.txt"} <= {*rows, *(r.path.name for r in rows.values() if r.path)}
    assert not any(row.missing for row in rows.values())


def test_a_missing_file_and_a_missing_folder_say_so(
    home: Home, watched: Path, article: Path
) -> None:
    opening.close(home, opening.read(home, article), ReadingPosition(5), 50)
    read_all(home)
    article.unlink()
    rmtree(watched)
    found = on_it(home)
    assert (found["harbour.txt"].missing, found["harbour.txt"].trouble) == (True, GONE)
    assert (found["ice.md"].missing, found["ice.md"].trouble) == (True, FOLDER_GONE)
    assert found["watched/"].trouble == FOLDER_GONE
    read_all(home)
    assert "ice.md" in on_it(home), "what lay on a drive that is away is known still"


def test_what_is_forgotten_comes_back_when_it_is_opened(
    home: Home, watched: Path, article: Path
) -> None:
    opening.close(home, opening.read(home, article), ReadingPosition(5), 50)
    assert knowing.forget(home.places, home, article) == (1, 0)
    assert knowing.forget(home.places, home, watched / "ice.md") == (1, 0)
    assert {row.title for row in known_rows(home)} == set()
    for path in (article, watched / "ice.md"):
        opening.close(home, opening.read(home, path), ReadingPosition(6), 60)
    assert set(on_it(home)) == {"harbour.txt", "ice.md"}
