"""Sieve: tells from the decoded text alone whether words can be in an article, and never misses.

What a format makes of a text changes no order of letters: it joins lines, takes signs away, and
leaves out what stands in some brackets. So the letters and figures of the words, with nothing
between them, must be in those of the text, in a row or around something that may be left out. A
text that passes is read and searched; one that does not is spared that, which takes a hundred
times as long.
"""

from __future__ import annotations

from postil.text.clean import clean
from postil.text.fold import fold_key
from postil.text.lazy_regex import lazily

_SIGNS = bytes(sign for sign in range(128) if not chr(sign).isalnum())
_OPENS, _CLOSES = b"\x01", b"\x02"
_KEPT = _SIGNS.replace(_OPENS, b"").replace(_CLOSES, b"")

_UNSURE = lazily(
    "[\x90\x98\x9b\x9d\x9e\x9f\u1100-\u11ff\u3099\u309a\ua960-\ua97f\ud7b0-\ud7ff]",
)
"""Commands for a terminal, and letters that are put together: what stands in the article may lack
letters wherever they are, or have others. The escape sign and the feet of pages are such as well.
"""

_ENTITY = lazily(r"&#?\w{1,32};")
_TABLE = lazily(r"(?m)^[ >]*[|:-][ |:-]*$")
"""The rule under the head of a table, whose rows may have cells that are left out."""

_MAY_OPEN = (b"](", b"][", b"^[")
_MARKED = bytes.maketrans(b"<)]>", _OPENS + _CLOSES * 3)


class Sieve:
    """Tells quickly which texts cannot have the words that are looked for."""

    def __init__(self, words: str) -> None:
        self._letters = _letters(fold_key(words))

    def lets_through(self, text: str, *, markup: bool) -> bool:
        """Tell whether an article with this text, as it was decoded, may have the words.

        ``markup`` says that its format may leave out letters: addresses, tags, cells of tables.
        """
        letters = self._letters
        if not letters or not text or text.isspace() or "\x1b" in text:
            return True
        if text.isascii():
            folded = text.lower()
        elif _UNSURE.search(text):
            return True
        else:
            # Without blanks nothing is to be remembered of where they were.
            folded = fold_key("".join(clean(text).split()))
        if "[page" in folded:
            return True
        key = folded.encode("utf-8", "surrogatepass")
        if letters in key.translate(None, _SIGNS):
            return True
        return markup and (_leaves_out(text) or self._around_gaps(key))

    def _around_gaps(self, key: bytes) -> bool:
        """Tell whether the words may stand around what is left out.

        That begins where something opens, and ends where something closes, whatever they are: so
        the first letters stand before an opening, and the next ones behind a closing.
        """
        marked = key
        for opening in _MAY_OPEN:
            marked = marked.replace(opening, _OPENS)
        marked = marked.translate(_MARKED)
        if _OPENS not in marked:
            return False
        # What opens may close something else: the bracket of an address that stands by its name.
        closing = marked.replace(_OPENS, _OPENS + _CLOSES).translate(None, _KEPT)
        backwards = closing.replace(_CLOSES, b"")[::-1]
        letters = self._letters
        return any(
            _reached(backwards, _OPENS, letters[:at][::-1], _OPENS)
            and _reached(closing, _CLOSES, letters[at:], _OPENS + _CLOSES)
            for at in range(1, len(letters))
        )


def _leaves_out(text: str) -> bool:
    """Tell whether a text with markup has what may be left out without a sign of it."""
    return bool(("&" in text and _ENTITY.search(text)) or ("|" in text and _TABLE.search(text)))


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
