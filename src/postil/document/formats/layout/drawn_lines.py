"""Drawn lines: what is laid out by hand on a grid, as tables, code and drawings are."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.formats.layout.line_layout import indent_of
from postil.model.article import BlockKind
from postil.text.lazy_regex import lazily

LEADER = lazily(r"(?:\.\s?){4}|(?<!\s)\s{3,}\d{1,4}\s*$")
"""Dots or blanks that lead to a page number."""

_GAP = lazily(r"\S {3,}\S")
_LAST_COLUMN = 24
"""Blanks before a line that stands in a further column of a table."""
_DRAWN = lazily(r"^\s*[|+*/\\<>{}#$%=;&]|[{};]$|[|+][-=+]{3,}|\)\s*[:;]$|^\s*\w+\(.*\)$")
_CROSSED = lazily(r"^[ |]{0,8}:?-{2,}:?(?: ?[+|] ?:?-{2,}:?)+")
_FEWEST_RULED = 3
"""Lines of a table of bars: its heads, the rule below and one row."""
_FRAMES = "\u2502\u2503\u250c\u250f\u2514\u2517\u251c\u2523\u2551\u2554\u255a\u2560\u256d\u2570"
"""Signs with which the lines of a framed table begin."""
_ANY_SIGN = lazily(
    r"[|+*/\\<>{}#$%=;&\u2502\u2503\u250c\u250f\u2514\u2517\u251c\u2523\u2551\u2554\u255a\u2560\u256d\u2570]"
)
_SIGNS = "|+*/\\<>{}#$%=;&"
"""Signs with which a line of code or of a drawing begins."""


def drawn(lines: Sequence[str]) -> BlockKind | None:
    """Recognise what is laid out by hand: tables of contents, columns, code and drawings."""
    if not _may_show(lines):
        return None
    half = len(lines) / 2
    if sum(1 for line in lines if line.lstrip()[0] in _FRAMES) > half or _is_ruled(lines):
        return BlockKind.TABLE
    if sum(1 for line in lines if _may_lead(line) and LEADER.search(line.strip())) >= half:
        return BlockKind.TABLE
    if sum(1 for line in lines if _may_be_drawn(line) and _DRAWN.search(line)) > half:
        return BlockKind.CODE
    gaps = sum(1 for line in lines if "   " in line and _GAP.search(line))
    if gaps >= half:
        return BlockKind.TABLE
    if gaps > 1:
        # A line that fills the last column alone is of the table too.
        gaps += sum(1 for line in lines if indent_of(line) >= _LAST_COLUMN)
    return BlockKind.TABLE if gaps >= half else None


def _is_ruled(lines: Sequence[str]) -> bool:
    """Tell whether bars part the cells of lines, below a line that a rule crosses."""
    if len(lines) < _FEWEST_RULED or not any(map(_CROSSED.search, lines[1:_FEWEST_RULED])):
        return False
    return sum("|" in line for line in lines) >= len(lines) - 2


def _may_show(lines: Sequence[str]) -> bool:
    """Tell at a glance whether a group has anything of what is drawn; most prose has not."""
    text = "\n".join(lines)
    if "   " in text or ".." in text or ". ." in text or ")\n" in text or text[-1] in "):":
        return True
    return ":\n" in text or bool(_ANY_SIGN.search(text))


def _may_lead(line: str) -> bool:
    """Tell at a glance whether it is worth to search a line for a leader; in most it is not."""
    return "..." in line or ". . " in line or ("   " in line and line[-1].isdigit())


def _may_be_drawn(line: str) -> bool:
    """Tell at a glance whether it is worth to search a line for what code and drawings show."""
    return line[-1] in "{};:)" or line.lstrip()[0] in _SIGNS or "|" in line or "+" in line
