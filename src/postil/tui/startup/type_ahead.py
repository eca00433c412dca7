"""Lets what is typed wait, in order, until what it was meant for is there."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Collection, Hashable, Sequence
from typing import Generic, Protocol, TypeVar

Typed = TypeVar("Typed")
"""A key, a paste, or what the mouse does."""

Handed = TypeVar("Handed", contravariant=True)

LOOK_EVERY = 0.01
"""Seconds between two looks at what is waited for."""

PATIENCE = 50
"""Looks after which work that goes on is waited for no more; a reader is told by then.

Looks are counted and not seconds, since a busy machine needs more of these for the same work.
"""

AT_MOST = 200
"""Looks after which keys are handed on in any case."""

ROUNDS = 10
"""Rounds after which messages that still come are none that the key has set off."""

LOST = 10.0
"""Seconds after which a message pump is given up that does not answer at all."""


class Message(Protocol):
    """A message between the parts of the app."""

    @property
    def no_dispatch(self) -> bool:
        """Whether it only wakes the one to whom it is sent."""


class Pump(Protocol):
    """A queue of messages through which a key passes."""

    @property
    def message_queue_size(self) -> int:
        """How many messages wait there, but for one that is looked at already."""

    @property
    def _pending_message(self) -> Message | None:
        """The message that is looked at already, to see whether it replaces the one before."""

    def call_later(self, callback: Callable[..., object], /, *arguments: object) -> bool:
        """Call back after what waits there; False where it takes nothing any more."""


class Receiver(Protocol[Handed]):
    """The app, as far as what is typed is concerned."""

    def route(self) -> Sequence[Pump]:
        """Return whom a key passes now: what has the focus first, the app last."""

    def ready(self) -> bool:
        """Tell whether the screen on top can take keys."""

    def work(self) -> Collection[Hashable]:
        """Return the work on the event loop that no open dialog stands for."""

    def opens(self, work: Hashable) -> bool:
        """Tell whether work is going to open a dialog, for which the next keys are meant."""

    def stays(self, typed: Handed) -> bool:
        """Tell whether something typed means the app, whichever dialog is open."""

    def hand_on(self, typed: Handed) -> None:
        """Hand on what is typed, after all that the app has to do before."""


class TypeAhead(Generic[Typed]):
    """Hands on what is typed one by one, each when all has come to rest that the one before did.

    A key passes several message pumps, and what it is for may post further messages, move the
    focus, open a screen or begin work. A call that follows it through the same queues comes behind
    all of these: when it has gone round and has found nothing waiting, all is done. Then the
    screen on top has to be ready, and no work may go on but what an open dialog belongs to.
    Nothing waits for ever: see ``PATIENCE`` and ``AT_MOST``.
    """

    def __init__(self, receiver: Receiver[Typed]) -> None:
        """Keep what is typed from now on, until ``begin``."""
        self._receiver = receiver
        self._waiting: deque[Typed] = deque()
        self._shut = True
        self._turn = 0
        self._looks = 0
        self._rounds = 0
        self._watchdog: asyncio.TimerHandle | None = None
        self._let_go: set[Hashable] = set()
        """Work that is waited for no more."""
        self._kept: dict[Hashable, list[Typed]] = {}
        """What was typed for a dialog before the reader was told that it takes a while."""

    @property
    def at_rest(self) -> bool:
        """Whether the next key would be handed on at once."""
        return not self._shut

    @property
    def waits(self) -> bool:
        """Whether something typed waits for its turn."""
        return bool(self._waiting)

    # -- what is typed

    def take(self, typed: Typed) -> bool:
        """Tell whether something typed is to be handed on now; otherwise it is kept."""
        if self._shut:
            self._waiting.append(typed)
        return not self._shut

    def take_last(self, typed: Typed, same: Callable[[Typed], bool]) -> bool:
        """Do as ``take``; what is kept replaces the last that waits, if that is the ``same``."""
        if self._shut and self._waiting and same(self._waiting[-1]):
            self._waiting[-1] = typed
            return False
        return self.take(typed)

    def take_next(self, alike: Callable[[Typed], bool]) -> Typed | None:
        """Return the next that waits, if it is ``alike`` and so need not; None otherwise."""
        return self._waiting.popleft() if self._waiting and alike(self._waiting[0]) else None

    def follow(self, route: Sequence[Pump]) -> None:
        """Keep what is typed until all is at rest behind what was handed to this route."""
        self._begin(route, handed=True)

    def begin(self) -> None:
        """Keep what is typed until all is at rest."""
        self._begin(self._receiver.route(), handed=False)

    def go_on(self) -> None:
        """Hand on the next that waits."""
        if self._waiting:
            self._shut = True
            self._receiver.hand_on(self._waiting.popleft())
        else:
            self._shut = False

    def opened(self, work: Hashable) -> None:
        """Hand on what was typed for a dialog, now that it is on screen, before all else."""
        self._let_go.discard(work)
        if kept := self._kept.pop(work, None):
            self._waiting.extendleft(reversed(kept))
            self.begin()

    # -- waiting

    def _begin(self, route: Sequence[Pump], handed: bool) -> None:
        self._shut = True
        self._turn += 1
        self._looks = self._rounds = 0
        if self._watchdog is not None:
            self._watchdog.cancel()
        loop = asyncio.get_running_loop()
        self._watchdog = loop.call_later(LOST, self._give_up, self._turn)
        self._pass(self._turn, route, 0, quiet=False, first=handed)

    def _pass(
        self, turn: int, route: Sequence[Pump], at: int, quiet: bool, first: bool = False
    ) -> None:
        """Go on to the next pump of the route that still answers."""
        for number in range(at, len(route)):
            quiet = quiet and not _busy(route[number])
            if route[number].call_later(self._arrived, turn, route, number, quiet, first):
                return
        self._come_round(turn, quiet)

    def _arrived(self, turn: int, route: Sequence[Pump], at: int, quiet: bool, first: bool) -> None:
        if turn != self._turn:
            return
        quiet = quiet and not _busy(route[at])
        if first and at == 0:
            # Nothing else has run since the key was dealt with: nobody has anything to do for it.
            quiet = not any(map(_busy, route)) and self._is_done(route)
            if quiet:
                self._end()
                return
        self._pass(turn, route, at + 1, quiet)

    def _is_done(self, route: Sequence[Pump]) -> bool:
        """Tell whether keys still go the same way, and nothing is waited for."""
        same = list(route) == list(self._receiver.route())
        return same and self._receiver.ready() and not self._going_on()

    def _come_round(self, turn: int, quiet: bool) -> None:
        """See, after one more round, what is still waited for."""
        if turn != self._turn:
            return
        self._rounds += 1
        if self._looks >= AT_MOST:
            self._end()
        elif not quiet and self._rounds < ROUNDS:
            self._round(turn)
        elif not self._receiver.ready():
            self._look_again(turn)
        elif going_on := self._going_on():
            if self._looks >= PATIENCE:
                self._let_pass(going_on)
            self._look_again(turn)
        else:
            self._end()

    def _look_again(self, turn: int) -> None:
        self._looks += 1
        self._rounds = 0
        asyncio.get_running_loop().call_later(LOOK_EVERY, self._round, turn)

    def _round(self, turn: int) -> None:
        if turn == self._turn:
            self._pass(turn, self._receiver.route(), 0, quiet=True)

    def _going_on(self) -> set[Hashable]:
        going_on = set(self._receiver.work())
        self._let_go &= going_on
        for work in self._kept.keys() - going_on:
            del self._kept[work]
        return going_on - self._let_go

    def _let_pass(self, going_on: set[Hashable]) -> None:
        """Wait no more for work; what was typed for its dialog is kept for that."""
        self._let_go |= going_on
        opening = next((work for work in going_on if self._receiver.opens(work)), None)
        if opening is not None:
            kept = self._kept.setdefault(opening, [])
            while self._waiting and not self._receiver.stays(self._waiting[0]):
                kept.append(self._waiting.popleft())

    def _give_up(self, turn: int) -> None:
        if turn == self._turn:
            self._end()

    def _end(self) -> None:
        """All is at rest: hand on the next."""
        self._turn += 1
        if self._watchdog is not None:
            self._watchdog.cancel()
            self._watchdog = None
        self.go_on()


def _busy(pump: Pump) -> bool:
    looked_at = pump._pending_message
    return pump.message_queue_size > 0 or not (looked_at is None or looked_at.no_dispatch)
