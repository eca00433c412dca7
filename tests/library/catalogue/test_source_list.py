"""Sources are found by the fields of a query, and their passages where they can still be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import BadQuery
from postil.library.care.local_state import Home
from postil.library.catalogue import knowing, source_list
from postil.library.catalogue.source_list import ListedSource, SourceFilter
from postil.model.source import Date, Name, Source

LAKE = """# Lake

Nobody sold bread that year. [Source: Teo Brandt, Lake Review, June 2014]
"""
ADA = Source(
    author=(Name("Lindqvist", "Ada"),),
    title="Nine Weeks of Ice",
    container_title="Harbour Gazette",
    issued=Date(1998, 2, 3),
)
BOOK = Source(author=(Name("Brandt", "Teo"),), title="Rye", publisher="Mole Press")
BARE = Source(url="https://example.org/register")
ALL = (ADA, BOOK, BARE)


def fitting(home: Home, typed: str) -> list[Source]:
    """Return which of the sources fit, of which only the book has a note."""
    listed = [ListedSource(one, (one,), 1, ("a",), notes=int(one is BOOK)) for one in ALL]
    return [one.source for one in SourceFilter(home, listed).fitting(typed, lambda: None)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("author:lindqvist", [ADA]),
        ("author:gazette", []),
        ("title:rye", [BOOK]),
        ("title:brandt", []),
        ("outlet:gazette", [ADA]),
        ("outlet:mole", [BOOK]),
        ("outlet:rye", []),
        ("source:gazette", [ADA]),
        ("source:brandt", [BOOK]),
        ("note:rye", []),
        ("tag:rye", []),
        ("has:note", [BOOK]),
        ("date:1998", [ADA]),
        ("-author:lindqvist", [BOOK, BARE]),
    ],
)
def test_a_source_is_found_by_its_own_fields_alone(
    home: Home, typed: str, found: list[Source]
) -> None:
    assert fitting(home, typed) == found


def test_each_spelling_counts_and_each_source_is_a_step(home: Home) -> None:
    other = Source(author=(Name("Lindqvist", "A."),), container_title="The Ferry Post")
    listed = [ListedSource(ADA, (ADA, other), 2, ("a",)), ListedSource(BOOK, (BOOK,), 1, ("a",))]
    steps: list[None] = []
    found = SourceFilter(home, listed).fitting("outlet:ferry", lambda: steps.append(None))
    assert [one.source for one in found] == [ADA]
    assert len(steps) == 2


def test_a_query_that_cannot_be_read_is_refused(home: Home) -> None:
    with pytest.raises(BadQuery):
        fitting(home, "has:wings")


def test_passages_come_from_the_articles_that_still_quote_the_source(
    home: Home, tmp_path: Path
) -> None:
    for name in "kept.md", "gone.md", "changed.md":
        (tmp_path / name).write_text(LAKE.replace("Lake\n", f"{name}\n", 1), "utf-8")
    knowing.add(home.places, [tmp_path / name for name in ("kept.md", "gone.md", "changed.md")])
    (one,) = source_list.of_library(home)
    assert {Path(path).name for path in one.paths} == {"kept.md", "gone.md", "changed.md"}
    (tmp_path / "gone.md").unlink()
    (tmp_path / "changed.md").write_text("# Changed\n\nNobody is quoted by now.\n", "utf-8")
    found = [(one.open_article.path, len(one.places)) for one in source_list.places(home, one)]
    assert found == [(tmp_path / "kept.md", 1)]
