"""Scans the lines of a ledger for words, so that only the records that may have them are parsed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from postil.text.lazy_regex import lazily_bytes

Needs = Sequence[Sequence[str]]
"""Words in small letters, without accents; of each sequence one must be there."""

_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
_BEYOND_ASCII = lazily_bytes(rb"[\x80-\xff]")
_UNPLAIN = (b"- ", b"-\\", b"\\u")
"""What a word may be cut by, or hidden in."""


def lines_with_words(
    raw: bytes, start: int, end: int, needs: Needs, may: Callable[[str], bool]
) -> Iterator[int]:
    """Yield the offset of each line that may have the words that are needed, in any order.

    Where a line is plain, its bytes tell; ``may`` tells so of any other text.
    """
    lines = _Lines(raw[start:end].lower())
    unplain = {at for sign in _UNPLAIN for at in lines.having(sign)}
    if not lines.raw.isascii():
        unplain.update(lines.matching(_BEYOND_ASCII))
    for at in unplain:
        words = raw[start + at : start + lines.end(at)].decode("utf-8", "surrogatepass")
        if may(words) or ("\\" in words and may(_unescaped(words))):
            yield start + at
    wanted = [[word.encode("ascii") for word in need if word.isascii()] for need in needs]
    # The longest word is likely to be the rarest.
    first, *others = sorted(wanted, key=lambda need: -min(map(len, need), default=0))
    found = {at for word in first for at in lines.having(word)}
    for at in found - unplain:
        line = lines.raw[at : lines.end(at)]
        if all(any(word in line for word in need) for need in others):
            yield start + at


class _Lines:
    """Lines that are looked through all at once: one by one that takes ten times as long."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw

    def end(self, at: int) -> int:
        """Return where the line ends in which an offset lies."""
        end = self.raw.find(b"\n", at)
        return len(self.raw) if end < 0 else end

    def having(self, word: bytes) -> Iterator[int]:
        """Yield the beginning of each line that has some bytes."""
        at = self.raw.find(word)
        while at >= 0:
            yield self.raw.rfind(b"\n", 0, at) + 1
            at = self.raw.find(word, self.end(at))

    def matching(self, pattern: re.Pattern[bytes]) -> Iterator[int]:
        """Yield the beginning of each line in which a pattern matches."""
        match = pattern.search(self.raw)
        while match is not None:
            yield self.raw.rfind(b"\n", 0, match.start()) + 1
            match = pattern.search(self.raw, self.end(match.start()))


def _unescaped(words: str) -> str:
    """Return a line in which breaks stand as such, and letters that were escaped."""
    broken = words.replace("\\n", "\n").replace("\\t", "\t")
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), broken)
