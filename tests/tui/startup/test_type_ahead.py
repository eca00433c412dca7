"""What is typed waits, in order, until all has come to rest that the key before has set off."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Hashable, Sequence
from functools import partial

import pytest

from postil.tui.startup import type_ahead
from postil.tui.startup.type_ahead import AT_MOST, PATIENCE, Message, TypeAhead


class Queue:
    """A message pump, which does one thing after the other when it is its turn."""

    def __init__(self) -> None:
        self.todo: deque[Callable[[], object]] = deque()
        self.closed = False

    @property
    def message_queue_size(self) -> int:
        return len(self.todo)

    @property
    def _pending_message(self) -> Message | None:
        return None

    def call_later(self, callback: Callable[..., object], /, *arguments: object) -> bool:
        if self.closed:
            return False
        self.todo.append(partial(callback, *arguments))
        return True

    def work_off(self) -> None:
        while self.todo:
            self.todo.popleft()()


class Board:
    """An app with one widget, and a screen that may lie over it; it notes who gets which key."""

    def __init__(self) -> None:
        self.page, self.screen, self.dialog, self.app = Queue(), Queue(), Queue(), Queue()
        self.on_top = False
        self.is_ready = True
        self.going_on: set[Hashable] = set()
        self.opening: set[Hashable] = set()
        self.got: list[str] = []
        self.does: dict[str, Callable[[], object]] = {}
        self.typed = TypeAhead[str](self)

    def route(self) -> Sequence[Queue]:
        return [self.dialog, self.app] if self.on_top else [self.page, self.screen, self.app]

    def ready(self) -> bool:
        return self.is_ready

    def work(self) -> set[Hashable]:
        return self.going_on

    def opens(self, work: Hashable) -> bool:
        return work in self.opening

    def stays(self, typed: str) -> bool:
        return typed == "quit"

    def hand_on(self, typed: str) -> None:
        self.app.call_later(self.deal_with, typed)

    def deal_with(self, typed: str) -> None:
        route = self.route()
        name = "dialog" if self.on_top else "page"
        route[0].call_later(self.obey, typed, name)
        self.typed.follow(route)

    def obey(self, typed: str, name: str) -> None:
        self.got.append(f"{name}:{typed}")
        self.does.get(typed, lambda: None)()

    def strike(self, *keys: str) -> None:
        for key in keys:
            if self.typed.take(key):
                self.deal_with(key)

    async def until_at_rest(self, looks: int = 2 * AT_MOST) -> int:
        """Let everybody work until keys would be handed on; return after how many looks."""
        for look in range(looks):
            for _ in range(30):
                for queue in (self.page, self.screen, self.dialog, self.app):
                    queue.work_off()
            if self.typed.at_rest:
                return look
            await asyncio.sleep(0)
        raise AssertionError("keys are held for ever")


@pytest.fixture
def board(monkeypatch: pytest.MonkeyPatch) -> Board:
    monkeypatch.setattr(type_ahead, "LOOK_EVERY", 0.0)
    return Board()


async def test_a_key_alone_is_handed_on_at_once_and_leaves_the_door_open(board: Board) -> None:
    board.typed.begin()
    await board.until_at_rest()
    board.strike("j")
    assert not board.typed.at_rest
    board.page.work_off()
    assert board.typed.at_rest, "nothing came of it, so nobody else is asked"
    assert board.got == ["page:j"]


async def test_what_is_typed_before_there_is_a_screen_waits_for_it(board: Board) -> None:
    board.is_ready = False
    board.strike("slash", "w")
    board.typed.begin()
    with pytest.raises(AssertionError):
        await board.until_at_rest(AT_MOST // 2)
    assert board.got == []
    board.is_ready = True
    await board.until_at_rest()
    assert board.got == ["page:slash", "page:w"]


async def test_a_key_after_one_that_opens_a_dialog_goes_to_the_dialog(board: Board) -> None:
    def open_dialog() -> None:
        """Be opened by a message that the screen hands up to the app."""
        board.screen.call_later(
            lambda: board.app.call_later(lambda: setattr(board, "on_top", True))
        )

    board.does["t"] = open_dialog
    board.does["escape"] = lambda: board.app.call_later(lambda: setattr(board, "on_top", False))
    board.typed.begin()
    await board.until_at_rest()
    board.strike("t", "a", "escape", "n")
    await board.until_at_rest()
    assert board.got == ["page:t", "dialog:a", "dialog:escape", "page:n"]


async def test_a_dialog_that_is_not_ready_gets_its_keys_when_it_is(board: Board) -> None:
    def open_dialog() -> None:
        board.on_top, board.is_ready = True, False

    board.does["t"] = open_dialog
    board.typed.begin()
    await board.until_at_rest()
    board.strike("t", "a")
    with pytest.raises(AssertionError):
        await board.until_at_rest(AT_MOST // 2)
    assert board.got == ["page:t"]
    board.is_ready = True
    await board.until_at_rest()
    assert board.got == ["page:t", "dialog:a"]


async def test_a_screen_that_never_gets_ready_holds_nothing_for_ever(board: Board) -> None:
    board.is_ready = False
    board.typed.begin()
    board.strike("j")
    assert await board.until_at_rest(5 * AT_MOST) >= AT_MOST
    assert board.got == ["page:j"]


async def test_keys_wait_for_the_work_that_one_has_begun_but_not_for_ever(board: Board) -> None:
    board.does["enter"] = lambda: board.going_on.add("commit")
    board.typed.begin()
    await board.until_at_rest()
    board.strike("enter", "j")
    with pytest.raises(AssertionError):
        await board.until_at_rest(PATIENCE // 2)
    assert board.got == ["page:enter"]
    await board.until_at_rest()
    assert board.got == ["page:enter", "page:j"]
    board.strike("k")
    assert await board.until_at_rest() < PATIENCE // 2, "it is waited for once"
    board.does["space"] = lambda: board.going_on.add("another commit")
    board.strike("space", "l")
    with pytest.raises(AssertionError):
        await board.until_at_rest(PATIENCE // 2)


async def test_what_was_typed_for_a_dialog_that_takes_long_is_kept_for_it(board: Board) -> None:
    def begin() -> None:
        board.going_on.add("source")
        board.opening.add("source")

    board.does["s"] = begin
    board.typed.begin()
    await board.until_at_rest()
    board.strike("s", "e", "N", "quit", "x")
    await board.until_at_rest()
    assert board.got == ["page:s", "page:quit", "page:x"], "what means the app does not wait"
    board.strike("j")
    await board.until_at_rest()
    assert board.got[-1] == "page:j", "the reader has been told, and reads on"
    board.on_top = True
    board.going_on.clear()
    board.typed.opened("source")
    await board.until_at_rest()
    assert board.got[-2:] == ["dialog:e", "dialog:N"]


async def test_what_was_typed_for_a_dialog_that_does_not_come_is_given_up(board: Board) -> None:
    board.does["s"] = lambda: board.going_on.add("source")
    board.opening.add("source")
    board.typed.begin()
    await board.until_at_rest()
    board.strike("s", "d")
    await board.until_at_rest()
    board.going_on.clear()
    board.strike("j")
    await board.until_at_rest()
    board.typed.opened("source")
    await board.until_at_rest()
    assert board.got == ["page:s", "page:j"]


async def test_whoever_is_gone_is_passed_over(board: Board) -> None:
    board.does["escape"] = lambda: setattr(board.page, "closed", True)
    board.typed.begin()
    await board.until_at_rest()
    board.strike("escape", "j")
    board.on_top = True
    await board.until_at_rest()
    assert board.got == ["page:escape", "dialog:j"]


async def test_a_pump_that_never_answers_is_given_up(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type_ahead, "LOST", 0.0)
    board.typed.begin()
    assert not board.typed.at_rest
    await asyncio.sleep(0.01)
    assert board.typed.at_rest


async def test_letters_need_not_wait_for_each_other(board: Board) -> None:
    board.strike("a", "b", "escape", "c")
    taken = [board.typed.take_next(str.isalpha) for _ in range(1)]
    assert taken == ["a"]
    assert board.typed.take_next(lambda key: len(key) == 1) == "b"
    assert board.typed.take_next(lambda key: len(key) == 1) is None


async def test_of_moves_of_the_mouse_the_last_waits(board: Board) -> None:
    for done in ("move 1", "move 2", "press", "move 3"):
        if done == "press":
            board.typed.take(done)
        else:
            board.typed.take_last(done, lambda last: last.startswith("move"))
    board.typed.begin()
    await board.until_at_rest()
    assert board.got == ["page:move 2", "page:press", "page:move 3"]
