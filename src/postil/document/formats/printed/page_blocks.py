"""Blocks of a printed page: headings, paragraphs, definitions, lists and what stands as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from postil.document.formats.layout.hyphens import SIGNS, Hyphens
from postil.document.formats.layout.line_layout import indent_of
from postil.document.formats.printed.page_frame import NumberedLine, PageFrame
from postil.document.formats.printed.page_runs import Run, groups, is_full, loose, runs
from postil.document.formats.printed.strokes import StyledLine, inlines
from postil.model.article import Block, BlockKind
from postil.text.lazy_regex import lazily
from postil.text.line_joints import joint

_WORD = lazily(r"\S+")
_OPTION = "-+"
"""Signs with which an option begins, and no further line of a heading."""
_LONGEST_HEADING = 120
_CODE = lazily(
    r"[;{}]$|^\s*[#$%{}>|+<]|->|=>|[^ ]\(\)|^\s*[/\\]\s*$"
    r"|^\s*\w+ ?= ?\S|[│┌└├─┬┴┼|]|-{3,}|_{4,}| \\$|^\w+\(.*\)$"
)
_DRAWN = lazily(r"[│┌└├┬┴┼]|^\s*[|+][-=|+ ]")
_COLUMNS = lazily(r"\S {3,}\S")
_SYNOPSIS = 2
"""Which section of a page tells how a command is called: lines stay as they are there."""
_CODE_SHARE = 0.4
"""Share of lines with signs of code in what is set as it stands."""


class PageBlocks:
    """Makes blocks of the lines of a page, in their order."""

    def __init__(self, frame: PageFrame) -> None:
        self._frame = frame
        self._stack: list[int] = []
        """The indents that stand open, each deeper than the one before."""
        self._code: list[NumberedLine] = []
        self._level = 0
        self._mark = ""
        self._headings = 0
        """Of the first level that were found."""

    def blocks(self, lines: Iterable[NumberedLine]) -> Iterator[Block]:
        """Yield the blocks."""
        for before, together in groups(lines):
            group = together
            headings = self._headings_over(group)
            if headings and self._is_set(group[headings:]):
                yield from self._flushed()
                yield from self._run_on(group[:headings], before)
                group = group[headings:]
            if self._is_set(group):
                if self._code and (before > 1 or indent_of(group[0][1].text) < self._stack_top()):
                    yield from self._flushed()
                yield from self._set(group, before)
                continue
            yield from self._flushed()
            yield from self._run_on(group, before)
        yield from self._flushed()

    def _headings_over(self, group: Sequence[NumberedLine]) -> int:
        """Return how many lines of a group stand at the edge above others."""
        for at, (_, line) in enumerate(group):
            if indent_of(line.text) >= self._frame.indent:
                return at
        return 0

    def _run_on(self, group: Sequence[NumberedLine], before: int) -> Iterator[Block]:
        found = runs(group, before, self._frame)
        _give_back(found, self._frame)
        for at, run in enumerate(found):
            later = found[at + 1] if at + 1 < len(found) else None
            yield from self._read(run, later)

    # -- what stands as it is

    def _is_set(self, group: Sequence[NumberedLine]) -> bool:
        """Tell whether a group is code, a table or a drawing."""
        texts = [line.text for _, line in group]
        if indent_of(texts[0]) < self._frame.indent:
            return False
        if sum(1 for text in texts if _DRAWN.search(text)) > len(texts) / 2:
            return True
        if len(texts) == 1:
            return bool(self._code) and bool(_CODE.search(texts[0]))
        if any(text.lstrip()[0] in "-•" for text in texts):
            return False
        room = self._frame.width
        if not all(loose(texts, room)):
            return False
        if self._headings == _SYNOPSIS and indent_of(texts[0]) == self._frame.indent:
            return True
        signs = sum(1 for text in texts if _CODE.search(text))
        if signs >= _CODE_SHARE * len(texts):
            return True
        indents = [indent_of(text) for text in texts]
        if signs and indents[0] == indents[-1] < max(indents):
            # A term is followed by its text to the end; code comes back to where it began.
            return True
        same = len(set(indents)) == 1
        gaps = sum(1 for text in texts if _COLUMNS.search(text.lstrip()))
        return same and len(texts) > 2 and gaps > len(texts) / 2

    def _set(self, group: Sequence[NumberedLine], before: int) -> Iterator[Block]:
        if self._code:
            number = group[0][0]
            self._code += [(number - 1, StyledLine("", ""))] * before
        else:
            self._level = self._depth(min(indent_of(line.text) for _, line in group))
        self._code += group
        yield from ()

    def _flushed(self) -> Iterator[Block]:
        if self._code:
            code, self._code = self._code, []
            yield self._lined(code, self._level)

    def _lined(self, group: Sequence[NumberedLine], level: int) -> Block:
        indent = min(indent_of(line.text) for _, line in group if line.text)
        text = "\n".join(line.text[indent:] for _, line in group)
        styles = "\n".join((line.styles or " " * len(line.text))[indent:] for _, line in group)
        breaks = tuple(at for at, sign in enumerate(text, 1) if sign == "\n")
        return Block(
            BlockKind.CODE, text, group[0][0], level, self._taken_mark(), 0,
            inlines(text, styles), breaks,
        )  # fmt: skip

    # -- runs

    def _read(self, run: Run, later: Run | None) -> Iterator[Block]:
        """Yield the blocks of a run; ``later`` follows it at once."""
        if run.indent < self._frame.indent and (level := self._heading(run)):
            self._stack = []
            self._headings += level == 1
            for number, lines in self._pieces(run):
                text, _, breaks = joined(lines, self._frame.hyphens)
                yield Block(BlockKind.HEADING, text, number, level, breaks=breaks)
            return
        level = self._depth(run.indent)
        if run.mark:
            self._mark = run.mark
        pieces = self._pieces(run)
        terms = later is not None and later.indent > run.indent
        if len(pieces) > 1 and not terms and all(len(lines) == 1 for _, lines in pieces):
            group = [(number, lines[0]) for number, lines in pieces]
            yield self._lined(group, level)
            return
        for number, lines in pieces:
            text, styles, breaks = joined(lines, self._frame.hyphens)
            kind = BlockKind.LIST_ITEM if level else BlockKind.PARAGRAPH
            yield Block(
                kind, text, number, level, self._taken_mark(), 0, inlines(text, styles), breaks
            )

    def _taken_mark(self) -> str:
        mark, self._mark = self._mark, ""
        bullet = mark == "o" or not any(map(str.isalnum, mark))
        return "•" if mark and bullet else mark

    def _heading(self, run: Run) -> int:
        """Return the level of a run that is a heading, 0 for others."""
        if run.mark or run.beside or sum(len(line.text) for line in run.lines) > _LONGEST_HEADING:
            return 0
        return 1 if run.indent == 0 else 2

    def _depth(self, indent: int) -> int:
        """Return how deep an indent nests, and open it."""
        while self._stack and indent < self._stack[-1]:
            self._stack.pop()
        if indent > self._stack_top():
            self._stack.append(indent)
        return len(self._stack)

    def _stack_top(self) -> int:
        return self._stack[-1] if self._stack else self._frame.indent

    def _pieces(self, run: Run) -> list[tuple[int, list[StyledLine]]]:
        """Part a run behind the lines that its writer ended."""
        pieces = [(run.line, [run.lines[0]])]
        ends = loose([line.text for line in run.lines], self._frame.width - run.indent)
        for at, (line, ended) in enumerate(zip(run.lines[1:], ends, strict=True), 1):
            if ended:
                pieces.append((run.line + at, [line]))
            else:
                pieces[-1][1].append(line)
        return pieces


def _give_back(found: list[Run], frame: PageFrame) -> None:
    """Give a heading that was too long for its line the rest of it, which is set in as a text."""
    if len(found) < 2 or found[0].indent >= frame.indent or found[1].indent < frame.indent:
        return
    heading, text = found[0], found[1]
    words = [line.text for line in text.lines[:2]]
    if words[0][0] in _OPTION:
        return
    room = frame.width - text.indent
    if not is_full(heading.lines[-1].text, words[0], frame.width - heading.indent):
        return
    if len(words) > 1 and is_full(words[0], words[1], room):
        return
    heading.lines.append(text.lines.pop(0))
    text.line += 1
    if not text.lines:
        found.remove(text)


def joined(lines: Sequence[StyledLine], hyphens: Hyphens) -> tuple[str, str, tuple[int, ...]]:
    """Join lines; return their words, the style of each letter, and where further lines begin."""
    text, styles = _tight(lines[0])
    breaks = []
    for line in lines[1:]:
        words, marks = _tight(line)
        between = joint(text, words)
        if text[-1] in SIGNS and (found := hyphens.joint(text, words)):
            gone, between = found
            text, styles = text[: len(text) - gone], styles[: len(styles) - gone]
        text += between
        styles += styles[-1:] if between and between != " " else " " * len(between)
        breaks.append(len(text))
        text += words
        styles += marks
    return text.replace("‐", "-"), styles, tuple(breaks)


def _tight(line: StyledLine) -> tuple[str, str]:
    """Return a line without the blanks by which it was made as long as others."""
    if "  " not in line.text:
        return line.text, line.styles or " " * len(line.text)
    if not line.styles:
        text = " ".join(line.text.split())
        return text, " " * len(text)
    words = list(_WORD.finditer(line.text))
    styles = " ".join([line.styles[word.start() : word.end()] for word in words])
    return " ".join([word[0] for word in words]), styles
