"""Likeness of two texts: how much of the one is found again in the other."""

from __future__ import annotations

from collections.abc import Iterator

from postil.text.lazy_regex import lazily

_LETTERS = lazily(r"[^\W_]+")
_GRAM = 8
_GRAM_DENSE = 3
"""Letters compared as one; fewer for scripts whose every sign is a word or a syllable."""
_DENSE = "\u2e80"
_PROBE = 2000
"""Letters by which it is told which kind of script a text is in."""
_GRAMS_AT_MOST = 20_000
"""Grams compared; a longer text is sampled, always alike."""
_SAMPLES = 20
"""Stretches of a long text that are compared, evenly spread over it."""


def alike(old: str, new: str) -> float:
    """Estimate the share of the letters of ``old`` that stand in ``new``, 0 to 1.

    Case, blanks and signs do not count. Two texts without any letters are alike.
    """
    if old == new:
        return 1.0
    letters, others = _skeleton(old), _skeleton(new)
    if not letters:
        return 0.0 if others else 1.0
    size = _GRAM_DENSE if _dense(letters) else _GRAM
    if len(letters) < size:
        return 1.0 if letters in others else 0.0
    there = {others[at : at + size] for at in range(len(others) - size + 1)}
    # A letter stands there if any gram over it does; runs are few, so positions are marked by run.
    found = 0
    counted = 0
    for start, end in _windows(len(letters)):
        marked = start
        for at in range(start, end - size + 1):
            if letters[at : at + size] in there:
                found += at + size - max(marked, at)
                marked = at + size
        counted += end - start
    return found / counted


def _windows(length: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches that are compared: all of a short text, even samples of a long one."""
    if length <= _GRAMS_AT_MOST:
        yield 0, length
        return
    size = _GRAMS_AT_MOST // _SAMPLES
    for sample in range(_SAMPLES):
        start = (length - size) * sample // (_SAMPLES - 1)
        yield start, start + size


def _skeleton(text: str) -> str:
    return "".join(_LETTERS.findall(text.lower()))


def _dense(letters: str) -> bool:
    probe = letters[:_PROBE]
    return sum(letter > _DENSE for letter in probe) * 2 > len(probe)
