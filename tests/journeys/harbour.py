"""Passages of the harbour article, and notes written on them from the outside."""

from __future__ import annotations

from pathlib import Path

from postil.library.articles import opening
from postil.library.care import local_state
from postil.library.notes import annotating
from postil.model.note import Colour
from postil.model.span import Span
from tests.journeys.driving import Session, places

ICE = "Nobody sold bread that year, and the lighthouse was reached by boat as always."
FIRST = "Boats lay in the ice for nine weeks."
SECOND = "The ferrymen sold bread from their decks to whoever dared to walk out to them."
THIRD = "Some came twice a day."
SOURCE = "[Source: Ada Lindqvist, Harbour Gazette, February 3, 1998]"

GONE = "Nobody sold bread that year, and the lighthouse was reached by\nboat as always."
WORDS = "Nobody sold bread that year, and the lighthouse was reached by boat as always."


def annotate(path: Path, words: str, body: str = "", colour: Colour = Colour.YELLOW) -> str:
    """Write a note on some words from the outside, and return its id."""
    home = local_state.open_home(places())
    opened = opening.read(home, path)
    at = opened.article.text.index(words)
    span = Span(at, at + len(words))
    return annotating.annotate(home, opened, span, body=body, colour=colour).id


async def at_ice(s: Session) -> None:
    """Choose the sentence on the bread of the second year."""
    await s.find("sold bread that year")
    await s.press("v")
    assert s.chosen == ICE
