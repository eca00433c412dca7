"""The grammar of the command line: a row for every verb."""

from __future__ import annotations

import os
from argparse import ArgumentParser, HelpFormatter, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NoReturn

from postil.cli import note_options, options, output
from postil.errors import BadRequest
from postil.model.values import NamedTuple

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


ASKED_BY_SHELLS = "__complete"
"""The word by which the scripts of shells ask what may be typed; no help names it."""


class _Parser(ArgumentParser):
    """A parser that reports a mistake as an error of Postil, in one line."""

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Print the help; unlike argparse, fail where the output takes nothing."""
        if file is None:
            output.print_help(self.format_help())
        else:
            super().print_help(file)

    def error(self, message: str) -> NoReturn:
        why = message.replace("the following arguments are required:", "it needs")
        _, _, verb = self.prog.partition(" ")
        raise BadRequest(verb or "the command line", why, f"see {self.prog} --help")


_WIDTH = 80
"""Cells in a line of help where no terminal says how many it has."""


class _Help(HelpFormatter):
    """Sets help as argparse does, without the archives that its own measure would load."""

    def __init__(self, prog: str) -> None:
        try:
            width = os.get_terminal_size().columns
        except (OSError, ValueError, AttributeError):
            width = _WIDTH
        super().__init__(prog, width=width - 2)


class _RawHelp(_Help, RawDescriptionHelpFormatter):
    """Leaves the lines of a description as they are."""


def _export(parser: ArgumentParser) -> None:
    # Verbs that read articles are spared it.
    from postil.cli import exchange_options

    exchange_options.export(parser)


def _codebook(parser: ArgumentParser) -> None:
    from postil.cli import exchange_options

    exchange_options.codebook(parser)


def _stats(parser: ArgumentParser) -> None:
    from postil.cli import exchange_options

    exchange_options.stats(parser)


def _import(parser: ArgumentParser) -> None:
    from postil.cli import exchange_options

    exchange_options.take_in(parser)


class Verb(NamedTuple):
    """A row of the table of verbs."""

    name: str
    module: str
    """The module of ``postil.cli.commands`` that has a function of the verb's name."""
    summary: str
    arguments: Callable[[ArgumentParser], None]
    speaks_json: bool = True
    mixes: bool = False
    """Whether options may stand between its paths; argparse takes twice as long over that."""
    opens_app: bool = False
    function: str = ""
    """The function, where a verb is a word that Python keeps to itself; "" for its own name."""


VERBS = (
    Verb("outline", "article_text", "list the sections of an article", options.outline),
    Verb("text", "article_text", "print the canonical text of an article", options.text),
    Verb("find", "article_text", "find words in articles", options.find, mixes=True),
    Verb("search", "searching", "search all that is known, and the notes", options.search),
    Verb("query", "searching", "list, save or delete queries that have a name", options.query),
    Verb("add", "searching", "make articles known, or all of a folder", options.add),
    Verb("sources", "sourcing", "say where each paragraph comes from", options.sources),
    Verb("source", "sourcing", "show or correct the source of a passage", options.source),
    Verb(
        "note",
        "annotating",
        "write a note on a passage, or on the whole article",
        note_options.note,
    ),
    Verb("edit", "annotating", "change a note", note_options.edit),
    Verb("place", "annotating", "put a note on another passage", note_options.place),
    Verb("delete", "annotating", "delete notes", note_options.delete),
    Verb("undo", "annotating", "take the last change back", options.nothing),
    Verb("redo", "annotating", "repeat what was taken back", options.nothing),
    Verb("history", "history", "say what was changed when, and where", note_options.history),
    Verb("notes", "listing", "list notes", note_options.notes),
    Verb(
        "tags",
        "tagging",
        "list and change tags on all notes at once",
        note_options.tags,
        mixes=True,
    ),
    Verb("shelf", "listing", "list articles", options.shelf),
    Verb("cite", "citing", "quote a passage with its source", options.cite),
    Verb(
        "bibliography",
        "bibliography",
        "list what articles or notes quote and cite",
        options.bibliography,
        mixes=True,
    ),
    Verb(
        "export",
        "exchange",
        "write notes into a file for other programs",
        _export,
        speaks_json=False,
        mixes=True,
    ),
    Verb("codebook", "exchange", "write the tags with their passages", _codebook, mixes=True),
    Verb("stats", "figures", "show figures of articles and notes", _stats, mixes=True),
    Verb(
        "import",
        "exchange",
        "take in the notes of other programs",
        _import,
        mixes=True,
        function="take_in",
    ),
    Verb("styles", "citing", "list the styles to cite in", options.styles),
    Verb("meta", "describing", "show or correct what is known of an article", options.meta),
    Verb(
        "guide",
        "guide",
        "open the guide to Postil in the app",
        options.nothing,
        speaks_json=False,
        opens_app=True,
    ),
    Verb("config", "house", "show the settings, and where each comes from", options.config),
    Verb("doctor", "house", "check that everything is in order", options.nothing),
    Verb(
        "completion",
        "completing.verb",
        "print completions for a shell",
        options.completion,
        speaks_json=False,
    ),
)


_OPENING = {
    *("outline", "text", "find", "add", "sources", "source", "note", "notes", "cite"),
    *("bibliography", "meta"),
}
"""Verbs that are given files."""


def _encoding(parser: ArgumentParser) -> None:
    what = "read the file as gbk, cp1252, ... from now on; auto: as its bytes tell"
    parser.add_argument("--encoding", metavar="NAME", help=what)


def verb_named(word: str) -> Verb | None:
    """Return the verb of this name, if there is one."""
    return next((verb for verb in VERBS if verb.name == word), None)


def parse_verb(verb: Verb, arguments: Sequence[str]) -> Namespace:
    """Read the arguments of a verb.

    Raises:
        BadRequest: they make no sense; SystemExit after help was printed.
    """
    parser = verb_parser(verb)
    return (parser.parse_intermixed_args if verb.mixes else parser.parse_args)(arguments)


def verb_parser(verb: Verb) -> ArgumentParser:
    """Return what reads the arguments of a verb."""
    prog, summary = f"postil {verb.name}", verb.summary
    parser = _Parser(
        prog=prog,
        description=f"{summary[0].upper()}{summary[1:]}.",
        allow_abbrev=False,
        formatter_class=_Help,
    )
    _complete(parser, verb)
    return parser


def app_parser() -> ArgumentParser:
    """Return what reads a command line that begins with no verb."""
    return _app_parser(_RawHelp)


def parse_paths(arguments: Sequence[str]) -> Namespace:
    """Read a command line that begins with no verb; raises like ``parse_verb``."""
    return _app_parser(_RawHelp).parse_args(arguments)


def whole_parser() -> ArgumentParser:
    """Return one parser of everything, for completions."""
    parser = _app_parser(_Help, paths=False)
    verbs = parser.add_subparsers(metavar="VERB", parser_class=_Parser)
    for verb in VERBS:
        _complete(verbs.add_parser(verb.name, help=verb.summary), verb)
    return parser


def _complete(parser: ArgumentParser, verb: Verb) -> None:
    verb.arguments(parser)
    if verb.name in _OPENING:
        _encoding(parser)
    if verb.speaks_json:
        options.json(parser)


def _app_parser(formatter: type[HelpFormatter], *, paths: bool = True) -> ArgumentParser:
    rows = "\n".join(f"  {verb.name:<14}{verb.summary}" for verb in VERBS)
    parser = _Parser(
        prog="postil",
        usage="postil [PATH|DIR|URL|-]...\n       postil VERB ...",
        description="Read long articles in a terminal, write in their margins, and cite them.",
        epilog=f"verbs:\n{rows}\n\npostil VERB --help tells more; postil ./notes opens a path "
        "that is named like a verb.",
        formatter_class=formatter,
        allow_abbrev=False,
    )
    parser.add_argument("-V", "--version", action="store_true", help="print the version")
    if paths:
        parser.add_argument(
            "paths",
            metavar="PATH",
            nargs="*",
            help="a file, a folder, a web page, or - for standard input",
        )
        _encoding(parser)
    return parser
