"""Headings by likeness: lines like those found already, or like each other."""

from __future__ import annotations

from collections.abc import Sequence

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
from postil.document.formats.headings.candidates import Candidates, Finding
from postil.document.formats.headings.title_words import QUOTES, is_quotation
from postil.model.article import BlockKind
from postil.model.values import dataclass
from postil.text.lazy_regex import lazily

_SENTENCE_TITLE = 80
"""Code points up to which a line may be a title in sentence case: 80 may be one, 81 not."""
_MOST_WORDS = 11
"""Words that such a title has at most: 11 may be one, 12 not."""
_LONG, _SENTENCE = 70, 40
"""Code points from which what follows a title is text, and a sentence that is one."""
_SURE_BY_STYLE = {True: 1.5, False: 0.5}
"""What suffices where other headings show the same style: in wrapped texts, in others."""
_ALIKE = 2
"""Lines in sentence case that are headings because they are alike: two are, one alone is text."""
_MIDDLE = 39
"""The column about which the lines of a page of 78 are centred."""
_YEAR = lazily(r"[12]\d{3}\b")
_ENDED = '.?!”"’)]:'


@dataclass(frozen=True, slots=True)
class ScoredLine:
    """A line that may be a heading, scored by how much it looks like one."""

    index: int
    """Of its block."""
    text: str
    words: list[str]
    following: int
    """Index of the block that follows it outside the table of contents."""
    score: float
    """How much it looks like a heading by itself."""


def is_centred(candidates: Candidates, index: int, following: int) -> bool:
    """Tell whether a line stands in the middle of the page, and what follows does not."""
    plain = candidates.blocks[index]
    off = plain.indent + len(candidates.texts[index]) / 2 - _MIDDLE
    deep = plain.indent > candidates.layout.indent + 8
    return abs(off) <= 4 and deep and candidates.blocks[following].indent < plain.indent - 4


def find_by_style(candidates: Candidates, scored: Sequence[ScoredLine]) -> None:
    """Accept weaker lines that stand as accepted headings do, before a body of text."""
    body, wrapped = candidates.layout.indent, candidates.layout.wrapped
    blocks = candidates.blocks
    hanging = sum(
        wrapped and blocks[found.index].indent < body
        and blocks[found.following].indent > blocks[found.index].indent
        for found in scored
    )  # fmt: skip
    indents = {blocks[index].indent for index in candidates.levels}
    for found in scored:
        if found.index in candidates.levels or found.score < _SURE_BY_STYLE[wrapped]:
            continue
        plain, later = blocks[found.index], blocks[found.following]
        if wrapped and found.index > 0 and is_centred(candidates, found.index, found.following):
            candidates.mark(found.index, 1)
        elif (wrapped and plain.indent < body and (plain.indent in indents or hanging >= 2) and (
            plain.indent < later.indent or plain.before >= 2
        )) or (_opens_a_text(candidates, found) and not is_quotation(found.text)):  # fmt: skip
            candidates.mark(found.index, 2)
    weak = scored if wrapped else [found for found in scored if is_quotation(found.text)]
    alike = [found for found in weak if _could_open_a_text(candidates, found)]
    bare = sum(index > 0 and index not in candidates.numbered for index in candidates.levels)
    if wrapped and len(alike) + bare >= _ALIKE:
        _mark(candidates, alike)
    if len(candidates.levels) >= _ALIKE:
        # Words in quotation marks are drawn out of a text more often than they head it.
        _mark(candidates, [found for found in alike if is_quotation(found.text)])
    _find_first(candidates, scored)


def _mark(candidates: Candidates, alike: Sequence[ScoredLine]) -> None:
    for found in alike:
        candidates.mark(found.index, 2)


def _could_open_a_text(candidates: Candidates, found: ScoredLine) -> bool:
    """Tell whether a line in sentence case would be a heading if there were others like it."""
    if found.index in candidates.levels or found.score < _SURE_BY_STYLE[False]:
        return False
    return candidates.blocks[found.index].before > 0 and _opens_a_text(candidates, found)


def _find_first(candidates: Candidates, scored: Sequence[ScoredLine]) -> None:
    """Accept the line that a sectioned text begins with, which stands after nothing."""
    if not scored or scored[0].index or len(candidates.levels) < _ALIKE:
        return
    first = scored[0]
    if first.score >= _SURE_BY_STYLE[False] and _is_like_a_title(candidates, first):
        candidates.mark(0, min(candidates.levels.values()))


def _opens_a_text(candidates: Candidates, found: ScoredLine) -> bool:
    """Tell whether the line stands after a finished text and before a new one."""
    if not found.index or not _is_like_a_title(candidates, found):
        return False
    earlier = found.index - 1
    text = candidates.texts[earlier]
    if text[-1:] in _ENDED or candidates.findings[earlier] is Finding.HEADING:
        return True
    if candidates.blocks[earlier].block.kind is not BlockKind.PARAGRAPH:
        # Under the verse that a text opens with stands who wrote it.
        return earlier > 0 or candidates.blocks[earlier].block.kind is not BlockKind.VERSE
    if is_title_page(text) or is_credit(text) or is_date(text) or is_dateline(text):
        return True
    return earlier > 0 and is_signature(text) and is_farewell(candidates.texts[earlier - 1])


def _is_like_a_title(candidates: Candidates, found: ScoredLine) -> bool:
    """Tell whether a line is as short as a title, set out no less, and followed by a text."""
    opens = found.text.lstrip(QUOTES)[:1].isupper() or _YEAR.match(found.text)
    if not opens or len(found.text) > _SENTENCE_TITLE:
        return False
    if not 1 <= len(found.words) <= _MOST_WORDS:
        return False
    body = candidates.layout.indent
    plain, later = candidates.blocks[found.index], candidates.blocks[found.following]
    if plain.indent > min(body, later.indent) or 0 < body <= plain.indent:
        return False
    text = candidates.texts[found.following]
    least = _SENTENCE if text[-1] in ".?!" else _LONG
    if len(text) >= least or candidates.findings[found.following] is Finding.HEADING:
        return True
    if found.index == 0 and (is_dedication(text) or (" " in text and is_signature(text))):
        return True
    return is_title_page(text) or is_dateline(text) or is_greeting(text)
