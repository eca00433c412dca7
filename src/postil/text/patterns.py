"""Patterns that a reader types: compiled with care, and searched under a time limit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from time import thread_time
from typing import TYPE_CHECKING

from postil.errors import BadPattern
from postil.model.values import NamedTuple
from postil.text.clean import clean_line
from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    import regex

_LONGEST = 1000
"""Code points that a pattern may have: what is longer is no search that somebody typed."""

_MOST_REPEATS = 1000
"""Repeats that a pattern may ask for: each costs time before the time limit holds."""

_MOST_NESTED = 10_000
"""Repeats within repeats, multiplied: the package writes them out, at up to 28 KB each."""

_SLICE = 0.05
"""Seconds after which a search lets its caller know, and then goes on."""
_STEP = 0.004
"""Seconds between two such calls while no single text takes longer."""

_COUNTS = lazily(r"\{(\d*),?(\d*)\}")
_CALL = lazily(r"\(\?(?:R|[+-]?\d|&|P>)")
_BACKWARDS = lazily(r"\(\?[a-zA-Z0-9]*r")
_ESCAPED = lazily(r"\\.", re.DOTALL)
_PART = lazily(r"\[\^?\]?[^\[\]]*\]|\(|\)|\{(?P<least>\d*),?(?P<most>\d*)\}")
"""What decides how often a part of a pattern is repeated; what stands in brackets is one sign."""

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
    if _nested_repeats(plain) > _MOST_NESTED:
        raise BadPattern(_shown(typed), "its repeats repeat one another too often", "use * or +")
    if _BACKWARDS.search(plain):
        raise BadPattern(_shown(typed), "it searches backwards", "leave the r out")
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


class SearchLimit:
    """How long a search by pattern may take, in processor time of the thread that searches.

    ``seconds`` of it are allowed; a machine that is busy with other things takes nothing from it.
    ``step`` is called every so often, and raises what ends the search.
    """

    def __init__(self, seconds: float, step: Callable[[], None] | None = None) -> None:
        self._until = thread_time() + seconds
        self._step = step
        self._next = 0.0

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return self._until - thread_time()

    def step(self) -> None:
        """Let the caller know that time goes by, every few milliseconds."""
        if self._step is not None and (now := thread_time()) >= self._next:
            self._next = now + _STEP
            self._step()


def search_all(pattern: Pattern, text: str, limit: SearchLimit) -> Iterator[tuple[int, int]]:
    """Yield the matches of a pattern that hold at least one code point, in order.

    It is searched in slices of time: what ends one goes on behind the last match, with twice the
    time where there was none. Raises ``BadPattern`` when the limit is reached, and what the step
    of the limit raises.
    """
    at = 0
    seconds = _SLICE
    while True:
        limit.step()
        if (left := limit.left) <= 0:
            raise _too_slow(pattern)
        begun = at
        try:
            # The time of this package is processor time too, but of all threads together.
            for match in pattern.compiled.finditer(
                text, at, timeout=min(seconds, left), concurrent=True
            ):
                start, at = match.span()
                if start < at:
                    yield start, at
        except TimeoutError:
            seconds = seconds * 2 if at == begun else _SLICE
        except MemoryError as error:
            raise _too_slow(pattern) from error
        else:
            return


def _nested_repeats(plain: str) -> int:
    """Return how many repeats there are once those within others are written out.

    ``plain`` is a pattern without what is escaped.
    """
    inside = [0]
    group = 0
    for part in _PART.finditer(plain):
        if part[0] == "(":
            inside.append(0)
            group = 0
        elif part[0] == ")" and len(inside) > 1:
            group = inside.pop()
            inside[-1] += group
        elif part["least"] is not None:
            count = max(int(part["least"] or 0), int(part["most"] or 0))
            # It stands behind a group, or behind one sign.
            last = group if group and plain[part.start() - 1] in ")}" else 0
            more = max(count, count * last)
            inside[-1] += more - last
            group = more
    return sum(inside)


def _too_slow(pattern: Pattern) -> BadPattern:
    return BadPattern(
        _shown(pattern.typed), "it is too slow", "make it simpler, or find plain words"
    )


def _shown(typed: str) -> str:
    return f"pattern {clean_line(typed, 40) or '(blank)'}"
