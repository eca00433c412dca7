"""No byte of what another machine wrote reaches the terminal, on any screen."""

from __future__ import annotations

from pathlib import Path

from postil.library.articles import opening
from postil.library.care import local_state
from postil.library.notes import annotating
from postil.model.span import Span
from tests.journeys.driving import LARGE, Session, places, reading, shelf
from tests.support.hostile import CONTROLS, plant

WORDS = "Boats lay in the ice for nine weeks."


def prepare(path: Path) -> None:
    """Plant hostile records beside a note of ours."""
    home = local_state.open_home(places())
    opened = opening.read(home, path)
    at = opened.article.text.index(WORDS)
    note = annotating.annotate(home, opened, Span(at, at + len(WORDS)), body="mine", tags=["ice"])
    plant(home.places.home, home.articles()[note.article], note, home.device)


def assert_harmless(s: Session) -> None:
    """Nothing that acts on a terminal is in any row that is drawn, nor in its links."""
    for strip in s.strips():
        for segment in strip:
            assert not CONTROLS.intersection(map(ord, segment.text)), repr(segment.text)
            assert not segment.control
            link = segment.style.link if segment.style is not None else None
            assert not link or link.isprintable()
    for said in s.app.said:
        assert said.replace("\n", "").isprintable(), repr(said)


async def test_no_screen_shows_what_acts_on_a_terminal(harbour: Path) -> None:
    prepare(harbour)
    seen = set()
    async with reading(harbour, LARGE) as s:
        assert "[red]x" in s.seen()
        await s.press("]", "}", "tab")
        # Every dialog that shows something of a note, an article, a tag, a mark or a source.
        for key in ("m", "a", "t", "s", "C", "B", "R", "E", ":"):
            await s.press(key)
            seen.add(s.dialog)
            assert_harmless(s)
            for _ in range(3):
                if s.dialog != "ReaderScreen":
                    await s.press("escape")
            assert s.dialog == "ReaderScreen", key
        for key in ("d", "u", "'", "escape", "o", "escape", "y", "A"):
            await s.press(key)
            assert_harmless(s)
        assert not CONTROLS.difference({9, 10}).intersection(map(ord, s.clipboard))
    assert len(seen) > 5, seen
    async with shelf(size=LARGE) as s:
        assert "[red]x" in s.seen()
        assert_harmless(s)
