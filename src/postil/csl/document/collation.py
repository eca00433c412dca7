"""Collation keys: words as a dictionary of a language orders them.

The rules are those of the Unicode Collation Algorithm at its first level, with the tailorings that
the Common Locale Data Repository has for each language: accents and case do not count, but for the
letters that a language takes for letters of their own.
"""

from __future__ import annotations

import unicodedata
from functools import cache

_BESIDE_OTHERS = {
    "æ": "ae", "ð": "d", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "œ": "oe",
    "þ": "th", "ŧ": "t", "ƀ": "b", "ɨ": "i", "ʉ": "u", "й": "и\U000f0000",
}  # fmt: skip
"""Letters that stand beside others, and that Unicode takes apart wrongly or not at all."""

_SCANDINAVIAN = "z<æä<øö<å"
_CROATIAN = "c<č<ć d<đ s<š z<ž"
_TURKIC = "c<ç g<ğ h<ı o<ö s<ş u<ü"

_OWN_LETTERS = {
    "az": f"{_TURKIC} e<ə", "bs": _CROATIAN, "cs": "c<č h<ch r<ř s<š z<ž",
    "da": _SCANDINAVIAN, "eo": "c<ĉ g<ĝ h<ĥ j<ĵ s<ŝ u<ŭ", "es": "n<ñ", "et": "s<š<z<ž w<õ<ä<ö<ü",
    "eu": "n<ñ", "fi": "z<å<äæ<öø", "gl": "n<ñ", "hr": _CROATIAN,
    "hu": "c<cs d<dz<dzs g<gy l<ly n<ny o<öő s<sz t<ty u<üű z<zs",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ<ö<å", "lt": "c<č s<š z<ž",
    "lv": "c<č g<ģ k<ķ l<ļ n<ņ s<š z<ž", "nb": _SCANDINAVIAN, "nn": _SCANDINAVIAN,
    "no": _SCANDINAVIAN, "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż", "ro": "a<ă<â i<î s<șş t<țţ",
    "sk": "a<ä c<č h<ch o<ô s<š z<ž", "sl": "c<č<ć d<đ s<š z<ž", "sq": "c<ç e<ë",
    "sr": _CROATIAN, "sv": "z<å<äæ<öø", "tr": _TURKIC, "uk": "г<ґ е<є и<і<ї",
    "vi": "a<ă<â d<đ e<ê o<ô<ơ u<ư",
}  # fmt: skip
"""Of each language, its letters in chains: each stands behind all words that begin with the one
before it. Letters that are set side by side have one place; two letters may be one."""

_SCRIPTS = {
    "ar": (0x600, 0x6FF), "be": (0x400, 0x52F), "bg": (0x400, 0x52F), "el": (0x370, 0x3FF),
    "fa": (0x600, 0x6FF), "he": (0x590, 0x5FF), "hi": (0x900, 0x97F), "hy": (0x530, 0x58F),
    "ka": (0x10A0, 0x10FF), "kk": (0x400, 0x52F), "km": (0x1780, 0x17FF), "ko": (0x1100, 0x11FF),
    "ky": (0x400, 0x52F), "mk": (0x400, 0x52F), "mn": (0x400, 0x52F), "ru": (0x400, 0x52F),
    "sr": (0x400, 0x52F), "th": (0xE00, 0xE7F), "uk": (0x400, 0x52F), "ur": (0x600, 0x6FF),
    "zh": (0x4E00, 0x9FFF),
}  # fmt: skip
"""Of each language that sets its own script before all others, the first and last sign of it."""

_OTHER_SCRIPTS = 0xE0000
"""What is added to letters of another script, which then stand behind those of the language."""

_LAST_OF_PLANE = 0xFFFF
"""The last sign of those that nearly all writing takes."""

_UNHEARD = frozenset("’'‘“”\"«».,:;…[]")
"""Marks that do not count."""

_PRIVATE = 0xF0001
"""The first sign that stands behind every letter and that no text has."""


@cache
def _tailoring(lang: str) -> tuple[dict[int, str], tuple[tuple[str, str], ...]]:
    """Return what stands for each letter of a language, and for each two that are one."""
    single: dict[int, str] = {}
    pairs: list[tuple[str, str]] = []
    for chain in _OWN_LETTERS.get(lang, "").split():
        first, *rest = chain.split("<")
        for place, letters in enumerate(rest):
            behind = first + chr(_PRIVATE + place)
            if letters.isascii():
                pairs.append((letters, behind))
            else:
                single |= {ord(letter): behind for letter in letters}
    return single, tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


_WHOLE_LETTERS = str.maketrans(_BESIDE_OTHERS)


def collated(words: str, lang: str = "") -> str:
    """Return words so that strings compare as the words do in a language, such as ``sv-SE``."""
    folded = unicodedata.normalize("NFC", words.strip().casefold())
    single, pairs = _tailoring(lang[:2])
    if single or pairs:
        for letters, behind in pairs:
            folded = folded.replace(letters, behind)
        folded = folded.translate(single)
    base = unicodedata.normalize("NFKD", folded.translate(_WHOLE_LETTERS))
    heard = (sign for sign in base if not unicodedata.combining(sign) and sign not in _UNHEARD)
    out = " ".join("".join(heard).split())
    script = _SCRIPTS.get(lang[:2])
    return out if script is None else "".join(_placed(sign, *script) for sign in out)


def _placed(sign: str, first: int, last: int) -> str:
    """Return a letter as it stands where the script of the language comes first."""
    code = ord(sign)
    if first <= code <= last or code > _LAST_OF_PLANE or not sign.isalpha():
        return sign
    return chr(_OTHER_SCRIPTS + code)
