"""Tells whether an app has come to rest, so that what stands on its screen is what it comes to.

Textual's own ``Pilot.pause`` takes a process that gets no processor for one that has nothing to
do, and so goes on too early on a busy machine.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Collection
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from tests.support.effort import PATIENCE

QUIET = 3
"""How often in a row nothing must go on, since what is at rest may be woken by a thread."""


def going_on(pilot: Pilot[Any], lasting: Collection[str] = ()) -> str:
    """Return what an app still does, "" for nothing; ``lasting`` groups of work do not count."""
    app = pilot.app
    if app._exit:
        return ""
    for worker in app.workers:
        if not worker.is_finished and worker.group not in lasting:
            return f"work: {worker.group}"
    for screen in app.screen_stack:
        for node in (app, screen, *screen.walk_children()):
            if node.message_queue_size or node._next_callbacks:
                return f"messages of {node}"
    return f"drawing {app.screen}" if _to_be_drawn(app.screen) else ""


def _to_be_drawn(screen: Screen[Any]) -> bool:
    nodes: list[Widget] = [screen, *(n for n in screen.walk_children() if isinstance(n, Widget))]
    return (
        bool(screen._dirty_widgets or screen._callbacks)
        or screen._scroll_required
        or any(node._layout_required or node._recompose_required for node in nodes)
    )


async def rested(pilot: Pilot[Any], busy: Callable[[], str]) -> None:
    """Wait until an app is not busy any more; fail with what it does where that does not end."""
    end = time.monotonic() + PATIENCE
    quiet = 0
    while quiet < QUIET:
        assert time.monotonic() < end, f"still busy: {busy()}"
        await _through(pilot.app)
        await pilot.pause(0)
        quiet = 0 if (going := busy()) else quiet + 1
        if going:
            await pilot.pause(0.002)


async def _through(app: App[Any]) -> None:
    """Wait until the app and the screen on top have dealt with what they are at."""
    for pump in app, app.screen:
        done = asyncio.Event()
        if not app._exit and pump.is_running and pump.call_later(done.set):
            await asyncio.wait_for(done.wait(), PATIENCE)
