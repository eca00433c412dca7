"""Verse whose lines are elements of their own, where others break them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from postil.document.formats.epub.elements.events import Event
from postil.document.formats.epub.elements.parts import BLOCKS, Part
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_VERSE = lazily(
    r"(?i)(?:^|[\s:_-])(?:poems?|poetry|verses?|stanzas?|strophe|line-?group|lg|couplet|quatrain|song)"
    r"(?:[\s_-]|\d*$|\d*\s)"
)
_LINE = lazily(r"(?i)(?:^|[\s_-])(?:line|verse|vers|l|i\d{1,2})(?:[\s_-]|\d*$|\d*\s)")
_COUNTED = lazily(r"(?i)(?:^|\s)(?:l(?:ine)?-?_?n(?:um(?:ber)?|o)?|linenum(?:ber)?s?)(?:\s|$)")
_LONGEST_LINE = 120
_LARGEST_NUMBER = 4
_LARGEST = 600
"""Events of what holds lines; a poem of more is held by stanzas."""

_HOLDERS = frozenset(("div", "section", "blockquote", "p", "li", "td", "figure", "article"))
"""Elements that may hold verse."""


class Verse(NamedTuple):
    """The verse of a part."""

    holders: frozenset[int]
    """Where each element begins that says it is verse."""
    lines: Mapping[int, Line]
    """The elements that are lines, by where they begin."""


class Line(NamedTuple):
    """Where a line stands among those that follow one another."""

    first: bool
    last: bool


def verse_of(part: Part) -> Verse:
    """Return the verse of a part, as far as the part says what is verse."""
    lines: dict[int, Line] = {}
    holders = []
    behind = 0
    for at in part.elements():
        event = part.events[at]
        if not event.attributes or event.name not in _HOLDERS or not _said(event, _VERSE):
            continue
        if at >= behind and part.ends[at] - at <= _LARGEST:
            behind = part.ends[at]
            holders.append(at)
            _add_lines(part, at, lines)
    return Verse(frozenset(holders), lines)


def line_number(part: Part, at: int) -> bool:
    """Tell whether an element only counts the lines of a poem, in its margin."""
    event = part.events[at]
    if (
        event.name != "span"
        or part.ends[at] - at > _LARGEST_NUMBER
        or not _COUNTED.search(event.attributes.get("class", ""))
    ):
        return False
    return part.words(at).isdecimal()


def _add_lines(part: Part, start: int, lines: dict[int, Line]) -> None:
    """Add the lines in some verse: elements that follow one another, short and without blocks."""
    run: list[int] = []
    for at in part.elements(start + 1, part.ends[start]):
        if run and at <= part.ends[run[-1]]:
            continue
        line = _is_line(part, at)
        if run and not (line and part.around[at] == part.around[run[-1]]):
            _add_run(run, lines)
            run = []
        if line:
            run.append(at)
    _add_run(run, lines)


def _add_run(run: list[int], lines: dict[int, Line]) -> None:
    if len(run) > 1:
        lines.update((at, Line(at == run[0], at == run[-1])) for at in run)


def _is_line(part: Part, at: int) -> bool:
    """Tell whether an element is a line: a short one without any block in it."""
    event = part.events[at]
    end = part.ends[at]
    if event.name not in ("p", "div", "span") or end - at > _LONGEST_LINE:
        return False
    inside = [part.events[one] for one in part.elements(at + 1, end)]
    if event.name == "span":
        beside = part.events[part.around[at] : part.ends[part.around[at]]]
        if not _said(event, _LINE) or any(one.name == "br" for one in beside):
            return False
    elif sum(one.name == "span" and _said(one, _LINE) for one in inside) > 1:
        return False
    parting = any(one.name in BLOCKS or one.name in ("br", "img") for one in inside)
    return not parting and 0 < len(part.words(at)) <= _LONGEST_LINE


def _said(event: Event, form: re.Pattern[str]) -> bool:
    held = event.attributes
    words = f"{held.get('class', '')} {held.get('epub:type', '')}"
    return bool(words.strip()) and form.search(words) is not None
