"""Compiles a pattern when it is first used: a run uses few of all that there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, cast


class _Pattern:
    """Stands for a pattern; its methods are those of the compiled one, from the first call on."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, found)
        return found


class _Needing:
    """Stands for a pattern that matches nowhere in a text without certain letters."""

    def __init__(self, pattern: str, flags: int, needs: str) -> None:
        self.pattern = pattern
        self._lazy = _Pattern(pattern, flags)
        self._needs = tuple(needs.split("|"))

    def _may(self, text: str) -> bool:
        small = text.lower()
        return any(need in small for need in self._needs)

    def search(self, text: str, *where: int) -> re.Match[str] | None:
        return self._lazy.search(text, *where) if self._may(text) else None

    def match(self, text: str, *where: int) -> re.Match[str] | None:
        return self._lazy.match(text, *where) if self._may(text) else None

    def fullmatch(self, text: str, *where: int) -> re.Match[str] | None:
        return self._lazy.fullmatch(text, *where) if self._may(text) else None

    def finditer(self, text: str, *where: int) -> Iterator[re.Match[str]]:
        return self._lazy.finditer(text, *where) if self._may(text) else iter(())

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return self._lazy.sub(by, text, count) if self._may(text) else text


def lazily(pattern: str, flags: int = 0, needs: str = "") -> re.Pattern[str]:
    """Return a pattern that is compiled when something is first looked for with it.

    ``needs`` are some words in small letters, with ``|`` between them: each match has one of them
    in it, so that nothing need be compiled, or looked for, in a text that has none. A fault in the
    pattern shows only when it is used.
    """
    made = _Needing(pattern, flags, needs) if needs else _Pattern(pattern, flags)
    return cast("re.Pattern[str]", made)
