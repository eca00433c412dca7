"""However the app is told to end, the terminal is whole again and what was typed is kept."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from postil import config
from postil.library.care import local_state
from postil.tui.startup.terminal_file import KNOCK
from tests.journeys.articles import HARBOUR
from tests.terminal.emulator import COMMAND, Terminal

WORDS = "the words of a thought"

pytestmark = pytest.mark.skipif(
    not COMMAND.exists(), reason="the command postil is not installed beside this Python"
)


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR, "utf-8")
    return path


def drafts() -> list[str]:
    """Return the texts that are kept unfinished."""
    home = local_state.open_home(config.load(os.environ).places)
    return [text for _, text, _ in home.state.drafts()]


def write(terminal: Terminal) -> None:
    """Write some words of a note."""
    terminal.until_seen("min left")
    terminal.press("}", "V")
    terminal.until_seen("1-5 mark")
    terminal.press("a")
    terminal.until_seen("ctrl+s saves")
    terminal.press(WORDS)
    terminal.until_seen(WORDS)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_in_the_middle_of_a_note(harbour: Path, number: int) -> None:
    with Terminal([harbour]) as terminal:
        write(terminal)
        terminal.process.send_signal(number)
        terminal.process.send_signal(number)
        assert terminal.end() == 128 + number
        assert terminal.as_it_was()
        assert terminal.left() == []
    assert drafts() == [WORDS]


def test_a_signal_ends_it_before_the_app_has_the_terminal(harbour: Path) -> None:
    with Terminal([harbour]) as terminal:
        terminal.until(lambda _: b"An account" in terminal.raw, "the first page")
        terminal.process.send_signal(signal.SIGTERM)
        assert terminal.end() in (-signal.SIGTERM, 128 + signal.SIGTERM)
        assert terminal.as_it_was()
        assert terminal.left() == []


def test_a_terminal_that_is_closed_ends_it_though_nobody_sends_a_signal(harbour: Path) -> None:
    with Terminal([harbour], leading=False) as terminal:
        write(terminal)
        terminal.hang_up()
        assert terminal.end() == 128 + signal.SIGHUP
    assert drafts() == [WORDS]


def test_a_terminal_whose_program_waits_for_something_to_be_drawn_gets_it(harbour: Path) -> None:
    with Terminal([harbour]) as terminal:
        write(terminal)
        terminal.until(lambda _: terminal.raw.endswith(KNOCK.encode()), "a knock")
        shown = len(terminal.raw)
        terminal.until(lambda _: len(terminal.raw) > shown, "another one")
        assert terminal.raw[shown:] == KNOCK.encode()


def test_a_stopped_app_is_ended_and_leaves_the_shell_its_terminal(harbour: Path) -> None:
    with Terminal([harbour]) as terminal:
        terminal.until_seen("min left")
        terminal.press("\x1a")
        _, status = os.waitpid(terminal.process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status)
        assert terminal.left() == []
        shown = len(terminal.raw)
        terminal.process.send_signal(signal.SIGTERM)
        terminal.process.send_signal(signal.SIGCONT)
        assert terminal.end() == 128 + signal.SIGTERM
        assert terminal.as_it_was()
        assert terminal.raw[shown:] == b""


def test_an_editor_that_does_not_start_leaves_the_app_its_terminal(
    harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "no-such-editor-at-all")
    with Terminal([harbour]) as terminal:
        write(terminal)
        terminal.press("\x07")
        terminal.until_seen("does not start")
        terminal.press("!")
        terminal.until_seen(f"{WORDS}!")
        terminal.press("\x11")
        assert terminal.end() == 0
        assert terminal.left() == []
    assert drafts() == [f"{WORDS}!"]
