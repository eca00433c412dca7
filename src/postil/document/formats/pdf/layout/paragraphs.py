"""Paragraphs of a column: where one ends, by leading, indents, short lines and markers."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.formats.pdf.layout.lines import Line
from postil.document.formats.pdf.layout.markers import item_marker
from postil.document.formats.pdf.layout.measures import Column, Measures, column
from postil.document.formats.pdf.layout.tables import contents, table_rows
from postil.document.formats.pdf.layout.units import Unit, UnitKind

_GAP = 1.28
"""Leadings between two lines from which there is a gap."""
_SIZES = 0.08
"""Share by which the type of one paragraph may differ from line to line."""
_INDENT = 0.7
"""Share of the size by which a line is indented."""
_DEEP = 9
"""Sizes beyond which a line stands elsewhere and is not indented."""
_ROOM = 0.6
"""Share of the size that a line must have left, beside the next word, to have ended early."""
_CENTRED = 0.08
"""Share of a column's width by which the middle of a line may be off."""
_CODE_GAP = 3.5
"""Leadings that may lie between two lines of code."""
_SHORT = 0.82
"""Share of a column's width below which lines may be verse."""
_VERSE = 3
"""Lines of verse at the least."""
_CLOSING = ".!?:;”\"'’)»。！？」』…"


def units(lines: Sequence[Line], measures: Measures) -> list[Unit]:
    """Return the paragraphs, tables and code of one column, from the top."""
    if not lines:
        return []
    frame = column(lines, measures.size)
    _note_rights(lines, frame)
    found: list[Unit] = []
    at = 0
    while at < len(lines):
        if size := _code(lines, at, measures, frame):
            found.append(Unit(UnitKind.CODE, lines[at : at + size]))
        elif listed := contents(lines, at):
            size = len(listed)
            found.append(Unit(UnitKind.TABLE, lines[at : at + size], rows=listed))
        elif rows := table_rows(lines, at):
            size = len(rows)
            found.append(Unit(UnitKind.TABLE, lines[at : at + size], rows=rows))
        else:
            size = _paragraph(lines, at, frame)
            found.append(_made(lines, at, size, frame))
        at += size
    return _verses(found, frame)


def _code(lines: Sequence[Line], at: int, measures: Measures, frame: Column) -> int:
    """Return how many lines of code begin here."""
    if measures.fixed or not lines[at].fixed:
        return 0
    end = at + 1
    while end < len(lines) and lines[end].fixed:
        if (
            not 0
            < lines[end - 1].y - lines[end].y
            < _CODE_GAP * max(frame.leading, lines[end].size)
        ):
            break
        end += 1
    # A single word of code at the end of a paragraph is none.
    if end == at + 1 and at and not _is_gap(lines[at - 1], lines[at], frame):
        return 0
    return end - at


def _paragraph(lines: Sequence[Line], at: int, frame: Column) -> int:
    """Return how many lines the paragraph has that begins here."""
    end = at + 1
    while end < len(lines):
        if _ends(lines, at, end, frame) or table_rows(lines, end) or contents(lines, end):
            break
        end += 1
    return end - at


def _ends(lines: Sequence[Line], first: int, at: int, frame: Column) -> bool:
    """Tell whether a paragraph that began with one line ends before another."""
    last, line = lines[at - 1], lines[at]
    size = max(last.size, line.size)
    if abs(last.size - line.size) > _SIZES * size or _is_gap(last, line, frame):
        return True
    if last.bold != line.bold and not (_full(last, line, frame) and last.x0 <= frame.left + size):
        return True
    if last.text[-1:] in "-\u2010\u00ad" and last.text[-2:-1].isalpha():
        return False
    if item_marker(line.text) and _marks(lines, first, at, frame):
        return True
    if _centred(last, frame) and _centred(line, frame) and size > 1.05 * frame.size:
        return False
    if at - 1 == first and _begins_too(lines, at, frame):
        return True
    indent = (line.x0 - last.x0) / size
    hanging = item_marker(lines[first].text) is not None
    if _INDENT < indent < _DEEP:
        return not (at - 1 == first and (hanging or _hangs(lines, at, frame)))
    if indent < -_INDENT and at - 1 > first:
        return True
    if indent < -_INDENT and hanging:
        # Behind an item the text goes on at the edge; an item itself may run there too.
        return not _full(last, line, frame)
    return not _full(last, line, frame)


def _note_rights(lines: Sequence[Line], frame: Column) -> None:
    """Note for lines that are set in from both sides where their own right edge is."""
    start = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and not _is_gap(lines[at - 1], lines[at], frame):
            continue
        group = lines[start:at]
        right = max(line.x1 for line in group)
        inset = all(line.x0 > frame.left + line.size for line in group)
        most = sum(line.x1 > right - 1.5 * line.size for line in group[:-1])
        if inset and len(group) > 1 and most >= 0.6 * (len(group) - 1):
            for line in group:
                line.right = right
        start = at


def _is_gap(last: Line, line: Line, frame: Column) -> bool:
    """Tell whether more lies between two lines than from one line to the next."""
    step = last.y - line.y
    size = max(last.size, line.size)
    usual = frame.leading * size / frame.size if frame.size else frame.leading
    usual = min(usual, max(frame.leading, 1.3 * size))
    return step > _GAP * usual + 0.5 or step < -0.5 * size


def _full(last: Line, line: Line, frame: Column) -> bool:
    """Tell whether the first word of a line had found no room at the end of the one before."""
    room = min(last.right, frame.right) - last.x1
    if _is_wide(line.text):
        return room < 2.2 * line.size
    return room < line.first_word() + _ROOM * line.size


def _is_wide(text: str) -> bool:
    return "\u2e7f" < text[0] < "\ua4cf" or "\uf900" < text[0] < "\uff61"


def _marks(lines: Sequence[Line], first: int, at: int, frame: Column) -> bool:
    """Tell whether the marker of a line is one, and no number at the beginning of a line."""
    marker = item_marker(lines[at].text)
    if marker is None or marker.bullet:
        return marker is not None and (marker.words not in "-–—" or not _dashed(lines, at, frame))
    if item_marker(lines[first].text):
        return lines[at].x0 <= lines[first].x0 + 3 * lines[at].size
    last = lines[at - 1]
    return not _full(last, lines[at], frame) or last.text[-1] in _CLOSING


def _dashed(lines: Sequence[Line], at: int, frame: Column) -> bool:
    """Tell whether a dash stands in the middle of a sentence that fills its lines."""
    last = lines[at - 1]
    return _full(last, lines[at], frame) and abs(last.x0 - lines[at].x0) < 1


def _hangs(lines: Sequence[Line], at: int, frame: Column) -> bool:
    """Tell whether the second line of a paragraph is indented as all further ones are."""
    last, line = lines[at - 1], lines[at]
    if last.x0 > frame.left + _INDENT * last.size or not _full(last, line, frame):
        return False
    if at + 1 < len(lines) and not _is_gap(line, lines[at + 1], frame):
        after = lines[at + 1]
        if abs(after.x0 - line.x0) < 0.3 * line.size:
            return True
        return frame.right - line.x1 > 3 * line.size and last.text[-1] not in _CLOSING
    return last.text[-1] not in _CLOSING


def _begins_too(lines: Sequence[Line], at: int, frame: Column) -> bool:
    """Tell whether a line is indented as the one before it is, and the next one is not."""
    last, line = lines[at - 1], lines[at]
    indent = line.x0 - frame.left
    if not _INDENT * line.size < indent < _DEEP * line.size or abs(last.x0 - line.x0) > 1:
        return False
    if last.text[-1] not in _CLOSING or item_marker(last.text):
        return False
    if at + 1 == len(lines) or _is_gap(line, lines[at + 1], frame):
        return last.y - line.y > 1.12 * frame.leading
    return lines[at + 1].x0 < line.x0 - _INDENT * line.size


def _centred(line: Line, frame: Column) -> bool:
    wide = frame.right - frame.left
    off = (line.x0 + line.x1) / 2 - (frame.left + frame.right) / 2
    return abs(off) < _CENTRED * wide and line.x0 > frame.left + line.size


def _made(lines: Sequence[Line], at: int, size: int, frame: Column) -> Unit:
    """Return a paragraph or an item."""
    own = lines[at : at + size]
    first, last = own[0], own[-1]
    indented = _INDENT * first.size < first.x0 - frame.left < _DEEP * first.size
    opens = indented or at > 0
    full = frame.right - last.x1 < 2.5 * last.size or last.text[-1] in "-\u2010\u00ad"
    flush = frame.justified and frame.right - last.x1 < 1
    marker = item_marker(first.text)
    if marker is None or (marker.words in "-–—" and size > 1 and own[1].x0 <= first.x0):
        return Unit(UnitKind.PARAGRAPH, own, opens=opens, full=full, flush=flush)
    depth = 1 + min(5, max(0, round((first.x0 - frame.left) / (2.2 * first.size)) - 1))
    return Unit(UnitKind.ITEM, own, marker.words, marker.end, depth, full=full, flush=flush)


def _verses(found: list[Unit], frame: Column) -> list[Unit]:
    """Join short lines that follow one another without a gap to verse."""
    made: list[Unit] = []
    run: list[Unit] = []
    for unit in [*found, None]:
        if unit is not None and _is_verse(unit, run, frame):
            run.append(unit)
            continue
        made += _joined(run)
        run = []
        if unit is not None:
            if _is_verse(unit, run, frame):
                run.append(unit)
            else:
                made.append(unit)
    return made


def _is_verse(unit: Unit, run: Sequence[Unit], frame: Column) -> bool:
    if unit.kind is not UnitKind.PARAGRAPH or len(unit.lines) != 1:
        return False
    line = unit.lines[0]
    if line.x1 - line.x0 > _SHORT * (frame.right - frame.left) or line.bold:
        return False
    if not run:
        return True
    last = run[-1].lines[0]
    return not _is_gap(last, line, frame) and last.look == line.look


def _joined(run: list[Unit]) -> list[Unit]:
    if len(run) < _VERSE:
        return run
    lines = [unit.lines[0] for unit in run]
    # Text beside a picture has short lines too, and they begin in the middle of sentences.
    small = sum(line.text[0].islower() for line in lines)
    kind = UnitKind.PARAGRAPH if small > 0.5 * (len(lines) - 1) else UnitKind.VERSE
    return [Unit(kind, lines, opens=run[0].opens, full=run[-1].full)]
