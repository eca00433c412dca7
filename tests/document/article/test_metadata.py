"""What is known of an article, and who says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.document.article.back_matter import updated
from postil.document.article.metadata import from_mapping, merged
from postil.document.pipeline import open_article
from postil.model.source import Date, Metadata, Name


def test_a_sidecar_overrules_the_document(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: From inside\nlang: en\n---\n\nWords.\n")
    (tmp_path / "a.md.meta.toml").write_text(
        'title = "From beside"\nauthor = ["Keeper, Ann", {literal = "Guild"}]\ndate = 2019-03-04\n'
        'container-title = "Lamp Weekly"\nurl = "https://l.example"\ntype = "article"\nodd = 1\n'
    )
    (article,) = open_article(path)
    known = article.metadata
    assert known.title == "From beside"
    assert known.author == (Name("Keeper", "Ann"), Name(literal="Guild"))
    assert known.issued == Date(2019, 3, 4)
    assert (known.container_title, known.language, known.type) == ("Lamp Weekly", "en", "article")
    origins = dict(known.origins)
    assert origins["title"] == "sidecar"
    assert origins["language"] == "document"
    assert article.remarks == ()


@pytest.mark.parametrize(
    ("content", "remark"),
    [
        (b"title = ", "a.txt.meta.toml is no TOML"),
        (b'date = "soon"', "a.txt.meta.toml: The date given cannot be used."),
        (b"\x89PNG\r\n\x1a\n", "a.txt.meta.toml cannot be read."),
    ],
)
def test_a_broken_sidecar_is_spoken_of(tmp_path: Path, content: bytes, remark: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Words.\n")
    (tmp_path / "a.txt.meta.toml").write_bytes(content)
    (article,) = open_article(path)
    assert article.blocks[0].text == "Words."
    assert article.remarks[0].startswith(remark)
    assert article.metadata.origins == ()


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("World Health Organization", (Name(literal="World Health Organization"),)),
        (["Jane Doe", "BBC News"], (Name("Doe", "Jane"), Name(literal="BBC News"))),
        ({"name": "Postil contributors"}, (Name(literal="Postil contributors"),)),
        ({"family": "Doe", "given": "Jane"}, (Name("Doe", "Jane"),)),
        ("Choe Sang-Hun", (Name("Choe", "Sang-Hun", family_first=True),)),
    ],
)
def test_organisations_among_the_authors_stay_whole(value: object, read: tuple[Name, ...]) -> None:
    assert from_mapping({"author": value}, "document")[0].author == read


def test_values_are_clean_and_of_their_kind() -> None:
    known, problems = from_mapping(
        {"title": "a\x1b[31m\nb", "author": 3, "url": ["x"], "Date": "24 July 2021"}, "document"
    )
    assert known.title == "a b"
    assert known.issued == Date(2021, 7, 24)
    assert known.author == ()
    assert len(problems) == 2


def test_the_first_who_knows_is_believed() -> None:
    first = from_mapping({"updated": "2021"}, "sidecar")[0]
    second = from_mapping({"title": "T", "date": "1999"}, "document")[0]
    both = merged(first, second, Metadata())
    assert (both.title, both.issued, both.updated) == ("T", Date(2021), True)
    assert both.origins == (("issued", "sidecar"), ("title", "document"))


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Updated in June 2018", Date(2018, 6)),
        ("Last updated: 4 May 2020", Date(2020, 5, 4)),
        ("This page was last modified on 2020-05-04.", Date(2020, 5, 4)),
        ("Updated daily", None),
        ("It was updated in June 2018", None),
    ],
)
def test_the_last_update_is_read(line: str, date: Date | None) -> None:
    assert updated(["x", line]) == date
