"""Sources that the reader has joined are one in lists and queries, until that is undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import BadRequest
from postil.library.articles import opening
from postil.library.care.local_state import Home
from postil.library.catalogue import choosing, knowing, searching, source_list
from postil.library.notes import annotating, undoing
from postil.library.sources import joining
from postil.library.sources.likely_same import likely_same
from postil.model.source import Date, Name, Source
from postil.model.span import Span
from postil.store.home.journal import Change
from postil.store.records.records import JoinedSource

ONE = """# One

The ice held for nine weeks. [Source: Ada Lindqvist, Harbour Gazette, February 3, 1998]

Nobody sold bread that year. [Source: Teo Brandt, Lake Review, June 2014]
"""
TWO = """# Two

The ferrymen sold bread. [Source: A. Lindqvist, The Harbour Gazette, February 3, 1998]
"""


@pytest.fixture
def known(home: Home, tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for name, text in ("one.md", ONE), ("two.md", TWO):
        (folder / name).write_text(text, "utf-8")
    knowing.add(home.places, [folder])
    return folder


def listed(home: Home) -> list[tuple[str, int, int]]:
    found = source_list.of_library(home)
    return [(one.source.author[0].display, one.passages, len(one.paths)) for one in found]


def test_joined_sources_are_one_in_lists_and_parted_by_undo(home: Home, known: Path) -> None:
    apart = [("A. Lindqvist", 1, 1), ("Ada Lindqvist", 1, 1), ("Teo Brandt", 1, 1)]
    assert sorted(listed(home)) == apart
    short, full = sorted(
        (one.source for one in source_list.of_library(home) if "Lindqvist" in one.key),
        key=lambda one: one.author[0].display,
    )
    joining.join(home, [short, full], full)
    assert listed(home) == [("Ada Lindqvist", 2, 2), ("Teo Brandt", 1, 1)]
    (one, _) = source_list.of_library(home)
    assert {spelled.author[0].display for spelled in one.spellings} == {
        "A. Lindqvist",
        "Ada Lindqvist",
    }
    places = [
        (found.open_article.article.name, len(found.places))
        for found in source_list.places(home, one)
    ]
    assert places == [("one.md", 1), ("two.md", 1)]
    # The other spelling may win later on.
    joining.join(home, one.spellings, short)
    assert listed(home)[0] == ("A. Lindqvist", 2, 2)
    with pytest.raises(BadRequest):
        joining.join(home, one.spellings, short)
    assert undoing.undo(home).startswith("Undone: sources joined to")
    assert listed(home)[0] == ("Ada Lindqvist", 2, 2)
    joining.part(home, one.spellings)
    assert sorted(listed(home)) == apart


def test_queries_find_either_spelling(home: Home, known: Path) -> None:
    opened = opening.read(home, known / "two.md")
    at = opened.article.text.index("sold bread")
    annotating.annotate(home, opened, Span(at, at + 10))
    asked = 'source:"Ada Lindqvist"'
    titles = {hit.title for hit in searching.search(home.places, home, asked)}
    assert titles == {"One"}
    assert list(choosing.chosen_notes(home, asked)) == []
    short, full = sorted(
        (one.source for one in source_list.of_library(home) if "Lindqvist" in one.key),
        key=lambda one: one.author[0].display,
    )
    joining.join(home, [short, full], full)
    titles = {hit.title for hit in searching.search(home.places, home, asked)}
    assert titles == {"One", "Two"}
    assert len(list(choosing.chosen_notes(home, asked))) == 1
    (one, *_) = source_list.with_notes(home, source_list.of_library(home))
    assert one.notes == 1


def test_circles_of_two_machines_end(home: Home) -> None:
    one, two = Source(title="One"), Source(title="Two")
    circle = [
        JoinedSource(joining.spelling(one), two, "One"),
        JoinedSource(joining.spelling(two), one, "Two"),
    ]
    home.apply(Change("joined on two machines", after=tuple(circle)))
    joins = joining.SourceJoins(home)
    assert joins.of(one) in (one, two)
    assert joining.other_words(home).keys() == {"One", "Two"}


DAY = Date(1998, 2, 3)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ((Name("Rook", "Ada"), "Harbour Times"), (Name("Rook", "A."), "The Harbour Times"), True),
        ((Name("Choe", "Sang-Hun"), "Times"), (Name("Choe", "Sang-hun"), "Times"), True),
        ((Name("Choe", "Sang-Hun"), "Times"), (Name("Sang-Hun", "Choe"), "Times"), True),
        ((Name("García", "José"), "El País"), (Name("Garcia", "Jose"), "El Pais"), True),
        ((Name("Lamb", "Mary"), "Times"), (Name("Lamb", "Tom"), "Times"), False),
        ((Name("Lamb", "Mary"), "Times"), (Name("Lamb", "Mary"), "Gazette"), False),
        ((Name("Lamb", "M."), "Times"), (Name("Rook", "M."), "Times"), False),
    ],
)  # fmt: skip
def test_likely_pairs(one: tuple[Name, str], other: tuple[Name, str], alike: bool) -> None:
    sources = [
        Source(author=(name,), container_title=outlet, issued=DAY) for name, outlet in (one, other)
    ]
    assert likely_same(sources) == ({0: 1, 1: 0} if alike else {})


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (Source(author=(Name("Rook", "A."),)), Source(author=(Name("Rook", "Ada"),))),
        (Source(author=(Name("Rook", "Ada"),)), Source(author=(Name("Rook", "Ada"),), title="Ice")),
        (Source(issued=Date(2011)), Source(issued=Date(2011, 5))),
        (Source(issued=Date(2011, 5)), Source(issued=Date(2011, 5, 3))),
        (Source(container_title="Gazette"), Source(container_title="The Harbour Gazette")),
    ],
)
def test_that_is_fuller_which_says_more(less: Source, more: Source) -> None:
    assert joining.fullness(less) < joining.fullness(more)
