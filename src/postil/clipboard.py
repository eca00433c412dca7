"""Copying a text by the best route there is, and saying which it was and whether it is certain."""

from __future__ import annotations

import base64
import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

from postil.model.values import dataclass

SECONDS = 3.0
"""How long a clipboard program may take; a live one answers within a tenth of a second."""

OSC52_LIMIT = 74_994
"""Bytes of base 64 that every known terminal takes in one OSC 52 sequence."""

SCREEN_CHUNK = 240
"""Bytes that every version of GNU screen passes through in one control string."""

MUTE_TERMINALS = ("dumb", "linux")
"""Values of TERM that stand for a terminal without a clipboard."""

Route = Literal["system", "tmux", "osc52", "file"]
Writer = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Copied:
    """Where a text went."""

    route: Route
    confirmed: bool
    """The text was read back and is the same."""
    detail: str
    """A clause for the reader, such as "sent to the terminal (OSC 52), unconfirmed"."""
    failures: tuple[str, ...] = ()
    """Why each route that was tried before did not do."""


class _RouteError(Exception):
    """A route that did not do, and why."""


def copy(
    text: str, *, environ: Mapping[str, str], outbox: Path, terminal: Writer | None = None
) -> Copied:
    """Copy a text; takes at most a few seconds and prints nothing.

    ``POSTIL_CLIPBOARD`` in ``environ`` names the only route to try before the file ``outbox``.
    ``terminal`` writes to the reader's terminal; without it the controlling terminal is opened.

    Raises:
        CannotWrite: no route worked, not even the file.
    """
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
    wanted = environ.get("POSTIL_CLIPBOARD", "auto")
    failures: list[str] = []
    routes: tuple[tuple[Route, Callable[[], tuple[bool, str]]], ...] = (
        ("system", lambda: _system(text, environ)),
        ("tmux", lambda: _tmux(text, environ)),
        ("osc52", lambda: _osc52(text, environ, terminal)),
    )
    for route, attempt in routes:
        if wanted not in (route, "auto"):
            continue
        try:
            confirmed, detail = attempt()
        except _RouteError as reason:
            failures.append(str(reason))
        else:
            return Copied(route, confirmed, detail, tuple(failures))
    _keep(text, outbox, failures)
    detail = f"saved in {outbox}, with no clipboard within reach"
    return Copied("file", True, detail, tuple(failures))


def likely(environ: Mapping[str, str]) -> Route:
    """Return the route that a copy would probably take, without copying anything."""
    wanted = environ.get("POSTIL_CLIPBOARD", "auto")
    if wanted in ("auto", "system") and _has_system_clipboard(environ) and _has_program(environ):
        return "system"
    if wanted in ("auto", "tmux") and environ.get("TMUX"):
        return "tmux"
    if wanted in ("auto", "osc52") and environ.get("TERM", "dumb") not in MUTE_TERMINALS:
        return "osc52"
    return "file"


def _has_program(environ: Mapping[str, str]) -> bool:
    """Tell whether a program is there that sets the clipboard of this platform."""
    if not sys.platform.startswith("linux") or environ.get("WSL_DISTRO_NAME"):
        return True
    programs = ["wl-copy"] if environ.get("WAYLAND_DISPLAY") else []
    programs += ["xclip", "xsel"] if environ.get("DISPLAY") else []
    return any(shutil.which(name, path=environ.get("PATH")) for name in programs)


def _system(text: str, environ: Mapping[str, str]) -> tuple[bool, str]:
    """Run pyperclip in a process of its own, which reads back what it has copied."""
    if not _has_system_clipboard(environ):
        raise _RouteError("no desktop within reach")
    # -P keeps the folder of this file from hiding modules of the standard library.
    status = _run([sys.executable, "-P", __file__], text, environ)[0]
    if status != 0:
        raise _RouteError(
            {3: "the clipboard does not hold what it was given", 4: "no clipboard program"}.get(
                status, "the clipboard program failed"
            )
        )
    return True, "copied to the system clipboard"


def _has_system_clipboard(environ: Mapping[str, str]) -> bool:
    """Tell whether a desktop clipboard may be there, and is the reader's own."""
    display = environ.get("DISPLAY", "")
    if environ.get("SSH_TTY") or environ.get("SSH_CONNECTION"):
        # Only a forwarded display leads back to the desk at which the reader sits.
        return bool(display) and not display.startswith((":", "unix:", "/"))
    if sys.platform in ("darwin", "win32", "cygwin"):
        return True
    return any(
        environ.get(name)
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME", "WSL_INTEROP")
    )


def _tmux(text: str, environ: Mapping[str, str]) -> tuple[bool, str]:
    """Load tmux's paste buffer, and ask tmux to pass it on to the terminal around it."""
    if not environ.get("TMUX"):
        raise _RouteError("not inside tmux")
    passed_on = _run(["tmux", "load-buffer", "-w", "-"], text, environ)[0] == 0
    if not passed_on and _run(["tmux", "load-buffer", "-"], text, environ)[0] != 0:
        raise _RouteError("tmux did not take it")
    if _run(["tmux", "show-buffer"], "", environ)[1] != text:
        raise _RouteError("tmux does not hold what it was given")
    told = _run(["tmux", "show-options", "-sv", "set-clipboard"], "", environ)[1].strip()
    if passed_on and told in ("on", "external"):
        return True, "copied to tmux, and sent on to the terminal, unconfirmed"
    return True, "copied to tmux (its prefix, then ] pastes)"


def _osc52(text: str, environ: Mapping[str, str], terminal: Writer | None) -> tuple[bool, str]:
    """Ask the terminal to take the text; terminals do not answer, so this is never confirmed."""
    if environ.get("TERM", "") in MUTE_TERMINALS:
        raise _RouteError("the terminal has no clipboard")
    payload = base64.b64encode(text.encode())
    if len(payload) > OSC52_LIMIT:
        raise _RouteError("too long for the terminal's clipboard")
    sequence = _wrapped(f"\x1b]52;c;{payload.decode()}\a", environ)
    try:
        if terminal is not None:
            terminal(sequence)
        else:
            _to_controlling_terminal(sequence.encode())
    except OSError as error:
        raise _RouteError("no terminal") from error
    return False, "sent to the terminal (OSC 52), unconfirmed"


def _wrapped(sequence: str, environ: Mapping[str, str]) -> str:
    """Return the sequence in the envelope that lets it through a multiplexer."""
    if environ.get("TMUX"):
        return "\x1bPtmux;" + sequence.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    if environ.get("STY"):
        step = SCREEN_CHUNK
        chunks = (sequence[at : at + step] for at in range(0, len(sequence), step))
        return "".join(f"\x1bP{chunk}\x1b\\" for chunk in chunks)
    return sequence


def _to_controlling_terminal(sequence: bytes) -> None:
    descriptor = os.open("/dev/tty", os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
    with os.fdopen(descriptor, "wb", buffering=0) as terminal:
        while sequence:
            sequence = sequence[terminal.write(sequence) :]


def _keep(text: str, outbox: Path, failures: list[str]) -> None:
    """Replace the outbox as a whole, for the reader's eyes only."""
    try:
        outbox.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=outbox.parent, prefix=f".{outbox.name}.")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            Path(name).replace(outbox)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        from postil.errors import CannotWrite

        why = ", ".join([*failures, f"{outbox}: {error.strerror}"])
        raise CannotWrite("nothing was copied", why, "see postil doctor") from error


def _run(command: list[str], text: str, environ: Mapping[str, str]) -> tuple[int, str]:
    """Run a program on a text within the time limit; return its status and what it printed.

    A clipboard program stays behind to serve the text, so it must not inherit our pipes: what is
    printed goes to a file, and everything runs in a session of its own that can be ended whole.
    """
    with tempfile.TemporaryFile() as printed:
        try:
            child = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=printed,
                stderr=subprocess.DEVNULL,
                env=dict(environ),
                start_new_session=True,
            )
        except OSError as error:
            raise _RouteError(f"{Path(command[0]).name} does not start") from error
        try:
            child.communicate(text.encode(), timeout=SECONDS)
        except subprocess.TimeoutExpired as error:
            raise _RouteError("the clipboard program hung") from error
        finally:
            if child.poll() is None:
                _end(child)
        printed.seek(0)
        return child.returncode, printed.read().decode("utf-8", "replace")


def _end(child: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        child.kill()
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _serve() -> int:
    """Copy standard input by pyperclip and read it back; 3: it differs, 4: no program for it."""
    import pyperclip

    text = sys.stdin.buffer.read().decode("utf-8")
    try:
        pyperclip.copy(text)
        back = str(pyperclip.paste())
    except pyperclip.PyperclipException:
        return 4
    # Some desktops store other line ends, and some drop the last one.
    return 0 if back.splitlines() == text.splitlines() else 3


if __name__ == "__main__":
    raise SystemExit(_serve())
