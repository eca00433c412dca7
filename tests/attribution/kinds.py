"""Reads the tables of invented attributions, and counts how many of a part are read rightly.

A table has a string to a paragraph of lines: the string, then ``= FIELD=VALUE | …`` for what it
says, sources parted by ``;;`` and problems behind ``!``; ``~`` gives another reading that is as
right, and ``-`` stands for no source at all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from postil.model.source import Date, Name, Source
from postil.model.values import replace

FOLDER = Path(__file__).parent
_NAMES = ("title", "container", "publisher", "issued", "accessed", "url", "page")
"""The fields of a source behind its authors, as they are compared."""


@dataclass(slots=True)
class Case:
    """A string, with the readings that are right; each is a list of sources."""

    raw: str
    readings: list[list[Source]] = field(default_factory=list)
    problems: frozenset[str] = frozenset()

    @property
    def set_aside(self) -> bool:
        """Whether it belongs to the third that no rule was made for."""
        return hashlib.sha256(self.raw.encode()).digest()[0] % 3 == 0

    @property
    def in_half_kept(self) -> bool:
        """Whether it belongs to the half of the written tables that no rule was made for."""
        return hashlib.sha256(self.raw.encode()).digest()[0] % 2 == 0


def cases(table: str) -> Iterator[Case]:
    """Yield the cases of a table in this folder, in order."""
    case: Case | None = None
    for line in (FOLDER / table).read_text("utf-8").splitlines():
        if not line or line.startswith("# "):
            continue
        if case is not None and line[:2] in ("= ", "~ ", "-"):
            words, _, problems = line[2:].partition("! ")
            case.readings.append([_source(part) for part in words.split(" ;; ")] if words else [])
            case.problems |= frozenset(problems.split())
            continue
        if case is not None:
            yield case
        case = Case(line)
    if case is not None:
        yield case


def right(case: Case, sources: list[Source]) -> bool:
    """Tell whether the sources are those of one right reading, types and places aside."""
    return any(_all_told(sources) == _all_told(reading) for reading in case.readings)


def made_up(case: Case, sources: Sequence[Source]) -> int:
    """Return how many fields say what no right reading says in them; a person counts as one."""
    said = [_fields(source) for reading in case.readings for source in reading]
    known: frozenset[tuple[str, object]] = frozenset().union(*said)
    return sum(len(_fields(source) - known) for source in sources)


def _fields(source: Source) -> frozenset[tuple[str, object]]:
    people, *rest = _told(source)
    told: list[tuple[str, object]] = [("author", person) for person in _listed(people)]
    told += [(name, value) for name, value in zip(_NAMES, rest, strict=True) if value]
    return frozenset(told)


def _listed(people: object) -> tuple[object, ...]:
    return people if isinstance(people, tuple) else ()


def _all_told(sources: list[Source]) -> list[tuple[object, ...]]:
    """Return what the sources say, those that say nothing left out."""
    return [_told(source) for source in sources if source.identified or source.issued]


def _told(source: Source) -> tuple[object, ...]:
    people = tuple(
        (name.family or name.literal, name.given if name.family else "") for name in source.author
    )
    container = source.container_title.replace("’", "'").removeprefix("The ")
    rest = (source.issued, source.accessed, source.url, source.page.replace("–", "-"))
    title = source.title.replace("’", "'")
    return (people, title, container, source.publisher, *rest)


def _source(text: str) -> Source:
    given = dict(part.strip().split("=", 1) for part in text.split(" | ") if part.strip())
    return Source(
        author=tuple(name_of(one) for one in given.get("a", "").split(" & ") if one),
        title=given.get("t", ""),
        container_title=given.get("c", ""),
        publisher=given.get("p", ""),
        issued=date_of(given.get("d", "")),
        accessed=date_of(given.get("x", "")),
        url=given.get("u", ""),
        page=given.get("g", ""),
    )


def name_of(text: str) -> Name:
    if text.startswith("{"):
        return Name(literal=text.strip("{}"))
    family, _, given = text.partition(", ")
    return Name(family=family, given=given)


def date_of(text: str) -> Date | None:
    if not text:
        return None
    first, *last = map(_day, text.split(".."))
    return replace(first, until=last[0] if last else None)


def _day(text: str) -> Date:
    year, *rest = map(int, text.split("-"))
    month, day = [*rest, None, None][:2]
    return Date(year, month, day)
