"""Where the rows of a block begin and end at a width."""

from __future__ import annotations

from collections.abc import Callable

from postil.typeset.cells import FILL, lay_out, narrow

Cuts = tuple[list[int], list[int]]
"""The offsets at which rows begin, and those at which they end, in code points."""

_NEVER_FIRST = frozenset(
    "。、，．・：；？！ー〜～…‥々〻ゝゞヽヾ」』）］｝】〕〉》〗〙〛”’)]}!?,.:;%％"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
)
_NEVER_LAST = frozenset("「『（［｛【〔〈《〖〘〚“‘([{")


def wrap(text: str, width: int, measure: Callable[[str], int], *, lined: bool, hard: bool) -> Cuts:
    """Cut the text of a block into rows of at most ``width`` cells (one wider cluster apart).

    ``lined`` keeps the line ends of the text; ``hard`` cuts at the width and not at blanks.
    Blanks at the end of a row hang: they lie behind its end and before the next row's start.
    """
    if not lined:
        # A line end has no place in such a block; should one be there, it is a blank.
        return _wrap_line(text.replace("\n", " "), width, measure, hard)
    starts: list[int] = []
    ends: list[int] = []
    base = 0
    for line in text.split("\n"):
        size = len(line)
        if size <= width and line.isascii() and line.isprintable():
            starts.append(base)
            ends.append(base + len(line.rstrip(" ")))
        else:
            first, last = _wrap_line(line, width, measure, hard)
            starts.extend([base + at for at in first])
            ends.extend([base + at for at in last])
        base += size + 1
    return starts, ends


def _wrap_line(line: str, width: int, measure: Callable[[str], int], hard: bool) -> Cuts:
    if narrow(line):
        return _cut_hard(line, width) if hard else _cut_at_blanks(line, width)
    grid = lay_out(line, measure)
    if hard:
        starts, ends = _cut_hard(grid.cells, width)
    elif grid.ideographs:
        starts, ends = _cut_at_blanks_and_ideographs(grid.cells, width)
    else:
        starts, ends = _cut_at_blanks(grid.cells, width)
    both = grid.offsets([cut for row in zip(starts, ends, strict=True) for cut in row])
    both[0] = 0
    return both[::2], both[1::2]


def _cut_at_blanks(cells: str, width: int) -> Cuts:
    size = len(cells.rstrip(" "))
    starts = [0]
    ends = []
    start = 0
    rfind = cells.rfind
    while size - start > width:
        cut = rfind(" ", start + 1, start + width + 1)
        if cut < 0:
            cut = following = _at_width(cells, start, width)
            if cut >= size:
                break
        else:
            following = cut + 1
            if cells[following] == " " or cells[cut - 1] == " ":
                cut, following = _around_blanks(cells, start, cut, width)
        ends.append(cut)
        starts.append(following)
        start = following
    ends.append(size)
    return starts, ends


def _cut_at_blanks_and_ideographs(cells: str, width: int) -> Cuts:
    size = len(cells.rstrip(" "))
    starts = [0]
    ends = []
    start = 0
    while size - start > width:
        limit = cut = _at_width(cells, start, width)
        if cut >= size:
            break
        while cut > start and not _may_break(cells, cut):
            cut -= 1
        following = cut = cut if cut > start else limit
        if cells[cut] == " " or cells[cut - 1] == " ":
            cut, following = _around_blanks(cells, start, cut, width)
        ends.append(cut)
        starts.append(following)
        start = following
    ends.append(size)
    return starts, ends


def _cut_hard(cells: str, width: int) -> Cuts:
    size = len(cells.rstrip(" "))
    starts = [0]
    start = 0
    while size - start > width:
        start = _at_width(cells, start, width)
        if start >= size:
            break
        starts.append(start)
    return starts, [*starts[1:], size]


def _at_width(cells: str, start: int, width: int) -> int:
    """Return the last place to cut a row that is full, between two clusters."""
    cut = start + width
    while cut > start and cells[cut] == FILL:
        cut -= 1
    if cut > start:
        return cut
    cut = start + 1
    while cut < len(cells) and cells[cut] == FILL:
        cut += 1
    return cut


def _around_blanks(cells: str, start: int, cut: int, width: int) -> tuple[int, int]:
    """Let a run of blanks hang: its start and the start of what follows.

    A row of nothing but the blanks that the text begins with is cut at the width.
    """
    end = following = cut
    while end > start and cells[end - 1] == " ":
        end -= 1
    if end == start:
        end = following = _at_width(cells, start, width)
    while following < len(cells) and cells[following] == " ":
        following += 1
    return end, following


def _may_break(cells: str, at: int) -> bool:
    """Tell whether a row may end before a cell: a blank, or beside an ideograph.

    In a grid exactly the ideographs and Hangul are followed by a fill; Hangul keeps its words.
    """
    after = cells[at]
    if after == " ":
        return True
    if after == FILL or after in _NEVER_FIRST:
        return False
    before = cells[at - 1]
    wide_before = before == FILL
    if wide_before:
        before = cells[at - 2]
    if before in _NEVER_LAST:
        return False
    wide_after = at + 1 < len(cells) and cells[at + 1] == FILL
    return (wide_before and _ideographic(before)) or (wide_after and _ideographic(after))


def _ideographic(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or character >= "\uf900"
