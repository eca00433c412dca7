"""Wire between the process that reads a PDF and the one that started it: a JSON value a line."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from postil.model.values import NamedTuple

BOLD, ITALIC, FIXED, RAISED, LOWERED = 1, 2, 4, 8, 16
"""Bits of a style: weight, slant, letters of one width, superscript and subscript."""


class Run(NamedTuple):
    """Letters of a fragment that are set alike, from ``start`` to ``end`` in its text."""

    start: int
    end: int
    style: int
    link: int = -1
    """Index in ``Sheet.links`` of what they lead to, -1 for nothing."""


class Fragment(NamedTuple):
    """Letters on one line that stand together; lengths are points, y grows upwards."""

    text: str
    x0: float
    x1: float
    y: float
    """Of the line on which the letters stand."""
    size: float
    runs: Sequence[Run]
    """What is set apart in it; letters of no run are set as most are."""
    trail: int = 0
    """Whether a blank is drawn behind it."""

    @property
    def style(self) -> int:
        """The bits that hold for all of it."""
        found = [0] * len(self.text)
        for start, end, style, _ in self.runs:
            found[start:end] = [style] * (end - start)
        bits = BOLD | ITALIC | FIXED
        for letter, style in zip(self.text, found, strict=True):
            if letter != " ":
                bits &= style
        return bits


class Link(NamedTuple):
    """What some words lead to: an address of the web, else a place in the document."""

    address: str
    page: int = -1
    y: float = 0.0


class Sheet(NamedTuple):
    """One page, turned so that most of its letters stand upright."""

    number: int
    """From 0."""
    width: float
    height: float
    fragments: Sequence[Fragment]
    links: Sequence[Link] = ()
    aside: Sequence[Sequence[Fragment]] = ()
    """Letters that run in other directions, each direction turned upright."""
    pictures: int = 0
    unknown: int = 0
    """Letters of which the document does not say which they are."""
    lost: str = ""
    """Why the page could not be read, "" if it could."""


class Bookmark(NamedTuple):
    """An entry of the document's own outline."""

    title: str
    level: int
    """From 1."""
    page: int
    y: float | None


class Opened(NamedTuple):
    """What is known of the document as a whole."""

    pages: int
    labels: Sequence[str]
    info: dict[str, str]
    language: str
    bookmarks: Sequence[Bookmark]
    sample: Sequence[int] = ()
    """Pages that are sent first, as they show how the document is set."""


def packed(kind: str, value: object) -> bytes:
    """Return a line; lone surrogates are kept as escapes."""
    return json.dumps([kind, value], separators=(",", ":")).encode() + b"\n"


def sheet(value: Any) -> Sheet:
    """Return the page of a line."""
    number, width, height, fragments, links, aside, pictures, unknown, lost = value
    return Sheet(
        number,
        width,
        height,
        [_fragment(one) for one in fragments],
        [Link(*one) for one in links],
        [[_fragment(one) for one in group] for group in aside],
        pictures,
        unknown,
        lost,
    )


def opened(value: Any) -> Opened:
    """Return what a line tells of a document."""
    pages, labels, info, language, bookmarks, sample = value
    entries = [Bookmark(*one) for one in bookmarks]
    return Opened(pages, labels, info, language, entries, sample)


def _fragment(value: Any) -> Fragment:
    text, x0, x1, y, size, runs, trail = value
    return Fragment(text, x0, x1, y, size, [Run(*run) for run in runs], trail)
