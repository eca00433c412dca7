"""Opens a dialog and waits for its answer, from wherever in the app that is needed."""

from __future__ import annotations

from typing import Any, TypeVar

from textual.screen import Screen
from textual.worker import NoActiveWorker, get_current_worker

from postil.tui.startup.app_input import OPENS

Answer = TypeVar("Answer")


async def asked(screen: Screen[Any], dialog: Screen[Answer]) -> Answer | None:
    """Return the answer of a dialog; None where it was left.

    Textual waits for a dialog within a worker alone, so that no handler of messages is held up.
    A dialog that stores its answer waits for that itself, and so may ask another question.
    """

    async def ask() -> Answer | None:
        return await screen.app.push_screen(dialog, wait_for_dismiss=True)

    try:
        get_current_worker()
    except NoActiveWorker:
        return await screen.run_worker(ask(), name=OPENS).wait()
    return await ask()
