"""Skeleton of a text, its letters: case, blanks, signs and line ends are put aside."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate
from unicodedata import category

from postil.text.lazy_regex import lazily
from postil.text.progress import Progress, no_progress

PARAGRAPH = lazily(r"\n[^\S\n]*\n\s*")
"""Where one paragraph ends and the next begins."""

_RUN = lazily("[^ ]+")
_CLOSE = lazily(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Signs of scripts that set no blanks between words; any of them may begin one."""
_STEP = 1 << 16
"""Code points reduced at a time."""


@lru_cache(maxsize=1 << 16)
def is_letter(sign: str) -> bool:
    """Tell whether a sign belongs to a word: letters, digits, and the marks upon them."""
    if sign.isalnum():
        return True
    return category(sign) in ("Mn", "Mc") and not "\ufe00" <= sign <= "\ufe0f"


def spaced(text: str) -> str:
    """Return the text in small letters, of the same length, with a blank for all that is none."""
    # The one capital whose small form is two signs, and a small letter of two forms.
    small = text.replace("İ", "i").lower().replace("ς", "σ")
    for sign in set(small):
        if not is_letter(sign):
            small = small.replace(sign, " ")
    return small


class Skeleton:
    """The letters of a text, with the way back to where they stand."""

    __slots__ = ("_breaks", "_places", "_starts", "_words", "letters", "text")

    def __init__(self, text: str, progress: Progress = no_progress) -> None:
        self.text = text
        self._starts = array("l")
        self._places = array("l")
        self._words: array[int] | None = None
        self._breaks: list[int] | None = None
        letters: list[str] = []
        count = 0
        start = 0
        while start < len(text):
            end = _step_end(text, start)
            step = spaced(text[start:end])
            runs = step.split()
            letters += runs
            self._places.extend([start + match.start() for match in _RUN.finditer(step)])
            starts = list(accumulate(map(len, runs), initial=count))
            count = starts.pop()
            self._starts.extend(starts)
            start = end
            progress(start / len(text) / 4)
        self.letters = "".join(letters)

    def place(self, letter: int) -> int:
        """Return the offset in the text at which a letter stands."""
        run = bisect_right(self._starts, letter) - 1
        return self._places[run] + letter - self._starts[run]

    def index(self, offset: int) -> int:
        """Return the first letter that stands at an offset of the text or behind it."""
        run = bisect_right(self._places, offset) - 1
        if run < 0:
            return 0
        behind = self._starts[run + 1] if run + 1 < len(self._starts) else len(self.letters)
        return min(behind, self._starts[run] + offset - self._places[run])

    def signs(self, letter: int) -> str:
        """Return what stands between a letter and the one before it."""
        start = self.place(letter - 1) + 1 if letter else 0
        end = self.place(letter) if letter < len(self.letters) else len(self.text)
        return self.text[start:end]

    @property
    def words(self) -> array[int]:
        """The letters at which a word begins, or may begin, ascending."""
        if self._words is None:
            close = [match.start() for match in _CLOSE.finditer(self.letters)]
            self._words = array("l", sorted({*self._starts, *close})) if close else self._starts
        return self._words

    def words_between(self, start: int, end: int) -> array[int]:
        """Return the letters from one to another at which a word begins."""
        words = self.words
        return words[bisect_left(words, start) : bisect_left(words, end)]

    @property
    def dense(self) -> bool:
        """Whether most words are written with a sign or two."""
        return len(self.words) * 3 > len(self.letters)

    @property
    def breaks(self) -> list[int]:
        """The letters at which paragraphs begin, and the number of all letters."""
        if self._breaks is None:
            breaks = {self.index(match.end()) for match in PARAGRAPH.finditer(self.text)}
            self._breaks = sorted(breaks | {0, len(self.letters)})
        return self._breaks

    def paragraph(self, start: int, end: int) -> tuple[int, int]:
        """Return the letters of the paragraphs that some letters belong to."""
        breaks = self.breaks
        first = breaks[max(0, bisect_right(breaks, start) - 1)]
        return first, breaks[min(len(breaks) - 1, bisect_left(breaks, end))]


def _step_end(text: str, start: int) -> int:
    """Return where a step ends; at a line's end, where one is near, so that no run is cut."""
    end = start + _STEP
    if end >= len(text):
        return len(text)
    line = text.rfind("\n", start + _STEP // 2, end)
    return end if line < 0 else line + 1
