"""Joints of lines: what stands between two lines of a paragraph once they are one.

Chinese and Japanese are written without blanks, so nothing does between two of their letters; a
blank stands between all others, Korean words among them where their lines are broken by words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from postil.text.lazy_regex import lazily

APART = (
    "\u2e80-\u312f\u31a0-\u4dbf\u4e00-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff65"
    "\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)
"""Letters and signs of scripts without blanks, as a class of a pattern: not Hangul."""

_NEUTRAL = "“”‘’…—·"
"""Signs that those scripts share with others: the letter behind them tells."""
_ENDS = lazily(rf"[{APART}][{_NEUTRAL}]{{0,3}}\Z")
_BEGINS = lazily(rf"[{_NEUTRAL}]{{0,3}}[{APART}]")
_HANGUL = lazily("[\uac00-\ud7a3]")
_GOES_ON = lazily("[\uac00-\ud7a3.,!?)’”]")
_NOTHING = lazily(
    rf"(?:(?<=[{APART}])|(?<=[{APART}][{_NEUTRAL}])|(?<=[{APART}][{_NEUTRAL}]{{2}}))\n"
    rf"(?=[{_NEUTRAL}]{{0,3}}[{APART}])"
)


def joint(before: str, after: str, *, within_words: bool = False) -> str:
    """Return what joins two lines: nothing between two letters of a script without blanks.

    Where Korean lines are broken ``within_words``, nothing between two of its letters either,
    unless a blank stands at the line's end, or begins the next one.
    """
    if within_words and _HANGUL.match(before[-1:]) and _GOES_ON.match(after):
        return ""
    if before.isascii() or after.isascii():
        return " "
    after = after.lstrip()
    return "" if _ENDS.search(before.rstrip()[-4:]) and _BEGINS.match(after) else " "


class Unbroken:
    """A text whose line ends are joints, and where its offsets have gone."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._gone: Sequence[int] = ()
        if "\n" in text:
            if not text.isascii():
                self._gone = [found.start() for found in _NOTHING.finditer(text)]
            if self._gone:
                text = _NOTHING.sub("", text)
            self.text = text.replace("\n", " ")

    @property
    def moved(self) -> bool:
        """Whether any offset has changed."""
        return bool(self._gone)

    def at(self, offset: int) -> int:
        """Return where an offset of the broken text has gone."""
        return offset - bisect_left(self._gone, offset)
