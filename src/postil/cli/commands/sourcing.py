"""The verbs about sources: sources lists them, source shows or corrects one."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from postil.cli.context import Context
from postil.cli.output import Output, Piece, cropped
from postil.errors import BadRequest, NothingFound
from postil.text.quotes import in_marks

if TYPE_CHECKING:
    from postil.library.articles.opening import Reading
    from postil.model.source import Governed, Part

NARROW = 80
"""Cells in a line where the output goes to no terminal."""


def sources(given: Namespace, context: Context) -> int:
    """Print what each body paragraph comes from."""
    reading = context.reading(given.path)
    governed = reading.sources.paragraphs
    if not governed:
        raise NothingFound(reading.article.name, "it has no paragraphs", "see postil outline")
    last = None
    for paragraph in governed:
        section = reading.article.section_at(paragraph.span.start)
        if not context.output.as_json and section is not last and section is not None:
            context.output.line((section.name, "bold"))
            last = section
        _print(context.output, reading, paragraph)
    return 0


def source(given: Namespace, context: Context) -> int:
    """Print the source of a passage, after it has been corrected where that is wanted."""
    from postil.library.sources import sourcing

    reading = context.reading(given.path)
    span = context.passage(given, reading)
    if given.own:
        reading = sourcing.disown(context.home, reading, span)
    elif given.set:
        reading = sourcing.correct(context.home, reading, span, _fields(given.set))
    governed = sourcing.at(reading, span)
    if context.output.as_json:
        found = sourcing.reasons(reading, governed)
        evidence = {one.field: {"words": one.words, "how": one.how} for one in found}
        context.output.record({**_record(reading, governed), "evidence": evidence})
        return 0
    _print(context.output, reading, governed)
    _fields_read(context.output, reading, governed)
    context.output.line("    ", (sourcing.why(governed), "dim"))
    if words := sourcing.evidence(reading, governed):
        context.output.line("    ", (in_marks(cropped(words, 300)), "dim"))
    return 0


def _fields_read(out: Output, reading: Reading, governed: Governed) -> None:
    """Print each field of a source with what it was read from."""
    from postil.library.sources import sourcing

    values = sourcing.in_words(governed.source)
    for field, how in sourcing.how_read(reading, governed).items():
        out.line("      ", (f"{field:<16}", "dim"), values[field], (f"  {how}", "dim"))


def _fields(settings: list[str]) -> dict[str, str]:
    """Return the fields that ``--set FIELD=VALUE`` names; several authors are joined."""
    fields: dict[str, str] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or not name.strip():
            raise BadRequest("source", f"--set {setting}: no FIELD=VALUE", "write --set title=…")
        name = name.strip()
        again = name == "author" and name in fields
        fields[name] = f"{fields[name]}; {value}" if again else value
    return fields


def _print(out: Output, reading: Reading, governed: Governed) -> None:
    if out.as_json:
        out.record(_record(reading, governed))
        return
    from postil.library.sources import sourcing

    width = out.width or NARROW
    span = governed.span
    words = cropped(reading.article.text[span.start : span.start + width], max(20, width - 4))
    out.line("  ", (words, "dim"))
    out.line("    ", *_described(governed), "  ", (f"{span.start}:{span.end}", "dim"))
    for part in governed.parts:
        where = f"{part.span.start}:{part.span.end}"
        out.line("      ", (f"{where} ", "dim"), *_described(part))
    for problem in governed.problems:
        out.line("    ", ("! ", "yellow"), (sourcing.problem_text(problem), "yellow"))


def _described(governed: Governed | Part) -> list[Piece]:
    from postil.library.sources import sourcing

    if governed.source is None:
        own = governed.relation == "own"
        return [("the article's own words" if own else "no source is named", "dim")]
    evidence = f", {governed.via.value}, {governed.confidence}"
    named = sourcing.describe(governed.source)
    return [(named, "cyan"), (f"  {governed.relation}{evidence}", "dim")]


def _record(reading: Reading, governed: Governed) -> dict[str, object]:
    from postil.library.sources.sourcing import as_csl

    section = reading.article.section_at(governed.span.start)
    return {
        "start": governed.span.start,
        "end": governed.span.end,
        "section": None if section is None else section.number,
        "source": as_csl(governed.source),
        "via": governed.via.value,
        "confidence": governed.confidence,
        "relation": governed.relation,
        "problems": list(governed.problems),
        "parts": [
            {
                "start": part.span.start,
                "end": part.span.end,
                "source": as_csl(part.source),
                "via": part.via.value,
            }
            for part in governed.parts
        ],
    }
