"""Kept sections: where each heading of a kept article stands, to be looked up by an offset."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Any

from postil.model.values import NamedTuple

if TYPE_CHECKING:
    from postil.model.article import Section


class KeptSection(NamedTuple):
    """A section of a kept article."""

    start: int
    """The offset in the canonical text at which it begins."""
    number: int
    """As in the outline: from 0, which is what stands before the first heading."""
    level: int
    title: str | None
    """Its heading; None where it has none."""
    name: str
    """Its heading, or what it is called without one."""


def as_text(sections: Iterable[Section]) -> str:
    """Return sections in JSON, to be kept; "" for none."""
    listed = [[one.span.start, one.number, one.level, one.title, one.name] for one in sections]
    # What has a heading is called by it, which need not be said twice.
    short = [row[:-1] if row[-1] == row[-2] else row for row in listed]
    return json.dumps(short, ensure_ascii=False, separators=(",", ":")) if short else ""


class KeptSections:
    """The sections of one article, which are set out when one of them is asked for."""

    def __init__(self, kept: str = "", *, sure: bool = True) -> None:
        """``kept`` is what :func:`as_text` has returned; of what is damaged nothing is known."""
        self._kept = kept
        self.sure = sure
        """Whether they are those of the article as it is read now, and not by another version."""

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, KeptSections):
            return NotImplemented
        return (self._kept, self.sure) == (other._kept, other.sure)

    def __hash__(self) -> int:
        return hash((self._kept, self.sure))

    @cached_property
    def _rows(self) -> list[list[Any]]:
        try:
            rows: list[list[Any]] = json.loads(self._kept) if self._kept else []
        except ValueError:
            return []
        return rows

    @cached_property
    def _starts(self) -> list[int]:
        try:
            return [int(row[0]) for row in self._rows]
        except (ValueError, TypeError, LookupError):
            return []

    def at(self, offset: int) -> KeptSection | None:
        """Return the section that holds an offset; None where there are none."""
        if not self._starts:
            return None
        row = self._rows[max(0, bisect_right(self._starts, offset) - 1)]
        try:
            start, number, level, title, *name = row
        except ValueError:
            return None
        return KeptSection(start, number, level, title, name[0] if name else title or "")

    def name_at(self, offset: int) -> str:
        """Return what the section that holds an offset is called; "" where there are none."""
        found = self.at(offset)
        return "" if found is None else found.name
