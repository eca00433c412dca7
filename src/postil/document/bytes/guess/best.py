"""The likeliest encoding of a sample: the one in which it reads as some language does.

Each candidate decodes the sample; what comes out is weighed letter by letter by the models of the
languages that the encoding is for, in bits for each byte outside ASCII. A byte that decodes to
nothing costs much and decides nothing: texts have stray bytes. Where letters stand tells as well:
no capital follows a small letter, no sign of money stands within a word.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from postil.document.bytes.guess import stray
from postil.document.bytes.guess.models import NEVER, Model, models
from postil.document.bytes.guess.samples import sample
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily, lazily_bytes

CANDIDATES = {
    "cp1252": ("western",),
    "cp1250": ("central",),
    "cp1251": ("cyrillic",),
    "cp1253": ("greek",),
    "cp1254": ("turkish",),
    "cp1255": ("hebrew",),
    "cp1256": ("arabic",),
    "cp1257": ("baltic",),
    "iso8859_2": ("central",),
    "iso8859_3": ("turkish",),
    "iso8859_4": ("baltic",),
    "iso8859_5": ("cyrillic",),
    "iso8859_6": ("arabic",),
    "iso8859_7": ("greek",),
    "iso8859_8": ("hebrew",),
    "iso8859_16": ("central",),
    "koi8_r": ("cyrillic",),
    "koi8_u": ("cyrillic",),
    "cp866": ("cyrillic",),
    "cp874": ("thai",),
    "mac_roman": ("western",),
    "mac_cyrillic": ("cyrillic",),
    "mac_latin2": ("central",),
    "mac_greek": ("greek",),
    "mac_turkish": ("turkish",),
    "cp437": ("western",),
    "cp850": ("western",),
    "cp852": ("central",),
    "cp737": ("greek",),
    "cp857": ("turkish",),
    "cp862": ("hebrew",),
    "cp775": ("baltic",),
    "gb18030": ("simplified", "traditional"),
    "big5hkscs": ("traditional",),
    "cp949": ("korean",),
    "johab": ("korean",),
    "cp932": ("japanese",),
    "euc_jp": ("japanese",),
}
"""Encodings, the commoner of two that fit as well first, and what they are for."""

_ODDNESS = {"cp1252": 0.0, "iso8859_16": 0.6, "iso8859_3": 0.6, "iso8859_4": 0.4, "cp775": 0.3}
_USUAL = 0.1
"""Bits for each byte by which an encoding must be better than a commoner one."""
_LOST = -24.0
"""Bits of a byte that decodes to nothing."""
_RARE = -13.5
"""Bits of a letter of a script with thousands that is none of the frequent ones."""
_RAREST = -22.0
"""Bits of one that hardly any text has."""
_OPENING, _CLOSING, _DASHES = "“‘«„‚¿¡‹", "”’»“›", "–—…"
_SIGN_IN_PLACE, _SIGN_ASTRAY, _SIGN_IN_WORD = -5.0, -11.0, -18.0
_CAPITAL_IN_WORD = -8.0
"""Bits that a capital behind a small letter costs beside its own, or the small one before it."""
_MIXED = -12.0
"""Bits of a letter beside one of another script."""
_NO_LETTERS = dict.fromkeys(range(0xF8F0, 0xF8F4), "\ufffd")
"""What Shift JIS makes of single bytes that it has no letter for."""
_FEW = 6
"""Stray bytes of a sample that are left out, so that they spoil nothing behind them."""
_WORD = 2.5
"""Bits that a frequent word with a letter outside ASCII is worth."""
_LIKENESS = 5.0
"""Bits for each byte outside ASCII that a text of frequent words alone would be worth."""
_NUMBERS = "€£°§№©®²³±½·"
_FREQUENT_PLANE = (("\u4e00", "\u9fa5"), ("\uac00", "\ud7a3"), ("\u3040", "\u30ff"))
_WIDE_SIGNS = "，。、：；！？“”‘’（）《》「」『』【】—…·　・〜～－％〈〉"
_ODD = lazily(r"[^\x00-\x7f]")
_WORDS = lazily(r"[^\W\d_]+")
_ASCII_WORDS = lazily_bytes(rb"(?<![A-Za-z\x80-\xff])[A-Za-z]+(?![A-Za-z\x80-\xff])")


_SURELY = 0.5
"""Bits for each byte outside ASCII by which the best is better where it is surely right."""
_LARGER = {
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("big5", "cp950"), "big5hkscs"),
    **dict.fromkeys(("euc_kr",), "cp949"),
    **dict.fromkeys(("shift_jis",), "cp932"),
}
"""Encodings with those that hold the same letters at the same bytes, and more."""


class Guess(NamedTuple):
    """An encoding, and how well the sample reads in it."""

    encoding: str
    language: str
    bits: float
    """For each byte outside ASCII; the more the better, always below 0 but for frequent words."""


def guesses(data: bytes) -> list[Guess]:
    """Return candidates for the encoding of a document, the likeliest first.

    The list is empty where no byte stands outside ASCII.
    """
    piece = sample(data)
    odd = sum(byte > 127 for byte in piece)
    if not odd:
        return []
    # Words of letters with bytes outside ASCII beside them are none of ASCII.
    words = [word.lower().decode("ascii") for word in _ASCII_WORDS.findall(piece)]
    found = []
    for rank, (encoding, groups) in enumerate(CANDIDATES.items()):
        text = piece.decode(encoding, "replace")
        unusual = _ODDNESS.get(encoding, _USUAL) + rank / 1000
        scores = []
        for model in (model for group in groups for model in models()[group]):
            if model.wide:
                text = stray.decoded(piece, encoding, model, _FEW)
            bits = _bits(text, model) / odd + _LIKENESS * _likeness(words, model) - unusual
            scores.append(Guess(encoding, model.language, bits))
        found.append(max(scores, key=lambda one: one.bits))
    return sorted(found, key=lambda one: -one.bits)


def is_sure(data: bytes, found: Sequence[Guess]) -> bool:
    """Tell whether no other encoding gives another text that is as likely."""
    if not found:
        return True
    piece, best = sample(data), found[0]
    text = piece.decode(best.encoding, "replace")
    near = (one.encoding for one in found[1:] if best.bits - one.bits < _SURELY)
    return all(piece.decode(one, "replace") == text for one in near)


def read_as(data: bytes, encoding: str) -> str:
    """Return the text of a document in any encoding, with stray bytes left out of wide letters."""
    groups = CANDIDATES.get(_LARGER.get(encoding, encoding))
    if groups is None:
        return data.decode(encoding, "replace")
    return read(data, Guess(_LARGER.get(encoding, encoding), models()[groups[0]][0].language, 0))


def read(data: bytes, guess: Guess) -> str:
    """Return the text of a document in a guessed encoding, whatever stray bytes are in it."""
    groups = CANDIDATES[guess.encoding]
    known = [one for group in groups for one in models()[group] if one.language == guess.language]
    if not known[0].wide:
        return data.decode(guess.encoding, "replace")
    return stray.decoded(data, guess.encoding, known[0]).translate(_NO_LETTERS)


def _bits(text: str, model: Model) -> float:
    """Return how probable a text is in a language, in bits for all that is outside ASCII."""
    bits = 0.0
    letters = model.letters
    # Most texts are nearly all ASCII, which tells nothing here.
    places = [found.start() for found in _ODD.finditer(text)]
    for at in places:
        character = text[at]
        if character == "\ufffd":
            bits += _LOST
        elif model.wide:
            bits += letters.get(character) or _wide(character)
        else:
            before = text[at - 1] if at else " "
            after = text[at + 1] if at + 1 < len(text) else " "
            bits += _narrow(before, character, after, letters.get(character))
    if model.words:
        bits += _WORD * sum(word in model.words for word in _odd_words(text, places))
    return bits


def _odd_words(text: str, places: Sequence[int]) -> Iterator[str]:
    """Yield the words with a letter outside ASCII, in small letters; ``places`` are all those."""
    end = 0
    for at in places:
        if at < end or not _is_letter(text[at]):
            continue
        begin = at
        while begin > end and _is_letter(text[begin - 1]):
            begin -= 1
        if word := _WORDS.match(text, begin):
            yield word[0].lower()
            end = word.end()


def _is_letter(character: str) -> bool:
    return character.isalnum() and not character.isdecimal()


def _likeness(words: Sequence[str], model: Model) -> float:
    """Return which share of the words of ASCII the language has, which tell it from others."""
    return sum(word in model.words for word in words) / max(1, len(words))


def _narrow(before: str, character: str, after: str, bits: float | None) -> float:
    """Return the bits of a character of a script with few letters, by where it stands."""
    category = _category(character)
    if category[0] in "LM":
        bits = NEVER if bits is None else bits
        if category == "Lu" and (before.islower() or (before.isalpha() and after.islower())):
            bits += _CAPITAL_IN_WORD
        if category == "Ll" and after.isupper() and not before.isupper():
            bits += _CAPITAL_IN_WORD
        latin = character < "\u0250"
        for beside in before, after:
            if beside.isalpha() and (beside < "\u0250") != latin:
                bits += _MIXED
        return bits
    within = before.isalnum() and after.isalnum()
    if character in "’‘" and before.isalpha() and after.isalpha():
        return _SIGN_IN_PLACE if character == "’" else _SIGN_ASTRAY
    if character in _OPENING and not before.isalnum() and not after.isspace():
        return _SIGN_IN_PLACE
    if character in _CLOSING and not before.isspace() and not after.isalnum():
        return _SIGN_IN_PLACE
    if character in _DASHES and not (before.isalpha() and after.isalpha()):
        return _SIGN_IN_PLACE
    if character in _NUMBERS and (before.isdigit() or after.isdigit() or before == after == " "):
        return _SIGN_IN_PLACE - 1
    if character in "\xa0•":
        return _SIGN_IN_PLACE - 1
    if character == "—" and within:
        return _SIGN_IN_PLACE - 1
    return _SIGN_IN_WORD if within else _SIGN_ASTRAY if category[0] in "PS" else NEVER


def _wide(character: str) -> float:
    """Return the bits of a character of a script with thousands that is none of the frequent."""
    if character in _WIDE_SIGNS:
        return -6.0
    if any(first <= character <= last for first, last in _FREQUENT_PLANE):
        return _RARE
    return _RAREST


@cache
def _category(character: str) -> str:
    return unicodedata.category(character)
