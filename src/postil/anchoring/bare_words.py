"""Bare words: passages compared without their typography, and the signs at their edges."""

from __future__ import annotations

from postil.text.lazy_regex import lazily

_QUOTES = "\"'“”„‟«»‹›‘’‚‛`´′″「」『』〝〞〟＂＇"
_DASHES = "\\-‐‑‒–—―−⁃﹘﹣－"
_UNSAID = lazily(
    rf"[\s\u00ad\u200b-\u200d\u2060\ufeff{_QUOTES}{_DASHES}…;!?]|[.,:](?!\d)|(?<!\d)[.,:]"
)
"""Signs that do not make other words: those between words, but none within a number."""
_SIGN = lazily(
    rf"(?P<blank>\s+)|(?P<dash>[{_DASHES}]+)|(?P<dots>[.…]+)|(?P<quote>[{_QUOTES}])|(?P<other>.)"
)
"""One sign, or several that are typed in place of one."""
_SIGNS_AT_MOST = 1000
"""Signs at an edge that are compared; more are a picture, and stand as they stood or not at all."""


def same_words(one: str, other: str) -> bool:
    """Tell whether two passages differ in quotation marks, dashes, blanks or stops at most."""
    return one == other or _UNSAID.sub("", one) == _UNSAID.sub("", other)


def signs_before(text: str, at: int, signs: str) -> int:
    """Return where the signs begin that stand before an offset, like those of a quote."""
    if text.endswith(signs, max(0, at - len(signs)), at):
        return at - len(signs)
    least = max(0, at - 2 * len(signs) - 4)
    return at - _like(text[least:at][::-1], signs[::-1])


def signs_behind(text: str, at: int, signs: str) -> int:
    """Return where the signs end that stand behind an offset, like those of a quote."""
    if text.startswith(signs, at):
        return at + len(signs)
    return at + _like(text[at : at + 2 * len(signs) + 4], signs)


def nearest(text: str, signs: str, wanted: int) -> int | None:
    """Return where signs of the same kind stand, nearest to an offset; None if nowhere."""
    size = len(signs)
    if size > _SIGNS_AT_MOST or len(text) > _SIGNS_AT_MOST:
        at = text.find(signs)
        return at if at >= 0 else None
    there = [at for at in range(len(text) - size + 1) if _like(text[at : at + size], signs) == size]
    return min(there, key=lambda at: abs(at - wanted), default=None)


def _like(text: str, signs: str) -> int:
    """Return how much of a run of signs is like another, from where both begin.

    Blanks at the end count only if they are as many.
    """
    if len(signs) > _SIGNS_AT_MOST:
        return 0
    covered = 0
    for one, other in zip(_SIGN.finditer(text), _SIGN.finditer(signs), strict=False):
        kind = one.lastgroup
        if kind != other.lastgroup or (kind == "other" and one.group() != other.group()):
            break
        if kind != "blank":
            covered = one.end()
        elif other.end() == len(signs) and len(one.group()) >= len(other.group()):
            covered = one.start() + len(other.group())
    return covered
