from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postil.cite.citation import FORMATS, CitedArticle, cite
from postil.cite.quotation.quotation import escaped, quoted_words
from postil.errors import BadRequest
from postil.model.source import Date, Governed, Metadata, Name, Relation, Source, Via
from postil.model.span import Span
from postil.model.values import replace

LAMB = Name("Lamb", "Mary")
HERALD = Source(
    "article-newspaper", (LAMB,), container_title="Quay Herald", issued=Date(2001, 5, 3)
)
KNOWN = CitedArticle(
    Metadata(
        title="Tides of Leith",
        author=(Name("Rook", "Tom"),),
        issued=Date(2021, 7),
        updated=True,
        container_title="Harbour Notes",
        url="https://example.org/tides",
    ),
    "tides.txt",
)
UNKNOWN = CitedArticle(Metadata(), "tides.txt")


def found(source: Source | None, relation: Relation = "quoted", *problems: str) -> Governed:
    via = Via.BRACKET if source else Via.NONE
    return Governed(Span(0, 1), source, via, "high", relation if source else "own", problems)


def text(passage: str, governed: Governed, article: CitedArticle = KNOWN) -> str:
    return cite(passage, governed, article).text


HOST = "Tom Rook, “Tides of Leith,” Harbour Notes, updated July 2021, https://example.org/tides."


def test_a_quotation_names_the_original_and_the_article() -> None:
    assert text("Ships left.", found(HERALD)) == (
        f"“Ships left.” — Mary Lamb, Quay Herald, May 3, 2001, quoted in {HOST}"
    )


TABLE = Source("report", title="Tides", container_title="Tide Table")
UNNAMED = Source("article", issued=Date(2013))


@pytest.mark.parametrize(
    ("several", "words"),
    [
        (
            ((HERALD, "cited"), (TABLE, "quoted")),
            "Mary Lamb, Quay Herald, May 3, 2001, and “Tides,” Tide Table, quoted in “",
        ),
        (
            ((HERALD, "cited"), (TABLE, "cited"), (Source(container_title="AFP"), "cited")),
            "Mary Lamb, Quay Herald, May 3, 2001; “Tides,” Tide Table; and AFP, cited in “",
        ),
        (((UNNAMED, "quoted"), (TABLE, "cited")), "“Tides,” Tide Table, cited in “"),
        (((UNNAMED, "quoted"), (Source(), "quoted")), "Unidentified source, 2013, quoted in “"),
    ],
)
def test_all_sources_of_a_passage_are_named(
    several: tuple[tuple[Source, Relation], ...], words: str
) -> None:
    governed = replace(found(several[0][0]), several=several)
    made = cite("Fog.", governed, UNKNOWN)
    assert made.text.startswith(f"“Fog.” — {words}")
    unidentified = any("unidentified" in problem for problem in made.problems)
    assert unidentified == (several[0][0] == UNNAMED)


def test_a_paraphrase_is_cited_in_the_article() -> None:
    assert f"May 3, 2001, cited in {HOST}" in text("Ships left.", found(HERALD, "cited"))


def test_own_words_name_the_article_alone() -> None:
    assert text("Ships left.", found(None)) == f"“Ships left.” — {HOST}"


def test_an_unidentified_source_is_said_to_be_one() -> None:
    source = Source("article", issued=Date(2013, 11, 12))
    citation = cite("Fog.", found(source, "quoted", "missing-name"), UNKNOWN)
    assert citation.text == (
        "“Fog.” — Unidentified source, November 12, 2013, quoted in “tides.txt.”"
    )
    assert any("unidentified" in problem for problem in citation.problems)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source(container_title="Reuters"), "Reuters, quoted in"),
        (Source(author=(LAMB,)), "Mary Lamb, quoted in"),
        (
            Source("book", (LAMB,), title="Salt", publisher="Quay", issued=Date(1991)),
            "Mary Lamb, Salt (Quay, 1991), quoted in",
        ),
        (
            Source(author=(LAMB,), title="Who?", container_title="Quay Herald"),
            "Mary Lamb, “Who?,” Quay Herald, quoted in",
        ),
        (
            Source(author=(Name(literal="Reuters"),), container_title="Reuters"),
            "Reuters, quoted in",
        ),
        (Source(author=(LAMB, Name("Rook", "T."), Name("Bae", "Su-mi", family_first=True))),
         "Mary Lamb, T. Rook, and Bae Su-mi, quoted in"),
        (Source(container_title="Reuters", issued=Date(2001, 5, 3, until=Date(2001, 5, 4))),
         "Reuters, May 3–4, 2001, quoted in"),
        (Source(container_title="Quay Herald", page="B4"), "Quay Herald, p. B4, quoted in"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_left_out(source: Source, words: str) -> None:
    citation = text("Fog.", found(source), UNKNOWN)
    assert citation == f"“Fog.” — {words} “tides.txt.”"


@pytest.mark.parametrize(
    ("passage", "words"),
    [
        ("“They came back.", "“They came back.”"),
        ("“They came back.”", "“They came back.”"),
        ("“Fog,” he said.", "“‘Fog,’ he said.”"),
        ('a film, "Fog," ran', "“a film, ‘Fog,’ ran”"),
        ("it’s ‘fog’", "“it’s ‘fog’”"),
        ("“One.\n\n“Two.", "“One.\n\n“Two.”"),
    ],
)
def test_marks_of_the_passage_are_turned(passage: str, words: str) -> None:
    assert quoted_words(passage) == words


def test_markdown_is_a_block_quotation_with_a_link() -> None:
    made = cite("“Ships *left*.\n\nFog.", found(HERALD), KNOWN, "markdown").text
    assert made == (
        "> Ships \\*left\\*.\n>\n> Fog.\n>\n"
        "> — Mary Lamb, *Quay Herald*, May 3, 2001, quoted in Tom Rook, "
        "[“Tides of Leith,”](https://example.org/tides) Harbour Notes, updated July 2021"
    )


def test_markdown_without_an_address_has_no_link() -> None:
    made = cite("Fog.", found(None), UNKNOWN, "markdown").text
    assert made == "> Fog.\n>\n> — “tides.txt”"


@pytest.mark.parametrize(
    ("plain", "safe"),
    [
        ("# no heading", "\\# no heading"),
        ("1. no list", "1\\. no list"),
        ("- no list", "\\- no list"),
        ("a_b and _c_", "a_b and \\_c\\_"),
        ("[x](y) `z` <b> &amp; a < b", "\\[x\\](y) \\`z\\` \\<b> \\&amp; a < b"),
        ("1948-1994, 5 * 3", "1948-1994, 5 \\* 3"),
    ],
)
def test_signs_of_markdown_are_escaped(plain: str, safe: str) -> None:
    assert escaped(plain) == safe


@pytest.mark.parametrize("format_", FORMATS)
@given(passage=st.text(min_size=1, max_size=60), title=st.text(max_size=20))
def test_no_field_is_empty_and_no_comma_stray(format_: str, passage: str, title: str) -> None:
    article = CitedArticle(Metadata(title=title), "tides.txt")
    made = cite(passage, found(HERALD), article, format_).text
    assert made
    if format_ == "text":
        note = made.rpartition("— ")[2]
        assert ", ," not in note.replace(title, "")
        assert ",,," not in note.replace(title, "")


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(BadRequest, match="no such format"):
        cite("Fog.", found(None), KNOWN, "docx")
