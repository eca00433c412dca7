"""Mail: the fields above a message, what it quotes, and the signature under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from postil.document.formats.layout.line_groups import Form, LineGroup
from postil.document.formats.layout.line_layout import LineLayout
from postil.document.formats.layout.plain_blocks import PlainBlock, plain_blocks
from postil.model.values import replace
from postil.text.lazy_regex import lazily

_HEAD = lazily(r"(?m)^(?:From|Von|De): [^\n]{1,200}$", needs="from: |von: |de: ")
_TOLD = lazily(r"(?m)^(?:Subject|Date|Sent|To|Betreff|Datum|Objet|Asunto|Message-ID): ")
_FIELD = lazily(r"[A-Z][A-Za-z-]{1,30}: |From \S+@")
_WROTE = lazily(
    r"(?im)^.{0,200}(?:wrote|writes|schrieb.{0,80}|a écrit|escribió|scrisse|написал\w*|写道)"
    r" ?[:：]\n{1,2}>",
    needs="wrote|writes|schrieb|a écrit|escribió|scrisse|написал|写道",
)
_QUOTED = lazily(r"(?:> ?)+")
_FEWEST = 2
"""Fields of the head of a message beside the one that says who wrote it."""
_NAMED = 4
"""Blanks in a line that may be a name or a farewell: three may stand in one."""
_SIGN = "--"
"""The line above a signature, the blank at its end taken off."""


def is_mail(head: str) -> bool:
    """Tell whether a text is a message, or has one in it that quotes another."""
    found = _HEAD.search(head)
    if (
        found
        and len(_TOLD.findall(head, max(0, found.start() - 600), found.end() + 600)) >= _FEWEST
    ):
        return True
    return "\n>" in head and _WROTE.search(head) is not None


def mail(groups: Iterable[LineGroup]) -> Iterator[LineGroup]:
    """Yield groups with their fields, what they quote, and signatures, parted by what they are."""
    held: LineGroup | None = None
    for group in groups:
        lines = group.lines
        if held is not None:
            # Above the signature stands a name, and no title.
            yield held._replace(form=Form.LINES) if lines[0] == _SIGN else held
            held = None
        if len(lines) == 1 and lines[0].count(" ") < _NAMED:
            held = group
        elif _is_head(lines):
            yield from _fields(group)
        elif any(line.startswith(">") for line in lines):
            yield from _quotations(group)
        elif _SIGN in lines:
            yield from _signed(group, lines.index(_SIGN))
        else:
            yield group
    if held is not None:
        yield held


def _is_head(lines: Sequence[str]) -> bool:
    """Tell whether lines are fields, the further lines of long ones set in."""
    fields = sum(_FIELD.match(line) is not None for line in lines)
    folded = sum(line[0] == " " for line in lines)
    return fields > 1 and fields + folded == len(lines) and lines[0][0] != " "


def _fields(group: LineGroup) -> Iterator[LineGroup]:
    starts = [at for at, line in enumerate(group.lines) if line[0] != " "]
    yield from _parts(group, starts, Form.LINES)


def _signed(group: LineGroup, at: int) -> Iterator[LineGroup]:
    lines = group.lines
    if at:
        yield LineGroup(group.line, lines[:at], group.before)
    rest = LineGroup(group.line + at, lines[at:], 0 if at else group.before)
    yield from _parts(rest, range(len(rest.lines)), Form.LINES)


def _quotations(group: LineGroup) -> Iterator[LineGroup]:
    """Yield the lines of each depth for themselves; those that quote nothing have no form."""
    at = 0
    for depth, run in groupby(group.lines, _depth_of):
        lines = list(run)
        form = Form.QUOTED if depth else None
        yield LineGroup(group.line + at, lines, 0 if at else group.before, form)
        at += len(lines)


def quoted_blocks(group: LineGroup, layout: LineLayout) -> Iterator[PlainBlock]:
    """Yield the blocks of what is quoted in a message, parted where it has blank lines."""
    depth, at, before = _depth_of(group.lines[0]), 0, group.before
    for blank, run in groupby(map(_unquoted, group.lines), lambda line: not line.strip()):
        lines = list(run)
        if not blank:
            inner = LineGroup(group.line + at, lines, before, Form.PROSE)
            for plain in plain_blocks(inner, layout):
                block = replace(plain.block, quoted=depth)
                yield plain._replace(block=block, no_title=True)
        at += len(lines)
        before = len(lines) if blank else 0


def _depth_of(line: str) -> int:
    """Return how many quotations a line stands in, by the signs with which it begins."""
    found = _QUOTED.match(line)
    return found[0].count(">") if found else 0


def _unquoted(line: str) -> str:
    """Return a line without these signs."""
    found = _QUOTED.match(line)
    return line[found.end() :] if found else line


def _parts(group: LineGroup, starts: Sequence[int], form: Form) -> Iterator[LineGroup]:
    ends = [*starts[1:], len(group.lines)]
    for start, end in zip(starts, ends, strict=True):
        before = 0 if start else group.before
        yield LineGroup(group.line + start, group.lines[start:end], before, form)
