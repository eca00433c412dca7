"""Figures as pictures: a drawing of SVG for each, whose numbers are also told in words.

Shapes bear classes and no colours: the page, or the file, that they stand in has those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from postil.export.base.dossier import counted
from postil.export.figures.figures import Count, Figures, Outline, Pair
from postil.model.values import NamedTuple
from postil.text.clean import clean_line

WIDTH = 640
"""Units of a drawing; on a page it is as wide as there is room."""

ROW = 20
_NAME = 220
"""Where bars begin; names end before it."""

_LETTERS = 26
"""Code points of a name that find room before a bar."""

_END = 590
"""Where the longest bar ends, and its number begins."""

MOST = 20
"""Rows of a drawing; what is beyond them is counted."""

_TOLD = 12
"""Rows that are told in words to who does not see the drawing."""


class Drawing(NamedTuple):
    """A picture of one figure."""

    title: str
    height: int
    svg: Element
    """An ``svg`` of ``WIDTH`` by ``height``, which says in words what it shows."""


def drawings(figures: Figures) -> Iterator[Drawing]:
    """Yield a picture of each figure of which there is something to show."""
    begun = [one for one in figures.readings if one.progress is not None]
    if begun:
        shares = [(one.title, one.progress or 0.0, f"{one.progress or 0:.0%}") for one in begun]
        yield _bars("Progress", shares)
    if figures.days:
        days = [Count(one.day, one.notes) for one in figures.days]
        yield _columns("Notes by day", days)
    for title, counts, kind in (
        ("Notes by tag", figures.tags, ""),
        ("Notes by source", figures.sources, ""),
        ("Notes by colour", figures.colours, "colour"),
    ):
        if counts:
            most = max(one.notes for one in counts)
            rows = [(one.name, one.notes / most, str(one.notes)) for one in counts]
            yield _bars(title, rows, by_name=kind == "colour")
    if figures.together:
        yield _table("Tags together", figures.together)
    if figures.years:
        yield _columns("Dates of sources", figures.years)
    if figures.outlines:
        yield _strips("Notes over the outline", figures.outlines)


def _svg(title: str, height: int, told: Iterable[str]) -> Element:
    said = clean_line(f"{title}: {'; '.join(told)}")
    return Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {WIDTH} {height}",
            "role": "img",
            "aria-label": said,
        },
    )


def _told(rows: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield from (f"{name} {many}" for name, many in rows[:_TOLD])
    if len(rows) > _TOLD:
        yield f"and {len(rows) - _TOLD} more"


def _text(parent: Element, x: float, y: float, words: str, anchor: str = "start") -> None:
    element = SubElement(parent, "text", {"x": f"{x:g}", "y": f"{y:g}", "text-anchor": anchor})
    element.text = clean_line(words)


def _shape(parent: Element, x: float, y: float, width: float, height: float, kind: str) -> None:
    numbers = {"x": x, "y": y, "width": max(0.5, width), "height": height}
    found = {name: f"{round(value, 2):g}" for name, value in numbers.items()}
    SubElement(parent, "rect", {**found, "class": kind})


def _short(name: str, most: int = _LETTERS) -> str:
    words = " ".join(name.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}\u2026"


def _bars(title: str, rows: Sequence[tuple[str, float, str]], *, by_name: bool = False) -> Drawing:
    shown = rows[:MOST]
    beyond = len(rows) - len(shown)
    height = ROW * (len(shown) + bool(beyond)) + 4
    svg = _svg(title, height, _told([(name, many) for name, _, many in rows]))
    for at, (name, share, many) in enumerate(shown):
        y = ROW * at
        _text(svg, _NAME - 8, y + 15, _short(name), "end")
        width = (_END - _NAME) * share
        _shape(svg, _NAME, y + 4, width, ROW - 6, f"bar {name}" if by_name else "bar")
        _text(svg, _NAME + width + 6, y + 15, many)
    if beyond:
        _text(svg, _NAME - 8, height - 8, f"and {beyond} more", "end")
    return Drawing(title, height, svg)


def _columns(title: str, counts: Sequence[Count]) -> Drawing:
    """Return columns in the order of time; where there is room for it each bears its number."""
    tall, height = 100, 124
    svg = _svg(title, height, _told([(one.name, str(one.notes)) for one in counts if one.notes]))
    most = max(one.notes for one in counts) or 1
    step = min(60.0, WIDTH / len(counts))
    every = max(1, -(-len(counts) * 74 // WIDTH))
    for at, one in enumerate(counts):
        high = (tall - 16) * one.notes / most
        if one.notes:
            _shape(svg, step * at + step * 0.1, tall - high, step * 0.8, high, "bar")
            if step >= 24:
                _text(svg, step * (at + 0.5), tall - high - 3, str(one.notes), "middle")
        if at % every == 0:
            _text(svg, step * at, tall + 16, one.name)
    return Drawing(title, height, svg)


def _table(title: str, pairs: Sequence[Pair]) -> Drawing:
    shown = pairs[:MOST]
    beyond = len(pairs) - len(shown)
    height = ROW * (len(shown) + bool(beyond)) + 4
    told = [(f"{one.first} with {one.second}", str(one.notes)) for one in pairs]
    svg = _svg(title, height, _told(told))
    for at, one in enumerate(shown):
        y = ROW * at + 15
        _text(svg, _NAME - 8, y, _short(one.first), "end")
        _text(svg, _NAME, y, _short(one.second))
        _text(svg, _END, y, str(one.notes), "end")
    if beyond:
        _text(svg, _NAME - 8, height - 8, f"and {beyond} more", "end")
    return Drawing(title, height, svg)


def _strips(title: str, outlines: Sequence[Outline]) -> Drawing:
    """Return a strip for each article: its text from left to right, darker where more is noted."""
    shown = outlines[:MOST]
    row = ROW * 2
    height = row * len(shown) + (ROW if len(outlines) > len(shown) else 0) + 4
    told = [
        (one.title, counted(sum(part.notes for part in one.parts) or max(one.strip), "note"))
        for one in outlines
    ]
    svg = _svg(title, height, _told(told))
    for at, one in enumerate(shown):
        y = row * at
        _text(svg, 0, y + 14, _short(one.title, 80))
        most = max(one.strip) or 1
        step = WIDTH / len(one.strip)
        _shape(svg, 0, y + ROW, WIDTH, 12, "ground")
        for share, many in enumerate(one.strip):
            if many:
                _shape(svg, step * share, y + ROW, step, 12, f"heat-{-(-many * 4 // most)}")
        length = one.parts[-1].end if one.parts else 0
        for part in one.parts if length else ():
            # Where a section begins.
            _shape(svg, WIDTH * part.start / length, y + ROW, 1, 16, "tick")
    if len(outlines) > len(shown):
        _text(svg, 0, height - 8, f"and {len(outlines) - len(shown)} more")
    return Drawing(title, height, svg)
