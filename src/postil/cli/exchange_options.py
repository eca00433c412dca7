"""What the verbs that exchange notes with other programs are told."""

from __future__ import annotations

from argparse import ArgumentParser

from postil.cli import options

_FORMATS = (
    "article, obsidian, logseq, org, html, w3c, hypothesis, qdpx, qdc, "
    "taguette-codebook, taguette-highlights, readwise, csv, xlsx, json, bibtex, biblatex, "
    "ris or csl-json"
)
"""As ``postil.export.writers`` has them; that room is not loaded for a line of help."""

EXPORT_GROUPS = ("tag", "colour", "source", "article")


def export(parser: ArgumentParser) -> None:
    """Take what ``postil export`` is told."""
    _chosen(parser)
    parser.add_argument("--format", metavar="F", help=f"markdown (the default), {_FORMATS}")
    parser.add_argument(
        "--group", metavar="BY", choices=EXPORT_GROUPS, help="tag, colour, source or article"
    )
    what = "in a form of your own: a file, or report, anki or quotations"
    parser.add_argument("--template", metavar="FILE", help=what)
    what = "with -o: also write what belongs beside the file, such as JSON-LD for a page"
    parser.add_argument("--sidecar", action="store_true", help=what)
    _cited(parser)


def codebook(parser: ArgumentParser) -> None:
    """Take what ``postil codebook`` is told."""
    _chosen(parser)
    what = "markdown (the default), html, qdc, taguette-codebook, json or csv"
    parser.add_argument("--format", metavar="F", help=what)
    _cited(parser)


def stats(parser: ArgumentParser) -> None:
    """Take what ``postil stats`` is told."""
    _chosen(parser)
    what = "text (the default), svg or json"
    parser.add_argument("--format", metavar="F", choices=("text", "svg", "json"), help=what)
    parser.add_argument("-o", "--output", metavar="FILE", help="else to standard output")


def _chosen(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths", metavar="PATH", nargs="*", help="articles or folders; nothing: the whole library"
    )
    options.filters(parser)


def _cited(parser: ArgumentParser) -> None:
    parser.add_argument("--style", metavar="NAME", help="of citations; else that of the settings")
    parser.add_argument("-o", "--output", metavar="FILE", help="else to standard output")


def take_in(parser: ArgumentParser) -> None:
    """Take what ``postil import`` is told."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="what other programs gave out")
    parser.add_argument("--format", metavar="F", help="of the files; nothing: told by their looks")
    parser.add_argument(
        "--dry-run", action="store_true", help="only say what would come in, and write nothing"
    )
