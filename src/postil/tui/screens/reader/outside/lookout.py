"""Looks for what others change: one file at a time, and seldom while nobody reads."""

from __future__ import annotations

from collections.abc import Callable

from postil.tui.screens.reader.notes.updates import NoteUpdates
from postil.tui.screens.reader.outside.following import FileFollower
from postil.tui.screens.reader.stage import Stage

LOOK_EVERY = 1.0
"""Seconds between two looks while the reader reads; each is one stat."""

PACES = ((60.0, 5), (10.0, 2))
"""After so many seconds without a key only every so manieth look is taken."""


class Lookout:
    """Looks by turns at the home, twice, and at the article's file, once."""

    def __init__(
        self,
        stage: Stage,
        updates: NoteUpdates,
        follower: FileFollower,
        idle: Callable[[], float],
    ) -> None:
        """Look for a screen; ``idle`` returns the seconds since the last key."""
        self._stage = stage
        self._updates = updates
        self._follower = follower
        self._idle = idle
        self._ticks = 0
        self._turn = 0

    def begin(self) -> None:
        """Look from now on."""
        self._stage.every(LOOK_EVERY, self.look)
        self._stage.whenever_back(self.look_everywhere)

    def look(self) -> None:
        """Take the look that is due, if one is."""
        self._follower.take_up()
        self._ticks += 1
        if self._follower.settling:
            # What has changed a moment ago is read as soon as it lies still.
            self._follower.look()
        elif self._ticks % self._pace() == 0:
            self._turn = (self._turn + 1) % 3
            if self._turn == 0:
                self._follower.look()
            else:
                self._updates.look()

    def look_everywhere(self) -> None:
        """Look at all at once, because the reader comes back from elsewhere."""
        self._follower.look()
        self._updates.look_everywhere()

    def _pace(self) -> int:
        idle = self._idle()
        return next((pace for seconds, pace in PACES if idle >= seconds), 1)
