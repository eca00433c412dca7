"""Scans the lines of a ledger for words, so that only the records that may have them are parsed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

Needs = Sequence[Sequence[str]]
"""Words in small letters, without accents; of each sequence one must be there."""

_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
_UNPLAIN = (b"- ", b"-\\", b"\\u")
"""What a word may be cut by, or hidden in."""


def lines_with_words(
    raw: bytes, start: int, end: int, needs: Needs, may: Callable[[str], bool]
) -> Iterator[int]:
    """Yield the offset of each line that may have the words that are needed.

    Where a line is plain, its bytes tell; ``may`` tells so of any other text.
    """
    wanted = [[word.encode("ascii") for word in need if word.isascii()] for need in needs]
    at = start
    for line in raw[start:end].lower().split(b"\n"):
        if line.isascii() and not any(sign in line for sign in _UNPLAIN):
            found = all(any(word in line for word in need) for need in wanted)
        else:
            words = raw[at : at + len(line)].decode("utf-8", "surrogatepass")
            found = may(words) or ("\\" in words and may(_unescaped(words)))
        if found:
            yield at
        at += len(line) + 1


def _unescaped(words: str) -> str:
    """Return a line in which breaks stand as such, and letters that were escaped."""
    broken = words.replace("\\n", "\n").replace("\\t", "\t")
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), broken)
