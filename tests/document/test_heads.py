"""A cheap look tells of a document what a list shows, and a damaged one tells nothing."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from postil.document.formats import registry
from postil.document.heads import glance

PACKAGE = """<package><metadata><dc:title>Ice &amp; iron</dc:title>
<dc:creator opf:role="aut">Ada Lindqvist</dc:creator><dc:publisher>Quay Press</dc:publisher>
</metadata></package>"""
CONTAINER = '<container><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>'


@pytest.fixture(autouse=True)
def formats(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = (("epub", ".epub"), ("docx", ".docx"), ("pdf", ".pdf"))
    more = tuple(
        registry.Format(kind, (suffix,), "none", binary=True, kind=kind) for kind, suffix in kinds
    )
    monkeypatch.setattr(registry, "FORMATS", (*registry.FORMATS[:2], *more))


def test_a_book_is_known_by_its_package(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("mimetype", "application/epub+zip")
        made.writestr("META-INF/container.xml", CONTAINER)
        made.writestr("in/book.opf", PACKAGE)
    about = glance(path)
    assert about is not None
    assert (about.title, about.publisher) == ("Ice & iron", "Quay Press")
    assert [one.display for one in about.author] == ["Ada Lindqvist"]


def test_a_letter_is_known_by_its_properties(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("word/document.xml", "<w:document/>")
        made.writestr("docProps/core.xml", "<dc:title>A letter</dc:title>")
    about = glance(path)
    assert about is not None
    assert about.title == "A letter"


def test_what_is_damaged_tells_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("mimetype", "application/epub+zip")
        made.writestr("META-INF/container.xml", CONTAINER)
    whole = path.read_bytes()
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        assert glance(path) is None
    path.write_bytes(whole)
    assert glance(path) is None, "its package is not there"
    assert glance(tmp_path / "gone.epub") is None


def test_a_long_list_of_members_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    end = bytearray(b"PK\x05\x06" + bytes(18))
    end[12:16] = (64 << 20).to_bytes(4, "little")
    path.write_bytes(b"PK\x03\x04application/epub+zip" + bytes(100) + end)
    assert glance(path) is None


def test_the_heading_of_a_text_is_its_title_and_a_plain_one_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# Ice\n\n" + "Words. " * 5_000)
    about = glance(path)
    assert about is not None
    assert about.title == "Ice"
    assert glance(tmp_path / "not there.txt") is None


@pytest.mark.parametrize(
    ("title", "author", "shown"),
    [
        ("Microsoft Word - harbour.doc", "Ann Reed", ("", ["Ann Reed"])),
        ("harbour", "Microsoft Office User", ("", [])),
        ("Document1", "python-docx", ("", [])),
        ("The harbour", "Ann Reed", ("The harbour", ["Ann Reed"])),
    ],
)
def test_what_programs_fill_in_is_no_title_and_no_author(
    title: str, author: str, shown: tuple[str, list[str]], tmp_path: Path
) -> None:
    path = tmp_path / "harbour.docx"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("word/document.xml", "<w:document/>")
        said = f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        made.writestr("docProps/core.xml", said)
    about = glance(path)
    assert about is not None
    assert (about.title, [one.display for one in about.author]) == shown


def test_a_title_is_read_in_the_encoding_that_was_chosen(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("# Řeka\n".encode("cp1250"))
    about = glance(path, lambda: "cp1250")
    assert about is not None
    assert about.title == "Řeka"
