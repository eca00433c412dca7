"""What the doctor looks at: places, settings, notes, clipboard, terminal, versions."""

from __future__ import annotations

import locale
import os
import shlex
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from subprocess import DEVNULL, SubprocessError, run
from typing import TYPE_CHECKING

from postil import __version__, library
from postil.clipboard import likely
from postil.config import Places, Settings, load
from postil.errors import PostilError
from postil.model.values import dataclass

if TYPE_CHECKING:
    from postil.library.care.local_state import Home

PACKAGES = ("textual", "rich", "tinydb", "pyperclip")

SLOW_ESCAPE = 100
"""Milliseconds for which tmux holds back the Escape key; more is felt."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    result: str
    repair: str | None = None
    """What the reader should do; None where all is well."""
    path: str | None = None


def all_checks(environ: Mapping[str, str]) -> Iterator[Check]:
    """Look at everything; what is safe to mend in the home is mended."""
    yield _versions()
    try:
        settings = load(environ)
    except PostilError as error:
        yield Check("settings", error.why, error.remedy or "mend it", error.what)
        return
    yield _settings(settings)
    yield from _keys(settings)
    yield from _places(settings.places)
    yield from _home(settings.places)
    yield _clipboard(settings, environ)
    yield _terminal(environ)
    yield _letters()
    if environ.get("TMUX"):
        yield _tmux(environ)


def _versions() -> Check:
    told = [f"Postil {__version__}", f"Python {'.'.join(map(str, sys.version_info[:3]))}"]
    missing = []
    for package in PACKAGES:
        try:
            told.append(f"{package} {version(package)}")
        except PackageNotFoundError:
            missing.append(package)
    repair = f"install {', '.join(missing)}, or Postil once more" if missing else None
    return Check("versions", ", ".join(told), repair)


def _settings(settings: Settings) -> Check:
    path = settings.places.settings_file
    return Check(
        "settings", "read" if os.path.isfile(path) else "none; all is default", None, str(path)
    )


def _places(places: Places) -> Iterator[Check]:
    for name in ("home", "state", "config", "cache"):
        path: Path = getattr(places, name)
        wanted = os.R_OK | os.X_OK | (0 if name == "config" else os.W_OK)
        if os.path.isdir(path):
            good = os.access(path, wanted)
            result = "in order" if good else f"it cannot be used: {_refusal(path)}"
        elif os.path.lexists(path):
            good, result = False, "a file is where the folder should be"
        else:
            above = next((one for one in path.parents if os.path.exists(one)), path)
            good = os.path.isdir(above) and os.access(above, os.W_OK | os.X_OK)
            result = "not made yet" if good else f"not there, and {above} cannot be written to"
        repair = None if good else f"mend its permissions, or set POSTIL_{name.upper()}"
        yield Check(name, result, repair, str(path))


def _keys(settings: Settings) -> Iterator[Check]:
    """Look at the reader's own key map, by which the app is loaded, where there is one."""
    if not settings.keys:
        return
    from postil.tui.app import PostilApp
    from postil.tui.keys import in_force

    taken, sentences = in_force(PostilApp, settings.keys)
    path = str(settings.places.settings_file)
    if taken:
        yield Check("keys", f"{len(taken)} of your own", None, path)
    for sentence in sentences:
        said, _, remedy = sentence.rpartition("; ")
        yield Check("keys", said or sentence, remedy or "mend that line", path)


def _refusal(path: Path) -> str:
    """Return why a folder refuses; on a disk that is read-only everybody is refused."""
    if hasattr(os, "statvfs") and os.statvfs(path).f_flag & os.ST_RDONLY:
        return "the disk is read-only"
    return "permission is denied"


def _home(places: Places) -> Iterator[Check]:
    for found in library.ground.examined(places):
        yield Check(found.check, found.result, found.repair, found.path)
    home = library.local_state.open_home(places)
    for found in library.health.examined(home):
        yield Check(found.check, found.result, found.repair, found.path)
    yield from _library(home)


def _library(home: Home) -> Iterator[Check]:
    """Look whether what is known is where it was; what was moved is followed."""
    try:
        health = library.renewing.examined(home)
    except PostilError as error:
        yield Check("library", f"{error.what}: {error.why}", error.remedy or "try again", None)
        return
    yield Check("library", health.result)
    for path in health.vanished:
        repair = f"bring it back, or forget it: postil shelf --forget {shlex.quote(path)}"
        yield Check("library", "a watched folder is not there", repair, path)


def _clipboard(settings: Settings, environ: Mapping[str, str]) -> Check:
    told = {
        "system": "the system clipboard, read back to be certain",
        "tmux": "tmux, which passes it on to the terminal if it may",
        "osc52": "the terminal itself (OSC 52), which never confirms",
        "file": "none within reach; what is copied is kept in a file",
    }
    route = likely(environ)
    path = str(settings.places.outbox) if route == "file" else None
    return Check("clipboard", told[route], None, path)


def _terminal(environ: Mapping[str, str]) -> Check:
    if not (sys.stdout is not None and sys.stdout.isatty()):
        return Check("terminal", "the output goes to none; the app needs one")
    name = environ.get("TERM", "")
    size = os.get_terminal_size(sys.stdout.fileno())
    if name in ("", "dumb", "unknown"):
        return Check("terminal", f"TERM is “{name}”", "use another terminal, or set TERM")
    deep = environ.get("COLORTERM", "") in ("truecolor", "24bit")
    colours = "true colour" if deep else "256 colours" if "256" in name else "16 colours"
    colours = "no colours (NO_COLOR)" if environ.get("NO_COLOR") else colours
    small = size.columns < 40 or size.lines < 10
    result = f"{name}, {size.columns}x{size.lines}, {colours}"
    return Check("terminal", result, "make the window larger" if small else None)


def _letters() -> Check:
    encoding = locale.getencoding().lower()
    good = sys.flags.utf8_mode == 1 or encoding.replace("-", "") == "utf8"
    repair = None if good else "set LANG to a UTF-8 locale, such as C.UTF-8"
    return Check("letters", "UTF-8" if good else encoding, repair)


def _tmux(environ: Mapping[str, str]) -> Check:
    command = ["tmux", "show-options", "-sv", "escape-time"]
    try:
        told = run(
            command,
            capture_output=True,
            text=True,
            timeout=2,
            check=True,
            stdin=DEVNULL,
            env=dict(environ),
        ).stdout.strip()
    except (OSError, SubprocessError):
        return Check("tmux", "it does not answer")
    slow = told.isdigit() and int(told) > SLOW_ESCAPE
    repair = "put “set -sg escape-time 10” in your tmux.conf" if slow else None
    return Check("tmux", f"it waits {told} ms after the Escape key", repair)
