"""Copies and cites the passages of notes, of one or of many, in whichever articles they lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from postil.errors import CannotOpen, NothingFound
from postil.library.articles import opening
from postil.library.base.labels import counted
from postil.library.base.open_article import OpenArticle
from postil.library.citation import bibliography
from postil.library.citation.citation_format import DEFAULT_OPTIONS, CitationOptions
from postil.library.citation.citing import RECORDS
from postil.library.citation.previewing import Preview, preview
from postil.library.citation.quoting import words_of
from postil.library.identity import article_identity
from postil.library.notes.altering import by_ids
from postil.library.notes.placing import placed
from postil.model.note import Note
from postil.model.source import Date
from postil.model.span import Span
from postil.model.values import dataclass, replace
from postil.store.home.home import Home
from postil.text.clean import clean_line
from postil.text.quotes import in_marks

__all__ = ["NotedPassages", "passages", "preview_all", "words"]


@dataclass(frozen=True, slots=True)
class NotedPassage:
    """The passage of a note, in its article as that is now."""

    note: Note
    """Without an id where there is no note on the passage yet."""
    open_article: OpenArticle | None
    """None where the article cannot be read here."""
    span: Span | None
    """None where the note has no place in it."""


@dataclass(frozen=True, slots=True)
class NotedPassages:
    """The passages of notes, in the order in which the notes were given."""

    passages: tuple[NotedPassage, ...]
    problems: tuple[str, ...]
    """Sentences on what is left out."""

    @property
    def citable(self) -> list[tuple[OpenArticle, Span]]:
        """Those that have a place in an article that can be read."""
        return [
            (one.open_article, one.span)
            for one in self.passages
            if one.open_article is not None and one.span is not None
        ]


def passages(home: Home, ids: Iterable[str]) -> NotedPassages:
    """Return the passages of notes, by their ids; every article is read once.

    Raises NothingFound where none of the notes has a passage.
    """
    notes = by_ids(home, ids)
    by_article: dict[str, list[Note]] = {}
    for note in notes:
        by_article.setdefault(note.article, []).append(note)
    in_place: dict[str, NotedPassage] = {}
    problems: list[str] = []
    for article, mine in by_article.items():
        in_place.update(_in_article(home, article, mine, problems))
    passages = tuple(in_place[note.id] for note in notes if not note.whole)
    if not passages:
        why = "they are on whole articles" if notes else "they are gone"
        raise NothingFound("the notes", f"{why}, so there is no passage to copy")
    if lost := sum(one.span is None and one.open_article is not None for one in passages):
        problems.append(f"Left out: {counted(lost, 'note')} without a place.")
    if whole := len(notes) - len(passages):
        problems.append(f"Left out: {counted(whole, 'note')} on whole articles.")
    return NotedPassages(passages, tuple(problems))


def words(noted: NotedPassages) -> str:
    """Return the words of passages as they are, with a blank line between two.

    Where a note has no place they are those that it was made on.
    """
    return "\n\n".join(
        one.note.anchor.quote
        if one.open_article is None or one.span is None
        else words_of(one.open_article.article, [one.span])
        for one in noted.passages
    )


def preview_all(
    home: Home,
    noted: NotedPassages,
    name: str,
    today: Date | None = None,
    zotero: Path | None = None,
    options: CitationOptions = DEFAULT_OPTIONS,
) -> Preview:
    """Return what a format or a style makes of the passages, one below the other.

    Raises NothingFound where none of them can be cited, and BadRequest for a wording, which is of
    one passage alone, that is no quotation of it.
    """
    citable = noted.citable
    if not citable:
        why = "none of them has a place in an article that can be read here"
        raise NothingFound("the notes", why, "y copies their words")
    if name in RECORDS and len(citable) > 1:
        # Records that stand together need ids that differ, and each of them stands there once.
        ids = {one.note.id for one in noted.passages}
        made_of = bibliography.chosen(home, ids) if all(ids) else bibliography.of_passages(citable)
        return bibliography.preview(made_of, name, today, zotero)
    made = [preview(where, span, name, today, zotero, options) for where, span in citable]
    first = made[0]
    problems = [*(one for two in made for one in two.problems), *noted.problems]
    return replace(
        first,
        quotation=_joined(one.quotation for one in made),
        citation=_joined(one.citation for one in made),
        reference=_joined(dict.fromkeys(one.reference for one in made)),
        problems=tuple(dict.fromkeys(problems)),
    )


def _joined(texts: Iterable[str]) -> str:
    return "\n\n".join(filter(None, texts))


def _in_article(
    home: Home, article: str, notes: Sequence[Note], problems: list[str]
) -> Iterator[tuple[str, NotedPassage]]:
    """Yield the notes of one article in their places, by their ids."""
    record = home.articles().get(article)
    path = None if record is None else article_identity.path_of(home, record)
    open_article: OpenArticle | None = None
    if path is None:
        title = article_identity.NAMELESS if record is None else record.title
        problems.append(f"Left out: {in_marks(clean_line(title))} has no file on this machine.")
    else:
        try:
            open_article = opening.read(home, path)
        except CannotOpen as error:
            problems.append(f"Left out: {error}.")
    if open_article is None:
        for note in notes:
            yield note.id, NotedPassage(note, None, None)
        return
    text, digest = open_article.article.text, open_article.article.digest
    records = article_identity.same_article(home, record)
    for one in placed(home, text, digest, notes, records):
        yield one.note.id, NotedPassage(one.note, open_article, one.span)
