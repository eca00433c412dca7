"""Ends the app: what was typed is kept and the terminal given back, whoever asks for it."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import threading
import time
from _thread import start_new_thread
from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol, runtime_checkable

from textual.app import App
from textual.message_pump import MessagePump

from postil.errors import PostilError
from postil.text.clean import clean
from postil.text.inert import inert
from postil.tui.startup.terminal_file import TerminalFile

PATIENCE = 0.6
"""Seconds after a signal until Postil ends as it can, if it has not ended as it should."""

ARRIVAL = 0.2
"""Seconds for which keys that were typed before a signal are waited for."""

KEEPING = 0.2
"""Seconds to keep what was typed, once patience is at an end, before the terminal is whole."""

LAST = 12.0
"""Seconds to keep it after that, at most: on a busy machine a disk takes its time."""

KNOCK_EVERY = 2
"""Seconds between two looks whether the terminal is there, while words are being typed."""

GIVING_BACK = 2.0
"""Seconds to give the terminal back then, at most: one that hangs takes nothing."""


@runtime_checkable
class Closing(Protocol):
    """A screen that has something to keep before the app ends."""

    async def close(self) -> None:
        """Keep it; raises PostilError where it cannot be kept."""


@runtime_checkable
class Typed(Protocol):
    """Words that are being typed."""

    def keep(self) -> None:
        """Keep them, in a thread; raises PostilError where they cannot be kept."""

    def unkept(self) -> str:
        """Return those that are neither stored nor kept."""

    async def close(self) -> None:
        """Store or keep them before the app ends; raises PostilError where that fails."""


@runtime_checkable
class TypedIn(Protocol):
    """A dialog into which words are typed."""

    @property
    def saving(self) -> Typed:
        """What is typed there."""


class AppEnding:
    """Ends the app as ctrl+q does, and by a signal within a second."""

    def __init__(self, app: App[int], terminal: TerminalFile) -> None:
        self._app = app
        self._terminal = terminal
        self._loop: asyncio.AbstractEventLoop | None = None
        self._warned: object = None
        self._kept = False
        self._lost: list[str] = []
        self.signal = 0
        """The number of the signal by which the app ends, 0 for none."""
        terminal.gone = self.hang_up

    def begin(self) -> None:
        """Take up what came while the app was starting, and watch whether the terminal stays."""
        self._loop = asyncio.get_running_loop()
        if self.signal:
            self._begin()
        if sys.platform == "linux" and not self._app.is_headless:
            threading.Thread(target=self._watch_terminal, daemon=True).start()

    async def quit(self) -> PostilError | None:
        """Keep everything and end; where something cannot be kept, end only when asked again.

        Returns why the app does not end.
        """
        await self._arrived(self._app.screen_stack)
        for one in self._closing():
            try:
                await one.close()
            except PostilError as error:
                if self._warned is not one:
                    self._warned = one
                    return error
        self._app.exit(0)
        return None

    # -- by a signal

    def by_signal(self, number: int) -> None:
        """End within a second; the main thread calls this, in the midst of whatever it does."""
        if self.signal or (number == signal.SIGINT and not self._terminal.taken):
            # While another program has the terminal, ctrl+c is meant for that.
            return
        self._end(number)

    def hang_up(self) -> None:
        """End, because the terminal is gone; any thread may call this."""
        if not self.signal:
            self._end(getattr(signal, "SIGHUP", signal.SIGTERM))

    def _end(self, number: int) -> None:
        self.signal = number
        self._terminal.ending = True
        # A signal may come while the main thread starts a thread itself, with a lock held that
        # ``Thread.start`` would wait for.
        start_new_thread(self._in_any_case, ())
        if self._loop is not None:
            with suppress(RuntimeError):  # The loop is closed: the app has ended by itself.
                self._loop.call_soon_threadsafe(self._begin)

    def _begin(self) -> None:
        self._app.run_worker(self._close(), group="ending", description="end")

    async def _close(self) -> None:
        await self._arrived([self._app, *self._app.screen_stack])
        for one in self._closing():
            try:
                await one.close()
            except PostilError:
                self._lose(one)
        self._kept = True
        self._app.exit(return_code=128 + self.signal)

    async def _arrived(self, pumps: Sequence[MessagePump]) -> None:
        """Wait until what was typed has come through these to where it belongs."""
        end = time.monotonic() + ARRIVAL
        quiet = 0
        while quiet < 3 and time.monotonic() < end:
            await asyncio.sleep(0.005)
            # Where the app ends by itself at this moment there is no screen any more.
            focused = self._app.focused if self._app.screen_stack else None
            last = [focused] if focused is not None else []
            busy = any(pump.message_queue_size for pump in [*pumps, *last]) or self._keys_wait()
            quiet = 0 if busy else quiet + 1

    def _keys_wait(self) -> bool:
        """Tell whether the terminal has keys that nobody has read yet."""
        if self._app.is_headless:
            return False
        try:
            return bool(select.select([0], [], [], 0)[0])
        except (OSError, ValueError):
            return False

    def _in_any_case(self) -> None:
        """End the process when patience is at an end, with all kept that can be."""
        time.sleep(PATIENCE)
        # Neither a lock that is held nor a terminal that takes nothing keeps the process for ever.
        keeping = threading.Thread(target=self._keep, daemon=True)
        keeping.start()
        keeping.join(KEEPING)
        giving_back = threading.Thread(target=self._terminal.give_back, daemon=True)
        giving_back.start()
        giving_back.join(GIVING_BACK)
        # The terminal is the shell's by now; what was typed is worth some seconds more.
        keeping.join(LAST)
        telling = threading.Thread(target=self.tell, daemon=True)
        telling.start()
        telling.join(GIVING_BACK)
        os._exit(128 + self.signal)

    def _keep(self) -> None:
        if self._kept:
            return
        for typed in self._typed():
            try:
                typed.keep()
            except PostilError:
                self._lose(typed)

    def _typed(self) -> list[Typed]:
        """Return what is typed, into the dialog on top first."""
        screens = reversed(self._app.screen_stack)
        return [one.saving for one in screens if isinstance(one, TypedIn)]

    def _closing(self) -> list[Closing]:
        """Return what has something to keep; what is typed comes first."""
        screens = reversed(self._app.screen_stack)
        return [*self._typed(), *(one for one in screens if isinstance(one, Closing))]

    def _lose(self, one: Closing | Typed) -> None:
        """Take note of words that could be kept nowhere, to tell them when the terminal is back."""
        if isinstance(one, Typed) and (words := clean(one.unkept()).strip()):
            self._lost.append(words)

    def tell(self) -> None:
        """Print, on a terminal that is given back, what could be kept nowhere."""
        for words in self._lost:
            said = inert(f"postil: what you typed could be kept nowhere; here it is:\n{words}\n")
            with suppress(OSError):
                os.write(2, said.encode("utf-8", "replace"))

    def _watch_terminal(self) -> None:
        """Wait, at rest, until the terminal is hung up.

        A terminal is not hung up for as long as its program waits for something to be drawn, even
        though that is being closed. While words are being typed they are worth a knock.
        """
        poll = select.poll()
        poll.register(0, 0)  # A hang-up is told even to who asks for nothing.
        with suppress(OSError):
            while not poll.poll(KNOCK_EVERY * 1000):
                # At the very end there is no screen any more.
                if any(isinstance(one, TypedIn) for one in self._app.screen_stack[-1:]):
                    self._terminal.knock()
            self.hang_up()
