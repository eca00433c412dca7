from __future__ import annotations

import pytest

from postil.errors import BadRequest, NoSuchPassage
from postil.library import citing, sourcing
from postil.library.articles import Reading
from postil.library.desk import Home
from postil.model.span import Span

from .conftest import Spot


def test_a_citation_names_the_source_of_the_passage_itself(reading: Reading, spot: Spot) -> None:
    text = citing.cite(reading, spot(reading, "Nobody had seen the water so still.")).text
    assert "Nobody had seen the water so still." in text
    assert "Choe Sang-Hun" in text
    assert "Northern Times" in text
    assert "Gazette" not in text


def test_every_format_has_a_preview_with_a_label(reading: Reading, spot: Spot) -> None:
    found = citing.previews(reading, spot(reading, "nine weeks"))
    assert tuple(one.format for one in found) == tuple(citing.FORMATS)
    assert all(one.label and one.citation.text for one in found)
    assert len({one.label for one in found}) == len(found)


def test_a_corrected_source_is_cited_as_corrected(home: Home, reading: Reading, spot: Spot) -> None:
    span = spot(reading, "so still")
    told = sourcing.correct(home, reading, span, {"author": "Cho Min-Seo"})
    assert "Cho Min-Seo" in citing.cite(told, span).text


def test_an_unknown_format_is_refused_with_those_there_are(reading: Reading, spot: Spot) -> None:
    with pytest.raises(BadRequest, match="csl-json"):
        citing.cite(reading, spot(reading, "nine weeks"), "html\x1b[1m")


def test_words_are_copied_as_they_are(reading: Reading, spot: Spot) -> None:
    span = spot(reading, "nine weeks, ")
    assert citing.words(reading, span) == "nine weeks,"
    with pytest.raises(NoSuchPassage):
        citing.words(reading, Span(3, 3))
