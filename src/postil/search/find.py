"""Finds words or a pattern in one article, quickly enough to be done at every key."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator

from postil.model.article import JOINT, Article
from postil.model.values import NamedTuple
from postil.search.matches import FoldedMatches, Matches, SpanMatches, Stretch
from postil.text.fold import Folded, fold, fold_key
from postil.text.patterns import SearchLimit, compile_pattern, search_all

BITE = 1 << 16
"""Code points folded in one go: a few milliseconds, which no screen notices."""

LIMIT = 10.0
"""Seconds of processor time that a pattern may take for each million code points."""
_MILLION = 1_000_000


class Query(NamedTuple):
    """What a reader has typed to be found: words, or a regular expression."""

    typed: str
    regex: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing to find."""
        return not self.typed if self.regex else not self.typed.strip()


class Finder:
    """What is needed to find in an article again and again."""

    def __init__(self, article: Article, bite: int = BITE) -> None:
        self.article = article
        self._bite = bite
        self._stretches: tuple[Stretch, ...] | None = None

    def prepare(self, pause: Callable[[], None] | None = None) -> None:
        """Fold the article, if it is not yet, calling ``pause`` every few milliseconds.

        It may run in a thread; what it has done is there for ``find`` when it returns.
        """
        if self._stretches is not None:
            return
        stretches = []
        for stretch in _folded(self.article, self._bite):
            stretches.append(stretch)
            if pause is not None:
                pause()
        self._stretches = tuple(stretches)

    def find(
        self, query: Query, seconds: float = LIMIT, step: Callable[[float], None] | None = None
    ) -> Matches:
        """Return all matches; each lies in one block.

        ``seconds`` of processor time limit a pattern, for each million characters that the article
        has. ``step`` is called every few milliseconds meanwhile with the share that is done, 0 to
        1; what it raises ends the search. Raises ``BadPattern``.
        """
        if query.blank:
            return SpanMatches(array("q"), array("q"))
        if query.regex:
            return self._find_pattern(query, seconds, step)
        self.prepare()
        needle = fold_key(query.typed)
        if not needle.strip() or self._stretches is None:
            return SpanMatches(array("q"), array("q"))
        return FoldedMatches(self._stretches, needle)

    def _find_pattern(
        self, query: Query, seconds: float, step: Callable[[float], None] | None
    ) -> Matches:
        pattern = compile_pattern(query.typed)
        starts = array("q")
        ends = array("q")
        length = max(1, self.article.length)
        base = 0

        def tell() -> None:
            if step is not None:
                step(base / length)

        limit = SearchLimit(seconds * max(1.0, length / _MILLION), tell)
        for block, base in zip(self.article.blocks, self.article.starts, strict=False):
            for start, end in search_all(pattern, block.text, limit):
                starts.append(base + start)
                ends.append(base + end)
        return SpanMatches(starts, ends)


def _folded(article: Article, bite: int) -> Iterator[Stretch]:
    """Fold an article in stretches of whole blocks of ``bite`` code points or a little more.

    Joints stay in the key as they are: a folded needle holds no line end, so none is found across.
    """
    keys: list[str] = []
    bends: list[int] = []
    places: list[int] = []
    begun = at = shift = 0
    for block, base in zip(article.blocks, article.starts, strict=False):
        if not keys:
            begun, at, shift = base, 0, 0
        folded = fold(block.text)
        if not bends or base - at != shift:
            bends.append(at)
            places.append(base)
        for bend, place in zip(folded.bends, folded.places, strict=True):
            if bends[-1] == at + bend:
                places[-1] = base + place
            else:
                bends.append(at + bend)
                places.append(base + place)
        keys.append(folded.key)
        at += len(folded.key) + len(JOINT)
        shift = places[-1] - bends[-1]
        if at >= bite:
            yield Stretch(begun, Folded(JOINT.join(keys), bends, places))
            keys, bends, places = [], [], []
    if keys:
        yield Stretch(begun, Folded(JOINT.join(keys), bends, places))
