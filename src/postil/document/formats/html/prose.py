"""Prose of a page: how much running text each element holds, and where it begins and ends."""

from __future__ import annotations

from itertools import accumulate

from postil.document.formats.html.source.tree import WORDS, Tree
from postil.document.formats.markup.tags import HEADINGS

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "  # noqa: SIM905
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing "
    "main menu "
    "nav ol p pre section summary table tbody td tfoot th thead tr ul xmp search template".split()
)
"""Elements that stand on lines of their own."""
CODE = ("pre", "listing", "xmp")
_LONG = 60
"""Letters of a block that are prose, and not a label."""
_TELLING = 20
"""Letters of some words that can begin or end the prose."""
_LINKED = 0.5
"""Share of its letters beyond which a block in links leads elsewhere."""


class Prose:
    """What of the words of a page is prose, by index of its tree."""

    def __init__(self, tree: Tree) -> None:
        """Weigh the words of each block."""
        self.tree = tree
        tags, parents = tree.tags, tree.parents
        letters, linked = tree.letters, tree.linked
        count = len(tags)
        self.holders = holders = [0] * count
        """The block in which each element or word stands; for a block itself."""
        own = [0] * count
        led = [0] * count
        for at, tag in enumerate(tags):
            if tag == WORDS:
                holders[at] = holder = holders[parents[at]]
                more = letters[at + 1] - letters[at]
                if more:
                    own[holder] += more
                    led[holder] += linked[at + 1] - linked[at]
            elif tag in BLOCKS:
                holders[at] = at
            elif at:
                holders[at] = holders[parents[at]]
        self.own = own
        """Letters that stand in a block and in none within it."""
        weights = [0] * count
        body = tree.first("body")
        for at, size in enumerate(own):
            if size and at >= body:
                free = size - led[at]
                if tags[at] in CODE:
                    weights[at] = size
                elif free >= _LONG and led[at] <= _LINKED * size and tags[at] not in HEADINGS:
                    weights[at] = free
        self._weights = weights
        self._before: list[int] = []
        self._sum()

    def of(self, at: int) -> int:
        """Return the letters of prose that an element holds."""
        return self._before[self.tree.ends[at]] - self._before[at]

    @property
    def total(self) -> int:
        """Letters of prose in the page."""
        return self._before[-1]

    def first(self) -> int:
        """Return the words with which the prose begins; behind all where there is none."""
        count = len(self._weights)
        holders, weights = self.holders, self._weights
        among = (at for at in range(count) if weights[holders[at]])
        return next((at for at in among if self._is_prose(at)), count)

    def last(self) -> int:
        """Return the words with which the prose ends; -1 where there is none."""
        holders, weights = self.holders, self._weights
        among = (at for at in range(len(weights) - 1, -1, -1) if weights[holders[at]])
        return next((at for at in among if self._is_prose(at)), -1)

    def _is_prose(self, at: int) -> bool:
        tree = self.tree
        if tree.tags[at] != WORDS or not self._weights[self.holders[at]]:
            return False
        return tree.letters[at + 1] - tree.letters[at] >= _TELLING and (
            tree.linked[at + 1] == tree.linked[at]
        )

    def without(self, gone: list[tuple[int, int]]) -> None:
        """Leave out what lies between these indexes."""
        for start, end in gone:
            self._weights[start:end] = [0] * (end - start)
        self._sum()

    def _sum(self) -> None:
        self._before = [0, *accumulate(self._weights)]
