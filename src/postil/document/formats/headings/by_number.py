"""Headings by number, or by a word such as Chapter; and tables of contents, which list them."""

from __future__ import annotations

import re

from postil.document.formats.headings.boilerplate import is_date, is_farewell
from postil.document.formats.headings.candidates import NUMBERED, Candidates, Finding
from postil.document.formats.headings.title_words import (
    ends_openly,
    is_capitals,
    title_case,
    words_in,
)
from postil.document.formats.layout.plain_blocks import LEADER
from postil.text.lazy_regex import lazily

_NO_WORD = lazily(r"\W+")
_CONTENTS = lazily(r"(?:table of )?contents$", re.IGNORECASE)
_LONGEST_CONTENTS = len("table of contents")
_ENTRY_SHARE = 0.6
"""Share of its lines that look like entries in a group that belongs to a table of contents."""
_ENTRY = 60
"""Code points: an entry of a table of contents is shorter."""

_PART = lazily(
    r"(?:chapter|part|book|volume|section|appendix|act|scene|canto|epilogue|prologue|letter"
    r"|article|annex)\b[ .:]*(?P<which>[ivxlcdm]+|\d+|[a-z]|one|two|three|four|five|six|seven"
    r"|eight|nine|ten|the \w+)?\b",
    re.IGNORECASE,
)
_TITLE_OPENS = lazily(r"[\"“‘'(\[]?[A-Z0-9/]")
_LONGEST = 160
_LONGEST_PART = 90
"""Code points of any such line, and of one that begins with a word such as Chapter."""


def find_contents(candidates: Candidates) -> None:
    """Set tables of contents aside: their entries look like the headings they list."""
    inside = False
    for index, text in enumerate(candidates.texts):
        titled = len(text) <= _LONGEST_CONTENTS and _CONTENTS.match(text)
        if titled and candidates.findings[index] is Finding.TEXT:
            inside = True
            candidates.findings[index] = Finding.CONTENTS
        elif inside:
            inside = _is_entry(candidates, index)
            if inside:
                candidates.unmark(index, Finding.CONTENTS)


def find_marked(candidates: Candidates) -> None:
    """Find numbered titles, and chapters, parts and the like."""
    for index in candidates.open_lines():
        text = candidates.texts[index]
        if len(text) > _LONGEST or len(candidates.blocks[index].lines) > 2:
            continue
        numbered = _numbered_level(candidates, index)
        level = 1 if numbered is None and _is_part(candidates, index) else numbered
        if level is None or "@" in text or LEADER.search(text):
            continue
        candidates.mark(index, level)
        if numbered is not None:
            candidates.numbered.add(index)
    if candidates.numbered:
        _drop_unordered(candidates)
        _drop_runs(candidates)
        _drop_repeated(candidates)


def _is_entry(candidates: Candidates, index: int) -> bool:
    plain, text = candidates.blocks[index], candidates.texts[index]
    entries = sum(
        1
        for line in plain.lines
        if len(line.strip()) < _ENTRY
        or LEADER.search(line)
        or NUMBERED.match(line.strip())
        or _PART.match(line.strip())
    )
    if entries < _ENTRY_SHARE * len(plain.lines):
        return False
    return len(plain.lines) > 1 or plain.indent > 0 or bool(LEADER.search(text))


def _numbered_level(candidates: Candidates, index: int) -> int | None:
    """Return the depth that a title's number tells, None if this is no numbered title."""
    plain, text, layout = candidates.blocks[index], candidates.texts[index], candidates.layout
    found = NUMBERED.match(text)
    if not found:
        return None
    number, title = found["number"], found["title"]
    if is_date(text) or (number.isalpha() and index and is_farewell(candidates.texts[index - 1])):
        return None
    if len(title) < 2 or text[-1] in ".;," or not _TITLE_OPENS.match(title):
        return None
    level = number.count(".") + (0 if number.endswith(".0") else 1)
    if level == 1 and not found["dot"] and not _may_lack_dot(number, title):
        return None
    if len(plain.lines) == 2 and len(plain.lines[0]) < 45:
        return None
    if level > 1 and plain.indent > layout.indent + 4:
        return None
    if layout.wrapped and level == 1 and plain.indent > max(layout.indent, 2):
        return None
    return min(max(level, 1), 6)


def _may_lack_dot(number: str, title: str) -> bool:
    """Tell whether a title may stand behind a mere number: most such lines begin a sentence."""
    return number.isdigit() and len(title) >= 3 and title_case(words_in(title)) > 0.6


def _is_part(candidates: Candidates, index: int) -> bool:
    plain, text = candidates.blocks[index], candidates.texts[index]
    found = _PART.match(text)
    if not found or len(plain.lines) > 1 or len(text) > _LONGEST_PART or not ends_openly(text):
        return False
    words = words_in(text)
    if not found["which"] and len(words) > 2:
        return False
    capital = title_case(words) >= 0.5 or is_capitals(text)
    return capital and plain.indent <= candidates.layout.indent + 24


def _drop_unordered(candidates: Candidates) -> None:
    """Unmark titles whose number, without a dot, neither is the first nor follows on another."""
    before = 0
    for index in sorted(candidates.numbered):
        found = NUMBERED.match(candidates.texts[index])
        if not found or not found["number"].isdigit():
            continue
        number = int(found["number"])
        if found["dot"] or number <= 1 or number == before + 1:
            before = number
        else:
            candidates.unmark(index, Finding.TEXT)


def _drop_runs(candidates: Candidates) -> None:
    """Unmark numbered titles with no text between them: they are items of a list."""
    run: list[int] = []
    for index in range(len(candidates.blocks) + 1):
        if index in candidates.numbered:
            run.append(index)
            continue
        first = sum(candidates.levels[member] == 1 for member in run)
        if (len(run) >= 4 and first >= 2) or (len(run) >= 2 and first == len(run)):
            for member in run:
                candidates.unmark(member, Finding.LISTED)
        run = []


def _drop_repeated(candidates: Candidates) -> None:
    """Unmark the earlier of two equal numbered titles: it is an entry of a table of contents."""
    seen: dict[str, int] = {}
    for index in sorted(candidates.numbered):
        key = _NO_WORD.sub(" ", candidates.texts[index]).strip()
        if key in seen:
            candidates.unmark(seen[key], Finding.CONTENTS)
        seen[key] = index
