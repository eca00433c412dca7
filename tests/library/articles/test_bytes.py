"""What is read from bytes goes every way that a text goes."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.articles import folders, loading
from postil.library.articles.sifting import Sieve, may_hold
from postil.library.care.local_state import Home
from postil.library.catalogue.reading import read
from postil.library.shelf.shelving import shelf
from tests.support.formats import paged

BOOK = paged.paged("i\n# Opening\nWords of the preface.", "1\n# One\nThe harbour froze over.")


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    paged.known(monkeypatch)
    (tmp_path / "shelf").mkdir()
    path = tmp_path / "shelf" / "book.paged"
    path.write_bytes(BOOK)
    return path


def test_a_document_that_is_no_text_is_not_refused(book: Path) -> None:
    assert loading.check(book) is None
    book.write_bytes(BOOK + b"\f2\nMore words.\n" * 10_000)
    assert loading.check(book) is None


def test_no_sieve_of_text_holds_it_back(book: Path) -> None:
    assert may_hold(Sieve("not in it"), book)


def test_a_folder_has_it(book: Path) -> None:
    assert list(folders.articles_in(book.parent)) == [book]


def test_the_shelf_shows_its_title(home: Home, book: Path) -> None:
    (row,) = shelf(home, book.parent)
    assert row.title == "A printed book"


def test_the_catalogue_reads_it(home: Home, book: Path) -> None:
    kept, text = read(home, book)
    assert kept.title == "A printed book"
    assert "The harbour froze over." in text


def test_of_its_name_alone_no_harm_comes(home: Home, book: Path) -> None:
    book.write_bytes(b"no book at all")
    (row,) = shelf(home, book.parent)
    assert row.title == "book.paged"
    kept, _ = read(home, book)
    assert kept.trouble == "it is not paged"
