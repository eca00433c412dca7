from __future__ import annotations

from pathlib import Path

import pytest

from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.metadata import name_corrections
from postil.library.notes import annotating, undoing
from postil.library.notes.listing import listing
from postil.library.sources import sourcing
from postil.model.source import Name, Source
from postil.model.span import Span

ONE = """The first harbour

The pilots left before dawn. [Source: Ose Tala, Rimjin Gate, May 3, 2001]

The nets stayed empty. [Source: Ose Tala, Quay Herald, May 9, 2001]

Nobody came back. [Source: Rimjin Gate, May 12, 2001]
"""
OTHER = """The second harbour

The ferry was late. [Source: Mary Lamb and Ose Tala, Rimjin Gate, June 3, 2004]

Then “it was later,” Ose Tala wrote in Rimjin Gate: “It never came.”
"""


@pytest.fixture
def one(home: Home, tmp_path: Path) -> OpenArticle:
    path = tmp_path / "one.txt"
    path.write_text(ONE, "utf-8")
    return opening.read(home, path)


def second(home: Home, tmp_path: Path) -> OpenArticle:
    path = tmp_path / "other.txt"
    path.write_text(OTHER, "utf-8")
    return opening.read(home, path)


def source_of(open_article: OpenArticle, words: str) -> Source:
    at = open_article.article.text.index(words)
    found = sourcing.at(open_article, Span(at, at + len(words))).source
    assert found is not None
    return found


def span_of(open_article: OpenArticle, words: str) -> Span:
    at = open_article.article.text.index(words)
    return Span(at, at + len(words))


def test_a_person_who_was_corrected_is_read_so_in_the_next_attribution(
    home: Home, one: OpenArticle, tmp_path: Path
) -> None:
    assert source_of(one, "nets").author == (Name("Tala", "Ose"),)
    corrected = sourcing.correct(home, one, span_of(one, "pilots"), {"author": "Ose, Tala"})
    expected = Name("Ose", "Tala", family_first=True)
    assert source_of(corrected, "pilots").author == (expected,)
    assert source_of(corrected, "nets").author == (expected,)
    other = second(home, tmp_path)
    assert source_of(other, "ferry").author == (Name("Lamb", "Mary"), expected)


def test_a_publication_that_was_corrected_is_read_so_elsewhere(
    home: Home, one: OpenArticle, tmp_path: Path
) -> None:
    assert source_of(one, "Nobody").container_title == ""
    fields = {"author": "", "container-title": "Rimjin Gate"}
    corrected = sourcing.correct(home, one, span_of(one, "Nobody"), fields)
    assert source_of(corrected, "pilots").container_title == "Rimjin Gate"
    other = second(home, tmp_path)
    found = sourcing.at(other, span_of(other, "It never came"))
    assert found.source is not None
    assert found.source.container_title == "Rimjin Gate"


def test_undoing_a_correction_takes_its_names_back(
    home: Home, one: OpenArticle, tmp_path: Path
) -> None:
    corrected = sourcing.correct(home, one, span_of(one, "pilots"), {"author": "Ose, Tala"})
    undoing.undo(home)
    taken_back = opening.refreshed(home, corrected)
    assert source_of(taken_back, "nets").author == (Name("Tala", "Ose"),)
    assert source_of(second(home, tmp_path), "ferry").author[1] == Name("Tala", "Ose")


def test_only_what_the_reader_changed_is_learnt(home: Home, one: OpenArticle) -> None:
    assert not name_corrections.names(name_corrections.every_correction(home))
    sourcing.correct(home, one, span_of(one, "pilots"), {"issued": "4 May 2001"})
    assert not name_corrections.names(name_corrections.every_correction(home))
    sourcing.disown(home, one, span_of(one, "nets"))
    assert not name_corrections.names(name_corrections.every_correction(home))


def test_the_list_of_notes_knows_what_was_learnt_since(
    home: Home, one: OpenArticle, tmp_path: Path
) -> None:
    other = second(home, tmp_path)
    annotating.annotate(home, other, span_of(other, "ferry"), body="late")
    [listed] = listing(home)
    assert listed.source is not None
    assert listed.source.author[1] == Name("Tala", "Ose")
    sourcing.correct(home, one, span_of(one, "pilots"), {"author": "Ose, Tala"})
    [listed] = listing(home)
    assert listed.source is not None
    assert listed.source.author[1] == Name("Ose", "Tala", family_first=True)
