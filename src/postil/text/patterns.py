"""Patterns that a reader types: compiled with care, and searched under a time limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from postil.errors import BadPattern
from postil.text.clean import clean_line

if TYPE_CHECKING:
    import regex

_LONGEST = 1000
"""Code points that a pattern may have: what is longer is no search that somebody typed."""

_MOST_REPEATS = 1000
"""Repeats that a pattern may ask for: each costs time before the time limit holds."""

_COUNTS = re.compile(r"\{(\d*),?(\d*)\}")
_CALL = re.compile(r"\(\?(?:R|[+-]?\d|&|P>)")
_ESCAPED = re.compile(r"\\.", re.DOTALL)

_FAULTS = {
    "missing )": "a “(” is not closed",
    "unbalanced parenthesis": "a “)” closes nothing",
    "unterminated character set": "a “[” is not closed",
    "bad character range": "a range in “[ ]” runs backwards",
    "nothing to repeat": "there is nothing to repeat before a “*”, “+”, “?” or “{”",
    "multiple repeat": "a repeat is repeated",
    "min repeat greater than max repeat": "a repeat runs from more to less",
    "invalid group reference": "it refers to a group that it does not have",
    "unknown group": "it refers to a group that it does not have",
    "unknown property": "it names a kind of character that there is not",
    "undefined character name": "it names a character that there is not",
    "bad escape (end of pattern)": "it ends in a single “\\”",
}
_LITERALLY = "write \\ before a sign to find the sign itself"


class Pattern(NamedTuple):
    """A pattern that can be searched for."""

    typed: str
    compiled: regex.Pattern[str]


def compile_pattern(typed: str) -> Pattern:
    """Compile a pattern; case does not count unless it says ``(?-i)``, ``^ $`` hold on each line.

    Raises ``BadPattern`` for one that is malformed, too long, or calls itself.
    """
    import regex  # Only who searches by pattern needs it: see the package.

    if len(typed) > _LONGEST:
        why = f"it is longer than {_LONGEST} characters"
        raise BadPattern(_shown(typed), why, "search for less of it")
    plain = _ESCAPED.sub("", typed)
    if _CALL.search(plain):
        raise BadPattern(_shown(typed), "it calls itself", "write out what should repeat")
    if any(
        int(count) > _MOST_REPEATS for pair in _COUNTS.findall(plain) for count in pair if count
    ):
        why = f"it repeats something more than {_MOST_REPEATS} times"
        raise BadPattern(_shown(typed), why, "use * or + instead")
    try:
        compiled = regex.compile(typed, regex.VERSION1 | regex.IGNORECASE | regex.MULTILINE)
    except regex.error as error:
        fault, _, at = str(error).partition(" at position ")
        place = f", at character {min(int(at) + 1, len(typed))}" if at.isdigit() else ""
        fault = _FAULTS.get(fault, clean_line(fault))
        raise BadPattern(_shown(typed), fault + place, _LITERALLY) from error
    except (RecursionError, OverflowError, ValueError, KeyError, IndexError) as error:
        # The compiler lets a few of these through for patterns that are no patterns.
        raise BadPattern(_shown(typed), "it makes no sense as a pattern", _LITERALLY) from error
    return Pattern(typed, compiled)


def search_all(pattern: Pattern, text: str, seconds: float) -> Iterator[tuple[int, int]]:
    """Yield the matches of a pattern that hold at least one code point, in order.

    Raises ``BadPattern`` when the search takes longer than ``seconds``.
    """
    if seconds <= 0:
        raise _too_slow(pattern)
    try:
        for match in pattern.compiled.finditer(text, timeout=seconds, concurrent=True):
            start, end = match.span()
            if start < end:
                yield start, end
    except (TimeoutError, MemoryError) as error:
        raise _too_slow(pattern) from error


def _too_slow(pattern: Pattern) -> BadPattern:
    return BadPattern(
        _shown(pattern.typed), "it is too slow", "make it simpler, or find plain words"
    )


def _shown(typed: str) -> str:
    return f"pattern {clean_line(typed, 40) or '(blank)'}"
