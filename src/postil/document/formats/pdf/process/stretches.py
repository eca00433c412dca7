"""Stretches of a page that need no look at each letter: plain words drawn at once with blanks.

Most programs draw a line, or a part of it, as one object that has the blanks of its words. Its
letters are then known from its ends; all else is read letter by letter, which takes ten times as
long.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from postil.document.formats.pdf.process.library import c, function
from postil.text.lazy_regex import lazily

Stretch = tuple[int, int, str, int]
"""The first and the last letter, the words, and the object that they are drawn by."""

_LINE = lazily(r"(?:[^\r\n]|\r(?!\n)|(?<!\r)\n)+")
"""PDFium ends lines by two signs; one alone is a letter of a font without names for its own."""
_SIGNS = r"!-\]_a-}¡-§©-®°-³µ-·¹-ɏ‘-”–—…•"
"""Letters and signs but for accents, which some programs draw over the letter that follows."""
_PLAIN = lazily(rf"^[{_SIGNS}][ {_SIGNS}]{{4,}}$")
_LONGEST_WORD = 15
"""Letters of a word on the average, beyond which blanks are missing."""
_MOST_BLANKS = 2
"""Blanks in a row; more are a gap."""


class Stretches:
    """Finds them."""

    def __init__(self, find_object: Callable[[object, int], int | None]) -> None:
        where, integer = c.c_void_p, c.c_int
        self._object = find_object
        self._text = function("FPDFText_GetText", where, integer, integer, where)
        self._generated = function("FPDFText_IsGenerated", where, integer)
        self._rectangle = function("FPDFText_GetLooseCharBox", where, integer, where)

    def find(
        self, text: object, count: int, links: Sequence[tuple[float, ...]]
    ) -> tuple[list[Stretch], list[range]]:
        """Return the stretches of a page, and where the letters stand that are in none."""
        words = self._words(text, count)
        if not words:
            return [], [range(count)]
        found: list[Stretch] = []
        rest: list[range] = []
        for line in _LINE.finditer(words):
            at, end = line.span()
            while at < end:
                drawn = self._object(text, at)
                if not drawn:
                    at += 1
                    continue
                stop = self._stop(text, drawn, at, end)
                last = at + len(words[at:stop].rstrip(" ")) - 1
                if self._is_whole(text, words[at : last + 1], at) and not (
                    links and self._is_linked(text, at, last, links)
                ):
                    found.append((at, last, words[at : last + 1], drawn))
                    # Blanks at its end tell Korean words apart; they are letters of their own.
                    rest.append(range(last + 1, stop))
                else:
                    rest.append(range(at, stop))
                at = stop
        return found, [one for one in rest if one]

    def _words(self, text: object, count: int) -> str:
        """Return the letters of a page at once, "" where they cannot be told apart by number."""
        room = (c.c_ushort * (count + 1))()
        self._text(text, 0, count, c.addressof(room))
        words = bytes(room)[: 2 * count].decode("utf-16-le", "replace")
        return words if len(words) == count and "\0" not in words else ""

    def _stop(self, text: object, drawn: int, at: int, end: int) -> int:
        """Return where the letters end that one object draws."""
        if self._object(text, end - 1) == drawn:
            return end
        step = 1
        while at + step < end and self._object(text, at + step) == drawn:
            step *= 2
        low, high = at + step // 2, min(at + step, end)
        while high - low > 1:
            middle = (low + high) // 2
            if self._object(text, middle) == drawn:
                low = middle
            else:
                high = middle
        return high

    def _is_whole(self, text: object, words: str, at: int) -> bool:
        """Tell whether all blanks of some words are drawn, and nothing in them needs a look."""
        blanks = words.count(" ")
        if not blanks or len(words) > _LONGEST_WORD * (blanks + 1) or not _PLAIN.match(words):
            return False
        if " " * (_MOST_BLANKS + 1) in words:
            return False
        place = words.find(" ")
        while place >= 0:
            if self._generated(text, at + place):
                return False
            place = words.find(" ", place + 1)
        return True

    def _is_linked(
        self, text: object, first: int, last: int, links: Sequence[tuple[float, ...]]
    ) -> bool:
        """Tell whether some link covers a part of a stretch."""
        box = (c.c_float * 4)()
        self._rectangle(text, first, c.addressof(box))
        left, high, _, low = box
        self._rectangle(text, last, c.addressof(box))
        right = box[2]
        return any(
            one[0] < right and one[2] > left and one[1] < high and one[3] > low for one in links
        )
