"""Selectors: a passage found by its words and those around it, without its old text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator

from postil.anchoring.blocks import Block, Blocks
from postil.anchoring.letter_diff import backward, forward, matching, similarity
from postil.anchoring.pairing import pair
from postil.anchoring.skeleton import Skeleton
from postil.anchoring.transfer import Match, transfer
from postil.model.note import Anchor

_GRAM, _GRAM_DENSE = 6, 3
"""Letters at the beginning of a word by which places are proposed."""
_OFTEN = 64
"""Places of a gram from which it tells nothing."""
_WHOLE = 24
"""Letters of a passage with its surroundings that stand nowhere by chance."""
_END = 300
"""Letters at either end by which a long passage is looked for."""
_LONG = 3000
"""Letters from which a passage is compared as a text, and not letter by letter."""
_FLOOR = 0.42
"""Evidence below which a passage is given up at its old offset."""
_CAUTION = 0.8
"""Evidence wanted beyond that, for each length of the text by which a place lies off.

Half a text away 0.82 is wanted, and no more farther off: a passage with three words of twelve
replaced has just more evidence than that, with four replaced just less.
"""
_FAR = 0.2
"""Evidence that a place has to make up for if it lies far off, against one that does not."""
_ANYWHERE = 0.3
"""Share of a text from which one place lies no farther off than another."""
_AT_ONCE = 0.12
"""Share of a text within which all the words are believed without looking further."""
_SMALL = 20_000
"""Letters of a text in which nothing is far off; shorter ones count as such."""

Free = Callable[[int, int], bool]
"""Tells of a run of letters whether nothing else is known to have gone there."""


class Selectors:
    """Looks for quotes in the letters of one text, and weighs the places."""

    def __init__(self, new: Skeleton) -> None:
        self._new = new
        self._size = _GRAM_DENSE if new.dense else _GRAM
        self._made: dict[str, list[int]] | None = None

    def find(self, anchor: Anchor, free: Free | None = None) -> Match | None:
        """Return where a quote stands now, or what became of it; None where that is not clear.

        Of two places that are much alike, the one nearer to the old offset is believed.
        """
        around = anchor.prefix + anchor.quote + anchor.suffix
        old = Skeleton(around)
        start, end = old.index(len(anchor.prefix)), old.index(len(around) - len(anchor.suffix))
        if start >= end:
            return None
        letters = self._new.letters
        near = self._new.index(max(0, min(anchor.start, len(self._new.text))))
        best: Match | None = None
        most = 0.0
        for found, whole in self._candidates(old, start, end, near):
            if free is not None and not free(found.start, found.end):
                continue
            off = abs(found.start - near) / max(len(letters), _SMALL)
            if whole and off < _AT_ONCE:
                return found
            evidence = found.score
            if not whole:
                evidence = self._evidence(old.letters, start, end, found)
                if evidence < _FLOOR + _CAUTION * min(off, 0.5):
                    continue
            believed = 1.0 + evidence - _FAR * min(1.0, off / _ANYWHERE)
            if believed > most:
                best, most = found._replace(score=evidence), believed
        return best

    def _candidates(
        self, old: Skeleton, start: int, end: int, near: int
    ) -> Iterator[tuple[Match, bool]]:
        """Yield places, and whether everything stands there as it was; such come first."""
        whole = old.letters
        if len(whole) >= _WHOLE:
            for at in self._places(whole, max(0, near - start)):
                yield Match(at + start, at + end, 1.0), True
        quote = whole[start:end]
        if len(quote) >= 2 * self._size:
            for at in self._places(quote, near):
                yield Match(at, at + len(quote), 1.0), False
        for found in self._proposed(old, start, end):
            yield found, False

    def _places(self, words: str, near: int) -> list[int]:
        """Return where some words stand letter by letter; of many places, those around one."""
        letters = self._new.letters
        places: list[int] = []
        at = letters.find(words, near)
        while at >= 0 and len(places) < _OFTEN:
            places.append(at)
            at = letters.find(words, at + 1)
        before: list[int] = []
        at = letters.rfind(words, 0, near + len(words) - 1)
        while at >= 0 and len(before) < _OFTEN:
            before.append(at)
            at = letters.rfind(words, 0, at + len(words) - 1)
        return sorted(places + before, key=lambda at: abs(at - near))

    def _evidence(self, whole: str, start: int, end: int, found: Match) -> float:
        """Return how much of a quote and of its surroundings stands at a place, 0 to 1."""
        letters = self._new.letters
        quote, before, after = whole[start:end], whole[:start], whole[end:]
        own = found.score
        if len(quote) <= _LONG:
            own = similarity(quote, letters[found.start : found.end])
        lead = similarity(before, letters[max(0, found.start - len(before)) : found.start])
        tail = similarity(after, letters[found.end : found.end + len(after)])
        if before:
            same = backward(whole, start, letters, found.start, min(start, found.start))
            lead = (lead + same / len(before)) / 2
        if after:
            most = min(len(after), len(letters) - found.end)
            tail = (tail + forward(whole, end, letters, found.end, most) / len(after)) / 2
        sizes = 2 * min(len(quote), 64), len(before), len(after)
        return 0.99 * (own * sizes[0] + lead * sizes[1] + tail * sizes[2]) / sum(sizes)

    def _proposed(self, old: Skeleton, start: int, end: int) -> Iterator[Match]:
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
                pairs = pair(old, Skeleton(self._new.text[first:last])).all
                blocks = Blocks(pair._replace(new=pair.new + at) for pair in pairs)
            found = transfer(blocks, old, self._new, start, end)
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
        return windows if size <= _LONG else windows[:2]

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
