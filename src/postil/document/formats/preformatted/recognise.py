"""Recognises plain files that are no prose, and returns their blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postil.document.formats.preformatted.delimited import sign_of, table_blocks
from postil.document.formats.preformatted.logs import is_log
from postil.document.formats.preformatted.source_code import is_code
from postil.model.article import Block, BlockKind
from postil.text.lazy_regex import lazily

_LINES = 200
"""Lines of one block of a log or a program, at most."""
_FROM = 100
"""Lines from which a program is parted where a line is blank."""
_LOOKED_AT = 150
_HINT = lazily(
    r"(?m)^[\[(<]?\d|^[A-Z][a-z]{2} |^\[|[{};]$|[,;|]\S|^#!|:$|^\S+ \S+ \S+ \["
    r"|^\s{0,8}\(\w|^(?:SELECT|INSERT|CREATE|UPDATE|DELETE|WITH|INFO|DEBUG|WARN|ERROR|TRACE)"
)


def preformatted(text: str, head: str, *, cut: bool = False) -> list[Block] | None:
    """Return the blocks of a text that is no prose, which its ``head`` tells; None for all others.

    Of a text that is ``cut``, those are left out that may go on.
    """
    lines = head.replace("\f", "").split("\n", _LOOKED_AT)[:_LOOKED_AT]
    begin = list(map(str.rstrip, lines))
    sign = ""
    if not is_log(begin) and not (sign := sign_of(begin)) and not is_code(begin):
        return None
    # Asked last: nearly all texts are known by now, and it looks at all of the head.
    if not _HINT.search(head):
        return None
    lines = text.replace("\f", "").split("\n")
    if not sign:
        return list(_lined(lines, cut=cut))
    while lines and not lines[-1]:
        lines.pop()
    return list(table_blocks(lines, sign, cut=cut))


def _lined(lines: Sequence[str], *, cut: bool) -> Iterator[Block]:
    """Yield lines as they are, parted at blank ones where there are many; the last are unsure."""
    start = 0
    while start < len(lines):
        while start < len(lines) and not lines[start].strip():
            start += 1
        end = min(start + _LINES, len(lines))
        for at in range(start + _FROM, end):
            if not lines[at].strip():
                end = at
                break
        if start >= len(lines) or (cut and end >= len(lines) - 1):
            return
        text = "\n".join(line.rstrip() for line in lines[start:end]).rstrip("\n")
        breaks = tuple(at for at, sign in enumerate(text, 1) if sign == "\n")
        yield Block(BlockKind.CODE, text, start + 1, breaks=breaks)
        start = end
