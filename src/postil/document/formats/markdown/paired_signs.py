"""Signs in pairs that set words apart beyond CommonMark: ==marks==, H~2~O, x^2^, ~struck~.

Each counts only where prose does not use it: ``a == b``, ``~5 to ~10``, ``10~20`` and ``^_^`` stay
as they are typed, since what is taken for a sign is not shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_CODE = r"`[^`\n]{1,200}`"
_INSIDE = rf"(?:{_CODE}|[^=`\\]|\\[\s\S]|=(?!=)){{1,2000}}"


class _Pair(NamedTuple):
    pattern: re.Pattern[str]
    """Both signs, with what stands between them as its group ``in``."""
    kind: str
    """Of the tokens, without ``_open`` and ``_close``."""


_PAIRS = {
    "=": (
        _Pair(
            lazily(rf"(?<![A-Za-z0-9_=])==(?![\s=])(?P<in>{_INSIDE})(?<![\s=])==(?![A-Za-z0-9_=])"),
            "mark",
        ),
    ),
    "~": (
        # Of letters only: 10~20 is a range.
        _Pair(lazily(r"(?<=[A-Za-z)\]])~(?P<in>[A-Za-z0-9+\-−]{1,12})~(?!~)"), "sub"),
        _Pair(
            lazily(
                r"(?<![\w~])~(?![\s~/])(?P<in>(?:`[^`\n]{1,200}`|[^~`\\]|\\[\s\S]){1,400})"
                r"(?<![\s~])~(?![\w~])"
            ),
            "s",
        ),
    ),
    "^": (
        _Pair(
            lazily(
                r"(?:(?<=[A-Za-z0-9)\]}*_])|(?=\^\[?[0-9]))\^"
                r"(?P<in>\[[A-Za-z0-9+\-−,. ]{1,30}\]|[A-Za-z0-9+\-−,.]{1,30})\^(?![A-Za-z0-9^])"
            ),
            "sup",
        ),
    ),
}

_NUMBER = lazily(r"\^\[\d{1,4}\](?!\^)")
"""Refers to a number elsewhere, and is no footnote of digits."""


def use(parser: MarkdownIt) -> None:
    """Teach a parser the signs."""
    parser.inline.ruler.before("strikethrough", "paired_signs", _paired)


def _paired(state: StateInline, silent: bool) -> bool:
    """Read two signs and what stands between them."""
    if found := _NUMBER.match(state.src, state.pos, state.posMax):
        if not silent:
            state.push("text", "", 0).content = found[0]
        state.pos = found.end()
        return True
    for pair in _PAIRS.get(state.src[state.pos], ()):
        found = pair.pattern.match(state.src, state.pos, state.posMax)
        if not found:
            continue
        if not silent:
            behind = state.posMax
            state.push(f"{pair.kind}_open", pair.kind, 1)
            state.pos, state.posMax = found.span("in")
            state.md.inline.tokenize(state)
            state.posMax = behind
            state.push(f"{pair.kind}_close", pair.kind, -1)
        state.pos = found.end()
        return True
    return False
