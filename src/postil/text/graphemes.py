"""Grapheme clusters: the characters as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regex import Pattern

_LOOK_BACK = 256
"""Code points searched backwards for a sure boundary; clean text has no longer cluster."""


@cache
def _cluster() -> Pattern[str]:
    import regex  # Text in ASCII needs none of it: see the package.

    return regex.compile(r"\X", regex.DOTALL)


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open run of code points of each cluster, in order and without gaps."""
    if text.isascii() and "\r" not in text:
        for at in range(len(text)):
            yield at, at + 1
        return
    for match in _cluster().finditer(text):
        yield match.span()


def next_cluster(text: str, at: int) -> int:
    """Return where the cluster that begins at an offset ends; the length at the text's end."""
    size = len(text)
    if at + 1 >= size:
        return size
    if text[at : at + 2].isascii() and text[at] != "\r":
        return at + 1
    match = _cluster().match(text, at)
    return match.end() if match else size


def previous_cluster(text: str, at: int) -> int:
    """Return where the last cluster that begins before an offset begins; 0 at the text's start."""
    if at <= 1:
        return 0
    if text[at - 2 : at].isascii() and text[at - 1] != "\n":
        return at - 1
    sure = at - 1
    floor = max(0, at - _LOOK_BACK)
    while sure > floor and not _parted(text, sure):
        sure -= 1
    for start, end in clusters(text[sure:at]):
        if sure + end >= at:
            return sure + start
    return sure


def _parted(text: str, at: int) -> bool:
    around = text[at - 1 : at + 1]
    return around.isascii() and around != "\r\n"


def cluster_start(text: str, at: int) -> int:
    """Return where the cluster that holds an offset begins."""
    if at <= 0 or not text:
        return 0
    at = min(at, len(text) - 1)
    if text[at - 1 : at + 1].isascii() and text[at] != "\n":
        return at
    start = previous_cluster(text, at)
    return at if next_cluster(text, start) <= at else start
