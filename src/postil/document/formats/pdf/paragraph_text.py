"""Text of a paragraph: its lines joined, with what is set apart, as pieces to be written."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from postil.document.formats.pdf.layout.joining import joint
from postil.document.formats.pdf.layout.lines import Line
from postil.document.formats.pdf.layout.notes import references
from postil.document.formats.pdf.process.wire import Link
from postil.model.values import NamedTuple


class Piece(NamedTuple):
    """Words set alike."""

    text: str
    style: int = 0
    link: Link | None = None
    note: str = ""
    """The label of the footnote that is referred to; it has no words."""
    page: int = -1
    """The page that begins before it, -1 for none."""


class Spelling(NamedTuple):
    """How a document writes its words."""

    known: set[str]
    """Words that stand whole on some line so far, in small letters."""
    trails: bool
    """Blanks are drawn behind lines that end with a word."""


def pieces(
    lines: Sequence[Line], skip: int, labels: Container[tuple[int, str]], spelling: Spelling
) -> Iterator[Piece]:
    """Yield the words of lines; the first ``skip`` letters of the first line are left out.

    ``labels`` are pages and labels of footnotes; ``spelling`` is that of the document.
    """
    page = None
    for at, line in enumerate(lines):
        if line.page != page:
            yield Piece("", page=line.page)
            page = line.page
        end, between = len(line.text), ""
        if at + 1 < len(lines):
            cut, between = joint(
                line.text,
                lines[at + 1].text,
                spelling.known,
                parted=line.trail or not spelling.trails,
            )
            end -= cut
        yield from _line(line, 0 if at else skip, end, labels)
        if between:
            yield Piece(between, *_across(line, lines[at + 1]))


def _across(line: Line, after: Line) -> tuple[int, Link | None]:
    """Return the style and the link that go on from one line to the next."""
    if not line.runs or not after.runs:
        return 0, None
    last, first = line.runs[-1], after.runs[0]
    if last.end < len(line.text) or first.start > 0:
        return 0, None
    one, other = _link(line, last.link), _link(after, first.link)
    return last.style & first.style, one if one == other else None


def _link(line: Line, index: int) -> Link | None:
    return line.links[index] if 0 <= index < len(line.links) else None


def _line(line: Line, begin: int, end: int, labels: Container[tuple[int, str]]) -> Iterator[Piece]:
    """Yield the words of one line."""
    marks = [one for one in references(line) if (line.page, one[2]) in labels and one[0] >= begin]
    cuts = sorted(
        {begin, end}
        | {max(begin, min(end, at)) for run in line.runs for at in (run.start, run.end)}
        | {at for one in marks for at in one[:2] if begin <= at <= end}
    )
    for start, stop in pairwise(cuts):
        if any(one[0] <= start and stop <= one[1] for one in marks):
            label = next(one[2] for one in marks if one[0] <= start and stop <= one[1])
            yield Piece("", note=label)
            continue
        run = next((one for one in line.runs if one.start <= start < one.end), None)
        if run is None:
            yield Piece(line.text[start:stop])
        else:
            yield Piece(line.text[start:stop], run.style, _link(line, run.link))
