"""Rows of the outline: the titles of the sections set in the room that there is for them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size

from postil.model.article import Section
from postil.model.values import NamedTuple, dataclass
from postil.typeset.wrap import WrapStyle, wrap

MOST_ROWS = 4
"""Rows of one title; what is longer ends in an ellipsis."""

_HANGING = WrapStyle(lined=True, hang=2)


@dataclass(frozen=True, slots=True)
class Entry:
    """A section as the outline shows it."""

    section: Section
    title: str
    minutes: int


def entries(
    sections: Sequence[Section], words: Sequence[int], words_per_minute: int
) -> tuple[Entry, ...]:
    """Return the entries for some sections, each of which has so many words."""
    return tuple(
        Entry(section, section.name, round(count / words_per_minute))
        for section, count in zip(sections, words, strict=True)
    )


def indent(entry: Entry) -> int:
    """Return by how many cells the title of a section is set in."""
    return 2 * min(3, max(0, entry.section.level - 1))


class OutlineRow(NamedTuple):
    """A row of the outline."""

    entry: int
    """The index of its entry."""
    text: str
    first: bool
    """Whether it is the first of its entry."""


class OutlineRows:
    """Entries one below the other, each in as many rows as its title needs."""

    def __init__(self, entries: Sequence[Entry] = (), room: int = 0) -> None:
        """Set titles in ``room`` cells; where that is not known yet, each in one row."""
        self.room = room
        self.entries = entries
        self._titles: dict[int, list[str]] = {}
        """Of the entries that take several rows, by their indexes."""
        self._firsts: list[int] = []
        """The first row of each entry."""
        row = 0
        for index, entry in enumerate(entries):
            self._firsts.append(row)
            if 0 < room < indent(entry) + len(entry.title) or not entry.title.isascii():
                self._titles[index] = list(_set(entry, room))
                row += len(self._titles[index]) - 1
            row += 1
        self._height = row

    def __len__(self) -> int:
        return self._height

    def first(self, index: int) -> int:
        """Return the first row of an entry."""
        return self._firsts[index]

    def of(self, index: int) -> range:
        """Return the rows of an entry."""
        first = self._firsts[index]
        return range(first, first + len(self._titles.get(index, ("",))))

    def at(self, row: int) -> OutlineRow | None:
        """Return a row; None behind the last one."""
        if not 0 <= row < self._height:
            return None
        index = bisect_right(self._firsts, row) - 1
        entry, part = self.entries[index], row - self._firsts[index]
        titles = self._titles.get(index)
        text = titles[part] if titles else " " * indent(entry) + entry.title
        return OutlineRow(index, text, part == 0)


def _set(entry: Entry, room: int) -> Iterator[str]:
    """Yield the rows of a title, the further ones set in a little more."""
    lead = indent(entry)
    width = max(1, room - lead)
    if room <= 0 or lead + cell_len(entry.title) <= room:
        yield " " * lead + entry.title
        return
    starts, ends, hangs = wrap(entry.title, width, cell_len, _HANGING)
    hangs += [0] * (len(starts) - len(hangs))
    rows = list(zip(starts, ends, hangs, strict=True))
    for start, end, hang in rows[: MOST_ROWS - (len(rows) > MOST_ROWS)]:
        yield " " * (lead + hang) + entry.title[start:end]
    if len(rows) > MOST_ROWS:
        start, _, hang = rows[MOST_ROWS - 1]
        left = room - lead - hang
        yield " " * (lead + hang) + set_cell_size(entry.title[start:], left - 1).rstrip() + "…"
