"""Marked blocks: an article as Markdown, block by block, with the notes behind where they begin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from postil.export.base.dossier import ExportedNote
from postil.export.base.markdown_words import begun, escaped, plain
from postil.export.base.placed import PlacedMarks
from postil.export.prose.marked_words import MarkedWords, Reference
from postil.model.article import Block, BlockKind, InlineKind
from postil.text.lazy_regex import lazily

_FENCES = lazily(r"`{3,}")
_NUMBER = lazily(r"\d{1,9}[.)]$")
_NOT_OF_LABELS = lazily(r"[^\w-]")
_BULLETS = frozenset("-*+\u2022\u2013\u25e6\u25aa\u2023\u00b7")
_DEEPEST = 6

Footnote = Callable[[ExportedNote], Iterable[str]]
"""Returns the lines of a note as a footnote."""


class MarkedBlocks:
    """Sets the blocks of one article."""

    def __init__(
        self,
        blocks: Sequence[Block],
        placed: PlacedMarks,
        label: Callable[[str], str],
        prefix: str,
        level: int,
    ) -> None:
        """Headings stand below ``level``; labels of the article's own footnotes bear a prefix."""
        self._blocks = blocks
        self._placed = placed
        self._note_label = label
        self._level = level
        self._labels = dict(_labels(blocks, prefix))
        self._words = MarkedWords(lambda name: self._labels.get(name, ""))
        self._ends: dict[int, list[Reference]] = {}
        """By block, what refers to the notes whose passages end there."""
        self._told = set[str]()
        """The article's own footnotes that have been set."""
        last: dict[str, tuple[int, int]] = {}
        for index in range(len(blocks)):
            for mark in placed.marks(index):
                last[mark.id] = (index, mark.end)
        for identity, (index, end) in last.items():
            bare = len(blocks[index].text[:end].rstrip())
            self._ends.setdefault(index, []).append(Reference(bare, label(identity)))
        self._columns: list[int] = []
        """Of each list that is open, how far its items are set in."""

    def lines(self, first: int, footnote: Footnote) -> Iterator[str]:
        """Yield the lines of the blocks from the index ``first`` on, and of the notes on them."""
        waiting: list[ExportedNote] = []
        before: Block | None = None
        for index, block in enumerate(self._blocks[first:], first):
            made = self._block(block, index)
            free = not block.quoted and not _depth(block)
            if waiting and free:
                yield ""
                for one in waiting:
                    yield from footnote(one)
                waiting.clear()
            elif before is not None:
                yield ("> " * min(before.quoted, block.quoted)).rstrip()
            if made:
                yield from self._set_in(block, made)
                before = block
            waiting += self._placed.begun(index)
        yield ""
        for one in waiting:
            yield from footnote(one)

    def _set_in(self, block: Block, lines: Sequence[str]) -> Iterator[str]:
        """Yield the lines of a block behind the signs of the quotations and lists it stands in."""
        quoted = "> " * block.quoted
        depth, lead = _depth(block), ""
        if not depth:
            self._columns.clear()
        else:
            begins = bool(block.marker) or len(self._columns) < depth
            del self._columns[depth - 1 if begins else depth :]
            lead = " " * sum(self._columns)
            if begins:
                while len(self._columns) < depth:
                    sign = "-" if len(self._columns) < depth - 1 else _sign(block.marker)
                    lead += f"{sign} "
                    self._columns.append(len(sign) + 1)
        for line in lines:
            yield f"{quoted}{lead}{line}".rstrip()
            lead = " " * sum(self._columns)

    def _block(self, block: Block, index: int) -> list[str]:
        """Return a block's lines, as they stand where nothing is around them."""
        ends = self._ends.get(index, [])
        match block.kind:
            case BlockKind.HEADING:
                level = min(self._level + max(1, block.level), _DEEPEST)
                return [f"{'#' * level} {self._line(block, index)}"]
            case BlockKind.CODE:
                return _fenced(block, ends)
            case BlockKind.TABLE:
                return self._table(block, index) if block.cells else _fenced(block, ends)
            case BlockKind.VERSE:
                return self._verse(block, index)
            case BlockKind.FOOTNOTE:
                return self._footnote(block, index)
        lead = f"**{block.aside.title()}:** " if block.aside else ""
        if block.level and block.marker and _sign(block.marker) == "-":
            odd = block.marker.strip()
            lead += "" if odd in _BULLETS else f"{plain(odd)} "
        words = self._line(block, index)
        return [f"{lead}{words}" if lead else begun(words)]

    def _line(self, block: Block, index: int) -> str:
        marks, ends = self._placed.marks(index), self._ends.get(index, [])
        return " ".join(self._words.of(block, marks, ends).split("\n"))

    def _verse(self, block: Block, index: int) -> list[str]:
        marks, ends = self._placed.marks(index), self._ends.get(index, [])
        lines, at = [], 0
        for line in block.text.split("\n"):
            end = at + len(line)
            blanks = len(line) - len(line.lstrip(" "))
            words = self._words.of(block, marks, ends, at + blanks, end) if line.strip() else ""
            lines.append("&nbsp;" * blanks + (words if blanks else begun(words)))
            at = end + 1
        # A backslash at its end keeps a line's end; an empty line is one that holds a blank.
        return [*(f"{line or '&nbsp;'}\\" for line in lines[:-1]), lines[-1]]

    def _table(self, block: Block, index: int) -> list[str]:
        """Return a table with its first row as the head, as GitHub and pandoc read it."""
        marks, ends = self._placed.marks(index), self._ends.get(index, [])
        rows, at = [], 0
        for line in block.text.split("\n"):
            end = at + len(line)
            starts = [at, *(one for one in block.cells if at < one <= end)]
            pairs = zip(starts, [*starts[1:], end], strict=True)
            rows.append([self._words.of(block, marks, ends, a, b).strip() for a, b in pairs])
            at = end + 1
        widest = max(len(row) for row in rows)
        lines = [f"| {' | '.join([*row, *[''] * (widest - len(row))])} |" for row in rows]
        return [lines[0], f"|{' --- |' * widest}", *lines[1:]]

    def _footnote(self, block: Block, index: int) -> list[str]:
        words = self._line(block, index)
        name = block.marker
        if name in self._labels and name not in self._told and not block.quoted:
            self._told.add(name)
            return [f"[^{self._labels[name]}]: {words}"]
        return [f"{plain(name)} {words}" if name else begun(words)]


def _depth(block: Block) -> int:
    """Return in how many lists a block stands."""
    return 0 if block.kind in (BlockKind.HEADING, BlockKind.FOOTNOTE) else block.level


def _labels(blocks: Sequence[Block], prefix: str) -> Iterator[tuple[str, str]]:
    """Yield the footnotes of a document that are there and referred to, with labels for them."""
    there = {one.marker for one in blocks if one.kind is BlockKind.FOOTNOTE and not one.quoted}
    wanted = dict.fromkeys(
        form.target
        for one in blocks
        for form in one.inlines
        if form.kind is InlineKind.FOOTNOTE and form.target in there
    )
    # Two that differ in signs alone are told apart by their numbers.
    for at, name in enumerate(wanted, 1):
        if name:
            plainly = _NOT_OF_LABELS.sub("", name)
            yield name, f"{prefix}{plainly if plainly == name else f'{plainly}-{at}'}"


def _fenced(block: Block, ends: Sequence[Reference]) -> list[str]:
    """Return code as it is typed; what refers to the notes on it stands below."""
    longest = max((len(one[0]) for one in _FENCES.finditer(block.text)), default=2)
    fence = "`" * (longest + 1)
    language = block.language if block.language.isalnum() else ""
    lines = [f"{fence}{language}", *block.text.split("\n"), fence]
    if ends:
        lines += ["", escaped("In these lines:") + "".join(f" [^{one.label}]" for one in ends)]
    return lines


def _sign(marker: str) -> str:
    """Return the sign of a list's item; a number stays what it is."""
    return marker.strip() if _NUMBER.match(marker.strip()) else "-"
