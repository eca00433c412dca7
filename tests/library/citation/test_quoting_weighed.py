"""Of a passage in several pieces, most of the words say whose it is."""

from __future__ import annotations

import pytest

from postil.library.base.open_article import OpenArticle
from postil.library.citation import quoting
from tests.library.conftest import Spot

LONG_HERE = "Boats lay in the ice for nine weeks, and the ferrymen sold bread"
SHORT_HERE = "nine weeks"
LONG_THERE = "Nobody had seen the water so still. My father took a sledge to the lighthouse"
SHORT_THERE = "for half the town"


@pytest.mark.parametrize(
    ("pieces", "container"),
    [
        ((LONG_HERE, SHORT_THERE), "Harbour Gazette"),
        ((SHORT_HERE, LONG_THERE), "Northern Times"),
        ((SHORT_HERE, "walk out to them", LONG_THERE), "Northern Times"),
    ],
)
def test_the_source_of_most_words_governs_all_pieces(
    open_article: OpenArticle, spot: Spot, pieces: tuple[str, ...], container: str
) -> None:
    """Both are named all the same, in the order of the article."""
    found = quoting.passage(open_article, [spot(open_article, piece) for piece in pieces])
    assert found.governed.source is not None
    assert found.governed.source.container_title == container
    assert [source.container_title for source, _ in found.governed.several] == [
        "Harbour Gazette",
        "Northern Times",
    ]
    assert "several-sources-in-passage" in found.governed.problems
    assert [piece.text for piece in found.pieces] == list(pieces)
