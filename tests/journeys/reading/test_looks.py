"""How everything looks: another theme reaches every cell, and every word can be read."""

from __future__ import annotations

from pathlib import Path

from rich.color import Color

from postil.library.articles import opening
from postil.library.care import local_state
from postil.library.notes import annotating
from postil.model.note import Colour
from postil.model.span import Span
from tests.journeys.driving import LARGE, Session, places, reading

DIGEST = Path(__file__).parents[3] / "articles" / "korean-drama-across-a-closed-border.txt"


def noted() -> None:
    """Put a note of each colour on the beginning of the digest."""
    home = local_state.open_home(places())
    opened = opening.read(home, DIGEST)
    words = ("Tapes", "memory cards", "Seven in ten", "senior official", "Another figure")
    for word, colour in zip(words, Colour, strict=True):
        at = opened.article.text.index(word)
        annotating.annotate(home, opened, Span(at, at + len(word)), body="A note.", colour=colour)


def colours(session: Session) -> set[Color]:
    """Return every colour that is on the screen."""
    styles = [part.style for strip in session.strips() for part in strip if part.style]
    return {one for style in styles for one in (style.color, style.bgcolor) if one}


async def test_another_theme_reaches_every_cell() -> None:
    noted()
    async with reading(DIGEST, LARGE) as session:
        await session.press("/", *"korea", "enter", "tab")
        dark = colours(session)
        await session.press("D")
        assert session.app.theme == "postil-light"
        assert len(dark) > 10
        assert dark & colours(session) == set()
