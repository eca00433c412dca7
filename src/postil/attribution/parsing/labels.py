"""Labels, the words that stand before a source: "Source:", "Photo by", "Reprinted from"."""

from __future__ import annotations

import re

from postil.attribution.scripts import named_labels
from postil.text.lazy_regex import lazily

LABEL = lazily(
    r"\s*(?:(?i:text|image|photo|data|original|main|primary|news|quote)\s)?((?i:sources?))\s*"
    r"(?:([:：]+)|[;.](?=\s)|[-–—]{1,2}(?=\s)|(?=\s+[A-Z0-9“\"]))\s*"
)
"""What begins an attribution; the first group is its word, the second a colon, if it has one.

| text                  | label | colon |
|-----------------------|-------|-------|
| Source: Reuters       | yes   | yes   |
| Sources – Reuters     | yes   | no    |
| Source Reuters        | yes   | no    |
| Text Sources: Reuters | yes   | yes   |
| Source code is free   | no    |       |
"""
_LABEL_WITHIN = 16
"""Code points within which "source" ends in a label."""
OTHER_LABEL = lazily(
    r"\s*(?:(?:adapted|excerpt(?:ed)?|extract(?:ed)?|reprinted|reproduced|republished|abridged"
    r"|condensed|translated(?!\sfrom\s(?:the\s)?\w+\sby\b)|taken|quoted|quotation)(?:\swith\spermission)?\s+from\b:?"
    r"|(?:via|quoted\sin|cited\sin)\s?:)\s*(?=[A-Z\"“‘'《「『]|[^\x00-\x7f]|the\s)",
    re.IGNORECASE,
)
"""What begins an attribution in other words.

"Adapted from", "Reprinted with permission from", "Quoted in:" do, where a name follows.
"""
_OTHER_OPENINGS = frozenset("aertcqvAERTCQV")
_CREDIT = lazily(
    r"\s*(?:(?:(?:photo(?:graph)?|image|picture|illustration|map|graphic|drawing|video)s?\s*"
    r"(?:credits?|source)?|credits?)\s*(?::|©|\(c\)|\bby\b|(?=courtesy))"
    r"|(?:text|words|story|reporting|author|writer|published\s+by|publisher)\s?:"
    r"|(?:reporting|written|compiled|reported|words|text|story|photographed|translated)\s+by\b"
    r"|(?=courtesy\s)|via\b|by\b|from\b|in\b(?=\s[A-Z\"“‘]))"
    r"\s*(?:©\s*)?(?:courtesy\s+of:?\s+|courtesy\s*:?\s+)?(?=[A-Z\"“‘©]|the\s[A-Z])",
    re.IGNORECASE,
)
_CREDITS = frozenset(
    [
        *("pho", "ima", "pic", "ill", "map", "gra", "dra", "vid", "cre", "tex", "wor", "sto"),
        *("rep", "aut", "wri", "pub", "com", "tra", "cou", "via", "fro"),
    ]
)
"""How the words begin with which a credit line does."""
_OWNED = lazily(r"\s*(?:©|\([cC]\)\s|[Cc]opyright\s(?:©\s?|by\s)?)\s*(?=[A-Z\d])")
_OWNED_WITHIN = lazily(
    r"[.,;]?\s(?:©|[Cc]opyright)\s(?:©\s)?((?:19|20)\d\d)(?:\sby)?\s([A-Z][^,;.]{2,60})",
    needs="©|copyright",
)
_CAPITAL = lazily(r"(?:the\s)?[^a-z]")
_FORM = lazily(
    r"(?:book|article|essay|film|novel|report|story|poem|play|song|documentary|thesis|paper|blog"
    r"|website|interview|speech|letter|newspaper|magazine|journal)\s?:\s+(?=[“\"‘'A-Z])",
    re.IGNORECASE,
    needs=":",
)
_DATELINE = lazily(
    r"\s*(?:[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][\w. ]{1,24})?)(?:, ([A-Z][a-z]{2,8}\.? \d{1,2}"
    r"(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?))?,?\s"
    r"\(([A-Z][\w./ -]{1,40})\)\s?[-–—]{1,2}"
)
"""Dateline, with which an agency's report begins: "SEOUL, May 3, 2004 (AFP) –"."""


def label(words: str) -> re.Match[str] | None:
    """Return what words begin with that :data:`LABEL` describes."""
    near = words.lstrip()[:_LABEL_WITHIN].lower()
    return LABEL.match(words) if "source" in near else None


def is_other(words: str) -> bool:
    """Tell whether words begin as :data:`OTHER_LABEL` describes."""
    return words.lstrip()[:1] in _OTHER_OPENINGS and OTHER_LABEL.match(words) is not None


def without_credit(words: str) -> str:
    """Return the words without what a credit line begins with.

    | words                        | result           |
    |------------------------------|------------------|
    | Photo: Emil Strand           | Emil Strand      |
    | Image courtesy of the Museum | Museum           |
    | © 2001 Quay Herald           | 2001 Quay Herald |
    | Book: “Salt and Rope”        | “Salt and Rope”  |
    | by the sea                   | by the sea       |
    """
    words = _OWNED_WITHIN.sub(r", \2, \1", words)
    if label := named_labels.credit_label(words):
        words = words[label.end() :]
    if match := _OWNED.match(words):
        words = words[match.end() :]
    match = _credit(words)
    if match and _CAPITAL.match(words, match.end()):
        words = words[match.end() :].removeprefix("the ")
    if match := _FORM.match(words):
        words = words[match.end() :]
    return words


def is_credit(words: str) -> bool:
    """Tell whether words begin as a credit line does, such as "Photo: Emil Strand"."""
    if named_labels.credit_label(words):
        return True
    match = _credit(words)
    return match is not None and _CAPITAL.match(words, match.end()) is not None


def _credit(words: str) -> re.Match[str] | None:
    # Nearly all words begin otherwise, which is seen without compiling the pattern.
    first = words.lstrip()[:3].casefold()
    return _CREDIT.match(words) if first in _CREDITS or first[:2] in ("by", "in") else None


def dateline(text: str) -> re.Match[str] | None:
    """Return what opens an agency's report: the first group is a date, the second the agency."""
    return _DATELINE.match(text) if text[:2].strip().isupper() else None
