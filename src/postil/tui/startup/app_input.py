"""What the app answers to the one who holds back what is typed: who has the focus, what goes on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Hashable, Sequence
from typing import Protocol, TypeVar, runtime_checkable
from weakref import WeakKeyDictionary

from textual.app import App
from textual.dom import DOMNode
from textual.errors import NoWidget
from textual.events import Event, InputEvent, Key, MouseEvent, MouseMove, Paste
from textual.screen import Screen
from textual.worker import NoActiveWorker, Worker, get_current_worker

from postil.tui.startup.garbage import GarbageAtRest
from postil.tui.startup.type_ahead import Pump, TypeAhead

Result = TypeVar("Result")

OPENS = "opens a dialog"
"""The name of work that is going to open a dialog."""


@runtime_checkable
class Opening(Protocol):
    """A screen that is not ready for keys as soon as it is mounted."""

    @property
    def takes_keys(self) -> bool:
        """Whether it is ready for keys."""


@runtime_checkable
class Plain(Protocol):
    """A widget that has keys which do nothing but type a letter, or move."""

    def is_plain(self, key: str, character: str | None, /) -> bool:
        """Tell whether a key cannot lead away from here, so that another one may follow at once."""


class AppInput:
    """Everything that is typed into an app, and done with the mouse, on its one way in."""

    def __init__(self, app: App[Result], process: Callable[[Event], Awaitable[None]]) -> None:
        """Let ``process`` deal with an event, as Textual does."""
        self._app = app
        self._process = process
        self._askers: WeakKeyDictionary[Screen[object], Worker[object]] = WeakKeyDictionary()
        """The work that has opened a dialog and waits for its answer."""
        self.type_ahead: TypeAhead[Event] = TypeAhead(self)
        self._garbage = GarbageAtRest(app.set_timer)

    def begin(self) -> None:
        """Hand on what was typed before the first screen was there, as soon as it is ready."""
        self._app.screen_change_signal.subscribe(self._app, self._changed, immediate=True)
        self.type_ahead.begin()

    async def take(self, event: Event) -> None:
        """Deal with an event: now, or in its turn if it comes from the reader."""
        if not isinstance(event, InputEvent | Paste) or event.is_forwarded:
            await self._process(event)
            return
        if isinstance(event, MouseMove):
            now = self.type_ahead.take_last(event, lambda last: isinstance(last, MouseMove))
        else:
            now = self.type_ahead.take(event)
        if now:
            await self._deal_with(event)

    async def _deal_with(self, event: Event) -> None:
        if not self._app.screen_stack:
            return  # The app ends, and nobody is there for whom it could be.
        target = self._target(event)
        route = self._route_from(target)
        await self._process(event)
        if isinstance(event, MouseMove):
            self.type_ahead.go_on()
            return
        if self.type_ahead.waits and isinstance(target, Plain) and _is_plain(event, target):
            # A long text that is pasted as keys would take a second for a hundred letters.
            while more := self.type_ahead.take_next(lambda typed: _is_plain(typed, target)):
                await self._process(more)
        self.type_ahead.follow(route)
        self._garbage.key()

    def _target(self, event: Event) -> DOMNode:
        """Return whom Textual hands an event to."""
        app = self._app
        if isinstance(event, MouseEvent):
            try:
                return app.mouse_captured or app.get_widget_at(event.x, event.y)[0]
            except NoWidget:
                return app.screen
        return app.focused or app.screen

    # -- what holds back what is typed asks for

    def route(self) -> Sequence[Pump]:
        """Return whom a key passes now: what has the focus first, the app last."""
        if not self._app.screen_stack:
            return [self._app]  # At the very end there is no screen any more.
        return self._route_from(self._app.focused or self._app.screen)

    def _route_from(self, node: DOMNode) -> Sequence[Pump]:
        # What is being removed has nothing above it any more.
        route = node.ancestors_with_self
        return route if route[-1] is self._app else [*route, self._app.screen, self._app]

    def ready(self) -> bool:
        """Tell whether the screen on top can take keys."""
        if not self._app.screen_stack:
            return False
        screen = self._app.screen
        return screen.is_mounted and (not isinstance(screen, Opening) or screen.takes_keys)

    def work(self) -> Collection[Hashable]:
        """Return the work on the event loop that no open dialog stands for."""
        asking = [self._askers.get(screen) for screen in self._app.screen_stack]
        return [
            worker
            for worker in self._app.workers
            # No other property tells a thread, which is never waited for, from a coroutine.
            if not (worker.is_finished or worker._thread_worker or worker in asking)
        ]

    def opens(self, work: Hashable) -> bool:
        """Tell whether work is going to open a dialog, for which the next keys are meant."""
        return isinstance(work, Worker) and work.name == OPENS

    def stays(self, typed: Event) -> bool:
        """Tell whether something typed means the app, whichever dialog is open."""
        if not isinstance(typed, Key):
            return False
        # The chain is Textual's own, with the reader's key map.
        return any(
            binding.priority
            for _, bound in self._app.screen._binding_chain
            for binding in bound.key_to_bindings.get(typed.key, ())
        )

    def hand_on(self, typed: Event) -> None:
        """Hand on what is typed, after all that the app has to do before."""
        self._app.call_later(self._deal_with, typed)

    def _changed(self, screen: Screen[object]) -> None:
        """Take note of who has opened a screen."""
        if screen in self._askers or screen is not self._app.screen:
            return
        try:
            worker = get_current_worker()
        except NoActiveWorker:
            return
        self._askers[screen] = worker
        self.type_ahead.opened(worker)


def _is_plain(event: Event, target: Plain) -> bool:
    return isinstance(event, Key) and target.is_plain(event.key, event.character)
