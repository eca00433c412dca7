"""What the verbs that write notes and tags, or list them, are told."""

from __future__ import annotations

from argparse import ArgumentParser

from postil.cli import options

SETTLEMENTS = ("newest", "other", "both")
TAG_ACTIONS = ("rename", "merge", "split", "move", "define", "delete")
NOTE = "the note; 4 or more of its first or last characters do"


def _others(parser: ArgumentParser) -> None:
    parser.add_argument("--others", action="store_true", help="change notes of other makers, too")


def _link(parser: ArgumentParser) -> None:
    what = "point to a note; KIND is supports, contradicts or see-also; may be repeated"
    parser.add_argument("--link", metavar="KIND:ID", action="append", default=[], help=what)


def note(parser: ArgumentParser) -> None:
    """Take what ``postil note`` is told."""
    options.path_of_article(parser)
    options.passage(parser, optional=True)
    parser.add_argument("--body", metavar="MD", default="", help="what you think of it")
    options.tag(parser, "--tag", "a tag to put on")
    options.colour(parser, "yellow")
    _link(parser)


def edit(parser: ArgumentParser) -> None:
    """Take what ``postil edit`` is told."""
    parser.add_argument("id", metavar="ID", help=NOTE)
    parser.add_argument("--body", metavar="MD", help="what you think of it")
    parser.add_argument(
        "--settle",
        choices=SETTLEMENTS,
        help="which text stays of a note that was written in two places",
    )
    options.tag(parser, "--tag", "a tag to put on")
    options.tag(parser, "--untag", "a tag to take off")
    options.colour(parser, None)
    _link(parser)
    parser.add_argument(
        "--unlink", metavar="ID", action="append", default=[], help="point to a note no more"
    )
    _others(parser)


def history(parser: ArgumentParser) -> None:
    """Take what ``postil history`` is told."""
    what = "the note, deleted or not; 4 or more of its first or last characters do"
    parser.add_argument("id", metavar="ID", nargs="?", help=what)
    parser.add_argument("--all", action="store_true", help="every change, not the last 50 alone")


def place(parser: ArgumentParser) -> None:
    """Take what ``postil place`` is told."""
    parser.add_argument("id", metavar="ID", help=NOTE)
    options.passage(parser)
    _others(parser)


def delete(parser: ArgumentParser) -> None:
    """Take what ``postil delete`` is told."""
    parser.add_argument(
        "ids", metavar="ID", nargs="+", help="a note; 4 or more of its first or last characters do"
    )
    _others(parser)


def notes(parser: ArgumentParser) -> None:
    """Take what ``postil notes`` is told."""
    options.path_of_article(parser, optional=True)
    options.filters(parser)


def tags(parser: ArgumentParser) -> None:
    """Take what ``postil tags`` is told."""
    parser.add_argument("action", nargs="?", choices=TAG_ACTIONS, help="nothing: list the tags")
    parser.add_argument(
        "words",
        metavar="TAG",
        nargs="*",
        help="rename OLD NEW, merge OLD INTO, split TAG --query Q NEW, move TAG BELOW, "
        "define TAG TEXT, delete TAG",
    )
    parser.add_argument("--query", metavar="Q", help="split: only notes that fit get the new tag")
    parser.add_argument("--below", action="store_true", help="delete: also the tags below it")
    _others(parser)
