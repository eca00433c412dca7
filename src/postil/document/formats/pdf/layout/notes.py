"""Footnotes of a page: small lines at the foot of a column that begin with a mark of the text."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.formats.pdf.layout.lines import Line
from postil.document.formats.pdf.layout.markers import note_marker
from postil.document.formats.pdf.layout.measures import Measures
from postil.document.formats.pdf.layout.units import Unit, UnitKind
from postil.document.formats.pdf.process.wire import ITALIC, RAISED
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_SMALL = 0.93
"""Share of the size of the text below which a line may be a footnote's."""
_SIGNS = "*∗†‡§¶"
_GLUED = lazily(r"(?:(?<=[a-zß-ÿ])|(?<=[a-zß-ÿ][.,;:!?”’)\]]))\d{1,2}(?![\w.,])")
"""Numbers that fonts draw small of themselves; they count where a footnote bears them."""
_BASE = lazily(r"(?:(?<!\w)[^\W\d_]{1,2}|(?<![\w.,])\d+)$")
"""What a power may stand on."""
_SIGN = lazily("[*∗†‡§¶]")


class Notes(NamedTuple):
    """What stands at the foot of a page."""

    body: list[list[Line]]
    """The columns without their footnotes."""
    notes: list[Unit]
    carried: list[Line]
    """Lines that go on with the last footnote of the page before."""


def page_notes(columns: Sequence[Sequence[Line]], measures: Measures, *, going_on: bool) -> Notes:
    """Part the footnotes of a page from its text; ``going_on``: the page before had one."""
    referred = _referred(columns, measures)
    body: list[list[Line]] = []
    notes: list[Unit] = []
    carried: list[Line] = []
    for lines in columns:
        cut = len(lines)
        while cut and lines[cut - 1].size < _SMALL * measures.size:
            cut -= 1
        foot = list(lines[cut:])
        first = next((at for at, line in enumerate(foot) if _label(line, referred)), len(foot))
        if cut == 0 or first == len(foot):
            body.append(list(lines))
            continue
        before = foot[:first]
        if before and going_on and not carried and before[0].text[:1].islower():
            carried, before = before, []
        body.append([*lines[:cut], *before])
        for line in foot[first:]:
            if label := _label(line, referred):
                skip = _skip(line)
                notes.append(Unit(UnitKind.NOTE, [line], marker=label, skip=skip))
            else:
                notes[-1].lines = [*notes[-1].lines, line]
    return Notes([lines for lines in body if lines], notes, carried)


def references(line: Line) -> list[tuple[int, int, str]]:
    """Return the marks of footnotes in a line: start, end, label."""
    found = []
    for run in line.runs:
        if not run.style & RAISED or _is_power(line, run.start):
            continue
        at = run.start
        for label in line.text[run.start : run.end].split(","):
            words = label.strip(" ()[]")
            if words and len(words) <= 3 and (words.isdecimal() or set(words) <= set(_SIGNS)):
                begin = line.text.index(words, at)
                found.append((begin, begin + len(words), words))
            at += len(label) + 1
    known = {start for start, _, _ in found}
    for sign in _SIGN.finditer(line.text, 1):
        at, letter = sign.start(), sign[0]
        if at in known:
            continue
        if line.text[at - 1] != " " if letter in _SIGNS[2:] else _ends_word(line.text, at):
            found.append((at, at + 1, letter))
    known |= {run.start for run in line.runs if run.style & RAISED}
    known |= {start for start, _, _ in found}
    glued = [one for one in _GLUED.finditer(line.text) if one.start() not in known]
    return sorted([*found, *((one.start(), one.end(), one[0]) for one in glued)])


def _is_power(line: Line, at: int) -> bool:
    """Tell whether something raised belongs to a formula: behind a letter alone, or a number."""
    before = _BASE.search(line.text[:at])
    if before is None:
        return False
    if before[0].isdecimal():
        return len(before[0]) < 4
    slanted = any(run.start < at <= run.end and run.style & ITALIC for run in line.runs)
    return len(before[0]) == 1 or (slanted and len(before[0]) < 3)


def _ends_word(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at + 1 : at + 2]
    return (before.isalpha() or before in ".,)”") and (not after or after in " ,.;:)")


def _referred(columns: Sequence[Sequence[Line]], measures: Measures) -> set[str]:
    """Return the marks that stand in the text of a page."""
    return {
        label
        for lines in columns
        for line in lines
        for start, _, label in references(line)
        if start and line.size >= _SMALL * measures.size
    }


def _label(line: Line, referred: set[str]) -> str:
    """Return the label of the footnote that a line begins, "" for none."""
    marker = note_marker(line.text)
    if marker is None:
        return ""
    words = marker.words
    raised = bool(line.runs) and line.runs[0].start == 0 and bool(line.runs[0].style & RAISED)
    if raised and line.runs[0].end < len(words):
        words = words[: line.runs[0].end]
    if raised and words:
        return words
    return words if words in referred and _parted(line.text, words) else ""


def _parted(text: str, words: str) -> bool:
    """Tell whether a mark does not run into a number or a word."""
    after = text[len(words) : len(words) + 1]
    return words[0] in _SIGNS or not after.isalnum() or after.isupper()


def _skip(line: Line) -> int:
    """Return where the words of a footnote begin in its first line."""
    marker = note_marker(line.text)
    end = marker.end if marker else 0
    raised = line.runs and line.runs[0].start == 0 and line.runs[0].style & RAISED
    if raised and line.runs[0].end < end:
        end = line.runs[0].end
    while line.text[end : end + 1] == " ":
        end += 1
    return end
