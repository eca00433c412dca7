"""Code pages of RTF: the encodings that numbers of code pages and of charsets stand for."""

from __future__ import annotations

import codecs

_CHARSETS = {
    77: "mac_roman", 78: "shift_jis", 79: "euc_kr", 80: "gb2312", 81: "big5", 83: "mac_hebrew",
    85: "mac_greek", 86: "mac_turkish", 89: "mac_cyrillic", 128: "cp932", 129: "cp949",
    130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850",
}  # fmt: skip
_PAGES = {
    936: "gbk", 949: "cp949", 950: "cp950", 932: "cp932", 1361: "johab", 10000: "mac_roman",
    10006: "mac_greek", 10007: "mac_cyrillic", 10029: "mac_latin2", 10081: "mac_turkish",
    65001: "utf-8", 54936: "gb18030", 20866: "koi8_r", 21866: "koi8_u", 28591: "iso8859_1",
    28592: "iso8859_2", 28595: "iso8859_5", 708: "iso8859_6", 709: "iso8859_6", 710: "iso8859_6",
    819: "iso8859_1", 0: "cp1252",
}  # fmt: skip
LATIN = "cp1252"
SYMBOL = "symbol"
"""Stands for fonts whose codes are signs."""
_SYMBOL_CHARSET = 2
_DISTINCT = frozenset((0, 1, _SYMBOL_CHARSET))
"""Charsets that any program gives, which do not tell that it knows of charsets."""


def page_encoding(number: int) -> str:
    """Return the encoding of a code page, Windows-1252 for one that is not known."""
    name = _PAGES.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return LATIN


def charset_encoding(charset: int, page: str, charsets: frozenset[int]) -> str:
    """Return the encoding of a font's charset, where a document with that code page has others.

    Charset 0 is Western; but where all fonts have it although the code page is not, it was given
    without a thought.
    """
    if charset == _SYMBOL_CHARSET:
        return SYMBOL
    if charset == 0:
        return LATIN if charsets - _DISTINCT else page
    name = _CHARSETS.get(charset)
    if not name:
        return page
    try:
        return codecs.lookup(name).name
    except LookupError:
        return page
