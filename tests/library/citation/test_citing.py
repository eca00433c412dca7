from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import BadRequest, NoSuchPassage
from postil.library.articles import opening
from postil.library.articles.opening import Reading
from postil.library.care.local_state import Home
from postil.library.citation import citing, styling
from postil.library.sources import sourcing
from postil.model.span import Span
from tests.library.conftest import Spot


def test_a_citation_names_the_source_of_the_passage_itself(reading: Reading, spot: Spot) -> None:
    text = citing.cite(reading, spot(reading, "Nobody had seen the water so still.")).text
    assert "Nobody had seen the water so still." in text
    assert "Choe Sang-Hun" in text
    assert "Northern Times" in text
    assert "Gazette" not in text


def test_every_format_has_a_label() -> None:
    assert tuple(citing.LABELS) == tuple(citing.FORMATS)
    assert len(set(citing.LABELS.values())) == len(citing.FORMATS)


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


def test_pieces_are_joined_in_the_order_of_the_article(reading: Reading, spot: Spot) -> None:
    pieces = [spot(reading, "lighthouse was reached by boat"), spot(reading, "Nobody sold bread")]
    expected = "Nobody sold bread … lighthouse was reached by boat"
    assert citing.words(reading, pieces) == expected
    assert citing.cite(reading, pieces).text.startswith(f"“{expected}”")
    styled = styling.cite_in_style(reading, pieces, "apa", "quotation").text
    assert styled.startswith(f"“{expected}” (")


def test_a_sentence_that_ends_between_two_pieces_is_ended(reading: Reading, spot: Spot) -> None:
    pieces = [spot(reading, "The ice came again in the year after"), spot(reading, "Some say")]
    assert citing.words(reading, pieces) == "The ice came again in the year after. …\n\nSome say"
    text = citing.cite(reading, pieces).text
    assert text.startswith("“The ice came again in the year after. … Some say”")
    block = citing.cite(reading, pieces, "markdown").text
    assert block.startswith("> The ice came again in the year after. …\n>\n> Some say\n>\n> —")


def test_pieces_that_touch_or_overlap_are_one(reading: Reading, spot: Spot) -> None:
    pieces = [spot(reading, "Boats lay in the ice"), spot(reading, "ice for nine weeks,")]
    assert citing.words(reading, pieces) == "Boats lay in the ice for nine weeks,"
    near = [spot(reading, "Boats lay"), spot(reading, "in the ice")]
    assert citing.words(reading, near) == "Boats lay in the ice"
    assert citing.words(reading, near[:1]) == "Boats lay"


def test_pieces_of_different_sources_are_said_to_be_so(reading: Reading, spot: Spot) -> None:
    long = spot(reading, "Boats lay in the ice for nine weeks, and the ferrymen sold bread")
    other = spot(reading, "My father took a sledge to the lighthouse")
    made = citing.cite(reading, [other, long])
    assert (
        "” — Ada Lindqvist, Harbour Gazette, February 3, 1998, and Choe Sang-Hun, Northern Times,"
        " January 24, 2015, quoted in “" in made.text
    )
    assert any("several sources" in problem for problem in made.problems)
    styled = styling.cite_in_style(reading, [other, long], "apa").text
    assert styled.startswith("(Lindqvist, 1998; Choe, 2015, as cited in ")
    mla = styling.cite_in_style(reading, [other, long], "mla")
    assert mla.text.startswith("(qtd. in ")
    assert sum("your sentence has to" in problem for problem in mla.problems) == 2
    assert citing.cite(reading, [other, long], "ris").text.count("TY  - ") == 3
    own = spot(reading, "Nobody sold bread that year")
    made = citing.cite(reading, [long, own])
    assert any("article's own words" in problem for problem in made.problems)
    assert not any("several sources" in problem for problem in made.problems)


def test_pieces_lose_the_attributions_at_their_ends(reading: Reading, spot: Spot) -> None:
    first = reading.article.block_span(reading.article.block_at(spot(reading, "Boats").start))
    made = citing.cite(reading, [first, spot(reading, "thinner and grey")]).text
    assert "walk out to them. … thinner and grey”" in made
    assert "[Source" not in made


def test_no_piece_is_without_words(reading: Reading, spot: Spot) -> None:
    for chosen in ([], [spot(reading, "nine weeks"), Span(3, 3)]):
        with pytest.raises(NoSuchPassage):
            citing.cite(reading, chosen)
        with pytest.raises(NoSuchPassage):
            citing.words(reading, chosen)


def test_the_readers_wording_is_marked(reading: Reading, spot: Spot) -> None:
    span = spot(reading, "Boats lay in the ice for nine weeks")
    made = citing.cite(reading, span, own_words="the boats lay in ice for nine weeks")
    assert made.text.startswith("“[the b]oats lay in … ice for nine weeks”")
    styled = styling.cite_in_style(reading, span, "mla", "quotation", words="Boats lay for weeks")
    assert styled.text.startswith("“Boats lay … for … weeks” (")
    with pytest.raises(BadRequest, match="no quotation"):
        citing.cite(reading, span, own_words="something else altogether")


def test_attributions_between_paragraphs_of_one_source_are_left_out(
    home: Home, tmp_path: Path
) -> None:
    named = "[Source: Ada Lindqvist, Harbour Gazette, February 3, 1998]"
    other = "[Source: Teo Brandt, Lake Review, June 2014]"
    path = tmp_path / "ice.txt"
    path.write_text(
        f"Boats lay in the ice. {named}\n\nSledges went out to them. {named}\n\n"
        f"Bread was dear that year. {other}\n\nOnly this. {named}\n",
        "utf-8",
    )
    reading = opening.read(home, path)
    text = reading.article.text
    made = citing.cite(reading, Span(0, text.index("Bread") - 2)).text
    assert made.startswith("“Boats lay in the ice.\n\n“Sledges went out to them.”")
    mixed = citing.cite(reading, Span(0, text.index("Only") - 2)).text
    assert "them.\n\n“Bread was dear that year.”\n\n— Ada Lindqvist" in mixed
    assert "and Teo Brandt, Lake Review, June 2014, cited in" in mixed
    assert "[Source" not in mixed
    start = text.rindex("[Source")
    assert citing.cite(reading, Span(start, len(text))).text.startswith("“[Source: Ada")
