"""The grammar of the command line: a row for every verb, and its arguments."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, HelpFormatter, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, get_args

from postil.errors import BadRequest
from postil.model.note import Colour, State

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

COLOURS = tuple(colour.value for colour in Colour)
STATES: tuple[State, ...] = get_args(State)
SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")
TAG_ACTIONS = ("rename", "merge", "define", "delete")

LATER = ("search", "place", "export", "import", "add", "history")
"""Commands of later versions; until then these words are paths like any other."""

_ARTICLE = "the article, or - for standard input"


class _Parser(ArgumentParser):
    """A parser that reports a mistake as an error of Postil, in one line."""

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Print the help; unlike argparse, fail where the output takes nothing."""
        stream = file or sys.stdout
        if stream is not None:
            stream.write(self.format_help())

    def error(self, message: str) -> NoReturn:
        why = message.replace("the following arguments are required:", "it needs")
        _, _, verb = self.prog.partition(" ")
        raise BadRequest(verb or "the command line", why, f"see {self.prog} --help")


def _json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print JSON Lines, an object a line")


def _path(parser: ArgumentParser, *, optional: bool = False) -> None:
    parser.add_argument("path", metavar="PATH", nargs="?" if optional else None, help=_ARTICLE)


def _passage(parser: ArgumentParser, *, needed: bool, note: bool = False) -> None:
    group = parser.add_mutually_exclusive_group(required=needed)
    group.add_argument("--quote", metavar="TEXT", help="the passage, in its own words")
    group.add_argument("--at", metavar="START:END", help="the passage, by offsets in the text")
    if note:
        group.add_argument("--note", metavar="ID", help="the passage of a note")
    parser.add_argument("--nth", metavar="K", type=int, help="which of several equal passages")


def _tag(parser: ArgumentParser, option: str, what: str) -> None:
    parser.add_argument(
        option, metavar="TAG", action="append", default=[], help=f"{what}; may be repeated"
    )


def _colour(parser: ArgumentParser, default: str | None) -> None:
    parser.add_argument(
        *("--colour", "--color"),
        metavar="COLOUR",
        choices=COLOURS,
        default=default,
        help=", ".join(COLOURS),
    )


def _outline(parser: ArgumentParser) -> None:
    _path(parser)


def _text(parser: ArgumentParser) -> None:
    _path(parser)
    parser.add_argument("--section", metavar="N", type=int, help="only this section")


def _source(parser: ArgumentParser) -> None:
    _path(parser)
    _passage(parser, needed=True)
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--set",
        metavar="FIELD=VALUE",
        action="append",
        default=[],
        help="correct it; may be repeated",
    )
    group.add_argument("--own", action="store_true", help="these are the article's own words")


def _find(parser: ArgumentParser) -> None:
    parser.add_argument("pattern", metavar="PATTERN", help="the words to find")
    parser.add_argument("paths", metavar="PATH", nargs="+", help=_ARTICLE)
    parser.add_argument("--regex", action="store_true", help="the pattern is a regular expression")


def _note(parser: ArgumentParser) -> None:
    _path(parser)
    _passage(parser, needed=True)
    parser.add_argument("--body", metavar="MD", default="", help="what you think of it")
    _tag(parser, "--tag", "a tag to put on")
    _colour(parser, "yellow")


def _edit(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the note; its last 4 or more characters do")
    parser.add_argument("--body", metavar="MD", help="what you think of it")
    _tag(parser, "--tag", "a tag to put on")
    _tag(parser, "--untag", "a tag to take off")
    _colour(parser, None)


def _delete(parser: ArgumentParser) -> None:
    parser.add_argument(
        "ids", metavar="ID", nargs="+", help="a note; its last 4 or more characters do"
    )


def _notes(parser: ArgumentParser) -> None:
    _path(parser, optional=True)
    _filters(parser)


def _filters(parser: ArgumentParser) -> None:
    parser.add_argument("--tag", metavar="TAG", help="only notes with this tag")
    parser.add_argument("--text", metavar="WORDS", help="only notes that say or quote this")
    parser.add_argument("--source", metavar="WORDS", help="only notes on words from this source")
    parser.add_argument(
        "--state", metavar="STATE", choices=STATES, help=f"only notes that are {', '.join(STATES)}"
    )


def _tags(parser: ArgumentParser) -> None:
    parser.add_argument("action", nargs="?", choices=TAG_ACTIONS, help="nothing: list the tags")
    parser.add_argument(
        "words",
        metavar="TAG",
        nargs="*",
        help="rename OLD NEW, merge OLD INTO, define TAG TEXT, delete TAG",
    )


def _cite(parser: ArgumentParser) -> None:
    _path(parser)
    _passage(parser, needed=False, note=True)
    parser.add_argument(
        "--form",
        default="quotation",
        help="quotation, citation, note or bibliography; the last three in a style",
    )
    parser.add_argument(
        "--style", metavar="NAME", help="apa, mla, chicago, any official style, or a .csl file"
    )
    parser.add_argument(
        "--format", help="text, markdown, bibtex, biblatex, ris or csl-json; html in a style"
    )
    parser.add_argument("--copy", action="store_true", help="copy it to the clipboard as well")


def _bibliography(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="articles or folders; nothing: the whole library"
    )
    parser.add_argument("--noted", action="store_true", help="only of passages that have a note")
    _filters(parser)
    parser.add_argument(
        "--works",
        metavar="WHICH",
        default="all",
        help="all; read: the articles alone; quoted: only what they quote",
    )
    parser.add_argument(
        "--style", metavar="NAME", help="apa (the default), any official style, or a .csl file"
    )
    parser.add_argument(
        "--format", help="text, markdown or html; bibtex, biblatex, ris or csl-json for programs"
    )
    parser.add_argument("--copy", action="store_true", help="copy it to the clipboard as well")


def _styles(parser: ArgumentParser) -> None:
    parser.add_argument("words", metavar="WORD", nargs="*", help="part of a style's name")


def _meta(parser: ArgumentParser) -> None:
    _path(parser)
    for name in ("title", "date", "url", "container-title", "publisher", "language", "type"):
        parser.add_argument(f"--{name}", metavar="TEXT", help="empty: what the article itself says")
    parser.add_argument(
        "--author", metavar="NAME", action="append", help="one of its authors; may be repeated"
    )


def _shelf(parser: ArgumentParser) -> None:
    parser.add_argument("folder", metavar="DIR", nargs="?", help="nothing: all known articles")


def _nothing(parser: ArgumentParser) -> None:
    """Take no arguments of its own."""


def _completion(parser: ArgumentParser) -> None:
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))


@dataclass(frozen=True, slots=True)
class Verb:
    """A row of the table of verbs."""

    name: str
    module: str
    """The module of ``postil.cli.commands`` that has a function of the verb's name."""
    summary: str
    arguments: Callable[[ArgumentParser], None]
    speaks_json: bool = True


VERBS = (
    Verb("outline", "reading", "list the sections of an article", _outline),
    Verb("text", "reading", "print the canonical text of an article", _text),
    Verb("find", "reading", "find words in articles", _find),
    Verb("sources", "sourcing", "say where each paragraph comes from", _outline),
    Verb("source", "sourcing", "show or correct the source of a passage", _source),
    Verb("note", "annotating", "write a note on a passage", _note),
    Verb("edit", "annotating", "change a note", _edit),
    Verb("delete", "annotating", "delete notes", _delete),
    Verb("undo", "annotating", "take the last change back", _nothing),
    Verb("redo", "annotating", "repeat what was taken back", _nothing),
    Verb("notes", "listing", "list notes", _notes),
    Verb("tags", "listing", "list, rename, merge, define or delete tags", _tags),
    Verb("shelf", "listing", "list articles", _shelf),
    Verb("cite", "citing", "quote a passage with its source", _cite),
    Verb(
        "bibliography", "bibliography", "list what articles or notes quote and cite", _bibliography
    ),
    Verb("styles", "citing", "list the styles to cite in", _styles),
    Verb("meta", "describing", "show or correct what is known of an article", _meta),
    Verb("config", "house", "show the settings, and where each comes from", _nothing),
    Verb("doctor", "house", "check that everything is in order", _nothing),
    Verb("completion", "house", "print completions for a shell", _completion, speaks_json=False),
)


def verb_named(word: str) -> Verb | None:
    """Return the verb of this name, if there is one."""
    return next((verb for verb in VERBS if verb.name == word), None)


def parse_verb(verb: Verb, arguments: Sequence[str]) -> Namespace:
    """Read the arguments of a verb.

    Raises:
        BadRequest: they make no sense; SystemExit after help was printed.
    """
    prog, summary = f"postil {verb.name}", verb.summary
    parser = _Parser(
        prog=prog, description=f"{summary[0].upper()}{summary[1:]}.", allow_abbrev=False
    )
    _complete(parser, verb)
    return parser.parse_intermixed_args(arguments)


def parse_paths(arguments: Sequence[str]) -> Namespace:
    """Read a command line that begins with no verb; raises like ``parse_verb``."""
    return _app_parser(RawDescriptionHelpFormatter).parse_args(arguments)


def whole_parser() -> ArgumentParser:
    """Return one parser of everything, for completions."""
    parser = _app_parser(HelpFormatter, paths=False)
    verbs = parser.add_subparsers(metavar="VERB", parser_class=_Parser)
    for verb in VERBS:
        _complete(verbs.add_parser(verb.name, help=verb.summary), verb)
    return parser


def _complete(parser: ArgumentParser, verb: Verb) -> None:
    verb.arguments(parser)
    if verb.speaks_json:
        _json(parser)


def _app_parser(formatter: type[HelpFormatter], *, paths: bool = True) -> ArgumentParser:
    rows = "\n".join(f"  {verb.name:<14}{verb.summary}" for verb in VERBS)
    parser = _Parser(
        prog="postil",
        usage="postil [PATH|DIR|-]...\n       postil VERB ...",
        description="Read long articles in a terminal, write in their margins, and cite them.",
        epilog=f"verbs:\n{rows}\n\npostil VERB --help tells more; postil ./notes opens a path "
        "that is named like a verb.",
        formatter_class=formatter,
        allow_abbrev=False,
    )
    parser.add_argument("-V", "--version", action="store_true", help="print the version")
    if paths:
        parser.add_argument(
            "paths", metavar="PATH", nargs="*", help="a file, a folder, or - for standard input"
        )
    return parser
