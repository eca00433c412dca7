"""Sets blocks of text in lines that are so wide: lists hang, code and tables keep their lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from postil.model.article import Block, BlockKind, InlineKind
from postil.text.clean import clean_line
from postil.tui.widgets.page.page_styles import EMPHASES
from postil.typeset import Row, Typeset
from postil.typeset.frame import gap_above
from postil.typeset.wrap import WrapStyle, wrap

_TO = "→ "

_ADDRESS = WrapStyle(lined=False, at_signs=True)

Ink = Callable[[str], Style]
"""Returns a style by what it is for: ``title``, ``quiet``, ``link``, ``code``."""


def set_blocks(blocks: Sequence[Block], width: int, ink: Ink, *, addresses: bool = True) -> Text:
    """Return blocks as lines of at most ``width`` cells, each addressed link with its address."""
    width = max(8, width)
    typeset = Typeset(blocks, width, cell_len)
    lines: list[Text] = []
    for number, block in enumerate(blocks):
        before = blocks[number - 1] if number else None
        lines += [Text()] * min(1, gap_above(before, block))
        for row in typeset.rows(number):
            line = Text().append(row.lead, style=ink("quiet"))
            line.append(" " * (row.indent - cell_len(row.lead)))
            line.append_text(_words(block, row, ink))
            for cell in row.beside:
                line.append(cell.lead).append_text(_words(block, cell, ink))
            lines.append(line)
        for address in _addresses(block) if addresses else ():
            starts, ends, _ = wrap(address, width - 2, cell_len, _ADDRESS)
            lines += [
                Text(f"{'  ' if start else _TO}{address[start:end]}", style=ink("quiet"))
                for start, end in zip(starts, ends, strict=True)
            ]
    return Text("\n").join(lines)


def _words(block: Block, row: Row, ink: Ink) -> Text:
    """Return the words of a row, with those set apart as they are."""
    words = Text(block.text, style=_of_block(block, ink))
    for run in block.inlines:
        words.stylize(_of_run(run.kind, ink), run.start, run.end)
    return words[row.start : row.end]


def _of_block(block: Block, ink: Ink) -> Style:
    if block.kind is BlockKind.HEADING:
        return ink("title")
    return ink("code") if block.kind is BlockKind.CODE else Style()


def _of_run(kind: InlineKind, ink: Ink) -> Style:
    if kind is InlineKind.CODE:
        return ink("code")
    return EMPHASES.get(kind) or ink("link") + Style(underline=True)


def _addresses(block: Block) -> list[str]:
    """Return the addresses of the links of a block that its words do not show, each once."""
    found = (run.target for run in block.inlines if run.kind is InlineKind.LINK)
    return [clean_line(one) for one in dict.fromkeys(found) if one and one not in block.text]
