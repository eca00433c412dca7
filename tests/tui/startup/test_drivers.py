"""Drivers tell of keys at once, give the terminal back once, and take over a painted page."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from textual.events import Key, Resize
from textual.geometry import Size
from textual.message import Message

from postil.tui.startup.drivers import no_clear_driver, reporting_driver
from postil.tui.startup.first_page import Painted
from postil.tui.startup.key_priority import KeyPriority
from postil.tui.startup.terminal_file import TAKE, TerminalFile


class Plain:
    """A driver that writes down what it is asked for."""

    def __init__(self, file: io.StringIO | None = None) -> None:
        if file is not None:
            self._file = file
        self.done: list[str] = []
        self.messages: list[Message] = []
        self.fails = False

    def process_message(self, message: Message) -> None:
        self.messages.append(message)

    def run_input_thread(self) -> None:
        self.done.append("read")
        if self.fails:
            raise OSError

    def start_application_mode(self) -> None:
        self.done.append("start")

    def stop_application_mode(self) -> None:
        self.done.append("stop")

    def resume_application_mode(self) -> None:
        self.done.append("resume")

    def write(self, data: str) -> None:
        self.done.append(data)


class Told(KeyPriority):
    """Notes the keys that it is told of."""

    keys = 0

    def key(self) -> None:
        self.keys += 1


Made = tuple[Any, Told, TerminalFile]


@pytest.fixture
def make() -> Callable[..., Made]:
    """Return what makes a driver that reports, on a plain one."""

    def made(*arguments: object) -> Made:
        told, terminal = Told(), TerminalFile(taken=True, before=None)
        cls: Any = reporting_driver(Plain, told, terminal)  # type: ignore[arg-type]
        return cls(*arguments), told, terminal

    return made


def test_a_key_is_told_of_before_it_is_handed_on(make: Callable[..., Made]) -> None:
    driver, told, _ = make()
    driver.process_message(Key("x", "x"))
    driver.process_message(Resize(Size(1, 1), Size(1, 1)))
    assert told.keys == 1
    assert len(driver.messages) == 2


def test_it_writes_by_way_of_the_terminals_file(make: Callable[..., Made]) -> None:
    with_file, _, terminal = make(io.StringIO())
    without, _, _ = make()
    assert with_file._file is terminal
    assert not hasattr(without, "_file")


def test_the_terminal_is_given_back_once(make: Callable[..., Made]) -> None:
    driver, _, _ = make()
    driver.stop_application_mode()
    driver.start_application_mode()
    driver.stop_application_mode()
    driver.stop_application_mode()
    assert driver.done == ["start", "stop"]


def test_a_terminal_that_is_given_back_at_the_end_is_not_taken_again(
    make: Callable[..., Made],
) -> None:
    driver, _, terminal = make()
    driver.resume_application_mode()
    terminal.ending = True
    driver.resume_application_mode()
    assert driver.done == ["resume"]


def test_a_terminal_that_is_gone_is_noticed_where_keys_are_read(
    make: Callable[..., Made],
) -> None:
    driver, _, terminal = make()
    gone: list[bool] = []
    terminal.gone = lambda: gone.append(True)
    driver.run_input_thread()
    assert gone == []
    driver.fails = True
    driver.run_input_thread()
    assert gone == [True]


@pytest.fixture
def painted() -> Painted:
    """Return a painted page whose early reader hands over what was typed."""

    class Page(Painted):
        def let_go(self) -> bytes:
            return b"jx"

    return object.__new__(Page)


def test_a_painted_page_is_taken_over_with_what_was_typed_there(painted: Painted) -> None:
    cls: Any = no_clear_driver(Plain, painted)  # type: ignore[arg-type]
    driver = cls()
    driver.start_application_mode()
    driver.write(f"{TAKE}first")
    driver.write(TAKE)
    driver.write("")
    driver.run_input_thread()
    assert driver.done == ["start", "first", TAKE, "read"]
    assert [one.key for one in driver.messages if isinstance(one, Key)] == ["j", "x"]
    driver.start_application_mode()
    assert driver._typed == b"", "a second time nobody is there who has read keys"


def test_the_first_change_of_screen_alone_writes_nothing(painted: Painted) -> None:
    cls: Any = no_clear_driver(Plain, painted)  # type: ignore[arg-type]
    driver = cls()
    driver.write(TAKE)
    driver.run_input_thread()
    assert driver.done == ["read"]
    assert driver.messages == []
