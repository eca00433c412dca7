from __future__ import annotations

import json
from pathlib import Path

import pytest

from postil.errors import NothingFound
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.citation import cited_notes
from postil.library.notes import annotating
from postil.model.note import Note
from tests.library.conftest import ARTICLE, Spot


@pytest.fixture
def made(home: Home, open_article: OpenArticle, spot: Spot) -> list[Note]:
    spots = [spot(open_article, one) for one in ("nine weeks", "so still", "grey")]
    return [annotating.annotate(home, open_article, one) for one in spots]


def test_passages_are_copied_in_the_order_in_which_the_notes_are_given(
    home: Home, made: list[Note]
) -> None:
    noted = cited_notes.passages(home, [made[2].id, made[0].id])
    assert cited_notes.words(noted) == "grey\n\nnine weeks"
    assert noted.problems == ()


def test_each_passage_is_cited_with_its_own_source(home: Home, made: list[Note]) -> None:
    noted = cited_notes.passages(home, [note.id for note in made])
    first, second, third = cited_notes.preview_all(home, noted, "text").quotation.split("\n\n")
    assert "Ada Lindqvist" in first
    assert "Choe Sang-Hun" in second
    assert third.startswith("“grey”")
    styled = cited_notes.preview_all(home, noted, "apa")
    assert styled.in_style
    assert styled.citation.count("\n\n") == 2
    assert styled.reference == "harbour.txt. (n.d.).", "the article that was read, once"


def test_records_stand_there_once(home: Home, made: list[Note]) -> None:
    noted = cited_notes.passages(home, [note.id for note in made])
    records = json.loads(cited_notes.preview_all(home, noted, "csl-json").quotation)
    assert len(records) == 3, "two sources, and the article that was read"
    assert cited_notes.preview_all(home, noted, "bibtex").quotation.count("@") == 3


def test_what_cannot_be_cited_is_told(
    home: Home, article: Path, open_article: OpenArticle, made: list[Note]
) -> None:
    whole = annotating.annotate(home, open_article, None, body="On all of it")
    article.write_text(ARTICLE.replace("thinner and grey, ", ""), "utf-8")
    noted = cited_notes.passages(home, [*(note.id for note in made), whole.id])
    assert noted.problems == (
        "Left out: 1 note without a place.",
        "Left out: 1 note on whole articles.",
    )
    assert cited_notes.words(noted) == "nine weeks\n\nso still\n\ngrey"
    assert "grey" not in cited_notes.preview_all(home, noted, "text").quotation
    with pytest.raises(NothingFound):
        cited_notes.passages(home, [whole.id])


def test_without_the_article_the_words_are_there_and_no_citation(
    home: Home, article: Path, made: list[Note]
) -> None:
    article.unlink()
    noted = cited_notes.passages(home, [made[0].id])
    assert cited_notes.words(noted) == "nine weeks"
    (problem,) = noted.problems
    assert problem.startswith("Left out: ")
    with pytest.raises(NothingFound):
        cited_notes.preview_all(home, noted, "text")
