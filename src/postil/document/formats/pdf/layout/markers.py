"""Markers with which items of lists, footnotes and numbered headings begin."""

from __future__ import annotations

from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

BULLETS = "•◦▪▸►‣●○■□–—∙·⁃➢❖✓✔★\u2212*-"
"""Signs that mark an item of a list."""
_BULLET = lazily(rf"^([{BULLETS}])\s+(?=\S)")
_NUMBER = lazily(r"^(\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)]|\[\d{1,3}\]|\(\d{1,3}\))\s+(?=\S)")
_NOTE = lazily(r"^(\d{1,3}|[*∗†‡§¶]{1,3}|[a-z])[.)]?\s*(?=\S)")
_SECTION = lazily(
    r"^(?:(?:chapter|section|part|appendix|kapitel|chapitre|capítulo|глава|第)\s+)?"
    r"(\d{1,3}(?:\.\d{1,3}){0,5}|[A-Z](?:\.\d{1,3}){1,5}|[IVXLC]{1,6}(?=\.))[.:)]?\s+(?=\S)"
)
_LEADERS = lazily(r"(?<![\s.…])\s{0,60}(?:(?:\.\s?){4,400}|…{2,200})\s{0,9}(?=\S{1,8}$)")
"""Dots up to the number of a page; they are tried from where they begin, once."""


class Marker(NamedTuple):
    """How a line begins."""

    words: str
    end: int
    """Where what it marks begins in the line."""
    bullet: bool


def item_marker(text: str) -> Marker | None:
    """Return the marker of a list's item, None if the line begins with none."""
    if found := _BULLET.match(text):
        return Marker(found[1], found.end(), bullet=True)
    if found := _NUMBER.match(text):
        return Marker(found[1], found.end(), bullet=False)
    return None


def note_marker(text: str) -> Marker | None:
    """Return the marker of a footnote, None if the line begins with none."""
    found = _NOTE.match(text)
    return Marker(found[1], found.end(), bullet=False) if found else None


def section_depth(text: str) -> int:
    """Return how deep a heading is numbered: 1 for "3 Words", 2 for "3.1 Words", 0 if not."""
    found = _SECTION.match(text)
    return found[1].count(".") + 1 if found else 0


def leaders(text: str) -> tuple[str, str] | None:
    """Return what stands before and behind a row of dots, None if there is none."""
    found = _LEADERS.search(text)
    return (text[: found.start()], text[found.end() :]) if found else None
