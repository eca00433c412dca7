"""The way to the terminal: it knows what was taken, gives it back, and survives its loss."""

from __future__ import annotations

import os
import pty
import termios
from collections.abc import Iterator
from typing import TextIO

import pytest

from postil.tui.startup.terminal_file import GIVE_BACK, LEAVE, TAKE, TerminalFile


@pytest.fixture
def ends() -> Iterator[tuple[int, TextIO]]:
    """Return the two ends of a terminal: what a person sees, and what is written to."""
    person, app = pty.openpty()
    modes = termios.tcgetattr(app)
    modes[1] &= ~termios.OPOST
    termios.tcsetattr(app, termios.TCSANOW, modes)
    with os.fdopen(app, "w", encoding="utf-8") as file:
        yield person, file
    os.close(person)


def test_texts_are_written_together_when_it_is_flushed(ends: tuple[int, TextIO]) -> None:
    person, app = ends
    file = TerminalFile(False, None).over(app)
    file.write("é")
    file.write("—")
    os.set_blocking(person, False)
    with pytest.raises(BlockingIOError):
        os.read(person, 100)
    file.flush()
    assert os.read(person, 100) == "é—".encode()
    assert file.fileno() == app.fileno()
    assert file.isatty()


def test_it_knows_whether_the_other_screen_is_shown(ends: tuple[int, TextIO]) -> None:
    file = TerminalFile(False, None).over(ends[1])
    for text, taken in ((f"a{TAKE}b", True), ("c", True), (f"{LEAVE}d", False), ("e", False)):
        file.write(text)
        file.flush()
        assert file.taken is taken


def test_it_is_given_back_once_and_takes_nothing_more(ends: tuple[int, TextIO]) -> None:
    person, app = ends
    file = TerminalFile(True, None).over(app)
    file.give_back()
    file.give_back()
    file.write("a frame that comes late")
    file.flush()
    assert os.read(person, 1000) == GIVE_BACK.encode()


def test_what_is_not_taken_is_not_given_back(ends: tuple[int, TextIO]) -> None:
    person, app = ends
    TerminalFile(False, None).over(app).give_back()
    os.set_blocking(person, False)
    with pytest.raises(BlockingIOError):
        os.read(person, 100)


def test_a_terminal_that_is_gone_is_told_of_once_and_stops_nobody() -> None:
    source, drain = os.pipe()
    os.close(source)
    told: list[str] = []
    with os.fdopen(drain, "w", encoding="utf-8") as app:
        file = TerminalFile(True, None).over(app)
        file.gone = lambda: told.append("gone")
        for _ in range(3):
            file.write("x")
            file.flush()
        file.give_back()
    assert told == ["gone"]
