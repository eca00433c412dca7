"""Places of a document: what its own addresses lead to, and where its printed pages begin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from postil.document.article.builder import Place
from postil.model.article import Block


class Places:
    """Places while blocks are written: each stands before the words that come next."""

    def __init__(self) -> None:
        self._named: dict[int, list[tuple[str, Place]]] = {}
        self._pages: dict[int, list[tuple[str, Place]]] = {}

    def name(self, blocks: list[Block], name: str, offset: int) -> None:
        """Name the place in the block that these blocks get next."""
        self._named.setdefault(id(blocks), []).append((name, Place(len(blocks), offset)))

    def page(self, blocks: list[Block], label: str, offset: int) -> None:
        """Begin a printed page."""
        self._pages.setdefault(id(blocks), []).append((label, Place(len(blocks), offset)))

    def moved(self, old: list[Block], new: list[Block]) -> None:
        """Take note that blocks are about to be appended to others."""
        by = len(new)
        self._put(old, new, lambda place: Place(place.block + by, place.offset))

    def folded(self, old: list[Block], new: list[Block]) -> None:
        """Take note that blocks are about to become one, the next of others."""
        at = len(new)
        self._put(old, new, lambda _: Place(at, 0))

    def anchors(self, blocks: list[Block]) -> Mapping[str, Place]:
        """Return where each name stands among the finished blocks; the first of two counts."""
        return dict(reversed(self._named.get(id(blocks), ())))

    def pages(self, blocks: list[Block]) -> Sequence[tuple[str, Place]]:
        """Return where each printed page begins among the finished blocks, in order."""
        return tuple(self._pages.get(id(blocks), ()))

    def _put(self, old: list[Block], new: list[Block], put: Callable[[Place], Place]) -> None:
        for places in self._named, self._pages:
            if gone := places.pop(id(old), None):
                kept = places.setdefault(id(new), [])
                kept += [(name, put(place)) for name, place in gone]
