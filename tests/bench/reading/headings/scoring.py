"""Scores of headings: those found in their order, those missed and made up, and right levels."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from postil.model.values import dataclass
from postil.text.lazy_regex import lazily
from tests.bench.reading.headings.labels import Label

_BLANKS = lazily(r"\s+")

Heading = tuple[int, str]


@dataclass(frozen=True, slots=True)
class Score:
    """How the headings of a text, or of several, were found."""

    found: int
    missed: tuple[Heading, ...]
    invented: tuple[Heading, ...]
    misplaced: tuple[tuple[Heading, int], ...]
    """Those found with another level, which is the second."""

    @property
    def precision(self) -> float:
        """The share of what was found that is a heading."""
        return self.found / max(1, self.found + len(self.invented))

    @property
    def recall(self) -> float:
        """The share of the headings that was found."""
        return self.found / max(1, self.found + len(self.missed))

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    @property
    def levels(self) -> float:
        """The share of those found that has the right level."""
        return 1 - len(self.misplaced) / max(1, self.found)


def score(label: Label, given: Sequence[Heading]) -> Score:
    """Compare headings with the labelled ones, in their order; levels count from the highest."""
    either = set(map(_key, label.either))
    wanted = [one for one in label.headings if _key(one[1]) not in either]
    names = [_key(words) for _, words in wanted]
    kept = [one for one in given if _key(one[1]) not in either]
    matcher = SequenceMatcher(None, names, [_key(words) for _, words in kept], autojunk=False)
    pairs = [
        (match.a + step, match.b + step)
        for match in matcher.get_matching_blocks()
        for step in range(match.size)
    ]
    highest = min((wanted[at][0] for at, _ in pairs), default=1)
    given_highest = min((kept[at][0] for _, at in pairs), default=1)
    return Score(
        len(pairs),
        tuple(one for at, one in enumerate(wanted) if at not in {first for first, _ in pairs}),
        tuple(one for at, one in enumerate(kept) if at not in {second for _, second in pairs}),
        tuple(
            (wanted[at], kept[other][0])
            for at, other in pairs
            if wanted[at][0] - highest != kept[other][0] - given_highest
        ),
    )


def together(scores: Sequence[Score]) -> Score:
    """Return the score of several texts as if they were one."""
    return Score(
        sum(one.found for one in scores),
        tuple(heading for one in scores for heading in one.missed),
        tuple(heading for one in scores for heading in one.invented),
        tuple(pair for one in scores for pair in one.misplaced),
    )


def _key(words: str) -> str:
    return _BLANKS.sub("", words).casefold().strip("*_")
