"""Numbers as words and figures, and ranges of pages: CSL 1.0.2, "Number" and "Page Ranges"."""

from __future__ import annotations

import re

from postil.csl.data.locators import read_label
from postil.csl.style.locale import Locale

_JOINT = re.compile(
    r"(?:(?<!\s)\s+)?(\\-|&|--?|–|(?:[,;]\s+|(?<=\s))(?:and|et|und|y)(?=\s)|[,;](?=\s))\s*",
    re.IGNORECASE,
)
"""What may stand between the numbers of a variable."""

_NUMERIC = re.compile(r"[^\W\d_]*[0-9]+(?:[^\W\d_]+[0-9]*)?|[ivxlcdm]+|[0-9]+/[0-9]+")
_FIGURES = re.compile(r"[0-9]+[a-z]*|[ivxlcdm]+|[IVXLCDM]+")
_ONE = r"(?:[^\W\d_]*[0-9]+(?:[^\W\d_]+[0-9]*)?|[ivxlcdm]+|[IVXLCDM]+)"
_MORE = (
    rf"{_ONE}(?:\\-{_ONE})*(?:\s*[-–]|(?:[,;]\s+|\s*&\s*|[,;]?\s+(?P<word>[^\W\d_]+)\s+)(?={_ONE}))"
)
"""A number, and what shows that several are meant; so long that it waits to be compiled."""

_PAGES = re.compile(
    r"\s*((?:[0-9]{0,18}[^\W\d_]{1,20})?)([0-9]{1,18})\s*[-–]"
    r"\s*((?:[0-9]{0,18}[^\W\d_]{1,20})?)([0-9]{1,18})\s*"
)
_BETWEEN = re.compile(r"(?:(?<!\s)\s+)?((?:[,;]\s+|(?<=\s))and(?=\s)|[,;](?=\s)|&)\s*")
_HYPHEN = re.compile(r"(?:(?<!\s)\s+)?(?<!\\)-\s*")
_RANGE = re.compile(r"(\w+)\s*[-–]\s*(\w+)")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999
_LONG_ORDINALS = 10
_LONGEST = 18
"""Figures of the longest number that is taken for one."""

_LONGEST_TEXT = 1000
"""Characters of the longest list of numbers that is read as one."""

_TEN = 10
_HUNDRED = 100
_SEVERAL = 2


def is_numeric(text: str) -> bool:
    """Tell whether text is one number or several, as ``2``, ``1st``, ``D2``, ``2-4``, ``2, 3``."""
    parts = _JOINT.split(text.strip())[::2] if len(text) <= _LONGEST_TEXT else [""]
    return all(_NUMERIC.fullmatch(part) for part in parts)


def is_plural(text: str, conjunction: str = "and") -> bool:
    """Tell whether text is several numbers, joined by a mark or by the word of the language."""
    match = re.match(_MORE, text[:_LONGEST_TEXT].strip())
    return match is not None and (match["word"] or "and").lower() in ("and", conjunction)


def roman(number: int) -> str:
    """Return a number in small Roman figures, those beyond 3999 in Arabic ones."""
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    out = ""
    for value, sign in _ROMAN:
        while number >= value:
            out += sign
            number -= value
    return out


def ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """Return a number as an ordinal in figures."""
    return f"{number}{ordinal_suffix(number, locale, gender)}"


def ordinal_suffix(number: int, locale: Locale, gender: str = "") -> str:
    """Return what makes an ordinal of a number: CSL 1.0.2, "Ordinal Suffixes"."""
    for last in dict.fromkeys((number % _HUNDRED, number % _TEN)):
        term = locale.ordinal(f"ordinal-{last:02d}", gender)
        if term is None:
            continue
        match = term.match or ("last-digit" if last < _TEN else "last-two-digits")
        if (
            (match == "last-digit" and last == number % _TEN)
            or (match == "last-two-digits" and last == number % _HUNDRED)
            or (match == "whole-number" and last == number)
        ):
            return term.single
    term = locale.ordinal("ordinal", gender)
    return term.single if term is not None else ""


def long_ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """Return a number as an ordinal in words, where the language has them."""
    if 0 < number <= _LONG_ORDINALS:
        term = locale.ordinal(f"long-ordinal-{number:02d}", gender)
        if term is not None:
            return term.single
    return ordinal(number, locale, gender)


def format_number(text: str, form: str, locale: Locale, gender: str = "") -> str:
    """Return a number variable in a form; what is not numeric stays as it is.

    A place within what is numbered, as in ``7, p. 3-8``, takes the words of the language.
    """
    if ", " in text and (placed := _with_place(text, form, locale, gender)):
        return placed
    if "/" in text or not is_numeric(text):
        return text
    pieces = _JOINT.split(text.strip())
    out = [_formatted_part(pieces[0], form, locale, gender)]
    for before, sign, part in zip(pieces[::2], pieces[1::2], pieces[2::2], strict=False):
        ranged = _FIGURES.fullmatch(before) and _FIGURES.fullmatch(part)
        out.append(_joint(sign, locale) if ranged or sign not in "-–" else sign)
        out.append(_formatted_part(part, form, locale, gender))
    return "".join(out)


def _with_place(text: str, form: str, locale: Locale, gender: str) -> str:
    number, _, place = text.partition(", ")
    label, place = read_label(place)
    if not (label and is_numeric(number) and is_numeric(place)):
        return ""
    words = locale.term(label, "short", is_plural(place)) or label
    pages = format_number(place, "numeric", locale)
    return f"{format_number(number, form, locale, gender)}, {words} {pages}"


def _joint(sign: str, locale: Locale) -> str:
    if sign in "-–":
        return locale.term("page-range-delimiter") or "–"
    if sign == "\\-":
        return "-"
    if sign in ",;":
        return f"{sign} "
    if sign == "&":
        return f" {locale.term('and', 'symbol') or sign} "
    return sign if sign == "--" else f" {sign} "


def _formatted_part(part: str, form: str, locale: Locale, gender: str) -> str:
    if not part.isdecimal() or not part.isascii() or len(part) > _LONGEST:
        return part
    number = int(part)
    if form == "ordinal":
        return ordinal(number, locale, gender)
    if form == "long-ordinal":
        return long_ordinal(number, locale, gender)
    if form == "roman":
        return roman(number)
    return part


def page_range(text: str, form: str, delimiter: str) -> str:
    """Return pages with their ranges in a form: expanded, minimal, minimal-two or chicago."""
    if len(text) > _LONGEST_TEXT:
        return text
    pieces = _BETWEEN.split(text.strip())
    pieces[::2] = [_pages(piece, form, delimiter) for piece in pieces[::2]]
    pieces[1::2] = [f"{sign} " if sign[0] in ",;" else f" {sign} " for sign in pieces[1::2]]
    return "".join(pieces).replace("\\-", "-")


def _pages(text: str, form: str, delimiter: str) -> str:
    match = _PAGES.fullmatch(text)
    if match is None or match[1] != match[3]:
        halves = _RANGE.fullmatch(text)
        if halves is not None and all(_FIGURES.fullmatch(half) for half in halves.groups()):
            return f"{halves[1]}{delimiter}{halves[2]}"
        return _HYPHEN.sub("-", text.strip())
    prefix, first, second = match[1], match[2], match[4]
    if not form:
        return f"{prefix}{first}{delimiter}{match[3]}{second}"
    if len(second) < len(first):
        second = first[: len(first) - len(second)] + second
    if int(second) < int(first):
        return text.strip()
    if form == "expanded":
        return f"{prefix}{first}{delimiter}{prefix}{second}"
    return f"{prefix}{first}{delimiter}{_shortened(first, second, form)}"


def _shortened(first: str, second: str, form: str) -> str:
    if len(second) > len(first):
        return second
    same = 0
    while same < len(first) - 1 and first[same] == second[same]:
        same += 1
    if form == "minimal":
        return second[same:]
    if form == "minimal-two":
        return second[min(same, max(0, len(second) - 2)) :]
    return _chicago(first, second, same, form)


def _chicago(first: str, second: str, same: int, form: str) -> str:
    """Shorten as the Chicago Manual of Style does: 9.61 of the 16th edition, 9.64 of the 17th."""
    number = int(first)
    if number < _HUNDRED or number % _HUNDRED == 0:
        return second
    if number % _HUNDRED < _TEN:
        return second[same:]
    changed = len(second) - same
    if len(first) == 4 and changed >= 3 and form in ("chicago", "chicago-15"):
        return second
    return second[min(same, len(second) - 2) :]
