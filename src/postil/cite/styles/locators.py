"""Names the place of a passage in a work, as manuals of style ask for it."""

from __future__ import annotations

from collections.abc import Sequence

from postil.csl import Cite, Piece, Style
from postil.model.values import NamedTuple
from postil.text.nested_quotes import alternate


class Locator(NamedTuple):
    """The paragraphs of a passage, counted from 1."""

    first: int
    last: int
    """Below the heading."""
    section: str = ""
    """The heading; "" for what stands before the first one, and in a work without any."""
    before: int = 0
    """Paragraphs of the work that stand before the heading."""
    pages: str = ""
    """As they are printed, where the work has pages; then nothing else counts."""
    chapter: str = ""
    """Of a book that is cited as a whole; then the section does not count."""


def cite_at(work: str, locator: Locator | None, style: Style, lead: Sequence[Piece] = ()) -> Cite:
    """Return a cite of a work, with the place of the passage behind it.

    APA names the heading and counts the paragraphs below it (Publication Manual, 7th edition,
    8.13). Chicago names the heading alone (Manual of Style, 17th edition, 14.160). MLA takes no
    numbers that the work itself does not print (Handbook, 9th edition, chapter 6). All others give
    the number of the paragraph in the whole work, in the words of their own language. All of them
    name pages where there are some, and APA the chapter of a book that has none (10.2).
    """
    if locator is not None and locator.pages:
        return Cite(work, locator=locator.pages, label="page", lead=lead)
    if locator is not None and locator.chapter:
        return Cite(work, suffix=f", “{alternate(locator.chapter)}” chapter", lead=lead)
    if locator is None or style.citation_format == "author":
        return Cite(work, lead=lead)
    heading = alternate(locator.section)
    if heading and style.belongs_to("apa"):
        term = "para." if locator.first == locator.last else "paras."
        where = f"“{heading}” section, {term} {_numbers(locator.first, locator.last, '–')}"
        return Cite(work, suffix=f", {where}", lead=lead)
    if heading and style.belongs_to("chicago"):
        return Cite(work, suffix=f", under “{heading}”", lead=lead)
    first, last = locator.first + locator.before, locator.last + locator.before
    return Cite(work, locator=_numbers(first, last, "-"), label="paragraph", lead=lead)


def _numbers(first: int, last: int, dash: str) -> str:
    return str(first) if first == last else f"{first}{dash}{last}"
