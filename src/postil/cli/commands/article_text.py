"""The verbs that only read articles: outline, text and find."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from postil import library
from postil.cli.context import STDIN, Context
from postil.cli.output import Piece, cells, cropped, say_error, shown
from postil.errors import BadPattern, BadRequest, NoSuchSection, NothingFound, PostilError
from postil.text.word_count import section_words

if TYPE_CHECKING:
    from postil.library.articles.finding import Query
    from postil.library.articles.sifting import Sieve
    from postil.model.article import Article, Section
    from postil.model.span import Span

BEFORE, AFTER = 40, 60
"""Code points shown on either side of a match."""


def outline(given: Namespace, context: Context) -> int:
    """Print the sections of an article."""
    article = context.article(given.path)
    out = context.output
    if given.articles:
        return _list_articles(article, context)
    if out.as_json:
        for section in article.sections:
            out.record(
                {
                    "n": section.number,
                    "title": section.title,
                    "level": section.level,
                    "kind": section.kind,
                    "start": section.span.start,
                    "end": section.span.end,
                    "words": section_words(article, section),
                }
            )
        return 0
    out.table([_outlined(article, section) for section in article.sections], right=(0, 2))
    return 0


def _list_articles(article: Article, context: Context) -> int:
    """Print the articles of a page that holds several."""
    found = library.pieces.pieces(article)
    if not found:
        why = "it is one article, and no page of several"
        raise NothingFound(shown(article.name), why, "see postil outline without --articles")
    for one in found:
        if context.output.as_json:
            context.output.record(
                {
                    "n": one.number,
                    "title": one.title,
                    "author": list(one.authors),
                    "date": one.date or None,
                    "url": one.url or None,
                    "start": one.span.start,
                    "end": one.span.end,
                    "words": one.words,
                }
            )
    if not context.output.as_json:
        rows = [
            (
                (str(one.number), "dim"),
                (shown(one.title), "bold"),
                shown(one.byline),
                (f"{one.words} words", "dim"),
            )
            for one in found
        ]
        context.output.table(rows, right=(0, 3))
    return 0


def _outlined(article: Article, section: Section) -> tuple[Piece, ...]:
    style = "bold" if section.kind == "body" and section.title else "dim"
    return (
        (str(section.number), "dim"),
        ("  " * max(0, section.level - 1) + section.name, style),
        (f"{section_words(article, section)} words", "dim"),
        ("" if section.kind == "body" else section.kind, "dim"),
    )


def text(given: Namespace, context: Context) -> int:
    """Print the canonical text of an article, or of one of its sections or a page's articles."""
    article = context.article(given.path)
    start, end = 0, article.length
    if given.section is not None:
        found = [one for one in article.sections if one.number == given.section]
        if not found:
            numbers = [section.number for section in article.sections]
            raise NoSuchSection(
                f"section {given.section}",
                f"{article.name} has the sections {numbers[0]} to {numbers[-1]}"
                if numbers
                else f"{article.name} has no sections",
                "see postil outline",
            )
        start, end = found[0].span.start, found[0].span.end
    if given.article is not None:
        span = library.pieces.numbered(article, given.article)
        start, end = span.start, span.end
    words = article.text[start:end]
    if context.output.as_json:
        context.output.record({"start": start, "end": end, "text": words})
    else:
        context.output.text(words)
    return 0


def find(given: Namespace, context: Context) -> int:
    """Print every match in one or more articles; one that cannot be read does not stop the rest."""
    if not given.pattern.strip():
        raise BadRequest("the pattern", "there is nothing in it", "give some words to find")
    if given.context is not None and given.context < 0:
        raise BadRequest("--context", "it cannot be less than nothing", "give 0 or more lines")
    query = library.finding.Query(given.pattern, regex=given.regex)
    named = len(given.paths) > 1 or _is_folder(given.paths[0])
    found = searched = 0
    status = 0
    # What cannot have the words is spared being read, which takes a hundred times as long.
    sieve = None if given.regex else library.sifting.Sieve(given.pattern)
    for path in chain.from_iterable(map(_articles, given.paths)):
        try:
            if isinstance(path, PostilError):
                raise path
            searched += 1
            if _may_hold(sieve, path, context):
                found += _find_in(path, query, context, named=named, lines=given.context)
        except BadPattern:
            # That is no fault of this article: in the next one it would be the same.
            raise
        except PostilError as error:
            context.output.flush()
            say_error(str(error))
            status = max(status, error.status)
    if searched and not found and status < 2:
        # Loaded where nothing was found: what reads quotations takes as long as an outline's words.
        from postil.text.quotes import in_marks

        where = f"{searched} articles" if searched > 1 else shown(given.paths[0])
        raise NothingFound(in_marks(shown(given.pattern, 60)), f"not found in {where}")
    return status if status > 1 or not found else 0


def _may_hold(sieve: Sieve | None, path: str, context: Context) -> bool:
    if sieve is None or path in ("", STDIN):
        return True
    where = context.located(path)

    def chosen() -> str:
        return library.encodings.chosen(context.settings.places, where)

    return library.sifting.may_hold(sieve, where, chosen)


def _is_folder(path: str) -> bool:
    return path not in ("", STDIN) and os.path.isdir(path)


def _articles(path: str) -> Iterator[str | PostilError]:
    """Yield the article at a path, or all those in a folder, and what keeps others from being read.

    A folder without any has found nothing, which is told and stops nothing.
    """
    if not _is_folder(path):
        yield path
        return
    empty = True
    try:
        for one in library.folders.articles_in(Path(path)):
            empty = False
            if isinstance(one, Path):
                yield str(one)
            else:
                yield library.folders.shut(one.folder)
    except PostilError as error:
        yield error
    else:
        if empty:
            yield library.folders.nothing_in(Path(path))


def _find_in(path: str, query: Query, context: Context, *, named: bool, lines: int | None) -> int:
    article = context.article(path)
    around = None if lines is None else library.surroundings.Surroundings(article, lines)
    matches = library.finding.Finder(article).find(query)
    for at in range(len(matches)):
        span = matches.span(at)
        section = article.section_at(span.start)
        before, after = ("", "") if around is None else around.of(span)
        if context.output.as_json:
            record = {
                "path": path,
                "start": span.start,
                "end": span.end,
                "section": None if section is None else section.number,
                "line": article.line_at(span.start) if article.lined else None,
                "match": article.text[span.start : span.end],
            }
            if article.pages:
                record["page"] = article.page_at(span.start)
            if around is not None:
                record |= {"before": before, "after": after}
            context.output.record(record)
            continue
        place = (shown(path), "magenta") if named else ""
        if around is None:
            context.output.line(*_matched(article, span, place, context.output.width))
            continue
        where: list[Piece] = [place, ":"] if place else []
        context.output.line(*where, (_place(article, span), "green"), ":")
        context.output.passage(before, article.text[span.start : span.end], after)
    return len(matches)


def _place(article: Article, span: Span) -> str:
    """Return where a match stands: its line, in a file without such its page or paragraph."""
    if article.lined:
        return str(article.line_at(span.start))
    page = library.labels.on_page(article.page_at(span.start))
    return shown(page) or f"¶{article.block_at(span.start) + 1}"


def _matched(article: Article, span: Span, place: Piece, width: int) -> list[Piece]:
    """Return the pieces of one match: the path where it is wanted, the line, the words around."""
    pieces: list[Piece] = [place, ":"] if place else []
    pieces += [(_place(article, span), "green"), ": "]
    block = article.block_span(article.block_at(span.start))
    match = " ".join(article.text[span.start : span.end].split())
    room = max(20, width - cells("".join(p if isinstance(p, str) else p[0] for p in pieces)))
    before = article.text[max(block.start, span.start - BEFORE) : span.start]
    if span.start - BEFORE > block.start:
        before = "…" + before.partition(" ")[2]
    after = article.text[span.end : min(block.end, span.end + AFTER)]
    if span.end + AFTER < block.end:
        after = (after.rpartition(" ")[0] or after) + "…"
    before, after = " ".join(before.split("\n")), " ".join(after.split("\n"))
    if width:
        after = cropped(after, max(4, room - cells(before) - cells(match) - 1))
        gap = " " if article.text[span.end : span.end + 1].isspace() else ""
        after = gap + after.lstrip()
    return [*pieces, before, (match, "bold red"), after]
