"""The verb bibliography: everything that articles, notes or the whole library quote."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from postil import library
from postil.cli.commands.citing import put_on_clipboard, style_named, tell
from postil.cli.commands.listing import filters_of
from postil.cli.context import STDIN, Context
from postil.cli.output import shown
from postil.errors import BadRequest

if TYPE_CHECKING:
    from postil.library.citation.bibliography import BibliographyInput


def bibliography(given: Namespace, context: Context) -> int:
    """Print a bibliography; what is left out or unsure is told on stderr."""
    wanted = "text" if given.format is None else given.format
    if wanted not in library.bibliography.FORMATS:
        known = ", ".join(library.bibliography.FORMATS)
        raise BadRequest(f"--format {shown(wanted)}", "there is no such format", f"use {known}")
    gathered = _gathered(given, context)
    style = style_named(given.style, context)
    made = library.bibliography.bibliography(
        gathered, style, wanted, given.works, library.clock.today(), context.settings.zotero
    )
    copied = put_on_clipboard(made.text, context) if given.copy else None
    if context.output.as_json:
        for entry in made:
            context.output.record({"id": entry.id, "text": entry.text})
    else:
        context.output.text(made.text)
    tell(made.problems, copied, context)
    return 0


def _gathered(given: Namespace, context: Context) -> BibliographyInput:
    """Gather from articles, or from the notes that a filter chooses."""
    filters = filters_of(given)
    asked = (given.query, *filters.values())
    if not (given.noted or any(value is not None for value in asked)):
        paths = [
            context.open_article(path) if path == STDIN else Path(path) for path in given.paths
        ]
        return library.bibliography.read(context.home, paths)
    if len(given.paths) > 1 or STDIN in given.paths:
        what = "bibliography of notes"
        raise BadRequest(what, "it is of one file, or of all articles", "name one file, or none")
    path = Path(given.paths[0]) if given.paths else None
    return library.bibliography.noted(context.home, path, filters, given.query)
