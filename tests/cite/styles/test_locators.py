from __future__ import annotations

import pytest

from postil.cite.record.items import CitedArticle, items
from postil.cite.styles.catalogue import find_style
from postil.cite.styles.csl_citation import styled_citation
from postil.cite.styles.locators import Locator
from postil.model.source import Date, Governed, Metadata, Name, Source, Via
from postil.model.span import Span

PAPER = Source(
    "article-newspaper", (Name("Kim", "Ha-na"),), container_title="Post", issued=Date(2015)
)
ARTICLE = CitedArticle(Metadata("Ships", (Name("Doe", "Jane"),), Date(2021)), "ships.txt")


@pytest.mark.parametrize(
    ("style", "locator", "expected"),
    [
        ("apa", Locator(4, 4), "(Kim, 2015, as cited in Doe, 2021, para. 4)"),
        (
            "apa",
            Locator(2, 3, "A “new” mole"),
            "(Kim, 2015, as cited in Doe, 2021, “A ‘new’ mole” section, paras. 2–3)",
        ),
        ("harvard", Locator(2, 2, "Moles", 7), "(Kim, 2015, quoted in Doe, 2021, para. 9)"),
        ("mla", Locator(2, 5, "Moles"), "(qtd. in Doe)"),
        (
            "chicago-author-date",
            Locator(2, 2, "Moles"),
            "(Kim 2015, quoted in Doe 2021, under “Moles”)",
        ),
        ("apa", None, "(Kim, 2015, as cited in Doe, 2021)"),
    ],
)
def test_each_family_names_the_place_in_its_own_way(
    style: str, locator: Locator | None, expected: str
) -> None:
    governed = Governed(Span(0, 5), PAPER, Via.BRACKET, "high", "quoted")
    records = items(governed, ARTICLE, None)
    made = styled_citation(records, find_style(style), locator=locator)
    assert made.citation.replace("\u00a0", " ").replace("–", "-") == expected.replace("–", "-")


def test_a_note_of_chicago_names_the_heading() -> None:
    governed = Governed(Span(0, 5), PAPER, Via.BRACKET, "high", "quoted")
    made = styled_citation(
        items(governed, ARTICLE, None), find_style("chicago"), locator=Locator(2, 2, "Moles")
    )
    assert "Jane Doe, “Ships,” 2021, under “Moles.”" in made.citation
