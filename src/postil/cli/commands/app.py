"""Opens the app, once there is certainly something to read and a terminal to read it in."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from postil import library
from postil.cli.context import STDIN
from postil.cli.output import say, shown
from postil.cli.parser import VERBS
from postil.config import Settings, load
from postil.errors import (
    BadRequest,
    NeedsPassword,
    NotAnArticle,
    NoTerminal,
    NothingFound,
    NotThere,
)


def open_app(
    arguments: Sequence[str], environ: Mapping[str, str], encoding: str | None = None
) -> int:
    """Open paths, a folder, standard input (``-``) or everything known; return the exit status.

    Files are read in an ``encoding`` from now on, where one is given by any of its names.

    Raises:
        CannotOpen: a path cannot be read; NoTerminal: there is none; BadSetting, BadRequest.
    """
    settings = load(environ)
    read_as = ""
    if encoding and encoding.strip().lower() != library.reencoding.AUTO:
        read_as = library.reencoding.canonical(encoding)
    paths: list[Path] = []
    data: bytes | None = None
    for argument in arguments:
        path = Path(argument)
        if "://" in argument and library.web_pages.is_address(argument):
            need_screen("postil add URL", environ)
            path = _kept(argument, settings)
        if argument == STDIN:
            need_screen("postil text -", environ)
            piped: bytes | None = b""
            if sys.stdin is not None:
                piped = library.loading.read_stream(sys.stdin.buffer, "standard input")
        else:
            if encoding and os.path.isfile(path):
                library.reencoding.choose(settings.places, path, encoding)
            piped = _check(path, argument, settings)
        if piped is None:
            paths.append(path)
        elif len(arguments) > 1:
            raise BadRequest(argument, "what is piped is opened alone", "leave the others out")
        else:
            data = piped
    need_screen("postil text PATH" if arguments else "postil shelf", environ)
    _take_keys()
    # What draws is loaded last: a path that cannot be opened is refused without it.
    from postil.tui.start import run

    try:
        return run(settings, paths, data, encoding=read_as)
    except NeedsPassword as locked:
        from postil.cli.passwords import unlocked

        return unlocked(
            lambda password: run(settings, paths, data, password, read_as), locked, environ
        )


def _kept(address: str, settings: Settings) -> Path:
    """Return the file of a web page, which is fetched unless it is kept."""
    if library.web_pages.kept(settings.places, address) is None:
        say(f"postil: fetching {shown(address)}")
    return library.web_pages.keep(settings.places, address).path


def _check(path: Path, argument: str, settings: Settings) -> bytes | None:
    """Refuse what cannot be opened; return the bytes of a pipe, which can be read only once."""
    if not argument:
        raise BadRequest("the path", "it is empty", "name a file, a folder, or - for what is piped")
    if os.path.isdir(path):
        try:
            next(iter(library.shelving.shelf(library.local_state.open_home(settings.places), path)))
        except (NothingFound, StopIteration):
            why, remedy = "no article is in this folder", "name a file, or a folder with articles"
            raise NotAnArticle(shown(argument), why, remedy) from None
        return None
    try:
        means = library.loading.means_of(lambda: settings.places, path)
        return library.loading.check(path, means)
    except NotThere:
        if os.sep in argument or os.path.lexists(path):
            raise
        raise _no_such_word(argument) from None


def _no_such_word(word: str) -> NotThere:
    """Return the error for a single word that is neither a file nor a verb."""
    # Loaded for a mistake alone: opening an article is to cost nothing besides.
    from difflib import get_close_matches

    near = get_close_matches(word, [verb.name for verb in VERBS], 1, 0.75)
    why = "there is no such file"
    if near and near[0] != word:
        return NotThere(shown(word), f"{why} or command", f"did you mean postil {near[0]}?")
    return NotThere(shown(word), why, "check the name, or see the commands: postil --help")


def need_screen(instead: str, environ: Mapping[str, str]) -> None:
    """Refuse to open the app where it cannot be drawn; raises NoTerminal, which names a command."""
    if sys.stdout is None or not sys.stdout.isatty():
        raise NoTerminal("the app", "standard output is no terminal", f"use {instead}")
    if environ.get("TERM") == "dumb":
        raise NoTerminal("the app", "this terminal cannot move its cursor", f"use {instead}")


def _take_keys() -> None:
    """Give the app a terminal to draw on and to read keys from, whatever is piped in or away.

    Textual draws on standard error and reads keys from standard input.
    """
    for descriptor in (0, 2):
        if not os.isatty(descriptor):
            try:
                terminal = os.open("/dev/tty", os.O_RDWR)
            except OSError as error:
                why = "no terminal is there to take keys from"
                raise NoTerminal("the app", why, "use postil text PATH") from error
            os.dup2(terminal, descriptor)
            os.close(terminal)
