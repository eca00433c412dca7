"""Keeps the notes file in order while the reader reads, and tells what was wrong with it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from postil.errors import PostilError
from postil.tui.messages import sentence
from postil.tui.screens.reader.stage import Stage
from postil.tui.startup.key_priority import BackgroundTask, Cancelled

if TYPE_CHECKING:
    from postil.library.care.local_state import Home


TIDY_EVERY = 60.0
"""Seconds between two looks at whether the notes file has grown long."""


class Housekeeping:
    """Says what is wrong with the notes file, and what was mended; tidies it now and then."""

    def __init__(self, stage: Stage, task: BackgroundTask) -> None:
        self._stage = stage
        self._task = task
        self._warned = False

    def begin(self) -> None:
        """Tidy from time to time."""
        self._stage.every(TIDY_EVERY, self.tidy)

    def attached(self) -> None:
        """Say once what is wrong with the notes file, and what became of a damaged one."""
        if not self._warned:
            self._warned = True
            self._stage.in_thread("trouble", self._look_for_trouble)
        self._tell_repairs(self._stage.home)

    def _look_for_trouble(self) -> None:
        # A drive that does not answer keeps this thread waiting, and no key.
        if (trouble := self._stage.home.trouble) is not None:
            self._stage.later(self._stage.complain, trouble)

    def _tell_repairs(self, home: Home) -> None:
        """Say what became of a file that was damaged; it was mended as it was read."""
        for told in home.messages():
            self._stage.say(sentence(told), trouble=True)

    def tidy(self) -> None:
        """Bring the notes file in order while the reader reads; what fails now is tried again."""
        self._stage.in_thread("tidy", self._tidy, exclusive=True)

    def _tidy(self) -> None:
        if self._stage.open_article is not None:
            home = self._stage.home
            with suppress(PostilError, Cancelled):
                home.tidy(self._task.step)
                self._stage.later(self._tell_repairs, home)
