from __future__ import annotations

import pytest

from postil.attribution.governing.sources import Sources, read
from postil.lexicon.name_list import lookup_key
from postil.lexicon.name_overrides import NameOverrides
from postil.model.article import Article, Block, BlockKind
from postil.model.source import Correction, Date, Name, Reason, Source


def told(text: str, overrides: NameOverrides | None = None) -> dict[str, tuple[str, str]]:
    sources = of(text, overrides=overrides)
    return {one.field: (one.words, one.how) for one in given(sources)}


def given(sources: Sources) -> tuple[Reason, ...]:
    return sources.reasons(sources.paragraphs[0])


def of(text: str, *corrections: Correction, overrides: NameOverrides | None = None) -> Sources:
    article = Article("tides.txt", (Block(BlockKind.PARAGRAPH, text),))
    return read(article, corrections, overrides=overrides or NameOverrides())


@pytest.mark.parametrize(
    ("bracket", "field", "words", "how"),
    [
        ("Mary Lamb, Quay Herald, May 3, 2001", "author", "Mary Lamb", "a person’s name"),
        ("Mary Lamb, Quay Herald, 1997", "issued", "1997", "a year"),
        ("Mary Lamb, Quay Herald, May 3, 2001", "issued", "May 3, 2001", "a date"),
        (
            "WSJ, 4/6/02",
            "issued",
            "4/6/02",
            "a date that can be read in two ways",
        ),
        (
            "Mary Lamb, Quay Herald",
            "container-title",
            "Quay Herald",
            "“Herald” is a word of such names",
        ),
        ("Mary Lamb, Dagens Nyheter", "container-title", "Dagens Nyheter", "a known newspaper"),
        ("Reuters, May 2001", "container-title", "Reuters", "a known agency"),
        ("Rimjin, May 2001", "container-title", "Rimjin", "the only name"),
        (
            "Choe Sang-Hun, New York Times",
            "author",
            "Choe Sang-Hun",
            "family name first, as in Korean names",
        ),
        (
            "Reuters, Japan Times, May 2001",
            "author",
            "Reuters",
            "a news agency, whose report another printed",
        ),
        ("“Tides” by Mary Lamb, Penguin, 1990", "title", "Tides", "stands in quotation marks"),
        ("“Tides” by Mary Lamb, Penguin, 1990", "publisher", "Penguin", "a known publisher"),
        ("Quay Herald, May 2001, p. 4", "page", "4", "the number of a page"),
        ("Quay Herald quay-com", "URL", "quay-com", "an address that looks broken"),
        ("Quay Herald quay.com", "URL", "quay.com", "an address"),
    ],
)
def test_each_field_says_how_it_was_read(bracket: str, field: str, words: str, how: str) -> None:
    assert told(f"The ships left. [Source: {bracket}]")[field] == (words, how)


def test_a_field_that_is_absent_has_no_reason() -> None:
    assert set(told("The ships left. [Source: Quay Herald]")) == {"container-title", "type"}
    assert told("The ships left.") == {}


def test_a_lead_in_says_who_wrote_where() -> None:
    found = told("Mary Lamb wrote in the Quay Herald: “The ships left.”")
    assert found["author"] == ("Mary Lamb", "who says or writes it")
    assert found["container-title"] == ("Quay Herald", "“Herald” is a word of such names")


def test_what_the_reader_said_of_a_name_is_the_reason() -> None:
    person = Name("Ose", "Tala", family_first=True)
    overrides = NameOverrides(
        frozenset({lookup_key("Rimjin Gate")}), persons={lookup_key("Ose Tala"): person}
    )
    found = told("The ships left. [Source: Ose Tala, Rimjin Gate, May 2001]", overrides)
    assert found["author"] == ("Ose Tala", "you said so of this name")
    assert found["container-title"] == ("Rimjin Gate", "you said so of this name")


def test_a_corrected_field_has_the_reader_for_its_reason() -> None:
    bracket = "[Source: Mary Lamb, Quay Herald, May 3, 2001]"
    said = Source(
        "article-newspaper", (Name("Lamb", "Mary"),), "", "Quay Herald", issued=Date(2002)
    )
    sources = of(f"The ships left. {bracket}", Correction(bracket, said))
    found = {one.field: one.how for one in given(sources)}
    assert found["author"] == "a person’s name"
    assert found["issued"] == "your correction"


def test_a_correction_counts_the_paragraphs_with_the_same_attribution() -> None:
    bracket = "[Source: Mary Lamb, Quay Herald, May 3, 2001]"
    texts = (f"One. {bracket}", "Two. [Source: Quay Herald]", f"Three. {bracket}", "Four.")
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    sources = read(Article("tides.txt", blocks))
    assert [sources.alike(one) for one in sources.paragraphs] == [2, 1, 2, 1]


@pytest.mark.parametrize(
    ("bracket", "how"),
    [
        ("Mary Lamb, Quay Herald, May 3, 2001", "by what published it"),
        ("Quay Herald", "by what published it"),
        ("https://herald.example/tides", "only an address"),
        ("Mary Lamb, 1997", "by what is named"),
    ],
)
def test_the_kind_of_a_source_is_explained(bracket: str, how: str) -> None:
    assert told(f"It rained. [Source: {bracket}]")["type"][1] == how
