"""The original, as cited in the article that was read, in the wording of a family of styles."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from postil.attribution.governing import sources
from postil.cite.record.items import CitedArticle, items
from postil.cite.styles.catalogue import ALIASES, find_style
from postil.cite.styles.csl_citation import StyledCitation, styled_citation
from postil.document.pipeline import open_article
from postil.model.source import Date, Governed, Metadata, Name, Relation, Source, Via
from postil.model.span import Span
from postil.model.values import replace
from tests.conftest import SHARED
from tests.csl.rendering import style as made_style

KIM = Name(family="Kim", given="Ha-na", family_first=True)
PAPER = Source(
    type="article-newspaper",
    author=(KIM,),
    container_title="Harbour Post",
    issued=Date(2015, 1, 24),
)
AGENCY = replace(PAPER, author=(), container_title="Coast Agency")
WIRE = replace(AGENCY, issued=None)
TITLED = replace(PAPER, author=(), title="Ships lost")
NOBODY = Source(type="", issued=Date(2013, 11, 12))
ARTICLE = Metadata(
    title="Ships and Their Harbours",
    author=(Name(family="Doe", given="Jane"),),
    container_title="Sea Pages",
    issued=Date(2021, 7),
    url="https://example.org/ships",
    type="webpage",
)


def cited(
    source: Source | None,
    style: str,
    relation: Relation = "quoted",
    form: str = "markdown",
    several: tuple[tuple[Source, Relation], ...] = (),
) -> StyledCitation:
    """Cite a passage of the article that a source governs."""
    governed = Governed(Span(0, 5), source, Via.BRACKET, "high", relation, several=several)
    records = items(governed, CitedArticle(ARTICLE, "ships.txt"), Date(2026, 11, 23))
    assert form in ("text", "markdown")
    return styled_citation(records, find_style(style), "markdown" if form == "markdown" else "text")


@pytest.mark.parametrize(
    ("style", "source", "relation", "expected"),
    [
        ("apa", PAPER, "quoted", "(Kim, 2015, as cited in Doe, 2021)"),
        ("apa", AGENCY, "cited", "(Coast Agency, 2015, as cited in Doe, 2021)"),
        ("apa", None, "own", "(Doe, 2021)"),
        ("apa", NOBODY, "quoted", "(Doe, 2021)"),
        ("mla", PAPER, "quoted", "(qtd. in Doe)"),
        ("mla", PAPER, "cited", "(Doe)"),
        ("harvard", PAPER, "quoted", "(Kim, 2015, quoted in Doe, 2021)"),
        ("harvard", PAPER, "cited", "(Kim, 2015, cited in Doe, 2021)"),
        ("chicago-author-date", PAPER, "quoted", "(Kim 2015, quoted in Doe 2021)"),
        ("chicago-author-date-de", PAPER, "quoted", "(Kim 2015, zitiert nach Doe 2021)"),
        ("american-medical-association", PAPER, "quoted", "(Kim, as cited in \u00b9)"),
        ("american-medical-association", None, "own", "\u00b9"),
        ("nature", PAPER, "quoted", "(Kim, as cited in \u00b9)"),
        ("ieee", PAPER, "quoted", "(Kim, as cited in [1])"),
        ("apa", WIRE, "quoted", "(Coast Agency, as cited in Doe, 2021)"),
        ("chicago-author-date", WIRE, "quoted", "(Coast Agency, quoted in Doe 2021)"),
        ("apa", TITLED, "quoted", "(“Ships Lost,” 2015, as cited in Doe, 2021)"),
        ("vancouver", PAPER, "quoted", "(Kim, as cited in 1)"),
    ],
)
def test_in_the_text(style: str, source: Source | None, relation: Relation, expected: str) -> None:
    assert cited(source, style, relation, "text").citation == expected


@pytest.mark.parametrize(
    ("source", "relation", "begins"),
    [
        (PAPER, "quoted", "Kim Ha-na, *Harbour Post*, January 24, 2015, quoted in Jane Doe, “"),
        (PAPER, "cited", "Kim Ha-na, *Harbour Post*, January 24, 2015, cited in Jane Doe, “"),
        (AGENCY, "quoted", "Coast Agency, January 24, 2015, quoted in Jane Doe, “"),
        (NOBODY, "quoted", "Unidentified source, November 12, 2013, quoted in Jane Doe, “"),
        (None, "own", "Jane Doe, “Ships and Their Harbours,” Sea Pages, July 2021, https://"),
    ],
)
def test_in_a_note(source: Source | None, relation: Relation, begins: str) -> None:
    note = cited(source, "chicago", relation).citation
    assert note.startswith(begins)
    assert note.endswith("ships.")


OTHER = replace(PAPER, author=(Name("Lee", "Ann"),), container_title="Bay News")
SEVERAL: tuple[tuple[Source, Relation], ...] = (
    (PAPER, "cited"),
    (OTHER, "quoted"),
    (AGENCY, "cited"),
)


@pytest.mark.parametrize(
    ("style", "count", "begins"),
    [
        ("apa", 2, "(Kim, 2015; Lee, 2015, as cited in Doe, 2021)"),
        ("apa", 3, "(Kim, 2015; Lee, 2015; Coast Agency, 2015, as cited in Doe, 2021)"),
        ("mla", 2, "(qtd. in Doe)"),
        ("harvard", 2, "(Kim, 2015; Lee, 2015, quoted in Doe, 2021)"),
        ("chicago-author-date-de", 2, "(Kim 2015; Lee 2015, zitiert nach Doe 2021)"),
        ("vancouver", 2, "(Kim and Lee, as cited in 1)"),
        ("vancouver", 3, "(Kim, Lee and Coast Agency, as cited in 1)"),
        (
            "chicago",
            2,
            "Kim Ha-na, *Harbour Post*, January 24, 2015, and Ann Lee, *Bay News*, January 24, ",
        ),
        (
            "chicago",
            3,
            (
                "Kim Ha-na, *Harbour Post*, January 24, 2015; Ann Lee, *Bay News*, January 24, 2015"
                "; and Coast Agency, January 24, 2015, quoted in Jane Doe, “"
            ),
        ),
    ],
)
def test_all_sources_of_a_passage_are_named(style: str, count: int, begins: str) -> None:
    form = "markdown" if style == "chicago" else "text"
    assert cited(PAPER, style, "cited", form, SEVERAL[:count]).citation.startswith(begins)


def test_originals_that_a_style_gives_alike_are_given_once() -> None:
    later = replace(PAPER, issued=Date(2015, 3, 1))
    made = cited(PAPER, "apa", several=((PAPER, "quoted"), (later, "quoted")))
    assert made.citation == "(Kim, 2015, as cited in Doe, 2021)"


def test_the_list_holds_only_what_was_read() -> None:
    for style in (*ALIASES, "apa"):
        assert "Kim" not in cited(PAPER, style).reference


def test_no_byte_of_a_style_reaches_the_terminal_as_a_command(tmp_path: Path) -> None:
    path = tmp_path / "hostile.csl"
    value = "a&#x9b;31mred&#x202e;b\u202f!"
    path.write_text(made_style(f'<citation><layout><text value="{value}"/></layout></citation>'))
    made = cited(None, str(path))
    assert made.citation == "aredb\u202f!"


STYLES = {
    "apa": ("APA7", "in_text", "reference"),
    "mla": ("MLA9", "in_text", "works_cited"),
    "chicago": ("Chicago18_note", "note", "bibliography"),
}


@pytest.mark.parametrize("style", STYLES)
def test_passages_of_the_first_real_article(seed: Any, style: str) -> None:
    path = SHARED / "citations" / "expected.json"
    if not path.is_file():
        pytest.skip("what is expected of the seed article is not on this machine")
    data = json.loads(path.read_text("utf-8"))
    *_, article = open_article(seed / "article.txt")
    found = sources.read(article)
    said = data["article_metadata"]
    metadata = Metadata(
        title=said["title"],
        author=tuple(Name(**name) for name in said["author"]),
        container_title=said["container"],
        issued=Date(said["updated"]["y"], said["updated"]["m"]),
        url=said["URL"],
        type="webpage",
    )
    family, *fields = STYLES[style]
    for passage in data["passages"]:
        start = article.text.index(passage["text"])
        governed = found.at(Span(start, start + len(passage["text"])))
        records = items(governed, CitedArticle(metadata, "article.txt"), Date(2026, 11, 23))
        made = styled_citation(
            records,
            find_style(style),
            "markdown",
            lambda word: re.search(rf"\b{word}\b", article.text) is not None,
        )
        wanted = passage[family]
        for shown, field in zip((made.citation, made.reference), fields, strict=True):
            fine = [wanted[field], *wanted.get(f"{field}_accept", ())]
            assert shown.replace("\\", "") in fine, (passage["id"], field)


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("apa", "(Kim, 2015, as cited in “ships.txt,” n.d.)"),
        ("mla", "(qtd. in “ships.txt”)"),
        ("chicago", "Kim Ha-na, *Harbour Post*, January 24, 2015, quoted in “ships.txt.”"),
        ("harvard", "(Kim, 2015, quoted in ‘ships.txt’, no date)"),
    ],
)
def test_the_name_of_a_file_is_no_title(style: str, expected: str) -> None:
    governed = Governed(Span(0, 5), PAPER, Via.BRACKET, "high", "quoted")
    made = styled_citation(
        items(governed, CitedArticle(Metadata(), "ships.txt"), None), find_style(style), "markdown"
    )
    assert made.citation == expected


def test_passages_of_an_article_of_which_nothing_is_known(seed: Any) -> None:
    path = SHARED / "citations" / "expected.json"
    if not path.is_file():
        pytest.skip("what is expected of the seed article is not on this machine")
    data = json.loads(path.read_text("utf-8"))
    *_, article = open_article(seed / "article.txt")
    found = sources.read(article)
    passages = {passage["id"]: passage["text"] for passage in data["passages"]}
    unknown = CitedArticle(Metadata(), data["without_metadata"]["article_label"])
    for example in data["without_metadata"]["examples"]:
        start = article.text.index(passages[example["id"]])
        governed = found.at(Span(start, start + len(passages[example["id"]])))
        for style, family in (("apa", "APA7"), ("mla", "MLA9"), ("chicago", "Chicago18_note")):
            made = styled_citation(items(governed, unknown, None), find_style(style), "markdown")
            assert made.citation == example[family]
