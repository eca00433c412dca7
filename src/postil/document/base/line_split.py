"""Lines of a long text, split in steps of which none holds up a screen."""

from __future__ import annotations

from collections.abc import Iterator

_STEP = 1 << 19
"""Code points that are split at once, in about a millisecond."""


def numbered(text: str, first: int = 1) -> Iterator[tuple[int, str]]:
    """Yield each line of a text with its number; the text begins with line ``first``."""
    start, size, number = 0, len(text), first
    while start < size:
        end = text.find("\n", start + _STEP) + 1 or size
        for line in text[start:end].removesuffix("\n").split("\n"):
            yield number, line
            number += 1
        start = end
