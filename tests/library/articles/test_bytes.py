"""What is read from bytes goes every way that a text goes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from postil.document import from_bytes
from postil.document.article.builder import Draft
from postil.document.base.request import Request
from postil.errors import NeedsPassword
from postil.library.articles import folders, loading, opening
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
    assert may_hold(Sieve("not in it"), book, str)


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


def kept(home: Home) -> list[Path]:
    """Return what was kept of documents that took long to read."""
    folder = home.places.cache / "drafts"
    return sorted(folder.iterdir()) if folder.is_dir() else []


def long(book: Path) -> None:
    """Make a document of which a first screenful comes first."""
    book.write_bytes(paged.paged(*(f"{n}\nWords of page {n}." for n in range(20))))


def test_what_takes_long_is_read_once(
    home: Home, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(from_bytes, "SLOW", 0)
    first = opening.read(home, book).article
    assert len(kept(home)) == 1

    def nobody_reads(_: Request) -> Iterator[Draft]:
        raise AssertionError

    monkeypatch.setattr(paged, "drafts", nobody_reads)
    assert opening.read(home, book).article == first


def test_a_first_screenful_is_kept_too(
    home: Home, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(from_bytes, "SLOW", 0)
    long(book)
    means = loading.means_of(lambda: home.places, book)
    made = list(loading.opening(book, means=means))
    assert [one.complete for one in made] == [False, True]
    assert list(loading.opening(book, means=means)) == made


def test_what_is_damaged_is_read_again(
    home: Home, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(from_bytes, "SLOW", 0)
    long(book)
    means = loading.means_of(lambda: home.places, book)
    made = list(loading.opening(book, means=means))
    (path,) = kept(home)
    whole = path.read_bytes()
    for cut in (len(whole) - 1, len(whole) // 2, 3):
        path.write_bytes(whole[:cut])
        assert list(loading.opening(book, means=means)) == made
        assert path.read_bytes() == whole


def test_what_is_quick_is_not_kept(home: Home, book: Path) -> None:
    opening.read(home, book)
    assert kept(home) == []


def test_what_a_password_opens_is_kept_nowhere(
    home: Home, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(from_bytes, "SLOW", 0)
    book.write_bytes(paged.paged("1\nA secret.", password="larch"))
    with pytest.raises(NeedsPassword, match="locked"):
        opening.read(home, book)
    assert opening.read(home, book, password="larch").article.text == "A secret."
    assert kept(home) == []
