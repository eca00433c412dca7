"""A passage found by its own words and those around it, without the text that it was made on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from postil.anchoring.blocks import Block, Blocks
from postil.anchoring.gaps import matching
from postil.anchoring.pairing import paired
from postil.anchoring.passages import Found, followed
from postil.anchoring.skeleton import Skeleton
from postil.model.note import Anchor

_GRAM, _GRAM_DENSE = 6, 3
"""Letters at the beginning of a word by which places are proposed."""
_OFTEN = 64
"""Places of a gram from which it tells nothing."""
_END = 300
"""Letters at either end by which a long passage is looked for."""
_EXACT = 0.1
"""What it is worth that a quote stands there letter by letter."""
_LONG = 3000
"""Letters from which a passage is compared as a text, and not letter by letter."""
_WHOLE = 24
"""Letters of a passage with its surroundings that cannot stand anywhere by chance."""

Free = Callable[[int, int], bool]
"""Tells of a run of letters whether nothing else is known to have gone there."""


class Selectors:
    """The letters of a text, in which quotes are looked for."""

    def __init__(self, new: Skeleton) -> None:
        self._new = new
        self._size = _GRAM_DENSE if new.dense else _GRAM
        self._made: dict[str, list[int]] | None = None

    def find(self, anchor: Anchor, free: Free | None = None) -> Found | None:
        """Return where a quote stands now, or what became of it; None where that is not clear."""
        around = anchor.prefix + anchor.quote + anchor.suffix
        old = Skeleton(around)
        start, end = old.index(len(anchor.prefix)), old.index(len(around) - len(anchor.suffix))
        if start >= end:
            return None
        exact = self._exact(old.letters, start, end, anchor.start, free)
        if exact is not None:
            return exact
        best: tuple[float, Found] | None = None
        quote = old.letters[start:end]
        for found in (*self._standing(quote), *self._proposed(old, start, end)):
            if free is not None and not free(found.start, found.end):
                continue
            evidence = self._evidence(old.letters, start, end, found)
            if self._new.letters[found.start : found.end] == quote:
                evidence = min(1.0, evidence + _EXACT)
            if best is None or evidence > best[0]:
                best = evidence, found
        if best is None or best[0] < 0.5:
            return None
        return best[1]._replace(score=best[0])

    def _exact(
        self, whole: str, start: int, end: int, offset: int, free: Free | None
    ) -> Found | None:
        """Return where all the words stand as they were; of several places, the nearest."""
        letters = self._new.letters
        if len(whole) < _WHOLE:
            return None
        near = self._new.index(max(0, min(offset, len(self._new.text)))) - start
        best: int | None = None
        at = letters.find(whole)
        for _ in range(_OFTEN):
            if at < 0:
                break
            fits = free is None or free(at + start, at + end)
            if fits and (best is None or abs(at - near) < abs(best - near)):
                best = at
            at = letters.find(whole, at + 1)
        return None if best is None else Found(best + start, best + end, 1.0)

    def _standing(self, quote: str) -> Iterator[Found]:
        """Yield the places at which a quote stands letter by letter, if they are not too many."""
        if len(quote) < 2 * self._size:
            return
        letters = self._new.letters
        at = letters.find(quote)
        for _ in range(_OFTEN):
            if at < 0:
                return
            yield Found(at, at + len(quote), 1.0)
            at = letters.find(quote, at + 1)

    def _evidence(self, whole: str, start: int, end: int, found: Found) -> float:
        """Return how much of a quote and of its surroundings stands at a place, 0 to 1."""
        from rapidfuzz.distance import Levenshtein

        letters = self._new.letters
        likeness = Levenshtein.normalized_similarity
        quote, before, after = whole[start:end], whole[:start], whole[end:]
        own = likeness(quote, letters[found.start : found.end])
        lead = likeness(before, letters[max(0, found.start - len(before)) : found.start])
        tail = likeness(after, letters[found.end : found.end + len(after)])
        sizes = 2 * min(len(quote), 64), len(before), len(after)
        return (own * sizes[0] + lead * sizes[1] + tail * sizes[2]) / sum(sizes)

    def _proposed(self, old: Skeleton, start: int, end: int) -> Iterator[Found]:
        """Yield the places at which most of the words begin like those looked for."""
        size = len(old.letters)
        slack = size // 6 + 16
        for at, until in self._windows(old, size, slack):
            window = self._new.letters[at:until]
            if size <= _LONG:
                made = [Block(one, at + two, n) for one, two, n in matching(old.letters, window)]
                blocks = Blocks(made)
            else:
                first, last = self._new.place(at), self._new.place(until - 1) + 1
                pairs = paired(old, Skeleton(self._new.text[first:last])).all
                blocks = Blocks(pair._replace(new=pair.new + at) for pair in pairs)
            found = followed(blocks, old, self._new, start, end)
            if found is not None:
                yield found

    def _windows(self, old: Skeleton, size: int, slack: int) -> list[tuple[int, int]]:
        last = len(self._new.letters)
        if size <= 2 * _END:
            ways = self._voted(old, 0, size)
            return [(max(0, way - slack), min(last, way + size + slack)) for way in ways]
        heads, tails = self._voted(old, 0, _END), self._voted(old, size - _END, size)
        windows = [
            (max(0, head - 40), min(last, tail + size + 40))
            for head in heads[:2]
            for tail in tails[:2]
            if 0.4 * size < tail + size - head < 2.2 * size
        ]
        windows += [
            (max(0, way - slack), min(last, way + size + slack)) for way in (heads + tails)[:2]
        ]
        return windows

    def _voted(self, old: Skeleton, start: int, end: int) -> list[int]:
        """Return where the text would begin, by the votes of its words; at most four places."""
        votes: defaultdict[int, float] = defaultdict(float)
        for at in old.words_between(start, end):
            gram = old.letters[at : at + self._size]
            places = self._index.get(gram, ())
            if len(places) >= _OFTEN:
                continue
            for place in places:
                votes[(place - at) >> 5] += len(places) ** -0.5
        ranked = sorted(
            ((weight + votes.get(way + 1, 0.0), way) for way, weight in list(votes.items())),
            reverse=True,
        )
        return [way << 5 for _, way in ranked[:4]]

    @property
    def _index(self) -> dict[str, list[int]]:
        if self._made is None:
            made: defaultdict[str, list[int]] = defaultdict(list)
            letters, size = self._new.letters, self._size
            for at in self._new.words:
                places = made[letters[at : at + size]]
                if len(places) < _OFTEN:
                    places.append(at)
            self._made = dict(made)
        return self._made
