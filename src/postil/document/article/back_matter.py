"""Back matter of a plain text: where credits and copyright begin, and the date that they tell."""

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
    needs="source|credit|updated|modified|revised|copyright|©|(c)|all rights|end of|page top",
)
_STATEMENT = lazily(r"(?i)\bcopyright (?:and licen[cs]e )?(?:statement|notice)s?$")
_TITLE = 60
"""Code points of such a title."""
_UPDATED = lazily(
    r"\s*(?:this (?:page|article) was )?(?:last\s+)?(?:updated|modified|revised)"
    r"(?:\s+(?:in|on)\b|\s*:)?\s*(?P<date>.{4,40})$",
    re.IGNORECASE,
    needs="updated|modified|revised",
)
_LAST = 25
"""Blocks from the end before which nothing is looked at.

"Image sources: …" begins the back matter as the 24th block from the end, and not as the 25th.
"""
_APART = 3
"""Ordinary blocks in a row that may stand within it.

Three of them between "Image sources: …" and "Updated in 2018" belong to it, with four of them it
begins at the latter.
"""
_SHARE = 0.35
"""Share of the text that it is at the most.

Of 1,000 code points the last 350 may be back matter; the last 351 are the text.
"""
_BODY = 400
"""Code points that must stand before it: behind 399 of them there is no back matter."""
_FEWEST = 2
"""Blocks that must stand before it: behind a single one there is no back matter."""


def find_back_matter(texts: Sequence[str]) -> int:
    """Return the index of the block that begins the back matter; their number if there is none."""
    count = back_matter = len(texts)
    for index in range(count - 1, max(-1, count - _LAST), -1):
        if _CLOSING.search(texts[index][:400]) and not _is_headed(texts, index):
            back_matter = index
        elif back_matter < count and index < back_matter - _APART:
            break
    after = sum(map(len, texts[back_matter:]))
    before = sum(map(len, texts[:back_matter]))
    if back_matter < _FEWEST or before < _BODY or after > _SHARE * (before + after):
        return count
    return back_matter


def _is_headed(texts: Sequence[str], index: int) -> bool:
    """Tell whether a title stands above that makes a section of what is said about copying."""
    return index > 0 and _STATEMENT.search(texts[index - 1][:_TITLE]) is not None


def updated(texts: Sequence[str]) -> Date | None:
    """Return the date of the last update that the first of these lines tells which tells one."""
    for text in texts:
        found = _UPDATED.match(text) if len(text) <= 80 else None
        if found and (date := parse_date(found["date"])):
            return date
    return None
