"""The verbs about sources: sources lists them, source shows or corrects one."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from postil import library
from postil.cli.context import Context
from postil.cli.output import Output, Piece, cropped, notice, progress, shown
from postil.errors import BadRequest, NothingFound
from postil.text.quotes import in_marks

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.model.source import Governed, Part, Source

NARROW = 80
"""Cells in a line where the output goes to no terminal."""


def sources(given: Namespace, context: Context) -> int:
    """Print what each body paragraph comes from, or every source of the library; join two."""
    if given.join or given.part:
        return _change(given, context)
    if given.library:
        return _of_library(given, context)
    if given.path is None:
        raise BadRequest("sources", "it needs an article", "give one, or --library for all")
    open_article = context.open_article(given.path)
    governed = open_article.sources.paragraphs
    if not governed:
        raise NothingFound(open_article.article.name, "it has no paragraphs", "see postil outline")
    last = None
    for paragraph in governed:
        section = open_article.article.section_at(paragraph.span.start)
        if not context.output.as_json and section is not last and section is not None:
            context.output.line((section.name, "bold"))
            last = section
        _print(context.output, open_article, paragraph)
    return 0


def _of_library(given: Namespace, context: Context) -> int:
    if given.path is not None:
        raise BadRequest("sources", "--library takes no article", "leave one of them out")
    listed = library.source_list.of_library(context.home, progress(), notice)
    if not listed:
        why = "nothing that is known quotes any"
        raise NothingFound("sources", why, "make articles known with: postil add PATH")
    listed = library.source_list.with_notes(context.home, listed)
    if context.output.as_json:
        for one in listed:
            source = library.sourcing.as_csl(one.source)
            context.output.record(library.source_list.as_json(one, source))
        return 0
    counted = library.labels.counted
    rows: list[tuple[Piece, ...]] = [
        (
            counted(one.passages, "passage"),
            (counted(one.notes, "note") if one.notes else "", "dim"),
            (counted(len(one.paths), "article"), "dim"),
            (library.sourcing.describe(one.source), "cyan"),
        )
        for one in listed
    ]
    context.output.table(rows, right=(0, 1, 2))
    return 0


def _change(given: Namespace, context: Context) -> int:
    """Join two sources, or part what was joined."""
    if given.path is not None or (given.join and given.part):
        why = "--join and --part stand alone: they hold for all that is known"
        raise BadRequest("sources", why, "write: postil sources --join A B")
    listed = library.source_list.of_library(context.home, progress(), notice)
    if given.join:
        one, other = (library.source_list.named(listed, words) for words in given.join)
        library.joining.join(context.home, [*one.spellings, *other.spellings], other.source)
        done = f"{_marked(one.source)} counts as {_marked(other.source)} now."
        if library.joining.fullness(one.source) > library.joining.fullness(other.source):
            notice(f"{_marked(one.source)} says more: given last, it stands for both")
    else:
        one = library.source_list.named(listed, given.part)
        library.joining.part(context.home, one.spellings)
        done = f"Each spelling of {_marked(one.source)} stands for itself again."
    if context.output.as_json:
        context.output.record({"done": done})
    else:
        context.output.line(f"{done} postil undo takes this back.")
    return 0


def _marked(source: Source) -> str:
    return in_marks(shown(library.sourcing.describe(source)))


def source(given: Namespace, context: Context) -> int:
    """Print the source of a passage, after it has been corrected where that is wanted."""
    open_article = context.open_article(given.path)
    span = context.passage(given, open_article)
    if given.own:
        open_article = library.sourcing.disown(context.home, open_article, span)
    elif given.set:
        open_article = library.sourcing.correct(
            context.home, open_article, span, _fields(given.set)
        )
    governed = library.sourcing.at(open_article, span)
    if context.output.as_json:
        found = library.sourcing.reasons(open_article, governed)
        evidence = {one.field: {"words": one.words, "how": one.how} for one in found}
        context.output.record({**_record(open_article, governed), "evidence": evidence})
        return 0
    _print(context.output, open_article, governed)
    _fields_read(context.output, open_article, governed)
    context.output.line("    ", (library.sourcing.why(governed), "dim"))
    if words := library.sourcing.evidence(open_article, governed):
        context.output.line("    ", (in_marks(cropped(words, 300)), "dim"))
    if words := library.sourcing.entry(open_article, governed):
        context.output.line("    ", (in_marks(cropped(words, 300)), "dim"))
    return 0


def _fields_read(out: Output, open_article: OpenArticle, governed: Governed) -> None:
    """Print each field of a source with what it was read from."""
    values = library.sourcing.in_words(governed.source)
    for field, how in library.sourcing.how_read(open_article, governed).items():
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


def _print(out: Output, open_article: OpenArticle, governed: Governed) -> None:
    if out.as_json:
        out.record(_record(open_article, governed))
        return
    width = out.width or NARROW
    span = governed.span
    words = cropped(open_article.article.text[span.start : span.start + width], max(20, width - 4))
    out.line("  ", (words, "dim"))
    out.line("    ", *_described(governed), "  ", (f"{span.start}:{span.end}", "dim"))
    for part in governed.parts:
        where = f"{part.span.start}:{part.span.end}"
        out.line("      ", (f"{where} ", "dim"), *_described(part))
    for problem in governed.problems:
        out.line("    ", ("! ", "yellow"), (library.sourcing.problem_text(problem), "yellow"))


def _described(governed: Governed | Part) -> list[Piece]:
    if governed.source is None:
        own = governed.relation == "own"
        return [("the article's own words" if own else "no source is named", "dim")]
    evidence = f", {governed.via.value}, {governed.confidence}"
    named = library.sourcing.describe(governed.source)
    return [(named, "cyan"), (f"  {governed.relation}{evidence}", "dim")]


def _others(part: Governed | Part) -> dict[str, object]:
    """Return what else is cited for the same words, where there is any."""
    others = [library.sourcing.as_csl(one) for one in part.others]
    return {"others": others} if others else {}


def _cited(governed: Governed) -> dict[str, object]:
    """Return what a citation says that a list of references resolves, where it is one."""
    entry = governed.entry
    if entry is None:
        return {}
    where = {"start": entry.start, "end": entry.end}
    return {"locator": governed.locator, "entry": where, **_others(governed)}


def _record(open_article: OpenArticle, governed: Governed) -> dict[str, object]:
    section = open_article.article.section_at(governed.span.start)
    return {
        "start": governed.span.start,
        "end": governed.span.end,
        "section": None if section is None else section.number,
        "source": library.sourcing.as_csl(governed.source),
        "via": governed.via.value,
        "confidence": governed.confidence,
        "relation": governed.relation,
        "problems": list(governed.problems),
        **_cited(governed),
        "parts": [
            {
                "start": part.span.start,
                "end": part.span.end,
                "source": library.sourcing.as_csl(part.source),
                "via": part.via.value,
                **_others(part),
            }
            for part in governed.parts
        ],
    }
