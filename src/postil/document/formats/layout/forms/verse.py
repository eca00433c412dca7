"""Verse: which groups of lines are stanzas, told for the poem and not for each by itself.

Groups that stand one after the other, with no paragraph of prose between them, are weighed
together: a stanza whose lines are long is one because its neighbours are.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from operator import add

from postil.document.formats.layout.drawn_lines import drawn
from postil.document.formats.layout.forms.half_lines import are_half_lines
from postil.document.formats.layout.forms.stanzas import (
    LONGEST,
    QUOTES,
    Look,
    dialogue,
    is_line_list,
    is_technical,
    look,
    parts_words,
    rhymed,
    verse_score,
)
from postil.document.formats.layout.line_groups import Form, LineGroup
from postil.document.formats.layout.line_layout import LineLayout
from postil.document.formats.layout.list_items import items
from postil.document.formats.layout.marked_titles import underlined
from postil.document.formats.layout.plain_blocks import is_verse
from postil.document.formats.layout.set_apart import set_apart
from postil.model.article import BlockKind
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

NEIGHBOURS = 6
"""Groups before and behind one that are weighed with it."""
_FULL = 0.8
"""Share of the page's width that the longest line of prose takes, at least."""
_WIDE = 56
"""Code points of a page on which full lines are prose."""
_CAPITALS = 0.6
"""Share of lines with a capital from which full lines may yet be verse."""
_SURE = 2.0
"""The score from which lines are verse."""
_LONG = 60
"""Lines of a stanza that is told for the poem; a longer one tells by itself."""
_NEVER = -9.0
_HARDLY = -1.5
"""The score of a stanza that its neighbours make one, at least."""
_MOST_LINES = 40
"""Lines that are blocks by themselves, at most; a longer list stays together."""
_REFRAIN = 60
"""Code points of a line that is a stanza by itself."""
_DRAWN = {BlockKind.TABLE: Form.TABLE, BlockKind.CODE: Form.CODE}
_NOTHING = Look()
_NUMBER = lazily(r"[\W\d]*(?:[IVXLC]+|[ivxlc]+)?\W*$")


class _Weighed(NamedTuple):
    group: LineGroup
    found: Look
    score: float


def verse(
    groups: Iterable[LineGroup], layout: LineLayout, *, cut: bool = False
) -> Iterator[LineGroup]:
    """Yield the groups, those that are verse, prose or lines by themselves made so.

    Of a text that is ``cut``, those are not yielded for which the next ones would tell.
    """
    before: deque[_Weighed] = deque(maxlen=NEIGHBOURS)
    ahead: deque[_Weighed] = deque()
    for group in groups:
        weighed = _weighed(group, layout)
        if isinstance(weighed, _Weighed):
            ahead.append(weighed)
            if len(ahead) > NEIGHBOURS:
                yield _settled(before, ahead, layout)
            continue
        while ahead:
            yield _settled(before, ahead, layout)
        before.clear()
        yield from weighed
    while ahead and not cut:
        yield _settled(before, ahead, layout)


def _weighed(group: LineGroup, layout: LineLayout) -> _Weighed | Sequence[LineGroup]:
    """Return a group that may be part of a poem, weighed; of one that ends it, what it is."""
    lines, width = group.lines, layout.width
    if len(lines) == 1:
        if group.form or len(lines[0]) > _REFRAIN:
            return (group,)
        return _Weighed(group, _NOTHING, 0)
    longest = max(map(len, lines))
    # What scripts of wide letters show is told by their cells, and line by line.
    if group.form or len(lines) > _LONG or lines[-1].lstrip()[0] >= "\u2e80":
        return (group,)
    if "\u0590" <= lines[0].lstrip()[0] < "\u0900" and are_half_lines(lines):
        return (group._replace(form=Form.VERSE),)
    if _is_full(lines, longest, width):
        return (group._replace(form=Form.PROSE),)
    if parts_words(lines):
        return (group._replace(form=Form.PROSE),)
    found = look(lines, width)
    score = verse_score(found, width) if longest <= LONGEST else _NEVER
    if score < _HARDLY and not _begins_with_quotes(lines):
        return (group._replace(form=Form.PROSE),)
    if underlined(lines) or set_apart(lines, width, layout.indent):
        return (group,)
    if kind := drawn(lines):
        return (group._replace(form=_DRAWN[kind]),)
    if items(lines):
        return (group._replace(form=Form.LIST),)
    if starts := dialogue(lines, width):
        return _apart(group, starts)
    if is_line_list(lines, width) and len(lines) <= _MOST_LINES:
        return _apart(group, range(len(lines)))
    if is_technical(lines):
        return (
            group._replace(
                form=Form.VERSE if is_verse(lines, longest, layout, dense=False) else Form.JOINED
            ),
        )
    found = found._replace(rhymed=rhymed(lines))
    return _Weighed(group, found, verse_score(found, width))


def _begins_with_quotes(lines: Sequence[str]) -> bool:
    return any(line.lstrip()[0] in QUOTES for line in lines)


def _apart(group: LineGroup, starts: Sequence[int]) -> Sequence[LineGroup]:
    """Return the parts of a group that begin with some of its lines, each for itself."""
    lines = group.lines
    return [
        LineGroup(group.line + start, lines[start:end], 0 if start else group.before, Form.LINES)
        for start, end in pairwise([*starts, len(lines)])
    ]


def _settled(before: deque[_Weighed], ahead: deque[_Weighed], layout: LineLayout) -> LineGroup:
    """Return the first of the groups ahead, with what it is among its neighbours."""
    one = ahead.popleft()
    group = one.group
    near = (*before, one, *ahead)
    pooled = reduce(add, (each.found for each in near if each.found.lines), _NOTHING)
    total = verse_score(pooled, layout.width)
    if len(group.lines) == 1:
        refrain = total >= _SURE and _is_refrain(group.lines[0], before, near)
        form = Form.VERSE if refrain else None
    elif pooled.lines > 2 and (
        (total >= _SURE and one.score >= _HARDLY) or (total >= 0 and one.score >= _SURE)
    ):
        form = Form.VERSE
    else:
        form = Form.JOINED
    group = group._replace(form=form)
    before.append(one._replace(group=group))
    return group


def _is_refrain(line: str, before: Sequence[_Weighed], near: Iterable[_Weighed]) -> bool:
    """Tell whether a line is a stanza by itself: one behind another, which is no title."""
    if not before or before[-1].group.form is not Form.VERSE:
        return False
    text = line.strip()
    if text[0].isdigit() or _NUMBER.match(text):
        return False
    above = before[-1]
    if text[0].islower():
        return True
    if text[-1] in ".,;!?—…" and above.score >= _SURE and above.found.lines:
        return len(line) <= max(map(len, above.group.lines))
    return any(
        text == other.strip() for one in near if one.found.lines for other in one.group.lines
    )


def _is_full(lines: Sequence[str], longest: int, width: int) -> bool:
    """Tell at a glance that lines were broken where the page ends, as nearly all of prose is."""
    if width < _WIDE or longest < _FULL * width or longest > width + 10:
        return False
    capital = 0
    for line, after in pairwise(lines):
        begin = after.lstrip()
        if len(line) + 1 + len(begin.split(None, 1)[0]) <= width:
            return False
        capital += begin[0].isupper()
    return capital < _CAPITALS * (len(lines) - 1)
