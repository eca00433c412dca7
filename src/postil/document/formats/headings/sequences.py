"""Sequences: labels that count on, which tell a bare number to be a title and how it counts."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from postil.document.formats.headings.labels import Label

_STEP = 2
"""How far a label may count beyond the one before: by two, where a title between was not seen."""
_FEWEST = 2
"""Labels that make a sequence: two do, the first alone does not."""


class _Chain:
    """Labels of one scheme that count on."""

    def __init__(self, key: str, index: int, value: int) -> None:
        self.key = key
        self.members = [index]
        self.last = value

    def add(self, index: int, value: int) -> None:
        self.members.append(index)
        self.last = value


def sequences(labels: Mapping[int, Label], certain: AbstractSet[int]) -> dict[int, str]:
    """Return the scheme by which each label counts on, by index of its block.

    A sequence begins with one; where a label is ``certain`` to be one, with any number. A number
    that can be read in two ways is read as the one that goes on from the latest.
    """
    running: dict[str, _Chain] = {}
    chains: list[_Chain] = []
    for index in sorted(labels):
        label = labels[index]
        keyed = [(f"{label.scheme} {one.kind}", one.value) for one in label.numerals]
        following = [
            (running[key].members[-1], key, value)
            for key, value in keyed
            if key in running and 1 <= value - running[key].last <= _STEP
        ]
        if following:
            _, key, value = max(following)
            running[key].add(index, value)
            continue
        for key, value in keyed:
            if value == 1 or index in certain:
                running[key] = _Chain(key, index, value)
                chains.append(running[key])
    found: dict[int, str] = {}
    for chain in sorted(chains, key=lambda chain: -len(chain.members)):
        if len(chain.members) >= _FEWEST:
            for index in chain.members:
                found.setdefault(index, chain.key)
    return found
