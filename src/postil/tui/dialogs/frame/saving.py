"""What is typed into a dialog stays until it is stored, and is kept as a draft till then."""

from __future__ import annotations

import time
from asyncio import sleep, to_thread
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from textual.screen import Screen

from postil.errors import PostilError
from postil.library.care.local_state import Elsewhere
from postil.text.clean import clean_line
from postil.tui.dialogs.frame.asked import asked
from postil.tui.dialogs.frame.confirm import Confirm
from postil.tui.dialogs.frame.dialog import Trouble
from postil.tui.dialogs.frame.draft import Draft
from postil.tui.dialogs.frame.others import with_consent
from postil.tui.messages import sentences

Given = TypeVar("Given")

PAUSE = 0.4
"""Seconds after the first letter that is not kept yet until the draft is kept."""

PATIENT = 0.5
"""Seconds after which the reader is told that something is on its way to the disk."""

MOMENT = 0.3
"""Seconds for which the end of the app waits for what is on its way to the disk."""

Store = Callable[[Given], Awaitable[PostilError | None]]
"""Stores an answer, and returns what kept it from the disk."""

Keep = Callable[[str], Elsewhere | None]
"""Keeps a draft, in a thread, and returns where if not in its place. Raises CannotWrite."""


class Saving(Generic[Given]):
    """Stores what is typed into a dialog before that closes, and says there what went wrong."""

    def __init__(
        self,
        dialog: Screen[Given],
        answer: Callable[[Given], None],
        store: Store[Given],
        draft: Draft,
        at_the_end: Callable[[], Given | None] = lambda: None,
    ) -> None:
        """Close the dialog by ``answer``; ``at_the_end`` returns what the app's end is to store."""
        self._dialog = dialog
        self._answer = answer
        self._at_the_end = at_the_end
        self.store = store
        self.draft = draft
        self.line = Trouble()
        """Where the dialog says what went wrong."""
        self._waiting = False
        self._under_way = False
        self._not_saved = ""
        self._of_draft = ""
        """What was said last of the draft."""

    async def save(self, answer: Given) -> None:
        """Store an answer and close; where it does not get to the disk, stay and say why."""
        if self._under_way:
            return
        # Keys that are typed meanwhile wait for this, and go to who is there then.
        self._under_way = True
        slow = self._dialog.set_timer(PATIENT, lambda: self.trouble("Saving…"))
        try:
            error = await with_consent(self._ask, lambda: self.store(answer))
        finally:
            slow.stop()
            self._under_way = False
        if error is None:
            await to_thread(self.draft.close)
            self._answer(answer)
            return
        self._not_saved = f"Not saved. {sentences(error)}"
        self.trouble(self._not_saved)
        self._keep()

    async def _ask(self, question: Confirm) -> bool | None:
        return await asked(self._dialog, question)

    def trouble(self, sentence: str) -> None:
        """Say what went wrong, in the line that the dialog has for that; "" for nothing."""
        self.line.say(sentence)

    # -- the draft

    def keep_soon(self) -> None:
        """Have the draft kept in a moment, once for all that is typed till then."""
        if not self._waiting:
            self._waiting = True
            self._dialog.set_timer(PAUSE, self._keep)

    def _keep(self) -> None:
        self._waiting = False
        self._dialog.run_worker(self._keep_aside, group="draft", thread=True)

    def _keep_aside(self) -> None:
        try:
            self.draft.store()
        except PostilError as error:
            said = f"The draft is not kept. {sentences(error)}"
            if self._not_saved:
                said = f"The draft is not kept either: {error.why}."
        else:
            said = "The draft is kept." if self._not_saved and self.draft.keeps else ""
            if there := self.draft.elsewhere:
                said = f"The draft is kept in {clean_line(str(there.path))}: {there.why}."
        self._dialog.call_later(self._say_of_draft, said)

    def _say_of_draft(self, said: str) -> None:
        """Say how the draft is kept; where that is no news, leave what is said of other things."""
        if said or self._of_draft:
            self._of_draft = said
            self.trouble(f"{self._not_saved} {said}".strip())

    # -- the end of the app

    def keep(self) -> None:
        """Keep what is typed by now, in a thread; raises CannotWrite."""
        self.draft.store()

    def unkept(self) -> str:
        """Return what is typed by now and not kept."""
        return self.draft.unkept()

    async def close(self) -> None:
        """Keep or store what is typed, unless it is stored by then; raises CannotWrite."""
        end = time.monotonic() + MOMENT
        while self._under_way and time.monotonic() < end:
            await sleep(0.005)
        await to_thread(self.keep)
        if (last := self._at_the_end()) is not None:
            if (error := await self.store(last)) is not None:
                raise error
            await to_thread(self.draft.close)
