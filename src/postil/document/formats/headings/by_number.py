"""Headings by number, or by a word such as Chapter, in the scripts and languages that have such."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.base.cell_width import cells
from postil.document.formats.headings.boilerplate import is_date, is_farewell
from postil.document.formats.headings.candidates import NUMBERED, Candidates, Finding
from postil.document.formats.headings.labels import Label, read_label
from postil.document.formats.headings.sequences import sequences
from postil.document.formats.headings.title_words import (
    ends_openly,
    is_capitals,
    is_caseless,
    title_case,
    words_in,
)
from postil.document.formats.layout.drawn_lines import LEADER
from postil.text.lazy_regex import lazily

_OPENING = "\"\u201c\u2018\u00ab\u201e'([\u00bf\u00a1"
_TITLE_OPENS = lazily(
    r"[\"\u201c\u2018\u00ab\u201e'(\[/\u00bf\u00a1]?[^\W_]|[\u300c\u300e\u300a\u3008\uff08]"
)
_CLOSED = ".;,\u3002\uff0c\uff1b\u3001\uff0e"
"""Signs that end no numbered title; a question and an exclamation may."""
_GREEK = lazily(r"[\u0370-\u03ff\u1f00-\u1fff]")
_SENTENCE_ENDS = lazily(r"[\u3002\uff01\uff1f!?][\"\u201d\u2019\u300d\u300f\uff09)]*$")
_INSIDE = lazily(r"[\u3002\uff0c\uff1b]")
_ENDED = (
    ".?!\"\u201d\u2019'\u2026:)]*-\u2014\u00bb"
    "\u3002\uff01\uff1f\u300d\u300f\uff09\u06d4\u061f\u0964\u0e2f"
)
"""What a text may end with above a title."""
_NO_TITLE = lazily(r"https?://|[|={}<>\\]|\s=\s|@")
_MOST_LINES = 4
"""Lines that a title takes whose number tells how deep it stands; others take two."""
_WIDEST_GAP = 4
"""Dot and blanks between number and title: more stand in lists of manual pages."""
_LONG_LINE = 45
"""Cells of the first of two such lines: of 45 the title may go on, of 44 it would not have."""
_FULL = 0.6
"""Share of the page's width that all lines of such a title but the last fill."""
_LONGEST_PART = 90
"""Cells of a line that begins with a word such as Chapter."""
_LONGEST_STOPPED = 50
"""Cells of a title that ends with a full stop: 50 may be one, 51 are a sentence."""
_LONGEST_WEAK = 80
"""Cells of a title that its number alone shows, by counting on."""


def find_marked(candidates: Candidates, indices: Sequence[int]) -> None:
    """Find numbered titles, and chapters, parts and the like, among the blocks of some indices."""
    labels: dict[int, Label] = {}
    certain: set[int] = set()
    for index in indices:
        text = candidates.texts[index]
        if len(candidates.blocks[index].lines) > _MOST_LINES:
            continue
        label = read_label(text)
        if label is None or "@" in text or LEADER.search(text):
            continue
        if label.rank is not None:
            if _is_part(candidates, index, label):
                certain.add(index)
                labels[index] = label
            elif label.numerals and _may_count(candidates, index, label):
                labels[index] = label
            elif label.numerals and not label.parted:
                candidates.findings[index] = Finding.LISTED
        elif _numbered_level(candidates, index) is not None:
            certain.add(index)
            labels[index] = label
        elif _may_count(candidates, index, label):
            labels[index] = label
    schemes = sequences(labels, certain)
    if schemes:
        certain |= {index for index, label in labels.items() if _begins(label)}
    for index in certain | set(schemes):
        label = labels[index]
        level = _numbered_level(candidates, index) if label.rank is None else None
        candidates.mark(index, level or 1)
        candidates.labels[index] = label
        if index in schemes:
            candidates.schemes[index] = schemes[index]
        if label.rank is None and label.title:
            candidates.numbered.add(index)
    if candidates.numbered:
        from postil.document.formats.headings.listed_numbers import drop_listed

        drop_listed(candidates)


def _numbered_level(candidates: Candidates, index: int) -> int | None:
    """Return the depth that a title's number tells, None if this is no numbered title."""
    plain, text, layout = candidates.blocks[index], candidates.texts[index], candidates.layout
    found = NUMBERED.match(text)
    if not found:
        return None
    number, title = found["number"], found["title"]
    if is_date(text) or (number.isalpha() and index and is_farewell(candidates.texts[index - 1])):
        return None
    if len(title) < 2 or _is_closed(text) or not _opens_title(title):
        return None
    if len(text) - len(title) - len(number) > _WIDEST_GAP:
        return None
    level = number.count(".") + (0 if number.endswith(".0") else 1)
    if level == 1 and (_INSIDE.search(title) or not (found["dot"] or _may_lack_dot(number, title))):
        return None
    if len(plain.lines) > 1 and not _goes_on(candidates, index, level):
        return None
    if level > 1 and plain.indent > layout.indent + 4:
        return None
    if layout.wrapped and level == 1 and plain.indent > max(layout.indent, 2):
        return None
    return min(max(level, 1), 6)


def _is_closed(text: str) -> bool:
    """Tell whether a stop ends a line, as none ends a title; Greek asks with a semicolon."""
    if text.endswith(("...", ";")):
        return text[-1] == ";" and not _GREEK.search(text)
    return text[-1] in _CLOSED


def _goes_on(candidates: Candidates, index: int, level: int) -> bool:
    """Tell whether a title was too long for one line, and no list of several begins in it."""
    lines = candidates.blocks[index].lines
    if any(NUMBERED.match(line.strip()) for line in lines[1:]):
        return False
    if level == 1:
        return len(lines) == 2 and cells(lines[0]) >= _LONG_LINE
    full = _FULL * candidates.layout.width
    return all(cells(line) >= full for line in lines[:-1])


def _begins(label: Label) -> bool:
    """Tell whether a label is the first of its kind by its script, though none follow on it."""
    return bool(label.title) and any(
        one.kind == "ideographs" and one.value == 1 for one in label.numerals
    )


def _opens_title(title: str) -> bool:
    """Tell whether the first sign may begin a title: a capital, or a letter that has no capital."""
    return _TITLE_OPENS.match(title) is not None and not title.lstrip(_OPENING)[:1].islower()


def _may_lack_dot(number: str, title: str) -> bool:
    """Tell whether a title may stand behind a mere number: most such lines begin a sentence."""
    return number.isdigit() and len(title) >= 3 and title_case(words_in(title)) > 0.6


def _is_part(candidates: Candidates, index: int, label: Label) -> bool:
    """Tell whether a line with a word such as Chapter is a title, and begins no sentence."""
    plain, text = candidates.blocks[index], candidates.texts[index]
    if len(plain.lines) > 1 or cells(text) > _LONGEST_PART:
        return False
    if plain.indent > candidates.layout.indent + 40:
        return False
    words = words_in(text)
    if not label.numerals and not label.path and label.title and len(words) > 2:
        ordinal = label.parted
        if not ordinal:
            return False
    title = label.title
    if not title:
        return (text[-1] == "." or ends_openly(text)) and not text[0].islower()
    if title[0] in ",;" or (
        not label.parted
        and not label.scheme.isascii()
        and title[0].isalpha()
        and is_caseless(title[0])
    ):
        return False
    loud = is_capitals(text.split()[0])
    if not (ends_openly(text) or (loud and text[-1] in ".\u2019'\"\u201d")):
        return False
    if _SENTENCE_ENDS.search(text) and not title.isascii() and _INSIDE.search(title):
        return False
    if is_caseless(title[0]):
        return not _INSIDE.search(title) or text[-1] not in _CLOSED
    if not text[0].isupper() and not is_caseless(text[0]) and not text[0].isdigit():
        return label.parted and bool(label.path) and not title[0].islower()
    if label.parted and label.numbered and title[0].isupper():
        return True
    capital = title_case(words) >= 0.5 or is_capitals(text)
    return capital and (label.parted or not title[0].islower())


def _may_count(candidates: Candidates, index: int, label: Label) -> bool:
    """Tell whether a line may be a title if its number counts on from others."""
    plain, text = candidates.blocks[index], candidates.texts[index]
    title = label.title
    if title and text[-1] == "." and _may_be_stopped(candidates, index, label):
        return True
    if title and len(label.path) > 1 and len(plain.lines) > 1:
        return _goes_on(candidates, index, len(label.path)) and not _is_closed(text)
    if len(plain.lines) > 1 or cells(text) > _LONGEST_WEAK or _NO_TITLE.search(text):
        return False
    if title and len(label.path) > 1:
        # The number tells enough, whatever the title begins with or has in it.
        return not _is_closed(text) and plain.before > 0
    if title and (
        title[-1] in _CLOSED
        or not _opens_title(title)
        or _INSIDE.search(title)
        or (_SENTENCE_ENDS.search(title) and is_caseless(title[0]) and title[-1] != "\uff1f")
    ):
        return False
    if index + 1 >= len(candidates.blocks):
        return False
    wrapped = candidates.layout.wrapped
    if wrapped and index and not plain.before:
        return False
    earlier = candidates.texts[index - 1] if index else ""
    follows = (
        not index
        or earlier[-1] in _ENDED
        or candidates.findings[index - 1] is not Finding.TEXT
        or plain.before > 0
    )
    if not title and label.rank is None:
        # A number by itself may be the number of a page, or a figure in a table.
        figures = any(one.kind == "figures" for one in label.numerals)
        if figures and (text[-1] == ")" or len(label.path) > 1):
            return False
        return follows and (plain.before > 0 or index == 0 or not wrapped)
    return follows


def _may_be_stopped(candidates: Candidates, index: int, label: Label) -> bool:
    """Tell whether a title may have its full stop: a short one by itself, above a text.

    The clauses of contracts have stops too, but follow each other.
    """
    title = label.title
    return (
        (len(label.path) > 1 or (label.rank is not None and bool(label.numerals) and label.parted))
        and not title[0].islower()
        and ". " not in title
        and cells(title) <= _LONGEST_STOPPED
        and len(candidates.blocks[index].lines) == 1
        and (candidates.blocks[index].before > 0 or index == 0)
        and index + 1 < len(candidates.texts)
        and candidates.texts[index + 1][:1].isalpha()
        and candidates.blocks[index + 1].before > 0
        and not NUMBERED.match(candidates.texts[index + 1])
    )
