"""Inert text: words in which nothing acts on a terminal, the only ones that are ever printed.

The type is made here alone, so a type checker finds whoever would print anything else.
"""

from __future__ import annotations

from typing import NewType

from postil.text.lazy_regex import lazily

Inert = NewType("Inert", str)
"""Text that can be written to a terminal: all of it stands there, and none of it is obeyed."""

_ACTING = lazily(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What acts on a terminal instead of standing in it: controls, line ends, turns of direction."""
_HIDDEN = lazily(
    r"[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff]"
)
"""What JSON may hold as it is, but a terminal must not see."""
_BLANKS = str.maketrans("\n\t", "  ")


def inert(text: str) -> Inert:
    """Return a text without what acts on a terminal; its lines and tabs stay."""
    return Inert(text if _is_plain(text.translate(_BLANKS)) else _ACTING.sub("", text))


def inert_line(text: str) -> Inert:
    """Return a text without what acts on a terminal, on one line."""
    line = text.translate(_BLANKS)
    return Inert(line if _is_plain(line) else _ACTING.sub("", line))


def inert_json(line: str) -> Inert:
    """Return a line of JSON that says the same and has every acting character escaped."""
    if _is_plain(line):
        return Inert(line)
    return Inert(_HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", line))


def _is_plain(line: str) -> bool:
    """Tell at a glance that a line has nothing but signs to see: neither acts what is hidden."""
    return line.isprintable()
