"""Numerals: what the figures, letters and signs that number the parts of a text count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from postil.document.formats.headings.title_words import ALPHABETS
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_ROMAN = lazily(r"(?:xc|xl|l?x{0,3}|cx{0,3})(?:ix|iv|v?i{0,3})$", re.IGNORECASE)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_IDEOGRAPHS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
    "十": 10,
    "廿": 20,
    "卅": 30,
    "百": 100,
}
IDEOGRAPHS = "".join(_IDEOGRAPHS)
"""The signs of which Chinese and Japanese numbers are written."""
_HEBREW = dict(zip("אבגדהוזחטיכלמנסעפצ", (*range(1, 11), *range(20, 100, 10)), strict=True))


class Numeral(NamedTuple):
    """One way to read a number."""

    kind: str
    """What it counts in: figures, ideographs, Roman numerals, or an alphabet's first letter."""
    value: int


def readings(number: str) -> Iterator[Numeral]:
    """Yield the ways to read a number without dots: ``I`` is 1 to Romans, and the ninth letter."""
    if number.isdecimal():
        yield Numeral("figures", int(number))
    elif number[0] in _IDEOGRAPHS:
        if all(sign in _IDEOGRAPHS for sign in number):
            yield Numeral("ideographs", _ideographic(number))
    elif number[0] in _HEBREW:
        value = sum(_HEBREW.get(letter, 0) for letter in number)
        if value and all(letter in _HEBREW or letter in "׳״'\"" for letter in number):
            yield Numeral("א", value)
    else:
        if number in (number.lower(), number.upper()) and _ROMAN.match(number):
            yield Numeral("Roman" if number[0].isupper() else "roman", _roman(number.lower()))
        if len(number) == 1 and (found := _alphabets().get(number)):
            yield found


def _roman(number: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in number]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _ideographic(number: str) -> int:
    """Read 二十一, 百八 and 一〇三."""
    whole, figure, has_unit = 0, 0, False
    for sign in number:
        value = _IDEOGRAPHS[sign]
        if value < 10:
            figure = figure * 10 + value
            continue
        has_unit = True
        if value in (20, 30):
            whole, figure = whole + value, 0
        else:
            whole, figure = whole + (figure or 1) * value, 0
    return whole + figure if has_unit else figure


@cache
def _alphabets() -> dict[str, Numeral]:
    return {
        letter: Numeral(alphabet[0], value)
        for alphabet in ALPHABETS
        for value, letter in enumerate(alphabet, 1)
    }
