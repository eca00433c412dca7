"""A real bash and a real zsh complete what is typed, and run nothing that has a strange name."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal.emulator import COMMAND, Terminal

pytestmark = pytest.mark.skipif(
    not COMMAND.exists(), reason="the command postil is not installed beside this Python"
)

EVIL = "$(touch ran)"
START = {
    "bash": ["--norc", "--noprofile", "-i"],
    "zsh": ["-f", "-i"],
}
PREPARE = {
    "bash": 'PS1="% "; bind "set bell-style none"; bind "set enable-bracketed-paste off"; '
    'eval "$(postil completion bash)"',
    "zsh": 'PS1="%% "; unsetopt zle_bracketed_paste; autoload -U compinit; compinit -u -D; '
    'eval "$(postil completion zsh)"',
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with articles, in whose home is a note."""
    folder = tmp_path / "here"
    (folder / "notesheets").mkdir(parents=True)
    (folder / "harbour.md").write_text("Some words of an article.\n", "utf-8")
    (folder / f"{EVIL} a.md").write_text("Some words of an article.\n", "utf-8")
    tags = ("harbour walls", EVIL, "it's", "북한")
    line = [str(COMMAND), "note", str(folder / "harbour.md"), "--quote", "words"]
    subprocess.run([*line, *(f"--tag={tag}" for tag in tags)], check=True, capture_output=True)
    return folder


@contextmanager
def shell(name: str, folder: Path) -> Iterator[Terminal]:
    """Start a shell in a folder, ready to complete."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    path = os.pathsep.join((str(COMMAND.parent), os.environ["PATH"]))
    there = {"PATH": path, "HOME": str(folder), "HISTFILE": "", "LC_ALL": "C.UTF-8"}
    with Terminal(START[name], size=(120, 24), environ=there, command=Path(found)) as terminal:
        terminal.press(f"cd {folder}; {PREPARE[name]}; clear; echo ready\r")
        terminal.until(lambda seen: seen.lstrip().startswith("ready"), "the shell")
        yield terminal


def completed(terminal: Terminal, typed: str, wanted: str) -> None:
    """Type something and Tab; wait for what becomes of it, and take it away again."""
    terminal.press(typed, "tab")
    terminal.until_seen(wanted)
    terminal.press("\x15", "\r")
    terminal.press("clear; echo ready\r")
    terminal.until(lambda seen: seen.lstrip().startswith("ready"), "a new line")


@pytest.mark.parametrize("name", ["bash", "zsh"])
def test_verbs_files_options_tags_and_ids_are_completed(name: str, folder: Path) -> None:
    with shell(name, folder) as terminal:
        completed(terminal, "postil outl", "postil outline ")
        completed(terminal, "postil harb", "postil harbour.md")
        completed(terminal, "postil outline harb", "postil outline harbour.md")
        completed(terminal, "postil notes --sta", "postil notes --state")
        completed(terminal, "postil notes --state orp", "postil notes --state orphan")
        completed(terminal, "postil notes --tag harb", "postil notes --tag harbour\\ walls")
        completed(terminal, "postil notes --tag=harb", "postil notes --tag=harbour\\ walls")
        completed(terminal, "postil notes --tag 'harb", "postil notes --tag 'harbour walls'")
        completed(terminal, 'postil notes --tag "harb', 'postil notes --tag "harbour walls"')
        completed(terminal, "postil notes --tag 북", "postil notes --tag 북한")
        completed(terminal, "postil notes --tag it", "postil notes --tag it\\'s")
        completed(
            terminal, "postil cite harbour.md --style ieee-tra", "--style ieee-transactions-on"
        )
        completed(terminal, "postil search tag:harb", 'tag:\\"harbour\\ walls\\"')


@pytest.mark.parametrize("name", ["bash", "zsh"])
def test_a_name_that_looks_like_a_command_is_completed_as_text_and_never_run(
    name: str, folder: Path
) -> None:
    with shell(name, folder) as terminal:
        completed(terminal, "postil notes --tag \\$", "postil notes --tag \\$\\(touch\\ ran\\)")
        completed(terminal, "postil outline \\$", "postil outline \\$\\(touch\\ ran\\)\\ a.md")
        terminal.press('postil notes --tag "\\$', "tab")
        terminal.until_seen("touch ran)")
        terminal.press("\r")
        terminal.until_seen("$(touch ran)")
        terminal.press("echo done-$((1+1))\r")
        terminal.until_seen("done-2")
    assert not (folder / "ran").exists()
