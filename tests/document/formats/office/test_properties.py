"""Metadata is what a document says of itself, and not what programs fill in."""

from __future__ import annotations

import pytest

from postil.document.formats.office.paragraphs import Item, Paragraph, Piece, Story
from postil.document.formats.office.properties import metadata_of


def line(text: str, level: int = 0, role: str = "", size: float = 12.0) -> Paragraph:
    """Return a paragraph."""
    return Paragraph([Piece("text", text, (), "", size)], role=role, level=level)


TEXT = line("Every autumn a committee met to decide whose vault should be mended first. " * 2)


def title(*items: Item, **properties: str) -> str:
    """Return the title of a document."""
    return metadata_of(Story(list(items), properties=properties), "jars.docx")[0].title


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Microsoft Word - a.doc",
        "Untitled 3",
        "Document1",
        "report.docx",
        "jars",
        "...",
        "Title",
    ],
)
def test_a_title_that_programs_fill_in_is_none(said: str) -> None:
    assert title(TEXT, title=said) == ""
    assert title(line("Jars and lids", role="title"), TEXT, title=said) == "Jars and lids"


def test_a_heading_is_the_title_where_it_stands_above_all_others() -> None:
    assert title(line("Jars", 1), line("Winter", 2), TEXT, line("Summer", 2)) == "Jars"
    assert title(line("Jars", 1, size=20), TEXT, line("Lids", 1, size=16)) == "Jars"
    assert title(line("Winter", 1), TEXT, line("Summer", 1)) == ""
    assert title(TEXT, line("Winter", 1), TEXT) == "", "text stands before it"
    assert title(line("A name"), line("May 2021"), line("Jars", 1), TEXT) == "Jars"
    assert title(line("1 Introduction", 1), TEXT) == "", "a part of any document"


@pytest.mark.parametrize("said", ["python-docx", "Microsoft Office User", "Admin", "user1"])
def test_an_author_that_programs_fill_in_is_none(said: str) -> None:
    found, _ = metadata_of(Story([TEXT], properties={"author": said}), "a.docx")
    assert found.author == ()


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Ann Lee, Bob Kim", ["Ann Lee", "Bob Kim"]),
        ("Lee, Ann", ["Ann Lee"]),
        ("Lee, Ann; Kim, Bob", ["Ann Lee", "Bob Kim"]),
        ("Ann Lee and Bob Kim", ["Ann Lee", "Bob Kim"]),
    ],
)
def test_several_authors_are_told_apart(said: str, names: list[str]) -> None:
    found, _ = metadata_of(Story([TEXT], properties={"author": said}), "a.docx")
    assert [name.display for name in found.author] == names


def test_a_title_page_names_authors_and_a_date_by_their_styles() -> None:
    page: list[Item] = [
        line("Jars", role="title"),
        line("Bram Oduya", role="author"),
        line("Ida Marrow", role="author"),
        line("6 May 2025", role="date"),
    ]
    found, _ = metadata_of(Story(page, properties={"date": "2026-11-29T10:00:00Z"}), "a.docx")
    assert [name.display for name in found.author] == ["Bram Oduya", "Ida Marrow"]
    assert found.issued is not None
    assert (found.issued.year, found.issued.day) == (2025, 6), "what is printed beats the file's"
    assert dict(found.origins)["issued"] == "text"
