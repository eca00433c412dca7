"""Joins of lines: a paragraph made whole of the lines on which it stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from postil.document.formats.layout.hyphens import SIGNS, Hyphens
from postil.text.line_joints import joint


class LineJoins:
    """Joins lines as a text wants it."""

    def __init__(self, hyphens: Hyphens | None = None, *, within_words: bool = False) -> None:
        """Take what tells of hyphens at line ends, without which they stay.

        Korean lines may be broken ``within_words``: then a blank at an end parts them, and it
        alone.
        """
        self._hyphens = hyphens
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
        if self._hyphens:
            for at, line in enumerate(stripped[:-1]):
                if line[-1] in SIGNS and (found := self._hyphens.joint(line, stripped[at + 1])):
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


AS_TYPED = LineJoins()
"""Joins lines whose hyphens stay."""
