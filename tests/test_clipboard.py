"""The clipboard tells the truth: which route worked, whether it is certain, and it never hangs."""

from __future__ import annotations

import base64
import os
import shutil
import stat
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from postil import clipboard
from postil.clipboard import Copied, copy, likely
from postil.errors import CannotWrite
from tests.support.effort import PATIENCE

PASSAGE = "“Café”\n日本語 — 12 km\n"

HONEST = """#!/bin/sh
store="$(dirname "$0")/store"
case "$*" in *-o*) cat "$store";; *) cat > "$store.new"; mv "$store.new" "$store";; esac
"""
LYING = '#!/bin/sh\ncase "$*" in *-o*) echo something else;; *) cat > /dev/null;; esac\n'
HANGING = '#!/bin/sh\necho $$ > "$(dirname "$0")/pid"\nexec sleep 60\n'
FAILING = "#!/bin/sh\necho cannot open display >&2\nexit 1\n"
STAYING = """#!/bin/sh
store="$(dirname "$0")/store"
case "$*" in
    *-o*) cat "$store";;
    *) cat > "$store"
       (until [ -e "$store.end" ]; do sleep 0.05; done; touch "$store.ended") & ;;
esac
"""
"""Leaves a process behind, which has our pipes open until it is told to end."""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for programs that stands first on the path; they may take their time."""
    monkeypatch.setattr(clipboard, "SECONDS", PATIENCE)
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def environment(desk: Path, **more: str) -> dict[str, str]:
    return {"PATH": f"{desk}:{os.environ['PATH']}", "HOME": str(desk), **more}


def program(desk: Path, text: str) -> None:
    path = desk / "xclip"
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def nowhere(sequence: str) -> None:
    raise OSError("no terminal in this test")


def copied(desk: Path, text: str = PASSAGE, **more: str) -> Copied:
    environ = environment(desk, **more)
    return copy(text, environ=environ, outbox=desk / "state" / "out.txt", terminal=nowhere)


def runs(process: int) -> bool:
    """Tell whether a process is there and has not ended, reaped or not."""
    told = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], check=False, capture_output=True, text=True
    )
    return told.stdout.strip()[:1] not in ("", "Z")


def test_a_program_that_works_is_confirmed_by_reading_back(desk: Path) -> None:
    program(desk, HONEST)
    done = copied(desk, DISPLAY=":7")
    assert (done.route, done.confirmed, done.failures) == ("system", True, ())
    assert (desk / "store").read_text() == PASSAGE


def test_a_program_that_lies_is_not_believed(desk: Path) -> None:
    program(desk, LYING)
    done = copied(desk, DISPLAY=":7")
    assert done.route == "file"
    assert "the clipboard does not hold what it was given" in done.failures


def test_a_program_that_fails_is_not_believed(desk: Path) -> None:
    program(desk, FAILING)
    assert copied(desk, DISPLAY=":7").route == "file"


def test_a_program_that_hangs_is_ended(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(desk, HANGING)
    # On a busy machine it may take long until the program has begun at all.
    for seconds in (0.7, 5, 30):
        monkeypatch.setattr(clipboard, "SECONDS", seconds)
        done = copied(desk, DISPLAY=":7")
        assert done.failures[0] == "the clipboard program hung"
        if (desk / "pid").exists():
            break
    assert not runs(int((desk / "pid").read_text()))


def test_a_program_that_stays_behind_does_not_hold_our_pipes(desk: Path) -> None:
    program(desk, STAYING)
    script = (
        "import os; from pathlib import Path; from postil import clipboard;"
        f"clipboard.SECONDS = {PATIENCE};"
        f"outbox = Path({str(desk)!r}) / 'out';"
        "print(clipboard.copy('x', environ=os.environ, outbox=outbox).route)"
    )
    environ = environment(desk, DISPLAY=":7", PYTHONPATH=os.pathsep.join(sys.path))
    command = [sys.executable, "-c", script]
    try:
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
        assert done.stdout == "system\n"
        assert not (desk / "store.ended").exists()
    finally:
        (desk / "store.end").touch()


def test_without_a_desktop_no_program_is_started(desk: Path) -> None:
    program(desk, HONEST)
    assert copied(desk).failures[0] == "no desktop within reach"
    assert not (desk / "store").exists()


@pytest.mark.parametrize(("display", "route"), [(":0", "file"), ("localhost:10.0", "system")])
def test_far_from_home_only_a_forwarded_display_is_the_readers(
    desk: Path, display: str, route: str
) -> None:
    program(desk, HONEST)
    assert copied(desk, DISPLAY=display, SSH_TTY="/dev/pts/1").route == route


def sent(desk: Path, text: str, **more: str) -> tuple[Copied, str]:
    written: list[str] = []
    environ = environment(desk, **more)
    done = copy(text, environ=environ, outbox=desk / "out.txt", terminal=written.append)
    return done, "".join(written)


def test_the_terminal_is_asked_and_not_called_certain(desk: Path) -> None:
    done, written = sent(desk, PASSAGE)
    assert (done.route, done.confirmed) == ("osc52", False)
    assert "unconfirmed" in done.detail
    payload = written.removeprefix("\x1b]52;c;").removesuffix("\a")
    assert base64.b64decode(payload).decode() == PASSAGE


@pytest.mark.parametrize(("size", "route"), [(56_244, "osc52"), (56_247, "file")])
def test_the_terminal_is_not_sent_more_than_it_takes(desk: Path, size: int, route: str) -> None:
    done, written = sent(desk, "x" * size)
    assert done.route == route
    assert bool(written) == (route == "osc52")


def test_a_terminal_that_cannot_is_not_asked(desk: Path) -> None:
    done, written = sent(desk, "x", TERM="dumb")
    assert (done.route, written) == ("file", "")


def test_multiplexers_get_the_sequence_in_an_envelope(desk: Path) -> None:
    _, written = sent(desk, "x", TMUX="/nowhere,1,0", POSTIL_CLIPBOARD="osc52")
    assert written == "\x1bPtmux;\x1b\x1b]52;c;eA==\a\x1b\\"
    _, written = sent(desk, "x" * 900, STY="1.pts")
    chunks = written.removeprefix("\x1bP").removesuffix("\x1b\\").split("\x1b\\\x1bP")
    assert max(map(len, chunks)) <= clipboard.SCREEN_CHUNK
    assert base64.b64decode("".join(chunks)[7:-1]) == b"x" * 900


def test_the_file_is_the_readers_alone_and_replaced_whole(desk: Path) -> None:
    done = copied(desk)
    outbox = desk / "state" / "out.txt"
    assert (done.route, done.confirmed) == ("file", True)
    assert str(outbox) in done.detail
    assert outbox.read_text() == PASSAGE
    assert stat.S_IMODE(outbox.stat().st_mode) == 0o600
    copied(desk, "second")
    assert [each.name for each in outbox.parent.iterdir()] == ["out.txt"]


def test_when_nothing_works_it_says_so(desk: Path) -> None:
    (desk / "state").write_text("a file where the folder should be")
    with pytest.raises(CannotWrite, match="nothing was copied"):
        copied(desk)


def test_bytes_that_no_clipboard_takes_are_left_out(desk: Path) -> None:
    copied(desk, "a\0b\udc80c")
    assert (desk / "state" / "out.txt").read_text() == "ab?c"


def test_the_likely_route_is_told_without_copying(desk: Path) -> None:
    program(desk, HONEST)
    assert likely(environment(desk, DISPLAY=":7")) == "system"
    assert likely(environment(desk, TMUX="/x,1,0", TERM="tmux")) == "tmux"
    assert likely(environment(desk, TERM="xterm")) == "osc52"
    assert likely(environment(desk, TERM="xterm", POSTIL_CLIPBOARD="file")) == "file"
    assert not (desk / "store").exists()


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[str]:
    """Return the value of TMUX for a server of the test's own."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not on this machine")
    socket = Path("/tmp") / f"postil-{uuid.uuid4().hex[:8]}"
    base = ["tmux", "-S", str(socket), "-f", "/dev/null"]
    subprocess.run([*base, "new-session", "-d", "sleep 60"], check=True, timeout=10)
    yield f"{socket},0,0"
    subprocess.run([*base, "kill-server"], check=False, timeout=10)
    socket.unlink(missing_ok=True)


def test_inside_tmux_its_buffer_is_loaded_and_read_back(desk: Path, tmux: str) -> None:
    done = copied(desk, TMUX=tmux)
    assert (done.route, done.confirmed) == ("tmux", True)
    command = ["tmux", "-S", tmux.split(",")[0], "show-buffer"]
    assert subprocess.run(command, capture_output=True, check=True).stdout.decode() == PASSAGE


def test_a_dead_tmux_is_passed_over(desk: Path) -> None:
    done = copied(desk, TMUX="/nowhere/at/all,1,0")
    assert done.route == "file"
    assert "tmux did not take it" in done.failures
