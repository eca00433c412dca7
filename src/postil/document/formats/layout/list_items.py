"""List items among the lines of a plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from postil.document.formats.layout.line_joins import AS_TYPED, LineJoins
from postil.document.formats.layout.line_layout import indent_of
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_MARKER = lazily(
    r"\s*(?:(?P<bullet>[-*+•‣▪◦·–o])|(?P<number>\d{1,3}[.)]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,3})\)))\s+(?=\S)"
)
_RULE = lazily(r"\s*(?:[-*+•·–]\s*){3,}$")
_NO_DIGIT = lazily(r"\D")
_SURE = "-*+•‣▪◦"
"""Bullets that make an item even where they stand alone."""

_LONGEST_TITLE = 90
"""Code points of a numbered line of its own that may be a heading; one of 91 is an item."""


class ListedItem(NamedTuple):
    """One item, with its lines joined."""

    at: int
    """Index of its first line."""
    indent: int
    level: int
    marker: str
    text: str
    breaks: tuple[int, ...]


def items(lines: Sequence[str], joins: LineJoins = AS_TYPED) -> list[ListedItem]:
    """Return the items that begin in these lines, or none if they are no list.

    Lines before the first item are left to the caller; the lines behind a marker are its item's.
    """
    if not any(map(_may_be_marked, lines)):
        return []
    found = [(at, marker) for at, line in enumerate(lines) if (marker := _marker(line))]
    if not found or not _is_list(lines, found):
        return []
    listed = []
    indents: list[int] = []
    ends = [at for at, _ in found[1:]] + [len(lines)]
    for (at, marker), end in zip(found, ends, strict=True):
        indent = indent_of(lines[at])
        while indents and indent < indents[-1]:
            indents.pop()
        if not indents or indent > indents[-1] + 1:
            indents.append(indent)
        text, breaks = joins.joined([lines[at][marker.end() :], *lines[at + 1 : end]])
        sign = "•" if marker["bullet"] else marker["number"]
        listed.append(ListedItem(at, indent, len(indents), sign, text, breaks))
    return listed


def _may_be_marked(line: str) -> bool:
    """Tell at a glance whether a line may begin with a marker."""
    head = line.lstrip()[:6]
    return head[0] in "-*+•‣▪◦·–o" or ")" in head or "." in head


def _marker(line: str) -> re.Match[str] | None:
    found = _MARKER.match(line)
    return None if found and _RULE.match(line) else found


def _is_list(lines: Sequence[str], found: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Tell items from lines that merely happen to begin with such a sign."""
    at, first = found[0]
    if len(found) > 1:
        return at == 0 or all(_is_sure(marker) for _, marker in found) or _follow(found)
    if at:
        return False
    if first["bullet"]:
        return _is_sure(first)
    if not first["number"].endswith(".") and not _may_be_title(lines, first):
        return True
    size = sum(len(line) for line in lines)
    return size > _LONGEST_TITLE or lines[-1][-1] in ".;,"


def _may_be_title(lines: Sequence[str], first: re.Match[str]) -> bool:
    """Tell whether a figure in brackets may number a title: by itself, at the margin, a capital."""
    title = lines[0][first.end() :]
    number = first["number"]
    figure = number[0] == "(" and number[1].isdigit() and lines[0][0] == "("
    return len(lines) == 1 and figure and title[0].isupper()


def _is_sure(marker: re.Match[str]) -> bool:
    """Tell whether a bullet makes an item by itself; an ``o`` does, set well before its words."""
    bullet = marker["bullet"]
    return bool(bullet) and (bullet in _SURE or (bullet == "o" and marker[0].endswith("o  ")))


def _follow(found: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Tell whether the markers are numbers that count up."""
    numbers = [int(digits) for _, marker in found if (digits := _NO_DIGIT.sub("", marker[0]))]
    return len(numbers) == len(found) and all(
        later == number + 1 for number, later in pairwise(numbers)
    )
