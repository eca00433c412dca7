"""The verb cite: a passage with its source, printed and, where it is wanted, copied."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from postil.cli.context import Context
from postil.cli.output import say, shown
from postil.errors import BadRequest, NotYet

if TYPE_CHECKING:
    from postil.library.articles import Reading
    from postil.model.span import Span

LATER_FORMS = ("citation", "note", "bibliography")
LATER_FORMATS = ("html", "biblatex")


def cite(given: Namespace, context: Context) -> int:
    """Print a passage with its source; what is missing or doubtful is told on stderr."""
    from postil.library import citing

    wanted = _format(given, citing.FORMATS)
    reading = context.reading(given.path)
    span = _span(given, context, reading)
    citation = citing.cite(reading, span, wanted)
    copied = None
    if given.copy:
        from postil.clipboard import copy

        copied = copy(citation.text, environ=context.environ, outbox=context.settings.places.outbox)
    if context.output.as_json:
        context.output.record(
            {
                "text": citation.text,
                "route": None if copied is None else copied.route,
                "confirmed": copied is not None and copied.confirmed,
                "problems": list(citation.problems),
            }
        )
        return 0
    context.output.text(citation.text)
    context.output.flush()
    for problem in citation.problems:
        say(f"postil: {problem}")
    if copied is not None:
        say(f"postil: {shown(copied.detail)}")
    return 0


def _format(given: Namespace, formats: tuple[str, ...]) -> str:
    """Return the format, once it is certain that this version can do what is asked for."""
    known = ", ".join(formats)
    if given.style is not None:
        raise NotYet("--style", "this version has no citation styles", "leave it out")
    if given.form in LATER_FORMS:
        raise NotYet(f"--form {given.form}", "this version cannot do it", "use --form quotation")
    if given.form != "quotation":
        raise BadRequest(f"--form {shown(given.form)}", "there is no such form", "use quotation")
    wanted: str = formats[0] if given.format is None else given.format
    if wanted in LATER_FORMATS:
        raise NotYet(f"--format {wanted}", "this version cannot do it", f"use one of {known}")
    if wanted not in formats:
        raise BadRequest(f"--format {shown(wanted)}", "there is no such format", f"use {known}")
    return wanted


def _span(given: Namespace, context: Context, reading: Reading) -> Span:
    """Return the passage that is to be cited."""
    if given.quote is not None or given.at is not None:
        return context.passage(given, reading)
    if given.note is None:
        raise BadRequest("cite", "no passage is named", "give --quote, --at or --note")
    from postil.library import notes

    note = notes.by_id(context.home, given.note)
    for placed in notes.of(context.home, reading):
        if placed.note.id == note.id:
            if placed.span is None:
                why = "its words are no longer in this article"
                raise BadRequest(f"note {shown(given.note)}", why, "give --quote or --at")
            return placed.span
    raise BadRequest(f"note {shown(given.note)}", "it is on another article", "see postil notes")
