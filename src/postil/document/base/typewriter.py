"""Text as a typewriter sets it: tab stops every eight cells, and letters struck over one another.

Pages of the manual are bold and underlined by backspaces: a letter twice, or a low line under it.
"""

from __future__ import annotations

import re

from postil.text.lazy_regex import lazily

_TAB_STOPS = 8
_STRUCK = lazily(r"(?:[^\n\x08]\x08){1,8}[^\n\x08]")
_SOFT = lazily(r"\xad(?=\r?\n)")
_LONE = lazily(r"\x08+")


def as_set(text: str) -> str:
    """Return a text without tabs and backspaces: where letters meet, the one that is meant.

    Soft hyphens at line ends, where they show, become signs of their own.
    """
    if "\xad" in text:
        text = _SOFT.sub("\u2010", text)
    if "\x08" in text:
        text = _LONE.sub("", _STRUCK.sub(_meant, text))
    return text.expandtabs(_TAB_STOPS) if "\t" in text else text


def _meant(found: re.Match[str]) -> str:
    """Return the last letter that is no low line."""
    struck = found[0].split("\x08")
    return next((letter for letter in reversed(struck) if letter != "_"), "_")
