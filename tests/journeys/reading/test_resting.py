"""At rest nothing is done: a screen that is covered waits, and nothing is drawn for nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App
from textual.message_pump import MessagePump
from textual.timer import Timer

from tests.journeys.driving import LARGE, SMALL, Session, reading, shelf

COVERING = ["?", ":", "C", "a", "s", "t", "B", "R"]
"""Keys that lay a dialog or a screen over the article."""

STAYING = ["/", "o", "m", "v", "f", "i", "3"]
"""Keys that change what the reader's own screen shows or waits for."""


LOOKING = {"B": {"_look_for_others"}}
"""What a screen that is laid over the article does again and again itself."""

LASTING = {"look", "tidy"}
"""What goes on while the article is on top: others' changes are looked for."""


def ticking(session: Session) -> set[str]:
    """Return the names of what is done again and again, now and on, by any part of the app."""
    pumps: list[MessagePump] = [session.app]
    for screen in session.app.screen_stack:
        pumps += [screen, *screen.walk_children(with_self=False)]
    return {
        getattr(timer._callback, "__name__", timer.name)
        for pump in pumps
        for timer in pump._timers
        if _ticks(timer)
    }


def _ticks(timer: Timer) -> bool:
    endless = timer._repeat is None
    return endless and timer._task is not None and timer._active.is_set()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return the screens that are drawn, as they are."""
    screens: list[object] = []
    display = App._display

    def noted(app: App[int], screen: object, renderable: object) -> None:
        screens.append(screen)
        display(app, screen, renderable)  # type: ignore[arg-type]

    monkeypatch.setattr(App, "_display", noted)
    return screens


async def at_rest(session: Session, drawn: list[object]) -> None:
    """Wait until nothing goes on, and a moment in which nothing is drawn; fail if none comes."""
    await session.settle()
    for _ in range(20):
        drawn.clear()
        await session.pilot.pause(0.1)
        if not drawn:
            return
    pytest.fail(f"{drawn} is drawn again and again")


async def test_a_covered_article_rests_and_nothing_is_drawn(
    harbour: Path, drawn: list[object]
) -> None:
    async with reading(harbour, LARGE) as session:
        for key in COVERING:
            await session.press(key)
            await at_rest(session, drawn)
            assert session.app.screen is not session.reader, key
            assert ticking(session) == LOOKING.get(key, set()), key
            await session.press("escape")


async def test_a_list_that_is_covered_rests_too(harbour: Path, drawn: list[object]) -> None:
    async with reading(harbour, LARGE) as session:
        await session.press("B", "f1")
        await at_rest(session, drawn)
        assert ticking(session) == set()
        await session.press("escape")
        assert ticking(session) == LOOKING["B"]


async def test_the_article_goes_on_when_what_covered_it_is_gone(harbour: Path) -> None:
    async with reading(harbour) as session:
        await session.press("?")
        assert ticking(session) == set()
        await session.press("escape")
        await session.until(lambda: ticking(session) == LASTING, "what goes on")


async def test_what_begins_while_the_article_is_covered_waits(harbour: Path) -> None:
    async with reading(harbour) as session:
        called: list[bool] = []
        await session.press("?")
        session.reader.stage.every(0.001, lambda: called.append(True))
        await session.pilot.pause(0.02)
        assert called == []
        await session.press("escape")
        await session.until(lambda: called, "what was begun")


async def test_nothing_is_drawn_and_no_cursor_blinks_while_nothing_changes(
    harbour: Path, drawn: list[object]
) -> None:
    async with reading(harbour, SMALL) as session:
        for key in STAYING:
            await session.press(key)
            await session.until(lambda: ticking(session) == LASTING, f"a rest after {key}")
            await at_rest(session, drawn)
            await session.press("escape")


async def test_a_shelf_rests(harbour: Path, drawn: list[object]) -> None:
    async with shelf(harbour.parent) as session:
        await at_rest(session, drawn)
        assert ticking(session) == {"look_out"}
        await session.press("f1")
        assert ticking(session) == set()
