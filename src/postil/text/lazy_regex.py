"""Lazy patterns: compiled when they are first used, since a run uses few of the 220 there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, cast


class LazyPattern:
    """Stands for a pattern; its methods are those of the compiled one, from the first call on."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, found)
        return found


class NeedyPattern:
    """Stands for a pattern that matches nowhere in a text without certain letters."""

    def __init__(self, pattern: str, flags: int, needs: str) -> None:
        self.pattern = pattern
        self.flags = flags
        self.needs = tuple(needs.split("|"))
        self._lazy = LazyPattern(pattern, flags)

    def may_match(self, text: str) -> bool:
        """Tell whether a text has one of the words that every match needs."""
        small = text.lower()
        # A loop, as this is asked of every line: a generator takes three times as long.
        for need in self.needs:  # noqa: SIM110
            if need in small:
                return True
        return False

    def search(self, text: str, *where: int) -> re.Match[str] | None:
        """As that of ``re.Pattern``."""
        return self._lazy.search(text, *where) if self.may_match(text) else None

    def match(self, text: str, *where: int) -> re.Match[str] | None:
        """As that of ``re.Pattern``."""
        return self._lazy.match(text, *where) if self.may_match(text) else None

    def fullmatch(self, text: str, *where: int) -> re.Match[str] | None:
        """As that of ``re.Pattern``."""
        return self._lazy.fullmatch(text, *where) if self.may_match(text) else None

    def finditer(self, text: str, *where: int) -> Iterator[re.Match[str]]:
        """As that of ``re.Pattern``."""
        return self._lazy.finditer(text, *where) if self.may_match(text) else iter(())

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """As that of ``re.Pattern``."""
        return self._lazy.sub(by, text, count) if self.may_match(text) else text


class OpeningPattern(NeedyPattern):
    """Stands for a pattern that matches at the beginning of texts, and only behind certain ones."""

    def may_match(self, text: str) -> bool:
        """Tell whether a text begins with one of the words with which every match does."""
        return text[:_LONGEST_OPENING].lower().startswith(self.needs)


_LONGEST_OPENING = 32
"""Code points of the words with which a match may begin."""


def lazily(pattern: str, flags: int = 0, needs: str = "", opens: str = "") -> re.Pattern[str]:
    """Return a pattern that is compiled when something is first looked for with it.

    ``needs`` are some words in small letters, with ``|`` between them, of which every text that the
    pattern matches has one, in whatever case: in a text that has none nothing is compiled or looked
    for. ``opens`` are the same for a pattern of which it is only asked whether whole texts begin
    with it: each match begins with one. A fault in the pattern shows only when it is used.
    """
    if opens:
        return cast("re.Pattern[str]", OpeningPattern(pattern, flags, opens))
    made = NeedyPattern(pattern, flags, needs) if needs else LazyPattern(pattern, flags)
    return cast("re.Pattern[str]", made)


def lazily_bytes(pattern: bytes, flags: int = 0) -> re.Pattern[bytes]:
    """Return a pattern of bytes that is compiled when something is first looked for with it."""
    return cast("re.Pattern[bytes]", LazyPattern(pattern, flags))
