from __future__ import annotations

import os
from pathlib import Path

import pytest

from postil.config import Places
from postil.errors import NotAnArticle, NothingFound, NotThere
from postil.library.articles import opening
from postil.library.articles.folders import DEPTH
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home, open_home
from postil.library.notes import annotating
from postil.library.shelf.shelving import shelf
from postil.model.position import ReadingPosition
from tests.library.conftest import Spot


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "shelf"
    (root / "more" / "deep").mkdir(parents=True)
    (root / ".hidden").mkdir()
    for name in ("part 10.txt", "part 2.txt", "B.TXT", "notes.json", ".secret.txt"):
        (root / name).write_text(f"Some words are here, in {name}.\n")
    (root / "more" / "a.md").write_text("# The *Title*\n\nWords.\n")
    (root / "more" / "b.md").write_text("---\ntitle: From the front\n---\n\n# Other\n\nWords.\n")
    (root / "more" / "deep" / "c.txt").write_text("Words.\n")
    (root / ".hidden" / "d.txt").write_text("Words.\n")
    return root


def test_a_folder_shows_what_postil_reads_in_natural_order(home: Home, folder: Path) -> None:
    rows = list(shelf(home, folder))
    assert [row.path.name for row in rows if row.path] == [
        *("B.TXT", "part 2.txt", "part 10.txt", "a.md", "b.md", "c.txt")
    ]
    assert [row.title for row in rows] == [
        *("B.TXT", "part 2.txt", "part 10.txt", "The Title", "From the front", "c.txt")
    ]
    assert all(row.progress is None and row.id is None and not row.missing for row in rows)


def test_what_is_known_of_an_article_is_shown(
    home: Home, places: Places, folder: Path, spot: Spot
) -> None:
    path = folder / "part 2.txt"
    open_article = opening.read(home, path)
    annotating.annotate(home, open_article, spot(open_article, "Some"), tags=["x"])
    annotating.annotate(home, open_article, spot(open_article, "words"), tags=["y", "x"])
    open_article = opening.set_metadata(home, open_article, {"title": "Second"})
    opening.remember(home, open_article, ReadingPosition(0), open_article.article.length // 2)
    (row,) = [row for row in shelf(open_home(places), folder) if row.path == path]
    assert (row.title, row.notes, row.tags) == ("Second", 2, ("x", "y"))
    assert row.progress == pytest.approx(0.5, abs=0.05)
    assert row.read is not None
    assert row.read.endswith("Z")
    assert row.id is not None


def test_links_that_lead_in_a_circle_end(home: Home, folder: Path) -> None:
    (folder / "more" / "round").symlink_to(folder, target_is_directory=True)
    assert len(list(shelf(home, folder))) == 6


def test_folders_are_looked_into_as_deep_as_said(home: Home, tmp_path: Path) -> None:
    inner = tmp_path / "deep"
    for level in range(DEPTH + 2):
        inner.mkdir()
        (inner / f"{level}.txt").write_text("Words.\n")
        inner = inner / "in"
    assert len(list(shelf(home, tmp_path / "deep"))) == DEPTH + 1


def test_a_file_that_cannot_be_read_is_shown_by_its_name(home: Home, folder: Path) -> None:
    (folder / "bad.md").write_bytes(b"\x00\x01\x02" * 100)
    os.mkfifo(folder / "pipe.txt")
    titles = [row.title for row in shelf(home, folder)]
    assert "bad.md" in titles
    assert "pipe.txt" not in titles


def test_a_name_that_would_act_on_a_terminal_is_shown_clean(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    (folder / "a\x1b[31mb.txt").write_text("Words.\n")
    (row,) = shelf(home, folder)
    assert "\x1b" not in row.title


def test_a_shelf_without_articles_is_refused_at_once(home: Home, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingFound, match=r"\.txt.*\.md"):
        shelf(home, tmp_path / "empty")
    with pytest.raises(NotThere):
        shelf(home, tmp_path / "none")
    (tmp_path / "file.txt").write_text("Words.\n")
    with pytest.raises(NotAnArticle):
        shelf(home, tmp_path / "file.txt")
    with pytest.raises(NothingFound, match="postil PATH"):
        shelf(home, None)


def test_all_that_is_known_stands_by_when_it_was_read(
    home: Home, folder: Path, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    opening.close(home, open_article, ReadingPosition(10), 20)
    for name in ("part 10.txt", "B.TXT"):
        opened = opening.read(home, folder / name)
        opening.close(home, opened, ReadingPosition(5), 9)
    piped = opening.read(home, None, b"Words from a pipe.\n")
    annotating.annotate(home, piped, spot(piped, "Words"))
    article.unlink()
    rows = list(shelf(home, None))
    assert {row.path.name for row in rows if row.path} == {"B.TXT", "part 10.txt", "harbour.txt"}
    read = [row.read or "" for row in rows]
    assert read == sorted(read, reverse=True)
    assert all(read)
    assert [row.missing for row in rows if row.path == article.resolve()] == [True]


def test_how_long_a_book_takes_is_not_guessed_from_its_pictures(home: Home, tmp_path: Path) -> None:
    (tmp_path / "book.epub").write_bytes(b"PK\x03\x04" + b"x" * 9000)
    (tmp_path / "text.txt").write_text("words " * 1500, "utf-8")
    sizes = {one.path.name: one.size for one in shelf(home, tmp_path) if one.path is not None}
    assert sizes == {"book.epub": 0, "text.txt": 9000}
