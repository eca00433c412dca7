"""Blocks of a plain text: groups of lines told apart as paragraphs, lists, verse, code, tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from postil.document.base.bare_urls import bare_links
from postil.document.base.cell_width import widest
from postil.document.formats.layout.dense_lines import begins, is_dense, is_full, is_prose
from postil.document.formats.layout.drawn_lines import drawn
from postil.document.formats.layout.line_groups import Form, LineGroup
from postil.document.formats.layout.line_layout import (
    WRAPPED_AT,
    LineLayout,
    indent_of,
    is_unbroken,
)
from postil.document.formats.layout.list_items import ListedItem, items
from postil.document.formats.layout.marked_titles import sign_led, underlined
from postil.model.article import Block, BlockKind
from postil.model.values import NamedTuple, replace


class PlainBlock(NamedTuple):
    """A block of a plain text, with how it stands on the page."""

    block: Block
    lines: Sequence[str]
    indent: int
    """Blanks before the line that is set in least."""
    before: int
    """Blank lines above."""
    signs: str = ""
    """The sign under a title, twice if it stands above it too; or the signs before it."""
    no_title: bool = False
    """Whether it is known to be none: a turn, a line of an address."""


_LINED = {
    Form.VERSE: BlockKind.VERSE,
    Form.TABLE: BlockKind.TABLE,
    Form.CODE: BlockKind.CODE,
}
_CODE_INDENT = 4
"""Blanks before a line with signs from which it is code, as in Markdown."""

_RAGGED = 0.4
"""Share of lines that had room for the next one's first word; wrapped prose leaves none."""
_NARROW = 0.65
"""Share of the page's width that no line of a stanza goes beyond: 52 code points of 80."""
_LONGEST_VERSE = 80
"""Cells of a line of verse: a group with one of 81 is a paragraph."""
_ENDED = ".?!:”\"’')]…"
"""What the last line of a paragraph ends with."""


def plain_blocks(group: LineGroup, layout: LineLayout) -> Iterable[PlainBlock]:
    """Return the blocks of a group of lines, in order; the group and the layout alone decide."""
    lines = group.lines
    if group.form and group.form is not Form.PROSE:
        return _formed(group, group.form, layout)
    return (_single(group, lines[0]),) if len(lines) == 1 else _several(group, lines, layout)


def _several(group: LineGroup, lines: Sequence[str], layout: LineLayout) -> Iterator[PlainBlock]:
    if title := underlined(lines):
        line, taken = lines[title.at], title.taken
        block = Block(BlockKind.HEADING, title.title, group.line + title.at, title.level)
        yield PlainBlock(block, (line,), indent_of(line), group.before, title.signs)
        if taken < len(lines):
            yield from plain_blocks(LineGroup(group.line + taken, lines[taken:], 0), layout)
    elif kind := drawn(lines):
        yield _lined(group, kind)
    elif listed := items(lines, layout.joins):
        yield from _list(group, listed, layout)
    elif (longest := widest(lines)) > max(layout.width, WRAPPED_AT) and (
        parts := _unbroken(group, layout)
    ):
        for part in parts:
            yield from plain_blocks(part, layout)
    elif indent_of(lines[-1]) and (told := _told_by_indent(group, layout)):
        yield from told
    elif group.form is not Form.PROSE and is_verse(lines, longest, layout, dense=is_dense(lines)):
        yield _lined(group, BlockKind.VERSE)
    else:
        yield from _paragraphs(group, layout, dense=is_dense(lines))


def _formed(group: LineGroup, form: Form, layout: LineLayout) -> Iterable[PlainBlock]:
    """Return the blocks of a group that is known by the text in which it stands."""
    if kind := _LINED.get(form):
        return (_lined(group, kind),)
    if form is Form.JOINED:
        return _paragraphs(group, layout, dense=False)
    if form is Form.LIST:
        return _list(group, items(group.lines, layout.joins), layout)
    lines = group.lines
    text, breaks = layout.joins.joined(lines)
    level = {Form.ACT: 1, Form.SCENE: 2}.get(form, 0)
    kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
    block = Block(kind, text, group.line, level, inlines=bare_links(text), breaks=breaks)
    return (PlainBlock(block, lines, min(map(indent_of, lines)), group.before, "", not level),)


def _single(group: LineGroup, line: str) -> PlainBlock:
    text = line.strip()
    # Most lines begin with no sign, which is told at a glance.
    if text[0].isalpha() and text[1:2] != ")" and not text.startswith("o  "):
        links = bare_links(text) if "://" in text else ()
        block = Block(BlockKind.PARAGRAPH, text, group.line, 0, "", 0, links)
        indent = 0 if text == line else indent_of(line)
        return PlainBlock(block, group.lines, indent, group.before)
    return _signed(group, line, text)


def _signed(group: LineGroup, line: str, text: str) -> PlainBlock:
    """Read a line that begins with a sign, which may make it a heading or an item."""
    indent, signs = indent_of(line), ""
    alone = group.before > 0 or group.line == 1
    if text[0] in "#=" and alone and indent < _CODE_INDENT and (found := sign_led(text)):
        signs = found.signs
        block = Block(BlockKind.HEADING, found.title, group.line, level=found.level)
    elif listed := items(group.lines):
        item = listed[0]
        block = Block(
            BlockKind.LIST_ITEM, item.text, group.line, 1, item.marker, 0, bare_links(item.text)
        )
    else:
        block = Block(BlockKind.PARAGRAPH, text, group.line, inlines=bare_links(text))
    return PlainBlock(block, group.lines, indent, group.before, signs)


def _lined(group: LineGroup, kind: BlockKind) -> PlainBlock:
    """Return the lines as one block, without the indent that all of them have."""
    indent = min(map(indent_of, group.lines))
    text = "\n".join(line[indent:] for line in group.lines)
    block = Block(kind, text, group.line, breaks=_line_starts(text))
    return PlainBlock(block, group.lines, indent, group.before)


def _line_starts(text: str) -> tuple[int, ...]:
    starts = []
    at = text.find("\n") + 1
    while at:
        starts.append(at)
        at = text.find("\n", at) + 1
    return tuple(starts)


def _unbroken(group: LineGroup, layout: LineLayout) -> list[LineGroup]:
    """Part a group at the lines that were never broken, as those of long notes; [] without any."""
    lines = group.lines
    alone = [at for at, line in enumerate(lines) if is_unbroken(line, layout.width)]
    if not alone:
        return []
    cuts = sorted({0, len(lines), *alone, *(at + 1 for at in alone)})
    return [
        LineGroup(group.line + start, lines[start:end], 0 if start else group.before)
        for start, end in pairwise(cuts)
    ]


def _list(
    group: LineGroup, listed: Sequence[ListedItem], layout: LineLayout
) -> Iterator[PlainBlock]:
    first = listed[0].at
    if first:
        yield from plain_blocks(LineGroup(group.line, group.lines[:first], group.before), layout)
    for item in listed:
        block = Block(
            BlockKind.LIST_ITEM,
            item.text,
            group.line + item.at,
            item.level,
            item.marker,
            inlines=bare_links(item.text),
            breaks=item.breaks,
        )
        before = 0 if item.at else group.before
        yield PlainBlock(block, group.lines[item.at : item.at + 1], item.indent, before)


def _told_by_indent(group: LineGroup, layout: LineLayout) -> list[PlainBlock]:
    """Return terms with what is set in below them, or a quotation; [] where the indent is none."""
    from postil.document.formats.layout import set_apart as rules  # few groups are set in

    told = rules.set_apart(group.lines, layout.width, layout.indent)
    if told is rules.SetApart.QUOTATION:
        quoted = _paragraphs(group, layout, dense=False)
        return [plain._replace(block=replace(plain.block, quoted=1)) for plain in quoted]
    return list(_entries(group, rules.entries(group.lines), layout)) if told else []


def _entries(
    group: LineGroup, entries: Sequence[tuple[int, int, int]], layout: LineLayout
) -> Iterator[PlainBlock]:
    """Yield the terms of a list, each with its text: where both begin, and where that ends."""
    lines = group.lines
    for first, behind, end in entries:
        for at in range(first, behind):
            before = 0 if at else group.before
            term = _single(LineGroup(group.line + at, lines[at : at + 1], before), lines[at])
            # It is no heading: what is set in stands with it.
            yield term._replace(lines=lines[at:end])
        text, breaks = layout.joins.joined(meant := lines[behind:end])
        links, number = bare_links(text), group.line + behind
        block = Block(BlockKind.LIST_ITEM, text, number, 1, inlines=links, breaks=breaks)
        yield PlainBlock(block, meant, indent_of(meant[0]), 0)


def is_verse(lines: Sequence[str], longest: int, layout: LineLayout, *, dense: bool) -> bool:
    """Tell whether the lines end where their writer wanted, and not where the page did."""
    if longest > _LONGEST_VERSE or (dense and is_prose(lines)):
        return False
    if len(lines) > 2 and longest <= _NARROW * layout.width:
        return True
    width = longest if len(lines) > 2 else layout.width - 15
    if dense:
        loose = sum(not is_full(line, later, width) for line, later in pairwise(lines))
    else:
        loose = sum(
            len(line) + 1 + len(following.split(None, 1)[0]) <= width
            for line, following in pairwise(lines)
        )
    return loose >= _RAGGED * (len(lines) - 1)


def _paragraphs(group: LineGroup, layout: LineLayout, *, dense: bool) -> Iterator[PlainBlock]:
    """Join the lines of each paragraph; a first line that is set in begins a new one."""
    lines = group.lines
    set_in = any(line[0] == " " for line in lines)
    if not dense and not set_in:
        text, breaks = layout.joins.joined(lines)
        links = bare_links(text)
        whole = Block(BlockKind.PARAGRAPH, text, group.line, inlines=links, breaks=breaks)
        yield PlainBlock(whole, lines, 0, group.before)
        return
    indents = [indent_of(line) for line in lines]
    base = min(indents)
    hanging = set_in and not dense and _hangs(lines, indents)
    # Where words are broken one blank parts two of them, at a line's beginning too.
    least = base + layout.within_words
    start = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and not (
            (dense and begins(lines[at - 1], lines[at], layout.width, indents[at] - least))
            or (indents[at] == base if hanging else _begins(lines, indents, base, at))
        ):
            continue
        text, breaks = layout.joins.joined(lines[start:at])
        block = Block(
            BlockKind.PARAGRAPH, text, group.line + start, inlines=bare_links(text), breaks=breaks
        )
        before = 0 if start else group.before
        yield PlainBlock(block, lines[start:at], min(indents[start:at]), before)
        start = at


def _hangs(lines: Sequence[str], indents: Sequence[int]) -> bool:
    from postil.document.formats.layout.set_apart import is_hanging  # few groups are set in

    return is_hanging(lines, indents)


def _begins(lines: Sequence[str], indents: Sequence[int], base: int, at: int) -> bool:
    """Tell whether a line that is set in begins a paragraph: it, or its text, stands alone so."""
    if not base + 2 <= indents[at] <= base + 10 or lines[at - 1][-1] not in _ENDED:
        return False
    if at + 1 == len(lines) or indents[at + 1] == base:
        return True
    return indents[at + 1] == indents[at] and lines[at][-1] in _ENDED
