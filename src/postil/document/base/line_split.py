"""Lines of a long text, split in steps of which none holds up a screen."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

_STEP = 1 << 19
"""Code points that are split at once, in about a millisecond."""


def numbered(text: str, first: int = 1) -> Iterator[tuple[int, str]]:
    """Return each line of a text with its number; the text begins with line ``first``."""
    return enumerate(chain.from_iterable(_steps(text)), first)


def numbered_stripped(text: str) -> Iterator[tuple[int, str]]:
    """Return each line of a text with its number, from 1, without the blanks at its end."""
    return enumerate(map(str.rstrip, chain.from_iterable(_steps(text))), 1)


def _steps(text: str) -> Iterator[list[str]]:
    start, size = 0, len(text)
    while start < size:
        end = text.find("\n", start + _STEP) + 1 or size
        yield text[start:end].removesuffix("\n").split("\n")
        start = end
