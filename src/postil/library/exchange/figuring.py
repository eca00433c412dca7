"""Figures of the library, or of the notes that are wanted: counted, in some form."""

from __future__ import annotations

import os
from collections.abc import Iterator

from postil.errors import NothingFound
from postil.export.base.dossier import Dossier
from postil.export.figures.counting import figures_of
from postil.export.figures.figures import Figures, Reading
from postil.export.figures.lines import FigureLines
from postil.export.figures.picture import picture
from postil.export.figures.records import records
from postil.export.writers import Writer
from postil.library.exchange.gathering import Wanted, gather
from postil.library.shelf.shelving import known_rows
from postil.store.home.home import Home
from postil.text.progress import Progress

__all__ = ["FORMATS", "FigureLines", "Figures", "figures", "picture", "records"]

FORMATS = ("text", "svg", "json")
"""What figures can be written as."""

_COUNTED = Writer("figures", "figures", "", "numbers")


def figures(home: Home, wanted: Wanted, progress: Progress | None = None) -> Figures:
    """Return the figures of what is wanted.

    Of the whole library, or of paths, they tell how far each article is read; of notes that are
    chosen by what they are like, of the articles that these are on. Raises NothingFound where
    nothing is known, or no note is like this, and what :func:`gathering.gather` raises.
    """
    chosen = bool(wanted.query) or any((wanted.filters or {}).values()) or wanted.among is not None
    try:
        dossier = gather(home, wanted, _COUNTED, progress)
    except NothingFound:
        if chosen:
            raise
        dossier = Dossier(())
    readings = tuple(_readings(home, wanted, dossier, chosen=chosen))
    if not readings and not dossier.articles:
        raise NothingFound("stats", "nothing is known yet", "open an article, postil PATH")
    return figures_of(dossier, readings)


def _readings(home: Home, wanted: Wanted, dossier: Dossier, *, chosen: bool) -> Iterator[Reading]:
    paths = [os.path.realpath(one) for one in wanted.paths]
    noted = {one.path for one in dossier.articles if one.path}
    many = {one.path: len(one.notes) for one in dossier.articles}
    rows = sorted(known_rows(home), key=lambda row: (row.title.casefold(), row.key))
    for row in rows:
        path = "" if row.path is None else str(row.path)
        if chosen and path not in noted:
            continue
        if paths and not any(_within(path, one) for one in paths):
            continue
        yield Reading(
            title=row.title,
            state=str(row.state),
            progress=row.progress,
            notes=many.get(path, 0) if chosen else row.notes,
            words=row.words,
            read=row.read or "",
        )


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(f"{folder.rstrip(os.sep)}{os.sep}")
