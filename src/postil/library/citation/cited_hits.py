"""Copies and cites what a search has found: the sentences of the words, and the notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from postil.anchoring import describe
from postil.errors import CannotOpen, NothingFound
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.library.citation import cited_notes
from postil.library.citation.cited_notes import NotedPassage, NotedPassages
from postil.library.notes.hit_tagging import Hit, Unit, proposals
from postil.model.note import Note
from postil.store.home.home import Home

__all__ = ["passages"]


def passages(home: Home, hits: Sequence[Hit], unit: Unit = Unit.SENTENCE) -> NotedPassages:
    """Return the passages of hits, in their order, each once; every article is read once.

    Raises NothingFound where none of them is there any more.
    """
    texts = [hit for hit in hits if not hit.note]
    ids = [hit.note for hit in hits if hit.note]
    of_notes, problems = _of_notes(home, ids, alone=not texts)
    found: list[NotedPassage] = []
    opened: dict[str, OpenArticle] = {}
    for one in proposals(home, hits, unit):
        if one.note is not None and one.note.id in of_notes:
            found.append(of_notes[one.note.id])
        elif one.span is not None:
            try:
                where = opened.get(one.path) or opening.read(home, Path(one.path))
            except CannotOpen:
                continue
            opened[one.path] = where
            anchor = describe(where.article.text, one.span, where.article.digest)
            found.append(NotedPassage(Note("", "", anchor), where, one.span))
    if not found:
        raise NothingFound("these hits", "their words are not there any more", "search once more")
    return NotedPassages(tuple(found), problems)


def _of_notes(
    home: Home, ids: Iterable[str], *, alone: bool
) -> tuple[dict[str, NotedPassage], tuple[str, ...]]:
    """Return the passages of notes by their ids; none is no trouble unless they stand alone."""
    if not (wanted := list(dict.fromkeys(ids))):
        return {}, ()
    try:
        noted = cited_notes.passages(home, wanted)
    except NothingFound:
        if alone:
            raise
        return {}, ()
    return {one.note.id: one for one in noted.passages}, noted.problems
