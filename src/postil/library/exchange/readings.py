"""Readings of an export: each article opened once, and each passage weighed once."""

from __future__ import annotations

from pathlib import Path

from postil.errors import CannotOpen
from postil.library.articles import opening
from postil.library.base.open_article import OpenArticle
from postil.model.source import Governed
from postil.model.span import Span
from postil.store.home.home import Home

KEPT = 256
"""Articles that stay open: of more, which would fill the memory, some are opened again."""


class Readings:
    """Articles as they are opened for an export, with the sources of the passages asked for.

    Finding the sources of a few passages one by one takes longer than reading all of an article,
    which its citations ask for anyway: so that is done first.
    """

    def __init__(self, home: Home) -> None:
        self._home = home
        self._opened: dict[str, OpenArticle | None] = {}
        self._governed: dict[tuple[str, Span], Governed] = {}

    def opened(self, path: str | None) -> OpenArticle | None:
        """Return the article at a path; None where there is none that can be read."""
        if path is None:
            return None
        if path not in self._opened:
            try:
                self._opened[path] = opening.read(self._home, Path(path))
            except CannotOpen:
                self._opened[path] = None
            if len(self._opened) > KEPT:
                del self._opened[next(iter(self._opened))]
        return self._opened[path]

    def governed(self, opened: OpenArticle, span: Span) -> Governed:
        """Return what governs a passage of an article, as ``Sources.at`` does."""
        key = str(opened.path), span
        if key not in self._governed:
            opened.sources.read()
            self._governed[key] = opened.sources.at(span)
        return self._governed[key]
