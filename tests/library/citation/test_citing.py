from __future__ import annotations

from pathlib import Path

import pytest

from postil.errors import BadRequest, NoSuchPassage
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.care.local_state import Home
from postil.library.citation import citing, styling
from postil.library.sources import sourcing
from postil.model.span import Span
from tests.library.conftest import Spot


def test_a_citation_names_the_source_of_the_passage_itself(
    open_article: OpenArticle, spot: Spot
) -> None:
    text = citing.cite(open_article, spot(open_article, "Nobody had seen the water so still.")).text
    assert "Nobody had seen the water so still." in text
    assert "Choe Sang-Hun" in text
    assert "Northern Times" in text
    assert "Gazette" not in text


def test_every_format_has_a_label() -> None:
    assert tuple(citing.LABELS) == tuple(citing.FORMATS)
    assert len(set(citing.LABELS.values())) == len(citing.FORMATS)


def test_a_corrected_source_is_cited_as_corrected(
    home: Home, open_article: OpenArticle, spot: Spot
) -> None:
    span = spot(open_article, "so still")
    told = sourcing.correct(home, open_article, span, {"author": "Cho Min-Seo"})
    assert "Cho Min-Seo" in citing.cite(told, span).text


def test_an_unknown_format_is_refused_with_those_there_are(
    open_article: OpenArticle, spot: Spot
) -> None:
    with pytest.raises(BadRequest, match="csl-json"):
        citing.cite(open_article, spot(open_article, "nine weeks"), "html\x1b[1m")


def test_words_are_copied_as_they_are(open_article: OpenArticle, spot: Spot) -> None:
    span = spot(open_article, "nine weeks, ")
    assert citing.words(open_article, span) == "nine weeks,"
    with pytest.raises(NoSuchPassage):
        citing.words(open_article, Span(3, 3))


def test_pieces_are_joined_in_the_order_of_the_article(
    open_article: OpenArticle, spot: Spot
) -> None:
    pieces = [
        spot(open_article, "lighthouse was reached by boat"),
        spot(open_article, "Nobody sold bread"),
    ]
    expected = "Nobody sold bread … lighthouse was reached by boat"
    assert citing.words(open_article, pieces) == expected
    assert citing.cite(open_article, pieces).text.startswith(f"“{expected}”")
    styled = styling.cite_in_style(open_article, pieces, "apa", "quotation").text
    assert styled.startswith(f"“{expected}” (")


def test_a_sentence_that_ends_between_two_pieces_is_ended(
    open_article: OpenArticle, spot: Spot
) -> None:
    pieces = [
        spot(open_article, "The ice came again in the year after"),
        spot(open_article, "Some say"),
    ]
    assert (
        citing.words(open_article, pieces) == "The ice came again in the year after. …\n\nSome say"
    )
    text = citing.cite(open_article, pieces).text
    assert text.startswith("“The ice came again in the year after. … Some say”")
    block = citing.cite(open_article, pieces, "markdown").text
    assert block.startswith("> The ice came again in the year after. …\n>\n> Some say\n>\n> —")


def test_pieces_that_touch_or_overlap_are_one(open_article: OpenArticle, spot: Spot) -> None:
    pieces = [spot(open_article, "Boats lay in the ice"), spot(open_article, "ice for nine weeks,")]
    assert citing.words(open_article, pieces) == "Boats lay in the ice for nine weeks,"
    near = [spot(open_article, "Boats lay"), spot(open_article, "in the ice")]
    assert citing.words(open_article, near) == "Boats lay in the ice"
    assert citing.words(open_article, near[:1]) == "Boats lay"


def test_pieces_of_different_sources_are_said_to_be_so(
    open_article: OpenArticle, spot: Spot
) -> None:
    long = spot(open_article, "Boats lay in the ice for nine weeks, and the ferrymen sold bread")
    other = spot(open_article, "My father took a sledge to the lighthouse")
    made = citing.cite(open_article, [other, long])
    assert (
        "” — Ada Lindqvist, Harbour Gazette, February 3, 1998, and Choe Sang-Hun, Northern Times,"
        " January 24, 2015, quoted in “" in made.text
    )
    assert any("several sources" in problem for problem in made.problems)
    styled = styling.cite_in_style(open_article, [other, long], "apa").text
    assert styled.startswith("(Lindqvist, 1998; Choe, 2015, as cited in ")
    mla = styling.cite_in_style(open_article, [other, long], "mla")
    assert mla.text.startswith("(qtd. in ")
    assert sum("your sentence has to" in problem for problem in mla.problems) == 2
    assert citing.cite(open_article, [other, long], "ris").text.count("TY  - ") == 3
    own = spot(open_article, "Nobody sold bread that year")
    made = citing.cite(open_article, [long, own])
    assert any("article's own words" in problem for problem in made.problems)
    assert not any("several sources" in problem for problem in made.problems)


def test_pieces_lose_the_attributions_at_their_ends(open_article: OpenArticle, spot: Spot) -> None:
    first = open_article.article.block_span(
        open_article.article.block_at(spot(open_article, "Boats").start)
    )
    made = citing.cite(open_article, [first, spot(open_article, "thinner and grey")]).text
    assert "walk out to them. … thinner and grey”" in made
    assert "[Source" not in made


def test_no_piece_is_without_words(open_article: OpenArticle, spot: Spot) -> None:
    for chosen in ([], [spot(open_article, "nine weeks"), Span(3, 3)]):
        with pytest.raises(NoSuchPassage):
            citing.cite(open_article, chosen)
        with pytest.raises(NoSuchPassage):
            citing.words(open_article, chosen)


def test_the_readers_wording_is_marked(open_article: OpenArticle, spot: Spot) -> None:
    span = spot(open_article, "Boats lay in the ice for nine weeks")
    made = citing.cite(open_article, span, own_words="the boats lay in ice for nine weeks")
    assert made.text.startswith("“[the b]oats lay in … ice for nine weeks”")
    styled = styling.cite_in_style(
        open_article, span, "mla", "quotation", words="Boats lay for weeks"
    )
    assert styled.text.startswith("“Boats lay … for … weeks” (")
    with pytest.raises(BadRequest, match="no quotation"):
        citing.cite(open_article, span, own_words="something else altogether")


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
    open_article = opening.read(home, path)
    text = open_article.article.text
    made = citing.cite(open_article, Span(0, text.index("Bread") - 2)).text
    assert made.startswith("“Boats lay in the ice.\n\n“Sledges went out to them.”")
    mixed = citing.cite(open_article, Span(0, text.index("Only") - 2)).text
    assert "them.\n\n“Bread was dear that year.”\n\n— Ada Lindqvist" in mixed
    assert "and Teo Brandt, Lake Review, June 2014, cited in" in mixed
    assert "[Source" not in mixed
    start = text.rindex("[Source")
    assert citing.cite(open_article, Span(start, len(text))).text.startswith("“[Source: Ada")
