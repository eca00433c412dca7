"""Metadata of books: what their packages say, in the ways of EPUB 2 and 3."""

from __future__ import annotations

import pytest

from postil.model.source import Date, Metadata, Name
from tests.document.formats.epub.making import book, opened, package, page


def _said(metadata: str) -> Metadata:
    return opened(book({"a.xhtml": page("<p>x</p>")}, package(["a.xhtml"], metadata))).metadata


def test_all_fields_are_told_by_the_document() -> None:
    said = _said(
        "<dc:title>Salt Roads</dc:title><dc:creator>Ada Brandt</dc:creator>"
        "<dc:date>2019-06</dc:date>"
        "<dc:publisher>Orvane Press</dc:publisher><dc:language>en-GB</dc:language>"
        "<dc:identifier>https://example.org/books/7</dc:identifier>"
    )
    assert said.title == "Salt Roads"
    assert said.author == (Name("Brandt", "Ada"),)
    assert said.issued == Date(2019, 6)
    assert said.publisher == "Orvane Press"
    assert said.language == "en-GB"
    assert said.url == "https://example.org/books/7"
    assert said.type == "book"
    assert {origin for _, origin in said.origins} == {"document"}


@pytest.mark.parametrize(
    ("titles", "title"),
    [
        ("<dc:title>Salt</dc:title><dc:title>Other</dc:title>", "Salt"),
        (
            (
                '<dc:title id="a">A history</dc:title><dc:title id="b">Salt</dc:title>'
                '<meta refines="#a" property="title-type">subtitle</meta>'
                '<meta refines="#b" property="title-type">main</meta>'
            ),
            "Salt: A history",
        ),
        (
            (
                '<dc:title id="a">Great Books</dc:title><dc:title id="b">Salt?</dc:title>'
                '<meta refines="#a" property="title-type">collection</meta>'
            ),
            "Salt?",
        ),
        (
            (
                '<dc:title id="a">Second</dc:title><dc:title id="b">First</dc:title>'
                '<meta refines="#a" property="display-seq">2</meta>'
                '<meta refines="#b" property="display-seq">1</meta>'
            ),
            "First",
        ),
        ("<dc:title> </dc:title><dc:title>Salt</dc:title>", "Salt"),
    ],
)
def test_of_several_titles_the_main_one_counts(titles: str, title: str) -> None:
    assert _said(titles).title == title


@pytest.mark.parametrize(
    ("creators", "names"),
    [
        ("<dc:creator>Ada Brandt</dc:creator><dc:creator>Ida Marrow</dc:creator>", "Brandt Marrow"),
        (
            (
                '<dc:creator opf:role="aut">Ada Brandt</dc:creator>'
                '<dc:creator opf:role="ill">Ida Marrow</dc:creator>'
            ),
            "Brandt",
        ),
        (
            (
                '<dc:creator id="a">Ida Marrow</dc:creator>'
                '<dc:creator id="b">Ada Brandt</dc:creator>'
                '<meta refines="#a" property="role" scheme="marc:relators">trl</meta>'
                '<meta refines="#b" property="role" scheme="marc:relators">aut</meta>'
            ),
            "Brandt",
        ),
        ('<dc:creator opf:role="edt">Ida Marrow</dc:creator>', "Marrow"),
        ('<dc:contributor opf:role="aut">Ida Marrow</dc:contributor>', "Marrow"),
        ('<dc:creator opf:file-as="Le Guin, Ursula K.">Ursula K. Le Guin</dc:creator>', "Le Guin"),
        ('<dc:creator opf:file-as="de la Cruz, Ana">Ana de la Cruz</dc:creator>', "de la Cruz"),
        ("<dc:creator>Brandt, Ada</dc:creator>", "Brandt"),
        ("<dc:creator>Le Guin, Ursula K.</dc:creator>", "Le Guin"),
        ("<dc:creator>Ada Brandt, Ida Marrow</dc:creator>", "Brandt Marrow"),
        ("<dc:creator>Ada Brandt (ed.)</dc:creator>", "Brandt"),
        ('<dc:creator opf:file-as="Murakami, Haruki">Murakami Haruki</dc:creator>', "Murakami"),
        ("<dc:creator>Unknown</dc:creator>", ""),
    ],
)
def test_authors_are_those_who_wrote(creators: str, names: str) -> None:
    said = _said(f"<dc:title>x</dc:title>{creators}")
    assert " ".join(name.family for name in said.author) == names


@pytest.mark.parametrize(
    ("dates", "date"),
    [
        ("<dc:date>2019-06-01T00:00:00Z</dc:date>", Date(2019, 6, 1)),
        (
            (
                '<dc:date opf:event="modification">2022-01-01</dc:date>'
                '<dc:date opf:event="publication">1987</dc:date>'
            ),
            Date(1987),
        ),
        ('<dc:date opf:event="modification">2022-01-01</dc:date>', None),
        ('<meta property="dcterms:modified">2022-01-01T00:00:00Z</meta>', None),
        ('<meta property="dcterms:issued">1987-05</meta>', Date(1987, 5)),
        ("<dc:date>0101-01-01T00:00:00+00:00</dc:date>", None),
    ],
)
def test_the_date_is_that_of_publication(dates: str, date: Date | None) -> None:
    assert _said(f"<dc:title>x</dc:title>{dates}").issued == date


def test_older_packages_hold_their_metadata_one_deeper() -> None:
    inner = (
        "<dc-metadata><dc:Title>Salt</dc:Title><dc:Creator>Ada Brandt</dc:Creator></dc-metadata>"
    )
    said = _said(inner)
    assert said.title == "Salt"
    assert said.author == (Name("Brandt", "Ada"),)
