"""The verb cite: a passage with its source, printed and, where it is wanted, copied."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from postil import library
from postil.cli.context import Context
from postil.cli.output import Piece, cells, cropped, say, shown
from postil.errors import BadRequest, NothingFound

if TYPE_CHECKING:
    from postil.clipboard import Copied
    from postil.library.base.open_article import OpenArticle
    from postil.library.citation.citing import Citation
    from postil.library.citation.style_list import StyleSummary
    from postil.model.span import Span

USUAL_STYLE = "apa"
"""The style of a citation where none is named."""

_GAP = 2
"""Blanks between two columns."""


def cite(given: Namespace, context: Context) -> int:
    """Print a passage with its source; what is missing or doubtful is told on stderr."""
    if given.form == "reference":
        given.form = "bibliography"
    _check(given)
    open_article = context.open_article(given.path)
    citation = _made(given, context, open_article, _spans(given, context, open_article))
    copied = put_on_clipboard(citation.text, context) if given.copy else None
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
    tell(citation.problems, copied, context)
    return 0


def tell(problems: Sequence[str], copied: Copied | None, context: Context) -> None:
    """Say, behind what was printed, what is missing or doubtful, and where the copy went."""
    context.output.flush()
    for problem in problems:
        say(f"postil: {problem}")
    if copied is not None:
        say(f"postil: {shown(copied.detail)}")


def put_on_clipboard(text: str, context: Context) -> Copied:
    """Copy a text, and tell by which way it went."""
    # What it takes to reach a clipboard is loaded only where something is to be copied.
    from postil.clipboard import copy

    return copy(text, environ=context.environ, outbox=context.settings.places.outbox)


def styles(given: Namespace, context: Context) -> int:
    """Print the styles, all or those whose names hold some words."""
    found = library.style_list.styles(context.settings, given.words)
    if not found:
        words = shown(" ".join(given.words))
        raise NothingFound(f"styles {words}", "no style has such a name", "try a shorter word")
    if context.output.as_json:
        for one in found:
            context.output.record({"id": one.id, "title": one.title, "class": one.style_class})
    else:
        for row in _rows(found, context.output.width):
            context.output.line(*row)
    return 0


def style_named(name: str | None, context: Context) -> str:
    """Return the name of the style that is asked for, by its name, path or title, or of none."""
    if name is None:
        return USUAL_STYLE
    return library.style_list.named(context.settings, name)


def _rows(found: Sequence[StyleSummary], width: int) -> Iterator[Sequence[Piece]]:
    """Yield what to print of each style: in columns that fit into ``width`` cells, if any."""
    names = min(max(cells(one.id) for one in found), width // 2)
    kinds = max(cells(_kind(one)) for one in found)
    for one in found:
        name, title, kind = one.id, one.title, _kind(one)
        if width:
            name = cropped(name, max(1, width - kinds - _GAP))
            name += " " * (names - cells(name))
            room = width - cells(name) - kinds - 2 * _GAP
            title = cropped(title, room) if room > 0 else ""
            title += " " * (room - cells(title))
            kind = kind[: max(0, width - cells(name) - _GAP)]
        gap = " " * _GAP
        yield (name, "cyan"), gap, title, gap if title else "", (kind, "dim")


def _kind(style: StyleSummary) -> str:
    """Return how a style cites, and whether it is not the official one of its name."""
    return ", ".join(filter(None, (style.kind, "your own" if style.own else "")))


def _check(given: Namespace) -> None:
    """Refuse what cannot be done, before anything is read."""
    formats = (*library.citing.FORMATS, *library.citation_format.STYLE_FORMATS)
    if given.form not in library.citation_format.STYLE_FORMS:
        known = ", ".join(library.citation_format.STYLE_FORMS)
        raise BadRequest(f"--form {shown(given.form)}", "there is no such form", f"use {known}")
    wanted = "text" if given.format is None else given.format
    known = ", ".join(dict.fromkeys(formats))
    if wanted not in formats:
        raise BadRequest(f"--format {shown(wanted)}", "there is no such format", f"use {known}")
    if wanted == "html" and not _in_style(given):
        raise BadRequest("--format html", "it needs a style", "add --style apa, or another")
    if given.locator and not _in_style(given):
        raise BadRequest("--locator", "it needs a style", "add --style apa, or another")
    if given.words is not None and (given.form != "quotation" or wanted in library.citing.RECORDS):
        why = "only a quotation has them in it"
        raise BadRequest("--words", why, "leave it out, or ask for --form quotation")


def _in_style(given: Namespace) -> bool:
    """Tell whether a style is asked for; records are the same whatever the style and the form."""
    if given.format in library.citing.RECORDS:
        return False
    return given.style is not None or given.form != "quotation"


def _made(
    given: Namespace, context: Context, open_article: OpenArticle, spans: Sequence[Span]
) -> Citation:
    wanted = "text" if given.format is None else given.format
    today = library.clock.today()
    if _in_style(given):
        style = style_named(given.style, context)
        zotero = context.settings.zotero
        return library.styling.cite_in_style(
            *(open_article, spans, style, given.form, wanted, today, zotero, given.words),
            place=given.locator,
        )
    return library.citing.cite(open_article, spans, wanted, today, given.words)


def _spans(given: Namespace, context: Context, open_article: OpenArticle) -> list[Span]:
    """Return the passages that are to be cited, as one."""
    if not (given.quote or given.at or given.note):
        raise BadRequest("cite", "no passage is named", "give --quote, --at or --note")
    if given.nth is not None and len(given.quote) != 1:
        why = "it cannot say which quote it means"
        raise BadRequest("--nth", why, "give it with one --quote, and --at for the others")
    return [
        *(library.passages.passage(open_article, quote, given.nth) for quote in given.quote),
        *(library.passages.span_at(open_article, at) for at in given.at),
        *(_noted(ident, context, open_article) for ident in given.note),
    ]


def _noted(ident: str, context: Context, open_article: OpenArticle) -> Span:
    """Return the passage of a note."""
    note = library.annotating.by_id(context.home, ident)
    for placed in library.annotating.of(context.home, open_article):
        if placed.note.id == note.id:
            if note.whole:
                why = "it is on the whole article, and has no words of it"
                raise BadRequest(f"note {shown(ident)}", why, "give --quote or --at")
            if placed.span is None:
                why = "its words are no longer in this article"
                raise BadRequest(f"note {shown(ident)}", why, "give --quote or --at")
            return placed.span
    raise BadRequest(f"note {shown(ident)}", "it is on another article", "see postil notes")
