"""Connecting words before a name: "via", "first published in", "Von"; no part of it."""

from __future__ import annotations

import re
from functools import cache

from postil.lexicon import outlet_rules, person_names, wordlists
from postil.text.lazy_regex import lazily

_CALCULATED = lazily(
    r"(?:[\w’']{2,12}\s){0,3}?(?:calculations?|computations?|elaboration|estimates?|analysis)"
    r"(?:\sby\s(?:the\s)?[\w’']{2,20}(?:\s[\w’']{2,20}){0,2}?)?"
    r"\s(?:based\son|from|using)\s(?:the\s)?(?=[A-Z\"“])",
    re.IGNORECASE,
    needs="calculation|computation|elaboration|estimate|analysis",
)
_CONTRIBUTED = lazily(
    r"^[-–—\s]{0,4}(.{2,80}?)\s(?:staff\s)?contributed\s(?:to\sthis\s(?:report|story|article)"
    r"|(?:additional\s)?reporting(?:\s(?:from|in|to|for)\s.{2,60})?)\.?$",
    needs="contributed",
)
_OTHER_HANDS = lazily(
    r"[;,]\s(?:(?:additional\s)?(?:reporting|writing)|editing)"
    r"\sby\s[^;]{2,80}",
    re.IGNORECASE,
    needs="reporting|writing|editing",
)
_IN_WORK = lazily(
    r"([^:,;“”]{4,60}):\s([^:“”„]{3,160}?)[.,]\s(?:in|dans|en|w|v|en el)\s?:\s",
    re.IGNORECASE,
    needs=":",
)
_REPORTING = lazily(r"(?:Additional\s)?[Rr]eporting\sby\s[A-Z]", needs="reporting")
_DATED = lazily(r",.{0,80}[12]\d\d\d")
_INSIDE = ("contributed", "calculation", "computation", "elaboration", "estimate", "analysis")
"""Words of the patterns whose phrases begin with a name, or with any word."""
_IN_LANGUAGE = lazily(r"\b(published|appeared)\sin\s[A-Z][a-z]{3,12}\s(?=in\s)", needs="in")
_TO_PERSON = lazily(
    r"([A-Z][^,;:“”()]{3,50}?)\s(?:to|à|an|an die|a)\s([A-Z][^,;:“”()]{3,50})(?=,|$)"
)
_LICENSED = lazily(
    r"\s(?:under\s(?:an?|the)\s.{2,60}\slicen[cs]e|(?:with|by)\s(?:kind\s)?permission)\.?$",
    re.IGNORECASE,
)
_IN_PRINT = lazily(
    r"^.{2,60}\sappeared\sin\sprint\s(?:on\s)?(.{3,20}?\d{4}),?\s(?:on\s)?[Pp]age\s([\w-]{1,6})\sof\s(?:the\s)?(.{2,60}?)\.?$",
    needs="print",
)
_WITH_PERSON = lazily(
    r"\bby\s([A-Z][^,;:“”()]{3,40}?)\swith\s([A-Z][^,;:“”()]{3,40})(?=,|$)", needs="with"
)
_OWNED_TITLE = lazily(r"([A-Z][^,;:“”()]{3,50}?)['’]s?\s([A-Z][^,;:“”()]{2,90})(?=[,(]|$)")
_LONGEST = 9
"""Words that connect in one phrase."""


def _is_person(words: str) -> bool:
    return bool(person_names.parse_names(words)) and not outlet_rules.is_publication(words)


def with_marked_title(words: str) -> str:
    """Return words with marks around a title that a colon and "In:" tell.

    | words                               | result                              |
    |-------------------------------------|-------------------------------------|
    | Mary Lamb: Salz. In: Hafenblatt     | Mary Lamb, “Salz”, Hafenblatt       |
    | Mary Lamb: Hafenblatt               | (as it is)                          |
    """
    match = _IN_WORK.match(words)
    if match is None or not person_names.parse_names(match[1]):
        return words
    return f"{match[1]}, “{match[2]}”, {words[match.end() :]}"


def with_owned_title(words: str) -> str:
    """Return "Mary Lamb’s Salt and Rope" with a comma, and with marks around the title."""
    match = _OWNED_TITLE.match(words)
    if match is None or not _is_person(match[1]):
        return words
    return f"{match[1]}, “{match[2].strip()}”{words[match.end() :]}"


def is_reporting(words: str) -> bool:
    """Tell whether words name who reported something, as agencies do at the end of a story."""
    return words[:1] in ("A", "R", "r") and _REPORTING.match(words) is not None


def is_connected(words: str) -> bool:
    """Tell whether :func:`without_connecting` finds a word that connects."""
    first = words.lstrip("-–— ").partition(" ")[0]
    if not _may_connect(first) and words[:1] not in (",", ";"):
        small = words.lower()
        if not any(map(small.__contains__, _INSIDE)):
            return False
    return without_connecting(words)[1] != ""


def is_dated(words: str) -> bool:
    """Tell whether a bracket begins with a word that connects, and has a year behind a comma."""
    if "," not in words or not is_connected(words):
        return False
    return _DATED.search(words.partition(")")[0]) is not None


def _may_connect(first: str) -> bool:
    return first.rstrip(":").casefold() in _first_words()


@cache
def _first_words() -> frozenset[str]:
    """Return the first words of all phrases that connect."""
    lists = (wordlists.BEFORE_OUTLETS, wordlists.BEFORE_PERSONS, wordlists.MAKERS)
    return frozenset(phrase.partition(" ")[0] for words in lists for phrase in words)


def without_connecting(words: str) -> tuple[str, str]:
    """Return words without what connects them, and what a name behind that is.

    | words                                    | left         | is     |
    |------------------------------------------|--------------|--------|
    | via Harbour Lantern                      | the outlet   | outlet |
    | Von Dieter Kranz                         | the person   | person |
    | Authors’ calculations based on X Survey  | X Survey     | outlet |
    | — Reuters contributed to this report.    | Reuters      | outlet |
    | Mary Lamb; Editing by Tom Rook           | Mary Lamb    |        |
    | via the sea                              | (as it is)   |        |
    """
    words = _LICENSED.sub("", _OTHER_HANDS.sub("", words))
    words = _IN_PRINT.sub(r"\3, \1, p. \2", words)
    if (both := _WITH_PERSON.search(words)) and all(map(_is_person, both.groups())):
        words = f"{words[: both.start(1)]}{both[1]} and {both[2]}{words[both.end() :]}"
    if (letter := _TO_PERSON.match(words)) and all(map(_is_person, letter.groups())):
        words = letter[1] + words[letter.end() :]
    if match := _CALCULATED.match(words):
        return words[match.end() :], "outlet"
    if match := _CONTRIBUTED.match(words):
        by = "person" if _is_person(match[1]) else "outlet"
        return match[1].removeprefix("The "), by
    words = _IN_LANGUAGE.sub(r"\1 ", words)
    tokens = words.lstrip("-–— ").split(" ")
    if not _may_connect(tokens[0]):
        return words, ""
    for size in range(min(_LONGEST, len(tokens) - 1), 0, -1):
        phrase = " ".join(tokens[:size]).rstrip(":").casefold()
        rest = " ".join(tokens[size:]).lstrip(": ").removeprefix("the ")
        if not rest or (rest[0].islower() and "." not in rest.split()[0]):
            continue
        if phrase in wordlists.BEFORE_OUTLETS:
            return rest, "outlet"
        if phrase in wordlists.BEFORE_PERSONS or phrase in wordlists.MAKERS:
            return rest, "person"
    return words, ""
