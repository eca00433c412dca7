"""Turns the pages of the painted article, while the app that is to show it is still loaded."""

from __future__ import annotations

import os
import re
import select
import threading
from collections.abc import Callable
from contextlib import suppress

from postil.model.position import ReadingPosition
from postil.tui.startup.first_page import PaintedPage
from postil.tui.widgets.page.current_paragraph import CurrentParagraph
from postil.tui.widgets.page.note_marks import NoteMarks
from postil.tui.widgets.page.reading_mode import ReadingMode
from postil.tui.widgets.page.viewport import Viewport

KEYBOARD = 0

KEYS: dict[bytes, tuple[str, int]] = {
    b" ": ("pages", 1),
    b"\x1b[6~": ("pages", 1),
    b"b": ("pages", -1),
    b"\x1b[5~": ("pages", -1),
    b"\x04": ("halves", 1),
    b"\x15": ("halves", -1),
    b"j": ("rows", 1),
    b"\x1b[B": ("rows", 1),
    b"\x1bOB": ("rows", 1),
    b"k": ("rows", -1),
    b"\x1b[A": ("rows", -1),
    b"\x1bOA": ("rows", -1),
}
"""Verbs of ``ReadingMode`` by what a terminal sends for their keys, as they are bound unasked."""

_KEY = re.compile(b"|".join(map(re.escape, KEYS)))
_UNFINISHED = re.compile(rb"(?:\x1b(?:O|\[[0-?]*[ -/]*)?|[\xc0-\xff][\x80-\xbf]*)\Z")
"""The beginning of a key, or all of one that another may begin with."""

_REST = 0.03
"""Seconds in which the rest of a key comes, if it does."""

_STUCK = 0.5
"""Seconds after which a page is not waited for: the terminal takes nothing."""

_PIECE = 4096


class Turning:
    """The page that is turned: stands in for the widget, which is not there yet."""

    def __init__(self, page: PaintedPage, start: ReadingPosition) -> None:
        self.room = page.columns, page.rows
        self.top = 0
        self._page = page
        self._shown: tuple[int, int] | None = None
        viewport = self.viewport = Viewport(self, page.article, page.measure)
        marks = NoteMarks(self, viewport)
        self.paragraph = CurrentParagraph(self, viewport, marks, self)
        self._verbs = ReadingMode(viewport, self.paragraph, marks, self, self).verbs
        viewport.fit()
        self.paragraph.come_to(start)
        self._shown = viewport.anchor

    def press(self, keys: bytes) -> None:
        """Do what some keys mean, and draw where they lead."""
        for key in _KEY.findall(keys):
            verb, direction = KEYS[key]
            self._verbs[verb](direction)
            self.paragraph.keep_in_sight()
        if self.viewport.anchor != self._shown:
            self._shown = self.viewport.anchor
            self._page.turn(self.viewport.typeset, *self._shown)

    # -- what the parts of the page ask for

    def show_rows(self, top: int) -> None:
        """Take note of the virtual row at the top."""
        self.top = top

    def set_timer(self, delay: float, callback: Callable[[], None], /) -> None:
        """Count nothing more exactly: the app will."""

    def redraw(self, *, landmarks: bool = False) -> None:
        """Draw nothing over the text."""

    def forget(self, *blocks: int) -> None:
        """Draw no paragraph as the current one."""

    def publish_place(self) -> None:
        """Say nothing around the page."""

    def jumping(self, place: ReadingPosition) -> None:
        """Remember no jump: none of the keys is one."""

    def nothing(self, said: str) -> None:
        """Say nothing."""

    def note_pointed_at(self, note: str) -> None:
        """Point at no note."""

    def take_count(self, otherwise: int = 1) -> int:
        """Return that no count was typed: digits are kept for the app."""
        return otherwise


class EarlyReader:
    """Answers the keys that move through the text; the first other one is the app's, and all after.

    It reads in a thread, from the first page on until it is asked to ``stop``.
    """

    def __init__(self, page: PaintedPage, start: ReadingPosition) -> None:
        self._page = page
        self._start = start
        self._turning: Turning | None = None
        self._typed = b""
        self._wake, self._waker = os.pipe()
        self._thread = threading.Thread(target=self._read, name="early keys", daemon=True)
        self._thread.start()

    def stop(self) -> bytes:
        """Read no more; return what was typed and not answered."""
        # A signal may ask for it in the midst of this.
        waker, self._waker = self._waker, -1
        if waker >= 0:
            os.close(waker)
            self._thread.join(_STUCK)
            if not self._thread.is_alive():
                os.close(self._wake)
        typed, self._typed = self._typed, b""
        return typed

    def place(self) -> tuple[ReadingPosition, int] | None:
        """Return where the reader is now, and how many rows of a gap stand above that.

        None where no key has moved the page. It is known when reading has stopped.
        """
        if self._turning is None:
            return None
        return self._turning.paragraph.here(), max(0, -self._turning.viewport.anchor[1])

    def _read(self) -> None:
        # A terminal that is gone is the app's to find out.
        with suppress(OSError):
            while not self._typed:
                if self._wake in select.select([KEYBOARD, self._wake], [], [])[0]:
                    return
                self._take()

    def _take(self) -> None:
        data = os.read(KEYBOARD, _PIECE)
        if not data:
            raise OSError
        while _UNFINISHED.search(data) and select.select([KEYBOARD], [], [], _REST)[0]:
            more = os.read(KEYBOARD, _PIECE)
            data += more
            if not more:
                break
        at = 0
        while found := _KEY.match(data, at):
            at = found.end()
        self._typed = data[at:]
        if at:
            if self._turning is None:
                self._turning = Turning(self._page, self._start)
            self._turning.press(data[:at])
