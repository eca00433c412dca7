"""Reads the index: the numbers of the articles in which a query may hold, the best fit first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tantivy import DocAddress, Index
from tantivy import Query as Asked

from postil.search.index import seal
from postil.search.index.schema import NUMBER
from postil.search.index.translate import translate
from postil.search.query.tree import Query

_MOST = 1 << 30


class IndexReader:
    """An index as it was when it was opened."""

    def __init__(self, index: Index, upto: int) -> None:
        self._index = index
        self._searcher = index.searcher()
        self.upto = upto
        """The number up to which all articles are in it, or gone."""

    def candidates(self, query: Query, first: int) -> Iterator[int] | None:
        """Yield the articles in which a query may hold, the best fit first.

        None where anything may be an answer. The ``first`` so many are looked for at once.
        """
        asked = translate(query, self._index.schema)
        if asked is None:
            return None
        try:
            hits = self._hits(asked, first, 0)
        except ValueError:  # a part is damaged, or was lost
            return None
        return self._numbers(asked, hits, first)

    def _numbers(self, asked: Asked, hits: list[DocAddress], step: int) -> Iterator[int]:
        at = 0
        while True:
            found = self._searcher.fast_field_values(NUMBER, hits)
            yield from (number for number in found if isinstance(number, int))
            if len(hits) < step:
                return
            at, step = at + step, min(4 * step, _MOST)
            hits = self._hits(asked, step, at)

    def _hits(self, asked: Asked, count: int, offset: int) -> list[DocAddress]:
        hits = self._searcher.search(asked, count, count=False, offset=offset).hits
        return [address for _, address in hits]


def open_index(folder: Path, catalogue: str, *, writing: bool = False) -> IndexReader | None:
    """Return the index of a catalogue; None where there is none that can be trusted.

    While somebody is ``writing``, it may hold more than its seal says.
    """
    sealed = seal.read(folder, catalogue)
    if sealed is None or not seal.whole(folder, sealed, writing=writing):
        return None
    try:
        index = Index.open(str(folder))
        # Nothing goes on in the background, where files may be replaced under its hands.
        index.config_reader("manual")
        return IndexReader(index, sealed.upto)
    except (ValueError, OSError):
        return None
