"""Words as a caret walks them: of any script, with blanks between words or not; and punctuation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regex import Pattern

_REACHES = (256, 1 << 13, 1 << 18)
"""Code points searched backwards for a word before the whole text before it is."""

_JOINED = r"\p{M}\u200c\u200d"
_EAST = r"\p{Han}\p{Hiragana}\p{Katakana}ー"
_APART = _EAST + r"\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
"""Scripts without blanks between words."""
_LETTERS = rf"[[\p{{L}}\p{{N}}_]--[{_APART}]][[\p{{L}}\p{{N}}_{_JOINED}]--[{_APART}]]*"
_WORD = (
    # What a model parts into words.
    rf"(?P<run>[{_EAST}][{_EAST}{_JOINED}]*|\p{{Thai}}[\p{{Thai}}{_JOINED}]*)"
    # Syllables as they are written: a vowel may stand first, letters below it or silenced behind.
    rf"|[\u0ec0-\u0ec4]?\p{{Lao}}[\u0eb0\u0eb2\u0eb3\u0ebd{_JOINED}]*"
    rf"|\p{{Khmer}}(?:\u17d2\p{{Khmer}}|[{_JOINED}])*"
    rf"|\p{{Myanmar}}(?:\u1039\p{{Myanmar}}|[\u1000-\u102a]\u103a|[{_JOINED}])*"
    rf"|{_LETTERS}(?:['’]{_LETTERS})*"
    # A mark on a blank belongs to the blank.
    rf"|(?![{_JOINED}])[^\s\p{{L}}\p{{N}}_][^\s\p{{L}}\p{{N}}_]*"
)


@cache
def _word() -> Pattern[str]:
    import regex  # Only who moves by words needs it: see the package.

    return regex.compile(_WORD, regex.VERSION1)


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the runs of code points of the words that begin within a part of a text."""
    for match in _word().finditer(text, start, len(text) if end is None else end):
        if match["run"] is None:
            yield match.span()
            continue
        from postil.text.walking.segments import places  # Most texts have no such script.

        begin, last = match.span()
        for place in places(text, begin, last):
            yield begin, place
            begin = place
        yield begin, last


def word_around(text: str, at: int) -> tuple[int, int] | None:
    """Return the word that holds an offset, or None in blanks."""
    for start, end in words(text, _sure_start(text, at, _REACHES[0])):
        if end > at:
            return (start, end) if start <= at else None
    return None


def next_word(text: str, at: int) -> tuple[int, int] | None:
    """Return the first word that begins after an offset."""
    around = word_around(text, at) if at >= 0 else None
    return next(words(text, around[1] if around else max(at, 0)), None)


def previous_word(text: str, at: int) -> tuple[int, int] | None:
    """Return the last word that begins before an offset."""
    for reach in (*_REACHES, at):
        last = None
        for word in words(text, _sure_start(text, at, reach)):
            if word[0] >= at:
                break
            last = word
        if last is not None:
            return last
    return None


def _sure_start(text: str, at: int, reach: int) -> int:
    """Return an offset before another, at which no word that began earlier goes on."""
    if at <= reach:
        return 0
    blank = text.find(" ", at - reach, at)
    return blank + 1 if blank >= 0 else at - reach
