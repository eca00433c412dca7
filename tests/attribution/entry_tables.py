"""Reads the table of invented entries of lists, and tells how near a reading comes to it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from postil.attribution.works.read import read_work
from postil.attribution.works.scan import Work
from tests.attribution.kinds import date_of, name_of

FOLDER = Path(__file__).parent
FIELDS = {
    "t": "title",
    "c": "container_title",
    "p": "publisher",
    "pp": "publisher_place",
    "v": "volume",
    "n": "issue",
    "g": "page",
    "u": "url",
    "doi": "doi",
}


@dataclass(slots=True)
class EntryCase:
    """An entry with the readings that are right, by the names of fields; None is no work."""

    raw: str
    readings: list[dict[str, object] | None] = field(default_factory=list)

    @property
    def set_aside(self) -> bool:
        """Whether it belongs to the half that no rule was made for."""
        return hashlib.sha256(self.raw.encode()).digest()[0] % 2 == 0

    def read(self) -> Work | None:
        """Return the work that is read of the entry; stars stand around its italics."""
        words, runs, at = "", [], 0
        for number, part in enumerate(self.raw.split("*")):
            if number % 2:
                runs.append((at, at + len(part)))
            words += part
            at += len(part)
        return read_work(words, runs)

    def whole(self, work: Work | None) -> bool:
        """Tell whether a reading is one of the right ones, in all of its fields."""
        return any(told(work) == one for one in self.readings)

    def made_up(self, work: Work | None) -> list[tuple[str, object]]:
        """Return the fields that no right reading has; a title that holds the right one is not."""
        found = told(work) or {}
        return min(
            (
                [
                    (name, value)
                    for name, value in found.items()
                    if value != (one or {}).get(name)
                    and not (name == "t" and str((one or {}).get("t", "\0")) in str(value))
                ]
                for one in self.readings
            ),
            key=len,
        )


def told(work: Work | None) -> dict[str, object] | None:
    if work is None:
        return None
    source = work.source
    told: dict[str, object] = {
        short: value for short, name in FIELDS.items() if (value := getattr(source, name))
    }
    if source.author:
        told["a"] = tuple((one.family or one.literal, one.given) for one in source.author)
    for short, date in (("d", source.issued), ("x", source.accessed)):
        if date is not None:
            told[short] = (date.year, date.month, date.day)
    if work.locator:
        told["l"] = work.locator
    return told


def entry_cases(table: str) -> Iterator[EntryCase]:
    """Yield the cases of a table in this folder, in order."""
    case: EntryCase | None = None
    for line in (FOLDER / table).read_text("utf-8").splitlines():
        if not line or line.startswith("# "):
            continue
        if case is not None and (line[:2] in ("= ", "~ ") or line.strip() == "-"):
            case.readings.append(None if line.strip() == "-" else _reading(line[2:]))
            continue
        if case is not None:
            yield case
        case = EntryCase(line)
    if case is not None:
        yield case


def _reading(line: str) -> dict[str, object]:
    told: dict[str, object] = {}
    for part in line.split(" | "):
        name, _, value = part.strip().partition("=")
        if name == "a":
            names = map(name_of, value.split(" & "))
            told[name] = tuple((one.family or one.literal, one.given) for one in names)
        elif name in ("d", "x"):
            date = date_of(value)
            assert date is not None
            told[name] = (date.year, date.month, date.day)
        elif name != "k":
            told[name] = value
    return told
