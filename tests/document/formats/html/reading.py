"""Small pages, read."""

from __future__ import annotations

from postil.document.pipeline import parse
from postil.model.article import Article

PROSE = (
    "The boats came back before noon with less ice than they had hoped for, and the merchants on "
    "the quay counted the blocks twice before they said a word about the price of any of them."
)
"""A paragraph that is long enough to be prose."""


def prose(number: int) -> str:
    """Return a paragraph of prose that is like no other."""
    return f"In year {number} of the trade, as the ledger of the harbour says, {PROSE.lower()}"


def read(html: str, name: str = "page.html") -> Article:
    """Return the article of a page."""
    *_, article = parse(html.encode(), name)
    return article


def texts(html: str) -> list[str]:
    """Return the texts of the blocks of a page."""
    return [block.text for block in read(html).blocks]


def outline(html: str) -> list[tuple[int, str]]:
    """Return the headings of a page with their levels."""
    return [(one.level, one.title) for one in read(html).sections if one.title]
