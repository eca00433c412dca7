"""Headings that nothing marks: found by their wording, their place and their neighbours."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from postil.model.article import BlockKind
from postil.reading.page import LEADER, Finding, Page
from postil.reading.wording import (
    dangles,
    ends_in_quotation,
    ends_openly,
    is_capitals,
    is_half_quotation,
    is_known,
    is_small,
    title_case,
    words_in,
)

_SHORTEST, _LONGEST, _LONGEST_WRAPPED = 2, 130, 80
_LONG_TEXT = 120
"""Code points from which a unit is surely text."""
_SENTENCE_TITLE = 80
_REPEATS = 3
"""A line that stands this often in a text is no title."""
_SURE = 3.0
_SURE_BY_STYLE = {True: 1.5, False: 0.5}
"""What suffices where other headings show the same style: in wrapped texts, in others."""
_MIDDLE = 39
"""The column about which the lines of a page of 78 are centred."""

_NO_TITLE = re.compile(r"https?://|[|={}<>\\]|\s=\s|@")
_BARE_SIGN = re.compile(r"[^\w“‘\"']")
_CAPTION = re.compile(r"(?:fig(?:ure)?|table|example|listing|plate)\.?\s+\d", re.IGNORECASE)
_FIELD = re.compile(r"\w[\w-]*:\s*\S+$")
_FIELD_WRAPPED = re.compile(r"[A-Z][\w-]*: \S")
_TITLE_PAGE = re.compile(
    r"©|^copyright\b.*\d{4}|^\W*\d{4}-\d\d-\d\d|^(?:version|revision|draft|release)\s+v?\d"
    r"|^(?:last )?(?:updated|revised|modified|published)\b|^by\b",
    re.IGNORECASE,
)
_SENTENCE_INSIDE = re.compile(r"[.!?]\s")
_ENDED = '.?!”"’)]:'


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    text: str
    words: list[str]
    following: int
    score: float


def find_unmarked(page: Page) -> None:
    """Find the lines that look like headings, then those in the style of the ones found."""
    opening = _first_text(page)
    candidates = [found for index in _lines(page) if (found := _weighed(page, index, opening))]
    for candidate in candidates:
        if candidate.score >= _SURE:
            page.mark(candidate.index, 1 if is_capitals(candidate.text) else 2)
    _find_by_style(page, candidates)


def _lines(page: Page) -> list[int]:
    longest = _LONGEST_WRAPPED if page.shape.wrapped else _LONGEST
    short = [
        index
        for index in page.open_lines()
        if _SHORTEST <= len(page.texts[index]) <= longest and len(page.units[index].lines) == 1
    ]
    repeated = Counter(page.texts[index] for index in short)
    return [index for index in short if repeated[page.texts[index]] < _REPEATS]


def _weighed(page: Page, index: int, opening: int) -> _Candidate | None:
    """Return the line with its score, or None if it can be no title."""
    text = page.texts[index]
    if not _may_be_title(text, wrapped=page.shape.wrapped):
        return None
    words = words_in(text)
    if dangles(words) or all(map(is_small, words)):
        return None
    following = page.following(index)
    if following is None or index + 1 >= page.tail:
        return None
    score = _by_wording(text, words)
    if page.shape.wrapped:
        score += _by_layout(page, index, following)
        if index > opening and _is_centred(page, index, following):
            score += 3
    else:
        score += _by_neighbours(page, index, following)
    return _Candidate(index, text, words, following, score)


def _may_be_title(text: str, *, wrapped: bool) -> bool:
    if LEADER.search(text) or _NO_TITLE.search(text) or _BARE_SIGN.match(text):
        return False
    if not ends_openly(text) and not ends_in_quotation(text):
        return False
    if not any(character.isalpha() for character in text):
        return False
    if _CAPTION.match(text) or _FIELD.match(text) or _TITLE_PAGE.search(text):
        return False
    return not (wrapped and _FIELD_WRAPPED.match(text) and not is_capitals(text))


def _by_wording(text: str, words: list[str]) -> float:
    score = 0.0
    share = title_case(words)
    if is_known(text):
        score += 4
    if is_capitals(text):
        score += 2
    if share >= 0.75:
        score += 2
    elif share >= 0.55:
        score += 1
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "“‘\"'"):
        score -= 3
    if is_half_quotation(text):
        score -= 3
    if len(words) <= 14:
        score += 1
    if text[-1] == "!":
        score -= 2
    if len(text) > 90:
        score -= 0.5
    return score


def _by_layout(page: Page, index: int, following: int) -> float:
    """Weigh how the line stands on a page of wrapped lines."""
    unit, later, body = page.units[index], page.units[following], page.shape.indent
    score = 0.0
    if unit.indent < later.indent:
        score += 1.5
    if body + 2 <= unit.indent == later.indent:
        score -= 1
    if unit.before >= 2:
        score += 1
    if 0 < body <= unit.indent <= body + 6:
        score -= 2
    if _SENTENCE_INSIDE.search(page.texts[index]):
        score -= 1
    return score


def _by_neighbours(page: Page, index: int, following: int) -> float:
    """Weigh the paragraphs around the line, each of which is one line too."""
    later = page.texts[following]
    score = 0.0
    if len(later) >= _LONG_TEXT:
        score += 1
    elif page.findings[following] is Finding.TEXT and len(later) < 60 and not later[0].isupper():
        score -= 1
    if index > 0 and len(page.texts[index - 1]) >= _LONG_TEXT:
        score += 0.5
    return score


def _is_centred(page: Page, index: int, following: int) -> bool:
    unit = page.units[index]
    off = unit.indent + len(page.texts[index]) / 2 - _MIDDLE
    deep = unit.indent > page.shape.indent + 8
    return abs(off) <= 4 and deep and page.units[following].indent < unit.indent - 4


def _first_text(page: Page) -> int:
    """Return the index of the first unit that is long enough to be text."""
    for index, text in enumerate(page.texts):
        contents = page.findings[index] is Finding.CONTENTS
        if len(text) >= _LONG_TEXT and not contents and not LEADER.search(text):
            return index
    return 0


def _find_by_style(page: Page, candidates: list[_Candidate]) -> None:
    """Accept weaker lines that stand as accepted headings do, before a body of text."""
    body, wrapped = page.shape.indent, page.shape.wrapped
    units = page.units
    hanging = sum(
        wrapped and units[found.index].indent < body
        and units[found.following].indent > units[found.index].indent
        for found in candidates
    )  # fmt: skip
    indents = {units[index].indent for index in page.levels}
    for found in candidates:
        if found.index in page.levels or found.score < _SURE_BY_STYLE[wrapped]:
            continue
        unit, later = units[found.index], units[found.following]
        if wrapped and found.index > 0 and _is_centred(page, found.index, found.following):
            page.mark(found.index, 1)
        elif (wrapped and unit.indent < body and (unit.indent in indents or hanging >= 2) and (
            unit.indent < later.indent or unit.before >= 2
        )) or _opens_a_text(page, found):  # fmt: skip
            page.mark(found.index, 2)


def _opens_a_text(page: Page, found: _Candidate) -> bool:
    """Tell whether the line stands after a finished text and before a new one."""
    if not found.index or not found.text[0].isupper() or len(found.text) > _SENTENCE_TITLE:
        return False
    if not 1 <= len(found.words) <= 11:
        return False
    body = page.shape.indent
    unit, later, earlier = page.units[found.index], page.units[found.following], found.index - 1
    if unit.indent > min(body, later.indent) or 0 < body <= unit.indent:
        return False
    longer = len(page.texts[found.following]) >= 70
    if not longer and page.findings[found.following] is not Finding.HEADING:
        return False
    ended = page.texts[earlier][-1:] in _ENDED or page.findings[earlier] is Finding.HEADING
    return ended or page.units[earlier].block.kind is BlockKind.LIST_ITEM
