from __future__ import annotations

import pytest

from postil.cite.record.items import Item
from postil.cite.styles.bibliography import entries
from postil.cite.styles.catalogue import find_style
from postil.model.source import Date, Name, Source
from postil.model.values import replace

ARTICLE = Item("doe2021", Source("webpage", (Name("Doe", "Jane"),), "Ships", issued=Date(2021)))
CHOE = Source(
    "article-newspaper",
    (Name("Choe", "Sang-Hun", family_first=True),),
    container_title="Post",
    issued=Date(2015, 1, 24),
)
REED = Source("article", (Name("Reed", "Ann"),), issued=Date(2018, 4, 9))


def listed(style: str, *sources: Source, form: str = "text") -> list[str]:
    items = [Item(f"i{at}", source, "quoted", (ARTICLE,)) for at, source in enumerate(sources)]
    assert form in ("text", "markdown")
    made = entries(
        [*items, ARTICLE], find_style(style), "markdown" if form == "markdown" else "text"
    )
    return [text for one, text in made if one != ARTICLE.id]


@pytest.mark.parametrize("style", ["apa", "mla", "chicago", "harvard", "mhra", "ieee", "nature"])
def test_no_style_leaves_out_a_source_without_title_and_publication(style: str) -> None:
    (entry,) = listed(style, REED)
    assert "Reed" in entry
    assert "2018" in entry
    assert "reprint" not in entry, "nobody has said that it is one"


@pytest.mark.parametrize(
    ("style", "begins"),
    [("apa", "Choe, S.-H. (2015"), ("chicago", "Choe Sang-Hun."), ("mla", "Choe Sang-Hun.")],
)
def test_a_family_name_that_stands_first_needs_a_comma_only_before_initials(
    style: str, begins: str
) -> None:
    assert listed(style, CHOE)[0].startswith(begins)
    assert listed(style, replace(CHOE, author=(Name("Choe", "Ann"),)))[0].startswith("Choe, A")


def test_a_number_is_parted_from_its_entry_in_markdown_too() -> None:
    assert listed("ieee", CHOE, form="markdown")[0].startswith("\\[1\\] ")
    assert listed("vancouver", CHOE, form="markdown")[0].startswith("1. Choe")


def test_a_style_without_a_bibliography_lists_nothing() -> None:
    assert listed("bluebook-inline", CHOE) == []
