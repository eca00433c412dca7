"""Makes a bibliography: of articles, of a selection of notes, or of the whole library."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from functools import partial
from pathlib import Path

from postil.cite.citation import RECORDS
from postil.cite.record.collection import Collection as Collected
from postil.cite.record.collection import Works, collected
from postil.csl import Style
from postil.errors import BadRequest, CannotOpen, NothingFound, PostilError
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.citation.bibliography_input import BibliographyInput, of_listed
from postil.library.citation.citation_format import STYLE_FORMATS
from postil.library.citation.previewing import Preview
from postil.library.citation.styling import named_style
from postil.library.notes import listing
from postil.library.shelf.shelving import shelf
from postil.library.sources.article_sources import of, once
from postil.model.source import Date, Governed
from postil.model.span import Span
from postil.model.values import dataclass
from postil.store.home.home import Home
from postil.text.clean import clean_line

__all__ = [
    "FORMATS",
    "WORKS",
    "Bibliography",
    "BibliographyInput",
    "Works",
    "bibliography",
    "chosen",
    "noted",
    "preview",
    "read",
    "shelved",
]

FORMATS = (*STYLE_FORMATS, *RECORDS)
"""The first three in a style, the others for programs."""

WORKS: tuple[Works, ...] = ("all", "read", "quoted")

_GAP = {"html": "\n"}
"""What stands between two entries; else a blank line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a bibliography, as it is written in a format."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Bibliography:
    """The entries in their order."""

    entries: tuple[Entry, ...]
    format: str
    problems: tuple[str, ...] = ()
    """Sentences about what is left out or unsure."""

    @property
    def text(self) -> str:
        """The whole."""
        if self.format == "csl-json":
            # A file of CSL-JSON is one list; every entry here is one of one record.
            inside = ",\n".join(one.text.removeprefix("[\n").removesuffix("\n]") for one in self)
            return f"[\n{inside}\n]"
        return _GAP.get(self.format, "\n\n").join(one.text for one in self)

    def __iter__(self) -> Iterator[Entry]:
        """Go through the entries."""
        return iter(self.entries)


def read(home: Home, paths: Iterable[Path | OpenArticle]) -> BibliographyInput:
    """Gather all that articles quote and cite; a folder stands for the articles in it.

    Without any path, those are the articles of the whole library. Raises CannotOpen and its
    kinds for a path that was given, and NothingFound for a library without articles.
    """
    found = BibliographyInput()
    given = list(paths)
    for one in given:
        if isinstance(one, OpenArticle):
            found.add(one)
        elif os.path.isdir(one):
            found.try_all(home, _paths(home, one))
        else:
            found.add(opening.read(home, one))
    if not given:
        found.try_all(home, _paths(home, None))
    return found


def shelved(home: Home, paths: Iterable[Path]) -> BibliographyInput:
    """Gather all that the articles of a shelf quote and cite; one that cannot be read is named."""
    found = BibliographyInput()
    found.try_all(home, paths)
    return found


def _paths(home: Home, folder: Path | None) -> Iterator[Path]:
    return (row.path for row in shelf(home, folder) if row.path is not None)


def noted(
    home: Home, path: Path | None, filters: listing.Filters, query: str | None = None
) -> BibliographyInput:
    """Gather what the passages of notes quote and cite, and the articles that they are in.

    The notes are those of one article, or of all, that pass every filter and fit the query. Of
    an article that is not on this machine the sources are known by its notes alone. Raises
    NothingFound where no note is like this, BadQuery, and CannotOpen and its kinds for ``path``.
    """
    if query is None:
        listed = list(listing.listing(home, path=path, **filters))
    else:
        # What reads queries is spared where there is none.
        from postil.library.catalogue.choosing import chosen_notes

        listed = list(chosen_notes(home, query, path, filters))
    if not listed:
        asked = any((query, *filters.values()))
        why = "no note is like this" if asked else "there are no notes"
        raise NothingFound("bibliography", why, "see postil notes")
    return _of_notes(home, listed)


def chosen(home: Home, notes: Collection[str]) -> BibliographyInput:
    """Gather what the passages of some notes quote and cite; the notes are named by their ids."""
    return _of_notes(home, listing.listing(home, among=notes))


def of_passages(passages: Iterable[tuple[OpenArticle, Span]]) -> BibliographyInput:
    """Gather what some passages quote and cite, and the articles that they are in."""
    by_article: dict[str, tuple[OpenArticle, list[Span]]] = {}
    for where, span in passages:
        by_article.setdefault(where.article.digest, (where, []))[1].append(span)
    found = BibliographyInput()
    for where, spans in by_article.values():
        found.add(where, once(two for span in spans for two in of(where.sources.at(span))))
    return found


def _of_notes(home: Home, listed: Iterable[listing.Listed]) -> BibliographyInput:
    return of_listed(listed, partial(_opened, home), _governed)


def _governed(open_article: OpenArticle, span: Span) -> Governed:
    return open_article.sources.at(span)


def _opened(home: Home, path: str | None) -> OpenArticle | None:
    if path is None:
        return None
    try:
        return opening.read(home, Path(path))
    except CannotOpen:
        return None


def bibliography(
    material: BibliographyInput,
    style: str,
    format: str = "text",  # noqa: A002 - the word by which all of Postil calls it
    works: str = "all",
    today: Date | None = None,
    zotero: Path | None = None,
) -> Bibliography:
    """Return the bibliography in one of ``FORMATS``, of the ``WORKS`` that are wanted.

    ``zotero`` is the data folder of Zotero where the reader has one: its styles come first.
    Raises BadRequest for an unknown format or choice of works, and for a style that cannot be
    used or has no bibliography, and NothingFound where there is nothing to list.
    """
    choice = next((one for one in WORKS if one == works), None)
    if choice is None:
        use = f"use {', '.join(WORKS)}"
        raise BadRequest(f"--works {clean_line(works)}", "there is no such choice", use)
    found = collected(material.reads, today, choice)
    problems = [*material.problems, *_left_out(found)]
    if not found.items:
        raise NothingFound("bibliography", "nothing here names a source", "see postil sources")
    entries = (
        _records(found, format)
        if format in RECORDS
        else _styled(found, named_style(style, zotero), format)
    )
    if lost := len(found.items) - len(entries):
        what = "one of the records" if lost == 1 else f"{lost} of the records"
        problems.append(f"This style lists nothing for {what}.")
    return Bibliography(entries, format, tuple(dict.fromkeys(problems)))


def preview(
    material: BibliographyInput, name: str, today: Date | None = None, zotero: Path | None = None
) -> Preview:
    """Return the bibliography in a format or a style; why there is none is said in its place."""
    format_ = name if name in RECORDS else "text"
    try:
        made = bibliography(material, name, format_, today=today, zotero=zotero)
    except PostilError as error:
        return Preview(trouble=f"{error.what}: {error.why}.")
    return Preview(made.text, problems=made.problems)


def _records(found: Collected, format: str) -> tuple[Entry, ...]:  # noqa: A002 - as above
    # A bibliography in a style needs no writer of records.
    from postil.cite.export.writers import write_records

    return tuple(Entry(one.id, write_records([one], format)) for one in found.items)


def _styled(found: Collected, style: Style, format: str) -> tuple[Entry, ...]:  # noqa: A002
    # Records for programs need no processor of styles.
    from postil.cite.styles.bibliography import entries

    wanted = next((one for one in STYLE_FORMATS if one == format), None)
    if wanted is None:
        use = f"use {', '.join(FORMATS)}"
        raise BadRequest(f"--format {clean_line(format)}", "there is no such format", use)
    made = entries(found.items, style, wanted, found.common)
    if not made:
        raise BadRequest(f"the style {style.title}", "it has no bibliography", "use another")
    return tuple(Entry(one, text) for one, text in made)


def _left_out(found: Collected) -> Iterator[str]:
    if found.unnamed:
        many = found.unnamed > 1
        subject = f"{found.unnamed} sources name" if many else "One source names"
        them = "they are" if many else "it is"
        yield f"{subject} no author, title or publication; {them} not listed."
    if found.bare:
        many = found.bare > 1
        subject = f"{found.bare} sources are" if many else "One source is"
        yield f"{subject} named again without a date; only the dated piece is listed."
