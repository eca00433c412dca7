"""Finds where the closing matter of a plain text begins, and the date that it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from postil.lexicon.dates import parse_date
from postil.model.source import Date
from postil.text.lazy_regex import lazily

_CLOSING = lazily(
    r"^\s*(?:image|photo|picture|map|text|video)\s+(?:source|credit)s?\b\s*:"
    r"|^\s*(?:last\s+)?(?:updated|modified|revised)(?:\s+(?:in|on|:)|:)\s"
    r"|^\s*this (?:site|page|article)\b.{0,20}\bcopyright"
    r"|^\s*(?:copyright\s+)?(?:©|\(c\))|^\s*all rights reserved"
    r"|^\*\*\* ?end of (?:the|this) project gutenberg|^\s*end of (?:the )?project gutenberg"
    r"|^\s*page top\b|^\s*copyright\b.{0,12}\b(?:19|20)\d\d",
    re.IGNORECASE,
)
_UPDATED = lazily(
    r"\s*(?:this (?:page|article) was )?(?:last\s+)?(?:updated|modified|revised)"
    r"(?:\s+(?:in|on)\b|\s*:)?\s*(?P<date>.{4,40})$",
    re.IGNORECASE,
)
_LAST = 25
"""Units from the end among which the closing matter must begin."""
_APART = 3
"""Ordinary units that may stand within it."""
_SHARE = 0.35
"""Share of the text that is the most it may be."""
_BODY = 400
"""Code points that must stand before it."""


def find_tail(texts: Sequence[str]) -> int:
    """Return the index of the first unit of the closing matter; their number if there is none."""
    count = tail = len(texts)
    for index in range(count - 1, max(-1, count - _LAST), -1):
        if _CLOSING.search(texts[index][:400]):
            tail = index
        elif tail < count and index < tail - _APART:
            break
    after = sum(map(len, texts[tail:]))
    before = sum(map(len, texts[:tail]))
    if tail < 2 or before < _BODY or after > _SHARE * (before + after):
        return count
    return tail


def updated(texts: Sequence[str]) -> Date | None:
    """Return the date of the last update that one of these lines tells, if any does."""
    for text in texts:
        found = _UPDATED.match(text) if len(text) <= 80 else None
        if found and (date := parse_date(found["date"])):
            return date
    return None
