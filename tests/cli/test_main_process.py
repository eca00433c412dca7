"""The command as a process: what it loads, closed pipes, full disks, interrupts, terminals."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import subprocess
import sys
import termios
import time
from array import array
from functools import partial
from pathlib import Path

import pytest

from tests.support.effort import PATIENCE

COMMAND = [sys.executable, "-m", "postil"]


@pytest.fixture
def environ() -> dict[str, str]:
    """Return the test's environment, in which a new process finds Postil."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "POSTIL_CLIPBOARD": "file"}


def probe(code: str, environ: dict[str, str]) -> set[str]:
    """Return the modules that are loaded once some code has run."""
    code = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    return set(done.stderr.split())


def test_the_version_loads_nothing(environ: dict[str, str]) -> None:
    bare = probe("", environ)
    code = "sys.argv[1:] = ['--version']; from postil.__main__ import main; main()"
    assert probe(code, environ) - bare == {"postil", "postil.__main__"}


def test_commands_load_neither_the_app_nor_what_they_do_not_need(
    environ: dict[str, str], article: Path
) -> None:
    for line in (
        ["outline", str(article)],
        ["config"],
        ["--help"],
        ["find", "boats", str(article)],
    ):
        code = f"from postil.cli.main import run; run({line!r})"
        loaded = {name.split(".")[0] for name in probe(code, environ)}
        assert not loaded & {"textual", "pyperclip", "shtab"}


def test_a_reader_that_leaves_early_is_no_error(environ: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("All boats leave at noon. " * 40_000)
    for line in (["text", str(path)], ["find", "noon", str(path), "--json"]):
        with subprocess.Popen(
            [*COMMAND, *line], env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as child:
            assert child.stdout is not None
            assert child.stderr is not None
            child.stdout.read(10)
            child.stdout.close()
            assert child.stderr.read() == b""
        assert child.returncode in (0, -signal.SIGPIPE, 141)


def test_a_reader_that_is_gone_from_the_start_is_no_error(environ: dict[str, str]) -> None:
    for line in (["--version"], ["--help"], ["config"]):
        open_article, writing = os.pipe()
        os.close(open_article)
        done = subprocess.run(
            [*COMMAND, *line], env=environ, stdout=writing, stderr=subprocess.PIPE, check=False
        )
        os.close(writing)
        assert (done.returncode in (0, 141), done.stderr) == (True, b"")


def test_an_output_that_takes_nothing_is_told(environ: dict[str, str]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    for line in (["config"], ["--version"], ["--help"]):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [*COMMAND, *line], env=environ, stdout=full, stderr=subprocess.PIPE, check=False
            )
        assert done.returncode == 2
        assert done.stderr.count(b"\n") == 1
        assert done.stderr.startswith(b"postil: the output: ")
        assert b"; " in done.stderr, "say what to do"


def test_closed_streams_are_no_error(environ: dict[str, str]) -> None:
    for closed in (">&-", ">&- 2>&-", "2>&-"):
        for line in ("config", "--version"):
            command = ["sh", "-c", f'"$0" -m postil {line} {closed}', sys.executable]
            done = subprocess.run(command, env=environ, capture_output=True, check=False)
            assert (done.returncode, done.stderr) == (0, b"")


def unread(pipe: int) -> int:
    """Return how many bytes of a pipe nobody has read yet."""
    size = array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, size)
    return size[0]


def test_an_interrupt_is_quiet(environ: dict[str, str]) -> None:
    # What is started in the background of a shell would not hear of it.
    hearing = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        [*COMMAND, "outline", "-"],
        env=environ,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hearing,  # noqa: PLW1509 - no thread runs here
    ) as child:
        assert child.stdin is not None
        child.stdin.write(b"x")
        child.stdin.flush()
        end = time.monotonic() + PATIENCE
        while unread(child.stdin.fileno()):
            assert time.monotonic() < end, "the command does not read what is piped in"
            time.sleep(0.02)
        child.send_signal(signal.SIGINT)
        assert child.stderr is not None
        assert child.stderr.read() == b""
    assert child.returncode in (130, -signal.SIGINT)


def test_the_app_without_a_terminal_names_the_other_way(
    environ: dict[str, str], article: Path
) -> None:
    done = subprocess.run(
        [*COMMAND, str(article)],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert "postil text" in done.stderr


KEYS = """
import os, sys
sys.path[:0] = {path!r}
from types import ModuleType
fake = ModuleType("postil.tui.start")
def run(settings, paths, data, encoding):
    key = os.read(0, 1)
    os.write(2, b"|%r %r %r %r|" % (key, data, os.isatty(0), [str(path) for path in paths]))
    return 0
fake.run = run
sys.modules["postil.tui.start"] = fake
from postil.cli.main import run as start
raise SystemExit(start(sys.argv[1:]))
"""


@pytest.mark.parametrize("way", ["-", "pipe", "file"])
def test_keys_come_from_the_terminal_whatever_is_piped_in(
    way: str, environ: dict[str, str], tmp_path: Path
) -> None:
    script = tmp_path / "start.py"
    script.write_text(KEYS.format(path=sys.path))
    text = tmp_path / "words.txt"
    text.write_text("piped words")
    start = f"{sys.executable} {script}"
    command = {
        "-": f"cat {text} | {start} -",
        "pipe": f"cd {tmp_path}; mkfifo p; cat {text} > p & {start} {tmp_path}/p < /dev/null",
        "file": f"{start} {text} < /dev/null 2> {tmp_path}/log",
    }[way]
    process, terminal = pty.fork()
    if process == 0:
        os.execve("/bin/sh", ["sh", "-c", command], environ)
    os.write(terminal, b"k\n")
    seen = b""
    end = time.monotonic() + PATIENCE
    while seen.count(b"|") < 2 and time.monotonic() < end:
        try:
            seen += os.read(terminal, 4096)
        except OSError:
            break
    os.waitpid(process, 0)
    os.close(terminal)
    told = seen.decode()
    assert "b'k'" in told
    assert "True" in told
    if way == "file":
        assert str(text) in told
    else:
        assert "b'piped words'" in told
