"""Sieve: tells from the decoded text alone whether words can be in an article, and never misses.

What a format makes of a text changes no order of letters: it joins lines, takes signs away, and
leaves out what stands in some brackets. So the letters and figures of the words, with nothing
between them, must be in those of the text, in a row or around something that may be left out. A
text that passes is read and searched; one that does not is spared that, which takes a hundred
times as long.
"""

from __future__ import annotations

import re

from postil.text.clean import clean
from postil.text.fold import fold_key
from postil.text.lazy_regex import lazily, lazily_bytes

_SIGNS = bytes(sign for sign in range(128) if not chr(sign).isalnum())
_OPENS, _CLOSES = b"\x01", b"\x02"
_KEPT = _SIGNS.replace(_OPENS, b"").replace(_CLOSES, b"")

_UNSURE = lazily(
    "[\x1b\x90\x98\x9b\x9d\x9e\x9f\u1100-\u11ff\u3099\u309a\ua960-\ua97f\ud7b0-\ud7ff]"
    r"|\[page ",
    re.IGNORECASE,
)
"""Commands for a terminal, letters that are put together, and feet of pages: what stands in the
article may lack letters wherever they are, or have others."""

_UNSURE_MARKUP = lazily(r"(?m)&#?\w{1,32};|^[ >]*[|:-][ |:-]*$")
"""Entities, and the rules of tables, whose rows may have cells that are left out."""

_MAY_OPEN = lazily_bytes(rb"\][(\[]|\^\[|<")
_MAY_CLOSE = bytes.maketrans(b")]>", _CLOSES * 3)


class Sieve:
    """Tells quickly which texts cannot have the words that are looked for."""

    def __init__(self, words: str) -> None:
        self._letters = _letters(fold_key(words))

    def lets_through(self, text: str, *, markup: bool) -> bool:
        """Tell whether an article with this text, as it was decoded, may have the words.

        ``markup`` says that its format may leave out letters: addresses, tags, cells of tables.
        """
        letters = self._letters
        if not letters or not text.strip():
            return True
        if _UNSURE.search(text) or (markup and _UNSURE_MARKUP.search(text)):
            return True
        key = fold_key(clean(text)).encode("utf-8", "surrogatepass")
        if letters in key.translate(None, _SIGNS):
            return True
        return markup and self._around_gaps(key)

    def _around_gaps(self, key: bytes) -> bool:
        """Tell whether the words may stand around what is left out.

        That begins where something opens, and ends where something closes, whatever they are: so
        the first letters stand before an opening, and the next ones behind a closing.
        """
        marked = _MAY_OPEN.sub(_OPENS, key).translate(_MAY_CLOSE)
        if _OPENS not in marked:
            return False
        # What opens may close something else: the bracket of an address that stands by its name.
        closing = marked.replace(_OPENS, _OPENS + _CLOSES).translate(None, _KEPT)
        opening = closing.replace(_CLOSES, b"")
        backwards = opening[::-1]
        letters = self._letters
        return any(
            _reached(backwards, _OPENS, letters[:at][::-1], _OPENS)
            and _reached(closing, _CLOSES, letters[at:], _OPENS + _CLOSES)
            for at in range(1, len(letters))
        )


def _letters(key: str) -> bytes:
    return key.encode("utf-8", "surrogatepass").translate(None, _SIGNS)


def _reached(text: bytes, sign: bytes, letters: bytes, ends: bytes) -> bool:
    """Tell whether letters stand behind a sign, all of them or up to another one of ``ends``."""
    begin = sign + letters[:1]
    at = text.find(begin)
    while at >= 0:
        size = 1
        while (
            size < len(letters) and text[at + size + 1 : at + size + 2] == letters[size : size + 1]
        ):
            size += 1
        behind = text[at + size + 1 : at + size + 2]
        if size == len(letters) or (behind and behind in ends):
            return True
        at = text.find(begin, at + 1)
    return False
