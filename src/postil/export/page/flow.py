"""Flow of blocks: paragraphs, headings, lists, quotations, tables and code as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from postil.export.base.placed import Marked
from postil.export.page.runs import Runs
from postil.export.page.words import attribute, text
from postil.model.article import Block, BlockKind

Marks = Callable[[int], Sequence[Marked]]
"""Returns the passages of notes within a block, by its index."""

Beside = Callable[[int], str]
"""Returns what stands behind a block, by its index: the notes on passages that begin in it."""


class Flow:
    """Sets blocks one after another, and opens and closes what they stand in."""

    def __init__(self, runs: Runs, level: int, ids: Mapping[int, str]) -> None:
        """Headings stand below those of ``level``; with 0 they are bold lines and no headings.

        ``ids`` are those that blocks bear, by their index.
        """
        self._runs = runs
        self._top = level
        self._deepest = level
        self._ids = ids
        self._quoted = 0
        self._lists = 0
        """Open lists; the last item of each is open too."""
        self._waiting: list[str] = []
        """What stands beside blocks of a list that is open."""

    def set(
        self,
        blocks: Sequence[Block],
        marks: Marks = lambda _: (),
        beside: Beside = lambda _: "",
        first: int = 0,
    ) -> Iterator[str]:
        """Yield the blocks from the index ``first`` on as HTML."""
        for index, block in enumerate(blocks[first:], first):
            yield from self._within(block)
            shown, noted = self._block(block, marks(index), index), beside(index)
            if noted and not self._lists:
                shown = f'<div class="noted">{shown}<div>{noted}</div></div>'
            elif noted:
                # A list is not parted by what stands beside it.
                self._waiting.append(noted)
            yield shown
        yield from self._shut(0, 0)
        yield from self._told()

    def _within(self, block: Block) -> Iterator[str]:
        """Open and close quotations and lists until a block stands where it belongs."""
        item = block.kind is not BlockKind.HEADING
        depth = block.level if item and block.kind is not BlockKind.FOOTNOTE else 0
        if block.quoted != self._quoted:
            yield from self._shut(0, min(self._quoted, block.quoted))
            while self._quoted < block.quoted:
                self._quoted += 1
                yield "<blockquote>"
        if depth < self._lists:
            yield from self._shut(depth, self._quoted)
        if not self._lists:
            yield from self._told()
        if depth and depth == self._lists and self._begins(block):
            yield "</li>"
            yield self._item(block)
        while self._lists < depth:
            self._lists += 1
            yield '<ul class="flow">'
            yield self._item(block) if self._lists == depth else "<li>"

    @staticmethod
    def _begins(block: Block) -> bool:
        return bool(block.marker)

    def _item(self, block: Block) -> str:
        marker = f'<span class="marker">{text(block.marker)}</span> ' if block.marker else ""
        return f"<li>{marker}"

    def _shut(self, lists: int, quoted: int) -> Iterator[str]:
        while self._lists > lists:
            self._lists -= 1
            yield "</li></ul>"
        while self._quoted > quoted:
            self._quoted -= 1
            yield "</blockquote>"

    def _told(self) -> Iterator[str]:
        yield from self._waiting
        self._waiting.clear()

    def _block(self, block: Block, marks: Sequence[Marked], index: int) -> str:
        named = f" id={attribute(self._ids[index])}" if index in self._ids else ""
        match block.kind:
            case BlockKind.HEADING if not self._top:
                return f'<p dir="auto"><strong>{self._runs.of(block, marks)}</strong></p>'
            case BlockKind.HEADING:
                # A level is left out by no heading, whatever the document does.
                self._deepest = min(self._top + max(1, block.level), self._deepest + 1, 6)
                tag = f"h{self._deepest}"
                return f'<{tag}{named} dir="auto">{self._runs.of(block, marks)}</{tag}>'
            case BlockKind.CODE:
                return f"<pre{named}><code>{self._runs.of(block, marks)}</code></pre>"
            case BlockKind.VERSE:
                return f'<p{named} class="verse" dir="auto">{self._runs.of(block, marks)}</p>'
            case BlockKind.TABLE:
                return self._table(block, marks, named)
            case BlockKind.FOOTNOTE:
                label = f"{text(block.marker)} " if block.marker else ""
                words = self._runs.of(block, marks)
                return f'<p{named} class="footnote" dir="auto">{label}{words}</p>'
        aside = f'<strong lang="en">{block.aside.title()}:</strong> ' if block.aside else ""
        kind = ' class="aside"' if block.aside else ""
        return f'<p{named}{kind} dir="auto">{aside}{self._runs.of(block, marks)}</p>'

    def _table(self, block: Block, marks: Sequence[Marked], named: str) -> str:
        """Return a table by its cells; one without any as it is typed."""
        if not block.cells:
            return f"<pre{named}><code>{self._runs.of(block, marks)}</code></pre>"
        out, at = [], 0
        widest = 1
        rows = []
        for line in block.text.split("\n"):
            end = at + len(line)
            starts = [at, *(one for one in block.cells if at < one <= end)]
            rows.append((starts, end))
            widest = max(widest, len(starts))
            at = end + 1
        for starts, end in rows:
            cells = [
                self._runs.of(block, marks, a, b)
                for a, b in zip(starts, [*starts[1:], end], strict=True)
            ]
            cells += [""] * (widest - len(cells))
            out.append("<tr>" + "".join(f'<td dir="auto">{cell}</td>' for cell in cells) + "</tr>")
        return f"<table{named}><tbody>{''.join(out)}</tbody></table>"
