"""Labels: the numbers, and words such as Chapter, with which a title begins."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from postil.document.formats.headings.numerals import IDEOGRAPHS, Numeral, readings
from postil.document.formats.headings.title_words import (
    ARTICLES,
    CHAPTER_SIGNS,
    CHAPTERS,
    FRAMES,
    NUMBERED_PARTS,
    ORDINALS,
    PARTS,
    SECTIONS,
    listed_form,
    parted_label,
)
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_NUMBER = lazily(
    r"(?P<open>[(\uff08\[\u3010\u3014\u00a7]?)\s?"
    r"(?P<number>\d{1,3}(?:[.\uff0e]\d{1,3}){0,5}|[IVXLC]{1,8}|[ivxlc]{1,8}"
    rf"|[{IDEOGRAPHS}]{{1,5}}|[\u05d0-\u05ea]{{1,2}}|[^\W\d_](?:\.\d{{1,3}}){{0,5}})"
    r"(?P<close>[.\u3001\uff0e\uff1a:)\uff09\]\u3011\u3015\u05f3']{0,2})(?P<gap>\s{0,9})(?P<title>\S.*|)$"
)
_COUNTED = lazily(
    rf"[\u7b2c\uc81c]\s?(?P<number>\d{{1,4}}|[{IDEOGRAPHS}]{{1,6}})\s?(?P<sign>\S)(?P<title>.*)$",
    needs="\u7b2c|\uc81c",
)
_BARE_COUNTED = lazily(
    rf"(?P<sign>[\u5377\u7b2c])(?P<number>\d{{1,3}}|[{IDEOGRAPHS}]{{1,4}}|[上中下])(?P<title>(?:\s.*)?)$",
    needs="\u5377|\u7b2c",
)
_SIGN_COUNTED = lazily(r"(?P<number>\d{1,3})\s?(?P<sign>[^\x00-\u02ff])(?P<title>.*)$")
_SIDED = lazily(r"(?P<number>[上中下])(?P<sign>[卷巻册冊部篇編编])(?P<title>(?:\s.*)?)$")
"""The first, the middle and the last of two or three parts."""
_SECTION_SIGN = lazily(r"(?P<number>\u00a7{1,2}\s?\d{1,4}(?:\s?[a-z])?)(?P<title>(?:[.:)]?\s.*)?)$")
_FRAMED = lazily(r"[-–—*~·•]{1,3}\s?(?P<inner>[^\W\d_]{1,8}\.?)\s?[-–—*~·•]{1,3}$")
"""A numeral between dashes or other signs."""
_STOPPED = lazily(r"[:\uff1a\u3001.\uff0e]")
_PARTED = lazily(r"[\s\u3000:\uff1a\u3001.\uff0e\u00b7\u30fb\u2014\u2013-]")
"""What parts a label from its title."""
_WORD_LABEL = lazily(
    r"(?P<first>[^\s\d.:,\u2014\u2013]{1,20})\.?[ :.\u3000]{0,2}"
    r"(?P<second>[^\s.:,;\u2014\u2013]{1,24})?"
    r"(?P<joint>[.:]?(?:\s{0,3}[\u2014\u2013-]{1,3})?\s{0,9})(?P<title>\S.*|)$"
)
_NUMBER_WORD = lazily(
    r"(?P<first>\d{1,3}|[IVXLC]{1,8})(?:\.|st|nd|rd|th|\u00ba|\u00aa|er|\u00e8me|-[\u0430-\u044f]{1,2})?"
    r"\s{1,3}(?P<second>[^\W\d_]{2,20})(?P<joint>[.:]?(?:\s{0,3}[\u2014\u2013-]{1,3})?\s{0,9})(?P<title>\S.*|)$"
)
_ENDING = lazily(
    r"(?i)(\d{1,3}|[ivx]{1,4}(?=er$|re$))"
    r"(?:st|nd|rd|th|\u00ba|\u00aa|er|re|e|\u00e8me|:e|-[\u0430-\u044f]{1,2})$"
)
_RANKS = {0: PARTS, 1: CHAPTERS, 2: SECTIONS, 4: ARTICLES}
_RANK_OF_SIGN = {
    **dict.fromkeys(
        "\u5377\u90e8\u7de8\u7f16\u7bc7\u518c\u518a\u96c6\u5e55\ubd80\ud3b8\uad8c\ub9c9", 0
    ),
    **dict.fromkeys("\u8282\u7bc0\u5834\u573a\uc808", 2),
    **dict.fromkeys("\u9805\u9879\u6b3e\uad00", 3),
    **dict.fromkeys("\u6761\u689d\uc870", 4),
}


class Label(NamedTuple):
    """What a line tells of its place among the parts of a text, before its title."""

    scheme: str
    """How it is written; labels of one scheme count on."""
    numerals: tuple[Numeral, ...]
    """The ways to read its number; none if it is a word, or there is none."""
    path: tuple[str, ...]
    """The number with those of the parts around it, as in 2.3.1."""
    rank: int | None
    """How great a part its word names: 0 for those that hold chapters, to 4; None without word."""
    title: str
    """What follows; often nothing."""
    parted: bool
    """Something stands between the two."""
    numbered: bool = True
    """It has a number, in figures or as a word."""


def read_label(text: str) -> Label | None:
    """Return the label of a line, None if it begins with none; the cheap look comes first."""
    first = text[0]
    if first in FRAMES:
        framed = _FRAMED.match(text)
        return _numbered(framed["inner"]) if framed else None
    if first == "\u00a7" and (found := _SECTION_SIGN.match(text)):
        # Paragraphs of laws leave numbers out and put others in; the sign is enough.
        number, title = found["number"], _bare(found["title"].lstrip(".:)"))
        return Label(
            "\u00a7", tuple(readings(number.strip("\u00a7 abcdefgh"))), (number,), 3, title, True
        )
    if first in "上中下" and (found := _SIDED.match(text)):
        return _counted(found)
    if first in "\u7b2c\uc81c\u5377" and (
        found := _COUNTED.match(text) or _BARE_COUNTED.match(text)
    ):
        return _counted(found)
    if first.isalpha() and (label := _worded(text)):
        return label
    if first.isdecimal() and (found := _SIGN_COUNTED.match(text)):
        return _counted(found, _STOPPED) or _numbered(text)
    if first.isdecimal() or first in "IVXLC":
        found = _NUMBER_WORD.match(text)
        if found and (rank := _ranks().get(listed_form(found["second"]))) is not None:
            title, word = found["title"], listed_form(found["second"])
            if not title or found["joint"].strip():
                return Label(word, tuple(readings(found["first"])), (), rank, title, parted=True)
    return _numbered(text)


def _counted(found: re.Match[str], parting: re.Pattern[str] | None = None) -> Label | None:
    sign, title = found["sign"], found["title"]
    if sign not in CHAPTER_SIGNS and sign != "\u7b2c":
        return None
    numerals = tuple(readings(found["number"]))
    if title[:1] in ("\uff0c", ","):
        return None
    parted = not title or (parting or _PARTED).match(title) is not None
    rank = _RANK_OF_SIGN.get(sign, 1)
    return Label(sign, numerals, (found["number"],), rank, _bare(title), parted)


def _numbered(text: str) -> Label | None:
    found = _NUMBER.match(text)
    if not found:
        return None
    opening, number, close = found["open"], found["number"], found["close"]
    title, gap = found["title"], found["gap"]
    if title and not gap and (title[0].isascii() or not (close.strip("'") or opening)):
        return None
    parts = tuple(filter(None, number.replace("\uff0e", ".").split(".")))
    numerals = tuple(readings(parts[-1] if len(parts) > 1 else number))
    if not numerals or (
        not close
        and not opening
        and len(parts) == 1
        and all(len(numeral.kind) == 1 for numeral in numerals)
    ):
        return None
    fullwidth = unicodedata.normalize("NFKC", close)
    scheme = f"{opening}{len(parts)}{fullwidth.rstrip(' :')}"
    return Label(scheme, numerals, parts, None, title, bool(gap or close or opening))


def _worded(text: str) -> Label | None:
    """Read "Chapter 3. Dawn", "Erstes Kapitel" and "2. fejezet"."""
    found = _WORD_LABEL.match(text)
    if not found:
        return None
    first, second = listed_form(found["first"]), found["second"] or ""
    title, joint = found["title"], found["joint"]
    word, number = parted_label(first)
    if number:
        first, title, second = word, f"{second}{joint}{title}".strip(), number
    rank = _ranks().get(first)
    if rank is not None:
        if listed_form(second) == "the":
            second, _, title = title.partition(" ")
        if not second:
            return (
                None
                if first in NUMBERED_PARTS
                else Label(first, (), (), rank, title, True, numbered=False)
            )
        numerals = _numerals_of(second)
        if numerals is None and first in NUMBERED_PARTS:
            return None
        if numerals is None:
            return Label(first, (), (), rank, f"{second}{joint}{title}".strip(), False, False)
        return Label(first, numerals, (second,), rank, title, bool(joint.strip()) or not title)
    if not second or (rank := _ranks().get(listed_form(second))) is None:
        return None
    numerals = _numerals_of(found["first"])
    if numerals is None:
        return None
    return Label(listed_form(second), numerals, (), rank, title, bool(joint.strip()) or not title)


def _numerals_of(word: str) -> tuple[Numeral, ...] | None:
    """Return how a word counts; nothing in it if it is an ordinal, None if it is no number."""
    if ended := _ENDING.match(word):
        word = ended[1]
    word = word.rstrip("\u0384\u0374\u02b9") or word
    if listed_form(word) in ORDINALS:
        return ()
    return tuple(readings(word)) or None


@cache
def _ranks() -> dict[str, int]:
    """Return the rank of each word for a part."""
    ranked = {word: rank for rank in sorted(_RANKS, reverse=True) for word in _RANKS[rank]}
    return dict.fromkeys(NUMBERED_PARTS, 0) | ranked


def _bare(title: str) -> str:
    return title.strip(" \u3000:\uff1a\u3001.\uff0e\u00b7\u30fb\u2014\u2013-")
