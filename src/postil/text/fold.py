"""The key under which words are found, with the way back to the text they stand in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from unicodedata import decimal, normalize

from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_DOUBLE = "“”„‟«»″〝〞〟＂"
_SINGLE = "‘’‚‛‹›′´ʹʻʼ＇"
CUT = "\u2027"
"""The hyphenation point, which folds to a hyphen and a blank: it stands where a word was cut."""

_DASHES = "‐‑‒–—―−⁃﹘﹣－"
_LETTERS = (
    dict.fromkeys(_DOUBLE, '"')
    | dict.fromkeys(_SINGLE, "'")
    | dict.fromkeys(_DASHES, "-")
    | dict(zip("øđðłħıŋŧ⁄", "oddlhint/", strict=True))
    | {"æ": "ae", "œ": "oe", "þ": "th", "\u00ad": "", "\u0640": "", CUT: "- "}
    # Arabic: alef with wasla, Persian kaf and yeh, yeh without dots, the bound teh as a heh.
    | dict(zip("\u0671\u06a9\u06cc\u0649\u0629", "\u0627\u0643\u064a\u064a\u0647", strict=True))
)
"""Letters whose stroke or joint Unicode does not take apart, and signs typed another way.

Of Arabic letters those that Lucene's normalization of Arabic and Persian takes for the same.
"""

_MARKS = lazily(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670"
    "\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200d\u2060\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]"
)
"""Accents, points and nuktas; vowel signs of Indic scripts and the marks of kana are letters."""

_BLANKS = lazily(r"\s{2,}|[^\S ]")
_VOICED = lazily("[\uff66-\uff9d][\uff9e\uff9f]")
"""Half width kana with the mark of its voice, which is one letter in full width."""
_HANGUL = range(0xAC00, 0xD7A4)
_ASCII = bytes(range(128))


class Folded(NamedTuple):
    """A folded text; keys that are equal come from words that read alike."""

    key: str
    bends: Sequence[int] = ()
    """Offsets in the key at which the distance to the text changes, ascending."""
    places: Sequence[int] = ()
    """The offsets in the text that they stand for."""

    def place(self, at: int) -> int:
        """Return the offset in the text of an offset in the key, both in code points."""
        index = bisect_right(self.bends, at) - 1
        return at if index < 0 else self.places[index] + at - self.bends[index]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the run of the text that a run of the key comes from.

        It is never less than a whole character, and takes the marks that stand on its last one.
        """
        first = self.place(start)
        if end <= start:
            return first, first
        return first, max(self.place(end), self.place(end - 1) + 1)


def fold(text: str) -> Folded:
    """Fold case, accents, ligatures, width, digits, dashes, quotation marks and runs of blanks."""
    return _fold(text, blanks=True)


def fold_letters(text: str) -> Folded:
    """Fold as :func:`fold` does, but leave blanks as they are, for who passes over any of them.

    Most texts keep the places of all their letters then, and take a tenth of the time.
    """
    return _fold(text, blanks=False)


def _fold(text: str, *, blanks: bool) -> Folded:
    if text.isascii():
        blanks = blanks and (
            "  " in text or (not text.isprintable() and _BLANKS.search(text) is not None)
        )
        key, changed = text.lower(), {}
        if not blanks:
            return Folded(key)
    else:
        # As bytes, of which ASCII alone is told apart, a text takes a third of the time.
        data = text.encode("utf-8", "surrogatepass")
        far = set(data.translate(None, _ASCII).decode("utf-8", "surrogatepass"))
        changed = {sign: folded for sign in far if (folded := _folded(sign)) != sign}
        key = data.lower().decode("utf-8", "surrogatepass")
        blanks = blanks and _BLANKS.search(text) is not None
    if blanks:
        key = _BLANKS.sub(" ", key)
    voiced = "\uff9e" in changed or "\uff9f" in changed
    if voiced:
        key = _VOICED.sub(lambda match: normalize("NFKC", match[0]), key)
    uneven = []
    for character, folded in changed.items():
        key = key.replace(character, folded)
        if len(folded) != 1 and not character.isspace():
            uneven.append(character)
    if len(key) == len(text) and not uneven and not voiced:
        return Folded(key)
    parts = {character: changed[character] for character in uneven}
    return Folded(key, *_bends(text, parts, blanks=blanks))


def fold_key(text: str) -> str:
    """Return the folded text alone."""
    return fold(text).key


def _bends(text: str, uneven: dict[str, str], *, blanks: bool) -> tuple[list[int], list[int]]:
    steps = [
        (match.start(), match.end(), 1)
        for match in (_BLANKS.finditer(text) if blanks else ())
        if match.end() - match.start() > 1
    ]
    if "\uff9e" in text or "\uff9f" in text:
        # A voice that Unicode does not write in one letter stays two.
        steps += [
            (*match.span(), len(normalize("NFKC", match[0]))) for match in _VOICED.finditer(text)
        ]
    for character, folded in uneven.items():
        at = text.find(character)
        while at >= 0:
            steps.append((at, at + 1, len(folded)))
            at = text.find(character, at + 1)
    steps.sort()
    bends: list[int] = []
    places: list[int] = []
    shift = 0
    for start, end, size in steps:
        at = start + shift
        for within in range(1, size):
            bends.append(at + within)
            places.append(start)
        if bends and bends[-1] == at + size:
            places[-1] = end
        else:
            bends.append(at + size)
            places.append(end)
        shift += size - (end - start)
    return bends, places


@lru_cache(maxsize=1 << 16)
def _folded(character: str) -> str:
    if character.isspace():
        return " "
    if ord(character) in _HANGUL:
        return character
    letter = _LETTERS.get(character.casefold())
    if letter is not None:
        return letter
    if (digit := decimal(character, None)) is not None:
        return str(digit)
    apart = _MARKS.sub("", normalize("NFKD", normalize("NFKD", character).casefold()))
    # Cherokee folds to its capitals.
    folded = normalize("NFC", "".join(_LETTERS.get(part, part) for part in apart)).lower()
    # What Unicode takes for a blank with a mark on it is a sign of its own.
    return character if any(part.isspace() for part in folded) else folded
