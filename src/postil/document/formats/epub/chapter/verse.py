"""Verse whose lines are elements of their own, where others break them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from postil.document.formats.epub.elements.events import TEXT, Event
from postil.document.formats.epub.elements.parts import BLOCKS, Part
from postil.text.lazy_regex import lazily

_VERSE = lazily(
    r"(?i)(?:^|[\s:_-])(?:poems?|poetry|verses?|stanzas?|strophe|line-?group|lg|couplet|quatrain|song)"
    r"(?:[\s_-]|\d*$|\d*\s)"
)
_LINE = lazily(r"(?i)(?:^|[\s_-])(?:line|verse|vers|l|i\d{1,2})(?:[\s_-]|\d*$|\d*\s)")
_LONGEST_LINE = 120
_LARGEST = 2000
"""Events of what holds lines; a poem of more is held by stanzas."""


def lines_of(part: Part) -> Mapping[int, bool]:
    """Return where lines of verse begin that are elements, and whether another one follows."""
    lines: dict[int, bool] = {}
    for at in part.elements():
        event = part.events[at]
        if not event.attributes or event.name not in _HOLDERS or not _said(event, _VERSE):
            continue
        if part.ends[at] - at <= _LARGEST:
            held = _lines(part, at)
            for which, one in enumerate(held):
                lines.setdefault(one, which + 1 < len(held))
    return lines


_HOLDERS = frozenset(("div", "section", "blockquote", "p", "li", "td", "figure", "article"))


def _lines(part: Part, start: int) -> list[int]:
    """Return the elements in another that are its lines, if it has at least two of them."""
    inside = part.elements(start + 1, part.ends[start])
    direct = [at for at in inside if part.around[at] == start]
    if part.events[start].name == "p":
        spans = [at for at in direct if part.events[at].name == "span"]
        named = [at for at in spans if _said(part.events[at], _LINE)]
        if len(named) < 2 or any(part.events[at].name == "br" for at in direct):
            return []
        return named
    lines = [at for at in direct if part.events[at].name in ("p", "div", "span")]
    if len(lines) < 2 or len(lines) != len(direct):
        return []
    for at in lines:
        end = part.ends[at]
        below = {part.events[one].name for one in part.elements(at + 1, end)}
        if below & (BLOCKS | {"br"}) or len(part.words(at)) > _LONGEST_LINE:
            return []
    loose = (
        event
        for at, event in enumerate(part.events[start + 1 : part.ends[start]], start + 1)
        if event.kind == TEXT and part.around[at] == start
    )
    return [] if any(event.name.strip() for event in loose) else lines


def _said(event: Event, form: re.Pattern[str]) -> bool:
    held = event.attributes
    words = f"{held.get('class', '')} {held.get('epub:type', '')}"
    return bool(words.strip()) and form.search(words) is not None
