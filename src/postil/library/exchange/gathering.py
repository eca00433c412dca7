"""Gathers what is exported: notes in place, their articles, sources and finished citations."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from postil.errors import BadRequest, NothingFound
from postil.export.base.dossier import (
    GROUPS,
    Dossier,
    ExportedArticle,
    ExportedNote,
    ExportedTag,
)
from postil.export.base.markdown_words import without_html
from postil.export.writers import Writer
from postil.library.base.labels import describe
from postil.library.base.note_text import blocks
from postil.library.base.open_article import OpenArticle
from postil.library.catalogue.choosing import chosen_notes
from postil.library.citation import bibliography
from postil.library.citation.bibliography_input import BibliographyInput, of_listed
from postil.library.citation.kept_citations import KeptCitations
from postil.library.citation.styling import named_style
from postil.library.exchange.cited_passages import CitedPassages
from postil.library.exchange.language import language_of
from postil.library.exchange.readings import Readings
from postil.library.identity import snapshots
from postil.library.identity.article_identity import NAMELESS, SameArticleIndex
from postil.library.notes.listing import Filters, Listed, listing
from postil.library.sources.sourcing import as_csl
from postil.library.tags.codebook import branches
from postil.model.article import Article, Section
from postil.model.source import Date, Metadata
from postil.model.span import Span
from postil.model.values import dataclass
from postil.store.home.home import Home
from postil.text.clean import clean_line
from postil.text.progress import Progress, tracked, within

_ARTICLES = (0.1, 0.8)
"""The part of an export in which articles are read and cited; before it notes are listed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which notes are exported, how they are grouped, and in which style they are cited."""

    paths: tuple[Path, ...] = ()
    """Articles, and folders of them; without any, the whole library."""
    filters: Filters | None = None
    query: str | None = None
    among: tuple[str, ...] | None = None
    """Ids of notes; None for all."""
    group: str = "article"
    style: str = "apa"
    zotero: Path | None = None
    today: Date | None = None


def gather(home: Home, wanted: Wanted, writer: Writer, progress: Progress | None = None) -> Dossier:
    """Return what is to be exported in a format, articles by title.

    Raises NothingFound where no note is like this, BadRequest for a grouping or a style that
    there is not, BadQuery, and CannotOpen and its kinds for a path.
    """
    if wanted.group not in GROUPS:
        what = f"--group {clean_line(wanted.group, 60)}"
        raise BadRequest(what, "notes cannot be grouped by it", f"use {', '.join(GROUPS)}")
    style = named_style(wanted.style, wanted.zotero) if writer.cited else None
    listed = list(_listed(home, wanted))
    if not listed:
        asked = any((wanted.query, wanted.paths, *(wanted.filters or {}).values()))
        why = "no note is like this" if asked else "there are no notes"
        raise NothingFound("export", why, "see postil notes")
    readings = Readings(home)
    if writer.records:
        return Dossier((), references=_records(home, wanted, listed, readings, writer.name))
    groups = _by_article(home, listed)
    kept = None if style is None else KeptCitations(home.places.cache, style)
    cite = None if style is None else CitedPassages(style, readings, wanted.today, kept)
    articles = tuple(
        _article(home, group, readings, cite, whole=writer.whole)
        for group in tracked(groups, within(progress, *_ARTICLES), lambda at, _: at / len(groups))
    )
    references = _references(home, wanted, listed, readings, articles, kept) if kept else ()
    if kept is not None:
        kept.save()
    title = "" if style is None else clean_line(style.title)
    tags = tuple(_codebook(home, articles))
    return Dossier(articles, tags, references, title, wanted.group)


def _listed(home: Home, wanted: Wanted) -> Iterator[Listed]:
    """Yield the notes that are wanted, each once."""
    filters: Filters = {**(wanted.filters or {})}
    if wanted.among is not None:
        filters["among"] = wanted.among
    folders = [os.path.realpath(one) for one in wanted.paths if os.path.isdir(one)]
    files = [one for one in wanted.paths if not os.path.isdir(one)]
    seen = set[str]()
    for path in files or (() if folders else (None,)):
        for one in _chosen(home, wanted, path, filters):
            if one.id not in seen:
                seen.add(one.id)
                yield one
    if folders:
        for one in _chosen(home, wanted, None, filters):
            within = one.path is not None and any(
                os.path.commonpath((folder, one.path)) == folder for folder in folders
            )
            if within and one.id not in seen:
                seen.add(one.id)
                yield one


def _chosen(home: Home, wanted: Wanted, path: Path | None, filters: Filters) -> Iterable[Listed]:
    if wanted.query is None:
        return listing(home, path=path, **filters)
    return chosen_notes(home, wanted.query, path, filters)


def _by_article(home: Home, listed: Iterable[Listed]) -> list[list[Listed]]:
    """Return the notes of each article, whichever of its records they name; articles by title."""
    same = SameArticleIndex(home)
    records = home.articles()
    groups: dict[str, list[Listed]] = {}
    for one in listed:
        record = records.get(one.article)
        known = [one.article] if record is None else [two.id for two in same.records_of(record)]
        groups.setdefault(min(known), []).append(one)
    return sorted(groups.values(), key=lambda group: (group[0].title.casefold(), group[0].article))


def _article(
    home: Home,
    listed: Sequence[Listed],
    readings: Readings,
    cite: CitedPassages | None,
    *,
    whole: bool,
) -> ExportedArticle:
    first = listed[0]
    opened = readings.opened(first.path)
    text, digest = _text(home, first, opened)
    article = None if opened is None else opened.article
    metadata = Metadata() if article is None else article.metadata
    placed = sorted(listed, key=_by_place)
    return ExportedArticle(
        id=first.article,
        title=metadata.title or first.title or NAMELESS,
        path=first.path or "",
        digest=digest,
        text=text,
        article=article,
        metadata=metadata,
        language=(metadata.language or language_of(text)) if whole else "",
        notes=tuple(_note(one, article, opened, cite, whole=whole) for one in placed),
    )


def _by_place(one: Listed) -> tuple[int, int, int, str]:
    """Sort a note on the whole article first, an orphan last."""
    if one.note.whole:
        return 0, 0, 0, one.id
    if one.start is None or one.end is None:
        return 2, 0, 0, one.id
    return 1, one.start, one.end, one.id


def _text(home: Home, first: Listed, opened: OpenArticle | None) -> tuple[str, str]:
    """Return the text in which the notes are placed, with its digest; "" where there is none."""
    if opened is not None:
        return opened.article.text, opened.article.digest
    record = home.articles().get(first.article)
    kept = None if record is None else snapshots.newest(home, record)
    return ("", "") if kept is None else (kept.text, kept.digest)


def _note(
    one: Listed,
    article: Article | None,
    opened: OpenArticle | None,
    cite: CitedPassages | None,
    *,
    whole: bool,
) -> ExportedNote:
    span = None if one.start is None or one.end is None else Span(one.start, one.end)
    return ExportedNote(
        note=one.note,
        span=span,
        state=one.state,
        section=() if article is None or span is None else _section(article, span.start),
        page=one.page or "",
        source=as_csl(one.source),
        source_name="" if one.source is None else describe(one.source),
        body=blocks(without_html(one.body)) if whole and one.body else (),
        citation=cite.citation(opened, span) if cite and opened and span else "",
    )


def _section(article: Article, offset: int) -> tuple[str, ...]:
    """Return the headings that an offset stands under, from the outermost."""
    here = article.section_at(offset)
    if here is None or here.title is None:
        return ()
    found = [here]
    for section in reversed(article.sections[: here.number]):
        if section.title is not None and section.level < found[-1].level:
            found.append(section)
    return tuple(_titled(section) for section in reversed(found))


def _titled(section: Section) -> str:
    return clean_line(section.title or "")


def _references(
    home: Home,
    wanted: Wanted,
    listed: Iterable[Listed],
    readings: Readings,
    articles: Iterable[ExportedArticle],
    kept: KeptCitations,
) -> tuple[str, ...]:
    """Return what the passages of notes quote and cite, in the style; () in one without a list."""
    material = _material(home, listed, readings)

    def made() -> tuple[str, ...]:
        try:
            found = bibliography.bibliography(
                material, wanted.style, "text", "all", wanted.today, wanted.zotero
            )
        except (BadRequest, NothingFound):
            return ()
        return tuple(one.text for one in found)

    # Which words of a title are no names is told by the text of its article.
    texts = [(one.path, one.digest) for one in articles]
    reads = [(one.article, one.quoted, one.beside) for one in material.reads]
    return kept.texts(("references", wanted.today, texts, reads), made)


def _records(
    home: Home, wanted: Wanted, listed: Iterable[Listed], readings: Readings, format_name: str
) -> tuple[str, ...]:
    """Return the records of what the passages of notes quote and cite, as one text."""
    material = _material(home, listed, readings)
    made = bibliography.bibliography(material, wanted.style, format_name, "all", wanted.today)
    return (made.text,)


def _material(home: Home, listed: Iterable[Listed], readings: Readings) -> BibliographyInput:
    """Return what the passages of notes quote and cite, in the order of a list of all notes."""
    records = home.articles()

    def in_list(one: Listed) -> tuple[str, str, bool, int, int, str]:
        start = one.note.anchor.start if one.start is None else one.start
        size = 0 if one.start is None or one.end is None else one.end - one.start
        record = records.get(one.article)
        title = "" if record is None else record.title.casefold()
        return title, one.article, one.start is None, start, size, one.id

    ordered = sorted(listed, key=in_list)
    return of_listed(ordered, readings.opened, readings.governed)


def _codebook(home: Home, articles: Iterable[ExportedArticle]) -> Iterator[ExportedTag]:
    """Yield the tags of notes and those above them, as the home defines them."""
    used: dict[str, int] = {}
    for article in articles:
        for one in article.notes:
            for tag in one.note.tags:
                used[tag.casefold()] = used.get(tag.casefold(), 0) + 1
    for branch in branches(home):
        key = branch.tag.casefold()
        if key in used or any(one.startswith(f"{key}/") for one in used):
            yield ExportedTag(branch.tag, branch.definition, branch.colour, used.get(key, 0))
