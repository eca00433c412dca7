"""Asks before notes are changed that somebody else has made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from postil import library
from postil.errors import OthersNotes, PostilError
from postil.text.quotes import in_marks

if TYPE_CHECKING:
    from postil.tui.dialogs.frame.confirm import Confirm

SHOWN = 9
"""Notes of others that a question names."""

Ask = Callable[["Confirm"], Awaitable[bool | None]]
"""Opens a question, and returns its answer."""


async def agreed(ask: Ask, error: OthersNotes | None, does: str = "Change") -> bool:
    """Ask whether notes of others are to be changed, and let them be; None are nobody else's."""
    if error is None:
        return True
    # Parts of a screen that ask are had without what draws the question.
    from postil.tui.dialogs.frame.confirm import Confirm

    words = list(error.theirs.values())
    named = (in_marks(library.labels.shortened(one) or "the whole article") for one in words)
    detail = "\n".join(f"\u00b7 {one}" for one in list(named)[:SHOWN])
    if len(words) > SHOWN:
        detail += f"\nand {library.labels.counted(len(words) - SHOWN, 'note')} more"
    one = error.of == 1
    yes = f"{does.lower()}s {'it' if one else 'them'}"
    asked = Confirm(library.makers.question(error, does), detail, yes, "changes nothing")
    if not await ask(asked):
        return False
    error.agree()
    return True


async def with_consent(
    ask: Ask, change: Callable[[], Awaitable[PostilError | None]]
) -> PostilError | None:
    """Make a change, once it is agreed that notes of others are changed.

    Returns what kept it from the disk, be it the reader's no.
    """
    error = await change()
    if isinstance(error, OthersNotes) and await agreed(ask, error):
        return await change()
    return error
