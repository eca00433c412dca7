"""Names the place of a passage in a work that has no pages, as manuals of style ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from postil.cite.families import named
from postil.csl import Cite, Style
from postil.csl.rich import Piece
from postil.text.turning import turned


class Locator(NamedTuple):
    """The paragraphs of a passage, counted from 1 below a heading."""

    first: int
    last: int
    section: str = ""
    """The heading; "" for what stands before the first one, and in a work without any."""

    @property
    def numbers(self) -> str:
        """The paragraphs, as in ``4`` or ``4-6``."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


def located(work: str, locator: Locator | None, style: Style, lead: Sequence[Piece] = ()) -> Cite:
    """Return a cite of a work, with the place of the passage behind it.

    APA names the heading and counts the paragraphs below it (Publication Manual, 7th edition,
    8.13). Chicago names the heading alone (Manual of Style, 17th edition, 14.160). All others
    give the number of the paragraph, in the words of their own language.
    """
    if locator is None:
        return Cite(work, lead=lead)
    heading = turned(locator.section)
    if heading and named(style, "apa"):
        term = "para." if locator.first == locator.last else "paras."
        numbers = locator.numbers.replace("-", "–")
        return Cite(work, suffix=f", “{heading}” section, {term} {numbers}", lead=lead)
    if heading and style.is_note and named(style, "chicago"):
        return Cite(work, suffix=f", under “{heading}”", lead=lead)
    return Cite(work, locator=locator.numbers, label="paragraph", lead=lead)
