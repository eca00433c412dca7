"""What every verb is told on the command line: its arguments and options."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import get_args

SHELLS = ("bash", "zsh", "fish", "tcsh", "powershell")
QUERY_ACTIONS = ("save", "delete")

ARTICLE = "the article, or - for standard input"
ARTICLES = "articles, folders with articles in them, or - for standard input"


def json(parser: ArgumentParser) -> None:
    """Let a verb print for programs."""
    parser.add_argument("--json", action="store_true", help="print JSON Lines, an object a line")


def path_of_article(parser: ArgumentParser, *, optional: bool = False) -> None:
    """Take the path of one article."""
    parser.add_argument("path", metavar="PATH", nargs="?" if optional else None, help=ARTICLE)


def passage(parser: ArgumentParser, *, optional: bool = False) -> None:
    """Take a passage, in its own words or by offsets."""
    group = parser.add_mutually_exclusive_group(required=not optional)
    group.add_argument("--quote", metavar="TEXT", help="the passage, in its own words")
    group.add_argument("--at", metavar="START:END", help="the passage, by offsets in the text")
    parser.add_argument("--nth", metavar="K", type=int, help="which of several equal passages")


def _passages(parser: ArgumentParser) -> None:
    for option, metavar, what in (
        ("--quote", "TEXT", "a passage, in its own words; several are joined by ellipses"),
        ("--at", "START:END", "a passage, by offsets in the text; may be repeated too"),
        ("--note", "ID", "the passage of a note; may be repeated too"),
    ):
        parser.add_argument(option, metavar=metavar, action="append", default=[], help=what)
    parser.add_argument("--nth", metavar="K", type=int, help="which of several equal passages")


def tag(parser: ArgumentParser, option: str, what: str) -> None:
    """Take tags, one by one."""
    parser.add_argument(
        option, metavar="TAG", action="append", default=[], help=f"{what}; may be repeated"
    )


def colour(parser: ArgumentParser, default: str | None) -> None:
    """Take one of the five colours."""
    # The verbs that only read articles are spared what notes are made of.
    from postil.model.note import Colour

    colours = [colour.value for colour in Colour]
    parser.add_argument(
        *("--colour", "--color"),
        metavar="COLOUR",
        choices=colours,
        default=default,
        help=", ".join(colours),
    )


def config(parser: ArgumentParser) -> None:
    """Take what ``postil config`` is told."""
    parser.add_argument("--keys", action="store_true", help="every action with its keys, too")


def outline(parser: ArgumentParser) -> None:
    """Take what ``postil outline`` is told."""
    path_of_article(parser)
    parser.add_argument("--articles", action="store_true", help="the articles of a page instead")


def sources(parser: ArgumentParser) -> None:
    """Take what ``postil sources`` is told."""
    path_of_article(parser, optional=True)
    parser.add_argument("--library", action="store_true", help="every source that is known")
    join = "count source A, as --library lists it, as source B everywhere"
    parser.add_argument("--join", nargs=2, metavar=("A", "B"), help=join)
    part = "count what was joined to source A for itself again"
    parser.add_argument("--part", metavar="A", help=part)


def text(parser: ArgumentParser) -> None:
    """Take what ``postil text`` is told."""
    path_of_article(parser)
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--section", metavar="N", type=int, help="only this section")
    group.add_argument("--article", metavar="N", type=int, help="only this one of a page's several")


def source(parser: ArgumentParser) -> None:
    """Take what ``postil source`` is told."""
    path_of_article(parser)
    passage(parser)
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--set",
        metavar="FIELD=VALUE",
        action="append",
        default=[],
        help="correct it; may be repeated",
    )
    group.add_argument("--own", action="store_true", help="these are the article's own words")


def find(parser: ArgumentParser) -> None:
    """Take what ``postil find`` is told."""
    parser.add_argument("pattern", metavar="PATTERN", help="the words to find")
    parser.add_argument("paths", metavar="PATH", nargs="+", help=ARTICLES)
    parser.add_argument("--regex", action="store_true", help="the pattern is a regular expression")
    what = "show N lines of the file before and behind, too"
    parser.add_argument("--context", metavar="N", type=int, help=what)


def search(parser: ArgumentParser) -> None:
    """Take what ``postil search`` is told."""
    parser.add_argument("query", metavar="QUERY", nargs="+", help="words, or fields such as tag:a")
    parser.add_argument("--limit", metavar="N", type=int, default=50, help="rows at most (50)")


def query(parser: ArgumentParser) -> None:
    """Take what ``postil query`` is told."""
    what = "nothing: list the saved queries"
    parser.add_argument("action", nargs="?", choices=QUERY_ACTIONS, help=what)
    parser.add_argument("words", metavar="NAME", nargs="*", help="save NAME QUERY, delete NAME")


def add(parser: ArgumentParser) -> None:
    """Take what ``postil add`` is told."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="+", help="files, folders, and addresses of web pages"
    )
    parser.add_argument("--again", action="store_true", help="fetch web pages that are kept, too")
    parser.add_argument("--watch", action="store_true", help="also what comes to the folders later")


def filters(parser: ArgumentParser) -> None:
    """Take by what notes are chosen."""
    from postil.model.note import State  # deferred as in _colour

    states = get_args(State)
    parser.add_argument("--query", metavar="Q", help="only notes that fit, as in postil search")
    parser.add_argument("--tag", metavar="TAG", help="only notes with this tag, or one below it")
    parser.add_argument("--text", metavar="WORDS", help="only notes that say or quote this")
    parser.add_argument("--source", metavar="WORDS", help="only notes on words from this source")
    parser.add_argument("--by", metavar="NAME", help="only notes that somebody has made")
    parser.add_argument(
        "--state", metavar="STATE", choices=states, help=f"only notes that are {', '.join(states)}"
    )


def cite(parser: ArgumentParser) -> None:
    """Take what ``postil cite`` is told."""
    path_of_article(parser)
    _passages(parser)
    parser.add_argument(
        "--words",
        metavar="TEXT",
        help="the passage as you have written it: what you changed is marked by [ ] and …",
    )
    parser.add_argument(
        "--form",
        default="quotation",
        help="quotation, citation, note or bibliography (reference); the last three in a style",
    )
    parser.add_argument(
        "--style", metavar="NAME", help="apa, mla, chicago, any official style, or a .csl file"
    )
    parser.add_argument(
        "--format", help="text, markdown, bibtex, biblatex, ris or csl-json; html in a style"
    )
    parser.add_argument(
        "--locator", action="store_true", help="say in which section and paragraph; in a style"
    )
    parser.add_argument("--copy", action="store_true", help="copy it to the clipboard as well")


def bibliography(parser: ArgumentParser) -> None:
    """Take what ``postil bibliography`` is told."""
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="articles or folders; nothing: the whole library"
    )
    parser.add_argument("--noted", action="store_true", help="only of passages that have a note")
    filters(parser)
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


def styles(parser: ArgumentParser) -> None:
    """Take what ``postil styles`` is told."""
    parser.add_argument("words", metavar="WORD", nargs="*", help="part of a style's name")


def meta(parser: ArgumentParser) -> None:
    """Take what ``postil meta`` is told."""
    path_of_article(parser)
    for name in ("title", "date", "url", "container-title", "publisher", "language", "type"):
        parser.add_argument(f"--{name}", metavar="TEXT", help="empty: what the article itself says")
    parser.add_argument(
        "--author", metavar="NAME", action="append", help="one of its authors; may be repeated"
    )
    parser.add_argument(
        "--read",
        metavar="STATE",
        choices=("todo", "reading", "done", ""),
        help="todo, reading or done; empty: as far as it is read",
    )


def shelf(parser: ArgumentParser) -> None:
    """Take what ``postil shelf`` is told."""
    parser.add_argument("folder", metavar="DIR", nargs="?", help="nothing: all known articles")
    parser.add_argument("--query", metavar="QUERY", help="only those that a query finds")
    parser.add_argument(
        "--forget", metavar="PATH", help="know a file or a folder no more; notes stay"
    )


def nothing(parser: ArgumentParser) -> None:
    """Take no arguments of its own."""


def completion(parser: ArgumentParser) -> None:
    """Take what ``postil completion`` is told."""
    parser.add_argument("shell", metavar="SHELL", choices=SHELLS, help=", ".join(SHELLS))
