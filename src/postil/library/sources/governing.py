"""Sources of notes: whose words each is on, in the open text or in the one it was made on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from postil.library.base.open_article import OpenArticle
from postil.library.identity.snapshots import kept_article
from postil.library.metadata import name_corrections
from postil.model.note import PlacedNote
from postil.model.source import Correction, Source
from postil.model.span import Span
from postil.store.home.home import Home

if TYPE_CHECKING:
    from postil.attribution.governing.sources import Sources


class Governing:
    """Finds the sources of one article's notes; a text is read when the first note asks for it."""

    def __init__(
        self, home: Home, corrections: Sequence[Correction], open_article: OpenArticle | None
    ) -> None:
        self._home = home
        self._corrections = corrections
        self._names = name_corrections.names(name_corrections.every_correction(home))
        self._open = open_article
        self._digest = "" if open_article is None else open_article.article.digest
        self._sources: dict[str, Sources | None] = {}

    def source(self, one: PlacedNote) -> Source | None:
        """Return the source of a note's words, by its placement if an article is open.

        A note on the whole of an article has none.
        """
        if one.note.whole:
            return None
        anchor = one.note.anchor
        digest, span = anchor.digest, Span(anchor.start, anchor.end)
        if self._digest and one.span is not None:
            digest, span = self._digest, one.span
        if digest not in self._sources:
            self._sources[digest] = self._read(digest)
        found = self._sources[digest]
        return None if found is None else found.at(span).source

    def _read(self, digest: str) -> Sources | None:
        """Return the sources in a text; a kept one has to read as the article that it was."""
        if self._open is not None and digest == self._digest:
            return self._open.sources
        if (article := kept_article(self._home, digest)) is None:
            return None
        # An article without notes does without the grammar.
        from postil.attribution.governing.sources import Sources

        return Sources(article, self._corrections, self._names)
