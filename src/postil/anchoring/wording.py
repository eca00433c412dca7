"""Words compared without the dress that typography gives them, and the signs at their edges."""

from __future__ import annotations

from postil.text.lazily import lazily

_QUOTES = "\"'“”„‟«»‹›‘’‚‛`´′″「」『』〝〞〟＂＇"
_DASHES = "\\-‐‑‒–—―−⁃﹘﹣－"
_UNSAID = lazily(
    rf"[\s\u00ad\u200b-\u200d\u2060\ufeff{_QUOTES}{_DASHES}…;!?]|[.,:](?!\d)|(?<!\d)[.,:]"
)
"""What may change while the words stay: signs between words, but none within a number."""
_ALIKE = (
    (lazily(r"\s+"), " "),
    (lazily(f"[{_QUOTES}]"), "'"),
    (lazily(f"[{_DASHES}]+"), "-"),
    (lazily("…"), "..."),
)
_SIGNS_AT_MOST = 24
"""Signs at an edge that are looked for one by one."""


def same_words(one: str, other: str) -> bool:
    """Tell whether two passages differ in quotation marks, dashes, blanks or stops at most."""
    return one == other or _UNSAID.sub("", one) == _UNSAID.sub("", other)


def signs_before(text: str, at: int, signs: str) -> int:
    """Return where the signs begin that stand before an offset, like those of a quote."""
    start = at - len(signs)
    if start >= 0 and (text.startswith(signs, start) or _like(text[start:at], signs)):
        return start
    for wanted in _wanted(signs[-_SIGNS_AT_MOST:], -1):
        for start in range(at - 1, max(-1, at - 2 * len(signs) - 4), -1):
            if _plain(text[start:at]) == wanted and not text[start].isspace():
                return start
    return at


def signs_behind(text: str, at: int, signs: str) -> int:
    """Return where the signs end that stand behind an offset, like those of a quote."""
    end = at + len(signs)
    if text.startswith(signs, at) or _like(text[at:end], signs):
        return end
    for wanted in _wanted(signs[:_SIGNS_AT_MOST], 1):
        for end in range(at + 1, min(len(text), at + 2 * len(signs) + 3) + 1):
            if _plain(text[at:end]) == wanted and not text[end - 1].isspace():
                return end
    return at


def nearest(text: str, signs: str, wanted: int) -> int | None:
    """Return where signs of the same kind stand, nearest to an offset; None if nowhere."""
    size = len(signs)
    there = [at for at in range(len(text) - size + 1) if _like(text[at : at + size], signs)]
    return min(there, key=lambda at: abs(at - wanted), default=None)


def _like(one: str, other: str) -> bool:
    """Tell whether two runs of signs are of the same length, and alike sign by sign."""
    if len(one) != len(other):
        return False
    if one.isspace() and other.isspace():
        return True
    return all(_plain(sign) == _plain(like) for sign, like in zip(one, other, strict=True))


def _wanted(signs: str, step: int) -> list[str]:
    """Return the signs made plain, then ever fewer of them, from the far end."""
    plain = _plain(signs)
    if step > 0:
        return [plain[:end] for end in range(len(plain), 0, -1) if plain[end - 1] != " "]
    return [plain[start:] for start in range(len(plain)) if plain[start] != " "]


def _plain(signs: str) -> str:
    for pattern, by in _ALIKE:
        signs = pattern.sub(by, signs)
    return signs
