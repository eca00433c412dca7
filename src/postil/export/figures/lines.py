"""Figures as lines of a terminal: bars, a table and strips, of words in the styles of rich."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from postil.export.base.dossier import counted
from postil.export.figures.figures import Count, Figures, Outline

Piece = tuple[str, str]
"""Words, and the style that a terminal shows them in."""

Line = list[Piece]

Cropped = Callable[[str, int], str]
"""Returns a text in at most so many cells."""

Cells = Callable[[str], int]
"""Returns how many cells a text takes."""

MOST = 12
"""Rows of a figure; what is beyond them is counted."""

_EIGHTHS = " \u258f\u258e\u258d\u258c\u258b\u258a\u2589"
_FULL = "\u2588"
_SHADES = "\u00b7\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"
"""From nothing to the most: by height, so that colour is not the only sign."""

_STATES = {"done": "read", "reading": "being read", "todo": "to be read"}

_PAINT = {"orange": "dark_orange", "pink": "magenta"}
"""What a terminal calls the colours that it knows by another name."""

_LONGEST = 50
"""Cells of a bar at the most."""

_LEAST = 24
"""Cells that a line is set for at the least."""


class FigureLines:
    """Sets figures in lines of a width."""

    def __init__(self, width: int, cells: Cells, cropped: Cropped) -> None:
        self._width = max(_LEAST, width)
        self._cells = cells
        self._cropped = cropped

    def of(self, figures: Figures) -> Iterator[Line]:
        """Yield all lines; a figure begins with its name, and ends with an empty line."""
        yield from self._readings(figures)
        yield from self._days(figures)
        yield from self._bars("Notes by tag", figures.tags, "cyan")
        yield from self._bars("Notes by source", figures.sources, "green")
        yield from self._bars("Notes by colour", figures.colours, "")
        yield from self._together(figures)
        yield from self._bars("Dates of sources", _condensed(figures.years), "green")
        yield from self._outlines(figures.outlines)

    def _readings(self, figures: Figures) -> Iterator[Line]:
        if not figures.readings:
            return
        states = [one.state for one in figures.readings]
        said = [f"{states.count(state)} {words}" for state, words in _STATES.items()]
        yield [("Progress", "bold"), (f"  {', '.join(said)}", "dim")]
        begun = [one for one in figures.readings if one.progress is not None]
        begun.sort(key=lambda one: one.read, reverse=True)
        room = self._room(one.title for one in begun[:MOST])
        for one in begun[:MOST]:
            share = one.progress or 0.0
            tail = f" {share:>4.0%}  {counted(one.notes, 'note') if one.notes else ''}"
            bar = self._bar(share, self._width - room - 20, "blue", filled=True)
            yield [*self._name(one.title, room), bar, (tail.rstrip(), "")]
        yield from self._beyond(len(begun))
        yield []

    def _days(self, figures: Figures) -> Iterator[Line]:
        if not figures.days:
            return
        yield [("Reading days", "bold"), (f"  {counted(len(figures.days), 'day')}", "dim")]
        shown = figures.days[-MOST:]
        most = max(one.notes for one in shown) or 1
        for one in shown:
            said = [counted(one.notes, "note")] if one.notes else []
            said += [f"{counted(one.articles, 'article')} last read"] if one.articles else []
            bar = self._bar(one.notes / most, self._width - 44, "blue")
            yield [(f"  {one.day} ", ""), bar, (f" {', '.join(said)}", "dim")]
        if len(figures.days) > MOST:
            yield [(f"  and {counted(len(figures.days) - MOST, 'day')} before", "dim")]
        yield []

    def _bars(self, title: str, counts: Sequence[Count], style: str) -> Iterator[Line]:
        if not counts:
            return
        yield [(title, "bold")]
        shown = counts[:MOST]
        room, most = self._room(one.name for one in shown), max(one.notes for one in counts)
        for one in shown:
            paint = style or _PAINT.get(one.name, one.name)
            bar = self._bar(one.notes / most, self._width - room - 10, paint)
            yield [*self._name(one.name, room), bar, (f" {one.notes}", "")]
        yield from self._beyond(len(counts))
        yield []

    def _together(self, figures: Figures) -> Iterator[Line]:
        if not figures.together:
            return
        yield [("Tags together", "bold")]
        shown = figures.together[:MOST]
        room = self._room(one.first for one in shown)
        other = self._room(one.second for one in shown)
        for one in shown:
            yield [
                *self._name(one.first, room),
                *self._name(one.second, other, ""),
                (f"{one.notes:>5}", ""),
            ]
        yield from self._beyond(len(figures.together))
        yield []

    def _outlines(self, outlines: Sequence[Outline]) -> Iterator[Line]:
        if not outlines:
            return
        yield [("Notes over the outline", "bold")]
        for one in outlines[:MOST]:
            yield [(f"  {self._cropped(one.title, self._width - 4)}", "")]
            most = max(one.strip) or 1
            strip = "".join(_SHADES[-(-many * (len(_SHADES) - 1) // most)] for many in one.strip)
            yield [(f"  {strip[: self._width - 2]}", "yellow")]
            if len(outlines) == 1:
                yield from self._parts(one)
        yield from self._beyond(len(outlines))
        yield []

    def _parts(self, outline: Outline) -> Iterator[Line]:
        most = max((one.notes for one in outline.parts), default=0) or 1
        titles = [f"{'  ' * max(0, one.level - 1)}{one.title}" for one in outline.parts]
        room = self._room(titles)
        for title, one in zip(titles, outline.parts, strict=True):
            bar = self._bar(one.notes / most, self._width - room - 10, "yellow")
            yield [*self._name(title, room), bar, (f" {one.notes or ''}".rstrip(), "")]

    def _room(self, names: Iterable[str]) -> int:
        """Return how many cells the longest name takes, within two fifths of the line."""
        longest = max((self._cells(name) for name in names), default=0)
        return min(longest, self._width * 2 // 5)

    def _name(self, name: str, room: int, before: str = "  ") -> Line:
        shown = self._cropped(name, room) if name == name.strip() else name[:room]
        return [(f"{before}{shown}{' ' * (room - self._cells(shown))}  ", "")]

    @staticmethod
    def _bar(share: float, room: int, style: str, *, filled: bool = False) -> Piece:
        """Return a bar of so much of the room, to an eighth of a cell; of anything a bit is seen.

        A ``filled`` one takes its whole room, so that what follows stands in one column.
        """
        room = max(4, min(room, _LONGEST))
        eighths = max(round(share * room * 8), 1 if share > 0 else 0)
        whole, rest = divmod(eighths, 8)
        bar = _FULL * whole + (_EIGHTHS[rest] if rest else "")
        return (f"{bar:<{room}}" if filled else bar, style)

    @staticmethod
    def _beyond(many: int) -> Iterator[Line]:
        if many > MOST:
            yield [(f"  and {many - MOST} more", "dim")]


def _condensed(years: Sequence[Count]) -> Sequence[Count]:
    """Return a timeline in as many rows as there is room for: of years, fives, tens and so on."""
    if len(years) <= MOST:
        return years
    for step in (2, 5, 10, 20, 50, 100, 500, 1000, 5000):
        spans: dict[int, int] = {}
        for one in years:
            first = int(one.name) // step * step
            spans[first] = spans.get(first, 0) + one.notes
        if len(spans) <= MOST:
            return [Count(f"{first}\u2013{first + step - 1}", spans[first]) for first in spans]
    return years
