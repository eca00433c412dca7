from __future__ import annotations

from pathlib import Path

import pytest

from postil.cite.styles.locators import Locator
from postil.library.articles import opening
from postil.library.base.locating import locator
from postil.library.care.local_state import Home
from postil.model.article import Article
from postil.model.span import Span

TEXT = """\
# Moles

What a mole is for.

## Building

Stones are sunk.

They are sunk in this order:

- large ones
- small ones

Then comes sand.

## Keeping

Sand is added every year.
"""


@pytest.fixture
def article(home: Home, tmp_path: Path) -> Article:
    path = tmp_path / "moles.md"
    path.write_text(TEXT, "utf-8")
    return opening.read(home, path).article


def span(article: Article, first: str, last: str = "") -> Span:
    """Return the words from one phrase to the end of another."""
    end = article.text.index(last or first) + len(last or first)
    return Span(article.text.index(first), end)


def test_paragraphs_are_counted_below_their_heading(article: Article) -> None:
    assert locator(article, span(article, "sunk.")) == Locator(1, 1, "Building", 1)
    assert locator(article, span(article, "Stones", "comes")) == Locator(1, 3, "Building", 1)
    assert locator(article, span(article, "every year")) == Locator(1, 1, "Keeping", 4)


def test_a_list_belongs_to_the_paragraph_before_it(article: Article) -> None:
    assert locator(article, span(article, "small")) == Locator(2, 2, "Building", 1)
    assert locator(article, span(article, "large", "small")) == Locator(2, 2, "Building", 1)


def test_a_passage_across_a_heading_has_no_place(article: Article) -> None:
    assert locator(article, span(article, "comes", "Sand")) is None
