"""However the app ends, what is typed is kept or told, and the process does end."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Coroutine
from typing import Any, cast

import pytest
from textual.app import App

from postil.errors import CannotWrite, PostilError
from postil.tui.startup import endings
from postil.tui.startup.endings import AppEnding
from postil.tui.startup.terminal_file import TerminalFile

FULL = CannotWrite("the draft", "the disk is full", "make room")


class Words:
    """Words that are being typed."""

    def __init__(self, text: str, error: PostilError | None = None) -> None:
        self.text = text
        self.error = error
        self.kept = 0

    def keep(self) -> None:
        if self.error is not None:
            raise self.error
        self.kept += 1

    def unkept(self) -> str:
        return "" if self.kept else self.text

    async def close(self) -> None:
        self.keep()


class Dialog:
    """A dialog into which words are typed."""

    message_queue_size = 0

    def __init__(self, words: Words) -> None:
        self.saving = words


class Reader:
    """A screen that keeps its place."""

    message_queue_size = 0

    def __init__(self) -> None:
        self.closed = 0

    async def close(self) -> None:
        self.closed += 1


class Shown:
    """An app with some screens."""

    is_headless = True
    focused = None
    message_queue_size = 0

    def __init__(self, *screens: object) -> None:
        self.screen_stack = list(screens)
        self.status: int | None = None
        self.work: list[asyncio.Task[None]] = []

    def exit(self, result: int | None = None, return_code: int = 0) -> None:
        self.status = return_code if result is None else result

    def run_worker(self, work: Coroutine[Any, Any, None], **_: object) -> None:
        self.work.append(asyncio.get_running_loop().create_task(work))


def ending(*screens: object, taken: bool = True) -> tuple[AppEnding, Shown]:
    """Return what ends an app with these screens."""
    shown = Shown(*screens)
    return AppEnding(cast("App[int]", shown), TerminalFile(taken=taken, before=None)), shown


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the statuses with which the process would have ended, at once and not at all."""
    statuses: list[int] = []
    monkeypatch.setattr(os, "_exit", statuses.append)
    monkeypatch.setattr(endings, "PATIENCE", 0.0)
    monkeypatch.setattr(TerminalFile, "give_back", lambda self: None)
    monkeypatch.setattr(endings, "start_new_thread", lambda work, arguments: work(*arguments))
    return statuses


async def test_quitting_keeps_what_is_typed_and_closes_every_screen() -> None:
    words, reader = Words("half a sentence"), Reader()
    one, app = ending(reader, Dialog(words))
    assert await one.quit() is None
    assert (words.kept, reader.closed, app.status) == (1, 1, 0)


async def test_what_cannot_be_kept_is_given_up_only_when_asked_again() -> None:
    words = Words("half a sentence", FULL)
    one, app = ending(Dialog(words))
    assert await one.quit() is FULL
    assert app.status is None
    assert await one.quit() is None
    assert app.status == 0


async def test_a_signal_ends_the_app_as_quitting_does(ended: list[int]) -> None:
    words, reader = Words("half a sentence"), Reader()
    one, app = ending(reader, Dialog(words))
    one.begin()
    one.by_signal(signal.SIGTERM)
    one.by_signal(signal.SIGHUP)
    await asyncio.sleep(0)
    await asyncio.gather(*app.work)
    assert one.signal == signal.SIGTERM
    assert (reader.closed, app.status) == (1, 128 + signal.SIGTERM)
    assert ended == [128 + signal.SIGTERM], "and in any case, however the app goes about it"
    assert words.kept == 2


async def test_a_signal_that_came_while_the_app_was_starting_is_taken_up(
    ended: list[int],
) -> None:
    reader = Reader()
    one, app = ending(reader)
    one.by_signal(signal.SIGHUP)
    assert ended == [128 + signal.SIGHUP]
    one.begin()
    await asyncio.gather(*app.work)
    assert (reader.closed, app.status) == (1, 128 + signal.SIGHUP)


def test_ctrl_c_is_meant_for_the_program_that_has_the_terminal(ended: list[int]) -> None:
    one, _ = ending(taken=False)
    one.by_signal(signal.SIGINT)
    assert (one.signal, ended) == (0, [])


def test_a_terminal_that_is_gone_ends_the_app_once(ended: list[int]) -> None:
    one, _ = ending()
    one.hang_up()
    one.hang_up()
    assert ended == [128 + signal.SIGHUP]


async def test_words_that_can_be_kept_nowhere_are_told_at_the_end(
    ended: list[int], capfd: pytest.CaptureFixture[str]
) -> None:
    one, app = ending(Dialog(Words("all \x1b[2Jof it", FULL)), Dialog(Words("  ", FULL)))
    one.begin()
    one.by_signal(signal.SIGTERM)
    await asyncio.sleep(0)
    await asyncio.gather(*app.work)
    said = capfd.readouterr().err
    assert "could be kept nowhere" in said
    assert "of it" in said
    assert "\x1b" not in said
    assert app.status == 128 + signal.SIGTERM


def test_the_loop_may_be_closed_by_then(ended: list[int]) -> None:
    one, _ = ending()

    async def begun() -> None:
        one.begin()

    asyncio.run(begun())
    one.by_signal(signal.SIGTERM)
    assert ended == [128 + signal.SIGTERM]
