"""Compiles a pattern when it is first used: a run uses few of all that there are."""

from __future__ import annotations

import re
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


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when something is first looked for with it.

    A fault in it shows only then, so a test looks for something with each pattern of Postil.
    """
    return cast("re.Pattern[str]", _Pattern(pattern, flags))
