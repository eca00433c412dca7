"""What a search has found is cited as it stands: sentences of a text, and notes in their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import NothingFound
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.citation import cited_hits, cited_notes
from postil.library.notes import annotating
from postil.library.notes.hit_tagging import Hit
from postil.model.span import Span
from tests.library.conftest import Spot


def hit(path: Path, span: Span, words: str, note: str = "") -> Hit:
    """Return a hit as a search hands it over."""
    return Hit(str(path), (span,), words, note)


def test_words_and_notes_are_cited_in_the_order_of_the_hits(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    words = spot(open_article, "warm current")
    span = spot(open_article, "Nobody had seen the water so still")
    note = annotating.annotate(home, open_article, span)
    noted = cited_hits.passages(
        home,
        [
            hit(article, words, "warm current"),
            hit(article, span, "Nobody had seen the water so still", note.id),
        ],
    )
    first, second = cited_notes.words(noted).split("\n\n")
    assert first.startswith("Some say that the warm current had turned")
    assert second == "Nobody had seen the water so still"
    made = cited_notes.preview_all(home, noted, "bibtex")
    assert made.reference or made.quotation
    assert "Choe" in f"{made.reference}{made.quotation}{made.citation}"


def test_a_note_on_the_whole_article_is_left_out_and_alone_is_no_passage(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    whole = annotating.annotate(home, open_article, None, body="On all of it")
    of_note = Hit(str(article), (), "", whole.id)
    with pytest.raises(NothingFound, match="whole articles"):
        cited_hits.passages(home, [of_note])
    words = hit(article, spot(open_article, "warm current"), "warm current")
    noted = cited_hits.passages(home, [of_note, words])
    assert len(noted.citable) == 1


def test_what_is_gone_cannot_be_cited(
    home: Home, article: Path, open_article: OpenArticle, spot: Spot
) -> None:
    words = hit(article, spot(open_article, "warm current"), "warm current")
    article.unlink()
    with pytest.raises(NothingFound, match="not there any more"):
        cited_hits.passages(home, [words])
