"""All patterns of Postil, what they repeat, and texts that show one to be worse than linear."""

from __future__ import annotations

import importlib
import re
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from itertools import permutations
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

from postil.text.lazy_regex import LazyPattern, NeedyPattern
from tests.support.house import SRC, dotted

sre: Any = importlib.import_module("re._constants")
parser: Any = importlib.import_module("re._parser")
"""How ``re`` itself reads a pattern; the library tells type checkers nothing of it."""

SIZE = 100_000
"""Code points of the texts: what takes the square of so many takes ten seconds and more."""
FIRST_SIZE = 20_000
"""Those of a first look, in which a pattern is passed that would stay within its time on the long
text even if it took the square: so do nearly all, for a fifth of the cost."""
ENDS = ("\x00", "", "x", ".", "\n")
"""What stands behind: a repeat is tried again from every place where what follows is not there."""


class Found(NamedTuple):
    """A pattern where it is made."""

    where: str
    """Module and name."""
    pattern: str | bytes
    flags: int
    searched: bool
    """Whether it is looked for from every place of a text, and not only from one."""
    needs: str = ""


def found_patterns() -> Iterator[Found]:
    """Yield every pattern that a module of Postil names, and those within its tables."""
    seen: set[tuple[str | bytes, int]] = set()
    for path in sorted(SRC.rglob("*.py")):
        name = dotted(path)
        if name.endswith("__main__"):
            continue
        module = importlib.import_module(name)
        for attribute, value in list(vars(module).items()):
            for one in _within(value, 3):
                key = (one.pattern, one.flags)
                if key not in seen:
                    seen.add(key)
                    needs = one.needs[0] if isinstance(one, NeedyPattern) else ""
                    searched = is_searched(attribute, path)
                    yield Found(f"{name}.{attribute}", one.pattern, one.flags, searched, needs)


def _within(value: object, depth: int) -> Iterator[LazyPattern | NeedyPattern | re.Pattern[str]]:
    if isinstance(value, LazyPattern | NeedyPattern | re.Pattern):
        yield value
    elif depth and isinstance(value, dict):
        for one in value.values():
            yield from _within(one, depth - 1)
    elif depth and isinstance(value, tuple | list):
        for one in value:
            yield from _within(one, depth - 1)


def is_searched(name: str, path: Path) -> bool:
    """Tell whether a pattern is ever used but by ``match`` and ``fullmatch``.

    One that bears a public name may be used anywhere.
    """
    said = path.read_text("utf-8") if name.startswith("_") else _all_sources()
    # The name comes first, so that it is looked for at once and not at each place.
    uses = re.findall(rf"{re.escape(name)}(?<![\w\"]{re.escape(name)})\b(\.\w+)?", said)
    return not set(filter(None, uses)) <= {".match", ".fullmatch"} or not any(uses)


@cache
def _all_sources() -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(SRC.rglob("*.py")))


def samples(pattern: str | bytes, flags: int) -> list[str]:
    """Return characters that a pattern repeats, one or two for each set of them."""
    text = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    found: dict[str, None] = {}
    for sign in _repeated(parser.parse(text, flags & ~re.LOCALE), repeated=False):
        found.setdefault(sign)
    return list(found)


def _repeated(parsed: Any, *, repeated: bool) -> Iterator[str]:
    """Yield what stands within repeats of a parsed pattern."""
    for operation, argument in parsed:
        if operation in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            _, most, inner = argument
            yield from _repeated(inner, repeated=repeated or most > 3)
        elif operation is sre.SUBPATTERN:
            yield from _repeated(argument[3], repeated=repeated)
        elif operation is sre.ATOMIC_GROUP:
            yield from _repeated(argument, repeated=repeated)
        elif operation is sre.BRANCH:
            for branch in argument[1]:
                yield from _repeated(branch, repeated=repeated)
        elif operation in (sre.ASSERT, sre.ASSERT_NOT):
            yield from _repeated(argument[1], repeated=repeated)
        elif operation is sre.GROUPREF_EXISTS:
            for branch in argument[1:]:
                if branch is not None:
                    yield from _repeated(branch, repeated=repeated)
        elif repeated:
            yield from _signs(operation, argument)


def _signs(operation: object, argument: Any) -> Iterator[str]:
    if operation is sre.LITERAL:
        yield chr(argument)
    elif operation is sre.NOT_LITERAL:
        yield "a" if argument != ord("a") else "b"
    elif operation is sre.ANY:
        yield from "a "
    elif operation is sre.IN:
        yield from _of_set(argument)


CATEGORIES = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_WORD: " ",
}


def _of_set(items: Sequence[tuple[object, Any]]) -> Iterator[str]:
    if items and items[0][0] is sre.NEGATE:
        body = items[1:]
        yield from (sign for sign in "a 1-." if not any(_holds(one, sign) for one in body))
        return
    for operation, argument in items[:8]:
        if operation is sre.LITERAL:
            yield chr(argument)
        elif operation is sre.RANGE:
            yield chr(argument[0])
        elif operation is sre.CATEGORY:
            yield CATEGORIES[argument]


def _holds(item: tuple[object, Any], sign: str) -> bool:
    operation, argument = item
    if operation is sre.LITERAL:
        return bool(argument == ord(sign))
    if operation is sre.RANGE:
        return bool(argument[0] <= ord(sign) <= argument[1])
    tests: dict[object, Callable[[str], bool]] = {
        sre.CATEGORY_DIGIT: str.isdigit,
        sre.CATEGORY_SPACE: str.isspace,
        sre.CATEGORY_WORD: lambda one: one.isalnum() or one == "_",
    }
    return tests[argument](sign) if argument in tests else True


class TooLong(Exception):
    """A search has taken more processor time than it may."""


@contextmanager
def stopped_after(seconds: float) -> Iterator[None]:
    """Raise TooLong after so many seconds of processor time, also in the middle of a search."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def worse_than_linear(found: Found, seconds: float, *, thorough: bool = False) -> str:
    """Return the text on which a pattern takes more than its length, "" if there is none.

    ``thorough`` tries pairs of what it repeats too, and several endings.
    """
    compiled: re.Pattern[Any] = re.compile(found.pattern, found.flags)
    signs = samples(found.pattern, found.flags)[:12]
    pieces = [*signs, *("".join(pair) for pair in permutations(signs[:5], 2) if thorough)]
    for piece in pieces:
        for end in ENDS if thorough else ENDS[:1]:
            for size in (FIRST_SIZE, SIZE):
                text = found.needs + piece * (size // len(piece)) + end
                given = text.encode("utf-8") if isinstance(found.pattern, bytes) else text
                try:
                    with stopped_after(seconds * (size / SIZE) ** 2):
                        _use(compiled, given, found.searched)
                    break
                except TooLong:
                    if size == SIZE:
                        return f"{piece!r} {SIZE} times, then {end!r}"
    return ""


def _use(compiled: re.Pattern[Any], text: str | bytes, searched: bool) -> None:
    if searched:
        for _ in compiled.finditer(text):
            pass
    else:
        compiled.match(text)
        compiled.fullmatch(text)
