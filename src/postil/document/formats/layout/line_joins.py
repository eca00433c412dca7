"""Joins of lines: a paragraph made whole of the lines on which it stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from postil.text.line_joints import joint

if TYPE_CHECKING:
    from postil.document.formats.layout.hyphens import Hyphens

_HYPHENS = "-‐"
"""At a line's end: the second is the one that typesetters and soft hyphens leave."""


class LineJoins:
    """Joins lines as a text wants it."""

    def __init__(self, words: str = "", *, within_words: bool = False) -> None:
        """Take a text by whose words it is told what hyphens at line ends are; without, they stay.

        Korean lines may be broken ``within_words``: then a blank at an end parts them, and it
        alone.
        """
        self._words = words
        self._within_words = within_words

    def joined(self, lines: Sequence[str]) -> tuple[str, tuple[int, ...]]:
        """Join lines as their script wants; also return where all but the first begin."""
        if len(lines) == 1:
            return lines[0].strip(), ()
        joints = [
            joint(before, after, within_words=self._within_words)
            for before, after in pairwise(lines)
        ]
        stripped = [line.strip() for line in lines]
        if self._words:
            for at, line in enumerate(stripped[:-1]):
                if line[-1] in _HYPHENS and (found := self._hyphens.joint(line, stripped[at + 1])):
                    gone, joints[at] = found
                    stripped[at] = line[: len(line) - gone]
        breaks = []
        at = 0
        for line, between in zip(stripped, joints, strict=False):
            at += len(line) + len(between)
            breaks.append(at)
        if joints.count(" ") == len(joints):
            return " ".join(stripped), tuple(breaks)
        parts = [part for pair in zip(stripped, joints, strict=False) for part in pair]
        return "".join([*parts, stripped[-1]]), tuple(breaks)

    @cached_property
    def _hyphens(self) -> Hyphens:
        from postil.document.formats.layout.hyphens import Hyphens  # few lines end with any

        return Hyphens(self._words)


AS_TYPED = LineJoins()
"""Joins lines whose hyphens stay."""
