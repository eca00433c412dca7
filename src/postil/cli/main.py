"""Takes a command line to its verb, and what went wrong to one line and an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from postil import __version__
from postil.cli.context import Context
from postil.cli.output import Output, say_error
from postil.errors import PostilError

if TYPE_CHECKING:
    from argparse import Namespace

Command = Callable[["Namespace", Context], int]

USAGE = 2
INTERRUPTED = 130


def run(
    argv: Sequence[str],
    environ: Mapping[str, str] | None = None,
    lasting: Callable[[], None] = lambda: None,
) -> int:
    """Run one command line; return 0 when done, 1 when nothing was found, 2 for an error.

    ``lasting`` is called before the app is opened, which lasts longer than a command.

    A search or a list without a result has found nothing; what a command line names and is not
    there, be it a file, a section, a passage, a note or a tag, is an error.
    """
    try:
        try:
            return _dispatch(argv, os.environ if environ is None else environ, lasting)
        except SystemExit as end:  # argparse has printed its help
            return end.code if isinstance(end.code, int) else 0
        except PostilError as error:
            return _told(str(error), error.status)
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_quietly()
        return 0
    except OSError as error:
        _close_quietly()
        named = isinstance(error.filename, str)
        where = error.filename if named else "the output"
        remedy = "see to it, and try again" if named else "make room there, or send it elsewhere"
        return _told(f"{where}: {error.strerror or error}; {remedy}", USAGE)


def _dispatch(argv: Sequence[str], environ: Mapping[str, str], lasting: Callable[[], None]) -> int:
    if argv and argv[0] == "search":
        # The grammar of all verbs takes a while to load, and few searches need it.
        from postil.cli.plain_search import plain_search

        if (plain := plain_search(argv[1:])) is not None:
            from postil.cli.commands.searching import search

            output = Output(as_json=plain.json, environ=environ)
            return _done(search, plain, Context(environ, output))
    from postil.cli import parser

    if argv and argv[0] == parser.ASKED_BY_SHELLS:
        # No other command needs what answers shells.
        from postil.cli.commands.completing.verb import answer

        return answer(argv[1:], environ)
    verb = parser.verb_named(argv[0]) if argv else None
    if verb is None:
        given = parser.parse_paths(argv)
        if given.version:
            output = Output(as_json=False, environ=environ)
            output.line(f"postil {__version__}")
            output.flush()
            return 0
        lasting()
        # The verbs need neither the settings nor what it takes to open the app.
        from postil.cli.commands import app

        return app.open_app(given.paths, environ, given.encoding)
    given = parser.parse_verb(verb, argv[1:])
    output = Output(as_json=verb.speaks_json and given.json, environ=environ)
    command: Command = getattr(
        import_module(f"postil.cli.commands.{verb.module}"), verb.function or verb.name
    )
    if verb.opens_app:
        lasting()
    return _done(command, given, Context(environ, output))


def _done(command: Command, given: Namespace, context: Context) -> int:
    """Do what a verb does, and return the status."""
    try:
        if getattr(given, "encoding", None):
            paths = getattr(given, "paths", None) or [getattr(given, "path", None)]
            context.read_as(given.encoding, [path for path in paths if path])
        status = command(given, context)
    except PostilError as error:
        if str(error) != context.told:
            raise
        status = error.status
    context.output.flush()
    context.tidy()
    return status


def _told(message: str, status: int) -> int:
    """Print an error, even where nobody listens, and return the status."""
    try:
        say_error(message)
    except OSError:
        _close_quietly()
    return status


def _close_quietly() -> None:
    """Point closed streams at nothing, so that the interpreter can end without a complaint."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            os.dup2(nothing, stream.fileno())
    os.close(nothing)
