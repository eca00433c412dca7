"""Figures of a library, or of some notes: frozen numbers, which every form of them shows."""

from __future__ import annotations

from postil.model.values import NamedTuple, dataclass


class Count(NamedTuple):
    """How many notes there are of something."""

    name: str
    notes: int


class Pair(NamedTuple):
    """Two tags that notes bear together."""

    first: str
    second: str
    notes: int


class Day(NamedTuple):
    """A day on which something was noted, or an article was open for the last time."""

    day: str
    """In UTC: ``2026-11-29``."""
    notes: int
    articles: int


class Part(NamedTuple):
    """A section of an article, with the notes on it."""

    title: str
    level: int
    start: int
    """In code points of the article's text."""
    end: int
    notes: int


@dataclass(frozen=True, slots=True)
class Reading:
    """How far an article is read."""

    title: str
    state: str
    """``todo``, ``reading`` or ``done``."""
    progress: float | None
    """0 to 1; None for one that was never opened."""
    notes: int
    words: int | None
    """None where that is not known."""
    read: str
    """When it was open last, RFC 3339; "" for never."""


@dataclass(frozen=True, slots=True)
class Outline:
    """An article's notes over its outline."""

    title: str
    strip: tuple[int, ...]
    """Notes in each of equal shares of the text, from its beginning to its end."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures; what there is nothing to say of is empty."""

    notes: int
    readings: tuple[Reading, ...] = ()
    days: tuple[Day, ...] = ()
    """By date."""
    tags: tuple[Count, ...] = ()
    """What there is most of first, as in the two that follow."""
    sources: tuple[Count, ...] = ()
    colours: tuple[Count, ...] = ()
    together: tuple[Pair, ...] = ()
    """Tags that notes bear together, the most frequent first."""
    years: tuple[Count, ...] = ()
    """Notes by the year of the source that their passages come from, every year in between too."""
    outlines: tuple[Outline, ...] = ()
    """Of the articles that notes are on, by title."""
