"""Headings that show by their likeness to others, and by what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from postil.document.formats.headings.boilerplate import (
    is_credit,
    is_date,
    is_dateline,
    is_dedication,
    is_farewell,
    is_greeting,
    is_signature,
    is_title_page,
)
from postil.document.formats.headings.candidates import Finding, Page
from postil.document.formats.headings.title_words import QUOTES, is_quotation
from postil.model.article import BlockKind
from postil.text.lazy_regex import lazily

_SENTENCE_TITLE = 80
"""Code points up to which a line may be a title in sentence case."""
_MOST_WORDS = 11
"""Words that such a title has at most."""
_LONG, _SENTENCE = 70, 40
"""Code points from which what follows a title is text, and a sentence that is one."""
_SURE_BY_STYLE = {True: 1.5, False: 0.5}
"""What suffices where other headings show the same style: in wrapped texts, in others."""
_ALIKE = 2
"""Lines in sentence case that are headings because there is more than one of them."""
_MIDDLE = 39
"""The column about which the lines of a page of 78 are centred."""
_YEAR = lazily(r"[12]\d{3}\b")
_ENDED = '.?!”"’)]:'


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be a heading."""

    index: int
    """Of its unit."""
    text: str
    words: list[str]
    following: int
    """Index of the unit that follows it outside the table of contents."""
    score: float
    """How much it looks like a heading by itself."""


def is_centred(page: Page, index: int, following: int) -> bool:
    """Tell whether a line stands in the middle of the page, and what follows does not."""
    unit = page.units[index]
    off = unit.indent + len(page.texts[index]) / 2 - _MIDDLE
    deep = unit.indent > page.shape.indent + 8
    return abs(off) <= 4 and deep and page.units[following].indent < unit.indent - 4


def find_by_style(page: Page, candidates: Sequence[Candidate]) -> None:
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
        if wrapped and found.index > 0 and is_centred(page, found.index, found.following):
            page.mark(found.index, 1)
        elif (wrapped and unit.indent < body and (unit.indent in indents or hanging >= 2) and (
            unit.indent < later.indent or unit.before >= 2
        )) or (_opens_a_text(page, found) and not is_quotation(found.text)):  # fmt: skip
            page.mark(found.index, 2)
    weak = candidates if wrapped else [found for found in candidates if is_quotation(found.text)]
    alike = [found for found in weak if _could_open_a_text(page, found)]
    bare = sum(index > 0 and index not in page.numbered for index in page.levels)
    if wrapped and len(alike) + bare >= _ALIKE:
        _mark(page, alike)
    if len(page.levels) >= _ALIKE:
        # Words in quotation marks are drawn out of a text more often than they head it.
        _mark(page, [found for found in alike if is_quotation(found.text)])
    _find_first(page, candidates)


def _mark(page: Page, alike: Sequence[Candidate]) -> None:
    for found in alike:
        page.mark(found.index, 2)


def _could_open_a_text(page: Page, found: Candidate) -> bool:
    """Tell of a line in sentence case whether it would be a heading if others were like it."""
    if found.index in page.levels or found.score < _SURE_BY_STYLE[False]:
        return False
    return page.units[found.index].before > 0 and _opens_a_text(page, found)


def _find_first(page: Page, candidates: Sequence[Candidate]) -> None:
    """Accept the line that a sectioned text begins with, which stands after nothing."""
    if not candidates or candidates[0].index or len(page.levels) < _ALIKE:
        return
    first = candidates[0]
    if first.score >= _SURE_BY_STYLE[False] and _is_like_a_title(page, first):
        page.mark(0, min(page.levels.values()))


def _opens_a_text(page: Page, found: Candidate) -> bool:
    """Tell whether the line stands after a finished text and before a new one."""
    if not found.index or not _is_like_a_title(page, found):
        return False
    earlier = found.index - 1
    text = page.texts[earlier]
    if text[-1:] in _ENDED or page.findings[earlier] is Finding.HEADING:
        return True
    if page.units[earlier].block.kind is not BlockKind.PARAGRAPH:
        # Under the verse that a text opens with stands who wrote it.
        return earlier > 0 or page.units[earlier].block.kind is not BlockKind.VERSE
    if is_title_page(text) or is_credit(text) or is_date(text) or is_dateline(text):
        return True
    return earlier > 0 and is_signature(text) and is_farewell(page.texts[earlier - 1])


def _is_like_a_title(page: Page, found: Candidate) -> bool:
    """Tell whether a line is as short as a title, set out no less, and followed by a text."""
    opens = found.text.lstrip(QUOTES)[:1].isupper() or _YEAR.match(found.text)
    if not opens or len(found.text) > _SENTENCE_TITLE:
        return False
    if not 1 <= len(found.words) <= _MOST_WORDS:
        return False
    body = page.shape.indent
    unit, later = page.units[found.index], page.units[found.following]
    if unit.indent > min(body, later.indent) or 0 < body <= unit.indent:
        return False
    text = page.texts[found.following]
    least = _SENTENCE if text[-1] in ".?!" else _LONG
    if len(text) >= least or page.findings[found.following] is Finding.HEADING:
        return True
    if found.index == 0 and (is_dedication(text) or (" " in text and is_signature(text))):
        return True
    return is_title_page(text) or is_dateline(text) or is_greeting(text)
