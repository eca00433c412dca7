"""Frame of a printed manual page: its running heads and feet, and how far its text is set in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from postil.document.base.cell_width import cells
from postil.document.formats.layout.hyphens import Hyphens
from postil.document.formats.layout.line_layout import indent_of
from postil.document.formats.printed.strokes import StyledLine
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

HEAD = lazily(r"(?P<name>\S{1,80}\([0-9nlo]\w{0,9}\))\s.{0,200}(?P=name)$")
"""The title of a page at both ends of a line."""
_TITLE = lazily(r"\S{1,2}\([0-9nlo]\w{0,9}\)$")
"""The end of a page's title, by which it is known again: others may cover its first letters."""
_FIELDS = lazily(r"\s{2,}")
_BODY = 7
"""Blanks before a text, as nroff sets it where nothing else is seen."""
_DEEPEST = 16
_SUBHEADING = 4
"""Blanks before a heading of the second level at the most."""
_WIDTH = 80
_NARROWEST = 0.7
"""Share of its head that the lines of a page are wide at least."""
_ENDED = ".:;?!"

NumberedLine = tuple[int, StyledLine]
"""A line with its number in the file, from 1."""


class PageFrame(NamedTuple):
    """How a printed page is set, as far as its head tells."""

    width: int
    """Cells of a full line."""
    indent: int
    """Blanks before its text."""
    columns: frozenset[int]
    """Cells at which what stands behind a term begins."""
    hyphens: Hyphens
    """Tells what becomes of hyphens at line ends."""


def measure(lines: Sequence[StyledLine]) -> PageFrame:
    """Return the frame of the page that begins with some lines."""
    first = next((line.text for line in lines if line.text), "")
    heads = [cells(line.text) for line in lines if is_head(line.text)]
    if titled(first):
        heads.insert(0, cells(first))
    texts = [line.text for _, line in without_heads(enumerate(lines, 1))]
    sizes = sorted(cells(text) for text in texts if text)
    width = heads[0] if heads else sizes[int(len(sizes) * 0.98)] if sizes else _WIDTH
    # Pages that were set by hand are not as wide as their heads.
    widest = max((size for size in sizes if size <= width), default=width)
    width = max(widest, int(width * _NARROWEST))
    behind = Counter(
        indent_of(later)
        for line, later in pairwise(texts)
        if line and later and not line.startswith(" ") and 1 < indent_of(later) <= _DEEPEST
    )
    indent = behind.most_common(1)[0][0] if behind else _BODY
    if indent <= _SUBHEADING:
        # Headings may stand below headings: then their texts are set in further.
        counts = Counter(indent_of(text) for text in texts if text)
        deeper = [at for at in range(_SUBHEADING + 1, _DEEPEST) if counts[at] > counts[indent]]
        indent = min(deeper, default=indent)
    whole = "\n".join(texts)
    soft = "‐\n" in whole and not any("‐" in text[:-1] for text in texts)
    return PageFrame(width, indent, _columns(texts), Hyphens(whole, soft=soft))


def is_head(line: str) -> bool:
    """Tell whether a line is the head of a page: its title at both ends."""
    return line.endswith(")") and bool(HEAD.match(line))


def titled(line: str) -> str:
    """Return the end of the title of a page that ends a line at the left edge, "" for others."""
    found = _TITLE.search(line) if line.endswith(")") and line[0] != " " else None
    return found[0].casefold() if found else ""


def without_heads(lines: Iterable[NumberedLine]) -> Iterator[NumberedLine]:
    """Leave out the heads and feet of pages; a paragraph over the end of one is whole."""
    title = ""
    last: StyledLine | None = None
    blanks: list[NumberedLine] = []
    broken = False
    for number, line in lines:
        text = line.text
        if not text:
            blanks.append((number, line))
        elif is_head(text) or (last is None and titled(text)):
            title = titled(text)
            broken = True
        elif blanks and _is_foot(text, title):
            broken = True
        else:
            if not (broken and last and _goes_on(last.text, text)):
                yield from blanks
            yield number, line
            last, blanks, broken = line, [], False


def _is_foot(line: str, title: str) -> bool:
    """Tell whether a line behind a blank one ends with a page's title, or names its system twice.

    Those of mdoc(7) have the system at both ends.
    """
    if line[0] == " ":
        return False
    if title and titled(line) == title:
        return True
    fields = _FIELDS.split(line)
    return len(fields) == 3 and fields[0] == fields[2] and any(map(str.isdigit, fields[1]))


def _goes_on(before: str, after: str) -> bool:
    return indent_of(before) == indent_of(after) > 0 and before[-1] not in _ENDED


def _columns(lines: Sequence[str]) -> frozenset[int]:
    """Return where definitions begin: below the words behind a term, or below the term."""
    found: Counter[int] = Counter()
    for line, later in pairwise(lines):
        if not line or not later:
            continue
        indent, column = indent_of(line), indent_of(later)
        if 0 < indent < column:
            found[column] += 1
    return frozenset(found)
