"""Line breaking: where the rows of a block begin and end at a width."""

from __future__ import annotations

from postil.model.article import BlockKind
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily
from postil.typeset.cells import FILL, CellLen, lay_out, narrow
from postil.typeset.frame import LEAST

Cuts = tuple[list[int], list[int]]
"""The offsets at which rows begin, and those at which they end, in code points."""

_NEVER_FIRST = frozenset(
    "。、，．・：；？！ー〜～…‥々〻ゝゞヽヾ」』）］｝】〕〉》〗〙〛”’)]}!?,.:;%％"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
)
_NEVER_LAST = frozenset("「『（［｛【〔〈《〖〘〚“‘([{")


class WrapStyle(NamedTuple):
    """How the lines of a kind of block are cut into rows."""

    lined: bool
    """The line ends of the text are kept."""
    hang: int = 0
    """Cells by which the further rows of a cut line are set in, beside the line's own indent."""
    at_signs: bool = False
    """What is longer than a row is cut behind a sign in it, if there is one: an address, a path."""


PROSE = WrapStyle(lined=False)

_VERSE = WrapStyle(lined=True, hang=4)
_CODE = WrapStyle(lined=True, hang=2, at_signs=True)
_CELL = WrapStyle(lined=False, at_signs=True)

_SIGN = lazily(r"[-/_.,;:?&=|)\]}>+](?![-/_.,;:?&=|)\]}>+])")
"""A sign behind which a word that is too long may be cut, and never one of several in two."""


def wrap_style(kind: BlockKind) -> WrapStyle:
    """Return how blocks of a kind are cut."""
    if kind is BlockKind.PARAGRAPH or not kind.lined:
        return PROSE
    return _VERSE if kind is BlockKind.VERSE else _CODE


def wrap(
    text: str, width: int, cell_len: CellLen, style: WrapStyle
) -> tuple[list[int], list[int], list[int]]:
    """Cut the text of a block into rows of at most ``width`` cells (one wider cluster apart).

    Returns the offsets at which rows begin, those at which they end, and the cells by which each
    is set in; the last list is empty where none is. Blanks at the end of a row hang: they lie
    behind its end and before the next row's start.
    """
    if not style.lined:
        # A line end has no place in such a block; should one be there, it is a blank.
        return *_wrap_line(text.replace("\n", " "), width, width, cell_len, style), []
    starts: list[int] = []
    ends: list[int] = []
    hangs: list[int] = []
    base = 0
    for line in text.split("\n"):
        size = len(line)
        if size <= width and line.isascii() and line.isprintable():
            starts.append(base)
            ends.append(base + len(line.rstrip(" ")))
        else:
            hang = _hang(line, width, style)
            first, last = _wrap_line(line, width, width - hang, cell_len, style)
            if hang and len(first) > 1:
                hangs += [0] * (len(starts) + 1 - len(hangs)) + [hang] * (len(first) - 1)
            starts.extend([base + at for at in first])
            ends.extend([base + at for at in last])
        base += size + 1
    if hangs:
        hangs += [0] * (len(starts) - len(hangs))
    return starts, ends, hangs


def wrap_cell(text: str, width: int, cell_len: CellLen) -> Cuts:
    """Cut the words of a table's cell into rows; what is longer than a row is cut at a sign."""
    return _wrap_line(text, width, width, cell_len, _CELL)


def _hang(line: str, width: int, style: WrapStyle) -> int:
    """Return the cells by which the further rows of a line are set in."""
    own = min(len(line) - len(line.lstrip(" ")), width // 3)
    return max(0, min(own + style.hang, width - LEAST)) if style.hang else 0


def _wrap_line(line: str, width: int, further: int, cell_len: CellLen, style: WrapStyle) -> Cuts:
    """Cut one line; its rows behind the first have ``further`` cells."""
    if narrow(line):
        return _cut_at_blanks(line, width, further, style)
    grid = lay_out(line, cell_len)
    cut = _cut_at_blanks_and_ideographs if grid.ideographs else _cut_at_blanks
    starts, ends = cut(grid.cells, width, further, style)
    both = grid.offsets([cut for row in zip(starts, ends, strict=True) for cut in row])
    both[0] = 0
    return both[::2], both[1::2]


def _cut_at_blanks(cells: str, width: int, further: int, style: WrapStyle) -> Cuts:
    size = len(cells.rstrip(" "))
    starts = [0]
    ends = []
    start = 0
    rfind = cells.rfind
    while size - start > width:
        cut = rfind(" ", start + 1, start + width + 1)
        if cut < 0:
            cut = following = _within_word(cells, start, width, style)
            if cut >= size:
                break
        else:
            following = cut + 1
            if cells[following] == " " or cells[cut - 1] == " ":
                cut, following = _around_blanks(cells, start, cut, (width, further), style)
        ends.append(cut)
        starts.append(following)
        start = following
        width = further
    ends.append(size)
    return starts, ends


def _cut_at_blanks_and_ideographs(cells: str, width: int, further: int, style: WrapStyle) -> Cuts:
    size = len(cells.rstrip(" "))
    starts = [0]
    ends = []
    start = 0
    while size - start > width:
        cut = _at_width(cells, start, width)
        if cut >= size:
            break
        while cut > start and not _may_break(cells, cut):
            cut -= 1
        following = cut = cut if cut > start else _within_word(cells, start, width, style)
        if cells[cut] == " " or cells[cut - 1] == " ":
            cut, following = _around_blanks(cells, start, cut, (width, further), style)
        ends.append(cut)
        starts.append(following)
        start = following
        width = further
    ends.append(size)
    return starts, ends


def _within_word(cells: str, start: int, width: int, style: WrapStyle) -> int:
    """Return where a row is cut in which no word ends: behind a sign, if that may be."""
    cut = _at_width(cells, start, width)
    if style.at_signs:
        half = start + width // 2
        behind = [found.end() for found in _SIGN.finditer(cells, half, cut + 1)]
        return max((at for at in behind if at <= cut), default=cut)
    return cut


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


def _around_blanks(
    cells: str, start: int, cut: int, widths: tuple[int, int], style: WrapStyle
) -> tuple[int, int]:
    """Return where a run of blanks begins, which hangs at a row's end, and where it ends.

    Of ``widths`` the second is that of the rows that follow. A row of nothing but the blanks that
    the text begins with is cut at the width, or stands empty where that keeps a word of code whole.
    """
    end = following = cut
    while end > start and cells[end - 1] == " ":
        end -= 1
    while following < len(cells) and cells[following] == " ":
        following += 1
    if end > start:
        return end, following
    if style.hang:
        behind = cells.find(" ", following)
        if (len(cells) if behind < 0 else behind) - following <= widths[1]:
            return start, following
    end = following = _within_word(cells, start, widths[0], style)
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
