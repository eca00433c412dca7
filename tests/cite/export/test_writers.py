"""Records in all formats, of a passage and of its article."""

from __future__ import annotations

import json

from postil.cite.citation import CitedArticle, cite
from postil.model.source import Date, Governed, Metadata, Name, Source, Via
from postil.model.span import Span
from postil.model.values import replace

TODAY = Date(2026, 11, 23)
LAMB = Name("Lamb", "Mary")
ROOK = Name("Rook", "Tom")
HERALD = Source(
    "article-newspaper", (LAMB,), container_title="Quay Herald", issued=Date(2001, 5, 3)
)
KNOWN = CitedArticle(
    Metadata("Tides & Fog", (ROOK,), Date(2021, 7), url="https://example.org/a_b"), "tides.txt"
)


def found(source: Source | None) -> Governed:
    return Governed(Span(0, 1), source, Via.BRACKET, "high", "quoted" if source else "own")


def made(format_: str, source: Source | None = HERALD, article: CitedArticle = KNOWN) -> str:
    return cite("Fog.", found(source), article, format_, TODAY).text


def test_bibtex_links_the_original_to_the_article() -> None:
    assert made("bibtex") == (
        "@article{lamb2001,\n"
        "  author = {Lamb, Mary},\n"
        "  journal = {Quay Herald},\n"
        "  year = {2001},\n"
        "  month = may,\n"
        "  day = {3},\n"
        "  note = {Quoted in \\cite{rook2021}}\n"
        "}\n\n"
        "@misc{rook2021,\n"
        "  author = {Rook, Tom},\n"
        "  title = {Tides \\& Fog},\n"
        "  year = {2021},\n"
        "  month = jul,\n"
        "  url = {https://example.org/a_b}\n"
        "}"
    )


def test_ris_has_a_field_a_line() -> None:
    assert made("ris") == (
        "TY  - NEWS\nAU  - Lamb, Mary\nT2  - Quay Herald\nPY  - 2001\nDA  - 2001/05/03\n"
        "N1  - Quoted in Rook, Tom, Tides & Fog, July 2021, https://example.org/a_b\nER  - \n\n"
        "TY  - ELEC\nAU  - Rook, Tom\nTI  - Tides & Fog\nPY  - 2021\nDA  - 2021/07//\n"
        "UR  - https://example.org/a_b\nY2  - 2026/11/23/\nER  - "
    )


def test_csl_json_links_the_original_to_the_article() -> None:
    original, article = json.loads(made("csl-json"))
    assert original["custom"] == {"quoted-in": article["id"]}
    assert original["note"] == "Quoted in Rook (2021), “Tides & Fog”"
    assert original["issued"] == {"date-parts": [[2001, 5, 3]]}
    assert article["accessed"] == {"date-parts": [[2026, 11, 23]]}
    assert "title" not in original


def test_own_words_give_the_article_alone() -> None:
    assert made("bibtex", None).count("@") == 1
    assert made("ris", None).count("TY  - ") == 1
    assert len(json.loads(made("csl-json", None))) == 1


def test_an_article_of_which_nothing_is_known_goes_by_its_file() -> None:
    [item] = json.loads(made("csl-json", None, CitedArticle(Metadata(), "tides.txt")))
    assert item == {"id": item["id"], "type": "webpage", "title": "tides.txt"}


def test_a_name_stands_in_one_place_only() -> None:
    agency = Source("article-newspaper", (Name(literal="Reuters"),), container_title="Reuters")
    assert made("bibtex", agency).count("Reuters") == 1
    assert made("ris", agency).count("Reuters") == 1


def test_line_ends_in_a_title_do_not_break_a_record() -> None:
    article = CitedArticle(Metadata("Tides\nTY  - BOOK"), "tides.txt")
    assert sum(line.startswith("TY  - ") for line in made("ris", None, article).split("\n")) == 1


PAPER = Source(
    "article-journal",
    (LAMB,),
    "Salt roads",
    "Coastal Review",
    issued=Date(1998),
    page="45–67",
    volume="12",
    issue="3",
    doi="10.5555/cr.12_3",
)


def test_volume_number_and_doi_go_along_in_every_format() -> None:
    for format_ in ("bibtex", "biblatex"):
        told = made(format_, PAPER).split("\n\n", maxsplit=1)[0]
        assert "  volume = {12},\n  number = {3},\n  pages = {45--67},\n" in told
        assert "  doi = {10.5555/cr.12_3}" in told
    assert "VL  - 12\nIS  - 3\nSP  - 45–67\nDO  - 10.5555/cr.12_3\n" in made("ris", PAPER)
    record = json.loads(made("csl-json", PAPER))[0]
    assert {"volume": "12", "issue": "3", "DOI": "10.5555/cr.12_3"}.items() <= record.items()


def test_the_pages_that_a_citation_points_to_are_told_in_the_note() -> None:
    governed = replace(found(PAPER), locator="47")
    assert "p. 47" in cite("Fog.", governed, KNOWN, "text", TODAY).text
