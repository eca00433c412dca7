"""Paints the first page with no library at all, so that there is something to read at once."""

# Textual takes several times as long to load as the first page takes to read and to draw. The
# page stands where the app will draw it, so nothing moves when the app takes over.

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress

from rich.cells import cell_len, set_cell_size

from postil.model.article import Article, BlockKind
from postil.model.values import dataclass
from postil.text.inert import inert_line
from postil.tui.startup.layout import (
    LINES_ABOVE,
    LINES_BELOW,
    cells_for_code,
    page_room,
    panes_unasked,
    text_columns,
)
from postil.tui.startup.signals import die
from postil.tui.startup.terminal_file import LEAVE, TAKE, TERMINAL, Modes, modes, set_modes
from postil.typeset import Typeset

COLOURS = {
    "dark": ("\x1b[48;2;22;23;27m", "\x1b[38;2;221;216;205m", "\x1b[38;2;240;233;216m"),
    "light": ("\x1b[48;2;248;244;235m", "\x1b[38;2;43;41;37m", "\x1b[38;2;20;19;15m"),
}
"""Background, text and heading of each theme."""


class PaintedPage:
    """The cells of a terminal in which the page stands: draws what is at its top."""

    def __init__(
        self, article: Article, measure: int, size: tuple[int, int], colours: tuple[str, str, str]
    ) -> None:
        self.article = article
        self.measure = measure
        """The widest that the reader wants the text, in cells."""
        self._ground, self._ink, self._head = colours
        width, height = size
        self._width = width
        beside = panes_unasked(width)
        self.columns, self.rows = page_room(width, height, beside)
        left, self._measured = text_columns(self.columns, measure, beside)
        self._wide = cells_for_code(self.columns, left)
        self._left = beside[0] + left

    def lines(self, typeset: Typeset, block: int, row: int) -> str:
        """Return how to draw the page whose first row this is, from where the cursor stands.

        A negative row lies in the gap above the block.
        """
        head = f"\x1b[1m{self._head}"
        rows = list(_rows(typeset, block, row, self._left, self.rows, head))
        rows += [""] * (self.rows - len(rows))
        ground = f"{self._ground}{self._ink}"
        return "\r\n".join(f"{ground}{row}\x1b[K\x1b[22m" for row in rows)

    def paint(self, offset: int) -> None:
        """Take the screen, and draw the page that begins at an offset below the title."""
        typeset = Typeset(self.article.blocks, self._measured, cell_len, wide=self._wide)
        start = min(offset, max(0, self.article.length - 1))
        block = self.article.block_at(start)
        row = typeset.row_of(block, start - self.article.starts[block])
        name = self.article.metadata.title or self.article.name
        title = f"\x1b[1m{self._head} {set_cell_size(inert_line(name), self._width - 2)} "
        head = f"{TAKE}\x1b[?25l{self._ground}\x1b[2J\x1b[H{self._ink}{title}\x1b[K\x1b[22m\r\n"
        below = "\x1b[J" if self._ground else ""
        _write(f"{head}{self.lines(typeset, block, row)}{below}\x1b[0m")

    def turn(self, typeset: Typeset, block: int, row: int) -> None:
        """Draw another page in its place."""
        _write(f"\x1b[{LINES_ABOVE + 1};1H{self.lines(typeset, block, row)}\x1b[0m")


@dataclass(slots=True)
class Painted:
    """A terminal on which the first page stands."""

    page: PaintedPage
    modes: Modes | None
    """How the terminal was set before; None where it cannot be asked."""
    hand_over: Callable[[], bytes] = bytes
    """Ends whoever reads keys before the app does; returns those that are meant for the app."""

    def let_go(self) -> bytes:
        """Set the terminal as it was, for the app to set it as it likes.

        Returns what was typed for the app.
        """
        typed = self.hand_over()
        set_modes(self.modes)
        return typed

    def take_down(self) -> None:
        """Clear the page away, because no app comes after it."""
        self.let_go()
        os.write(TERMINAL, f"{LEAVE}\x1b[?25h".encode())

    def end(self, number: int) -> None:
        """End by a signal, the page being cleared away."""
        with suppress(OSError):
            self.take_down()
        die(number)


def _size(environ: Mapping[str, str]) -> os.terminal_size:
    """Return the size as Textual takes it: what the environment says comes first."""
    real = os.get_terminal_size(TERMINAL)
    said = [environ.get(name, "") for name in ("COLUMNS", "LINES")]
    columns, lines = (int(one) if one.isdecimal() else 0 for one in said)
    return os.terminal_size((columns or real.columns, lines or real.lines))


def paint(
    article: Article, offset: int, measure: int, theme: str, environ: Mapping[str, str]
) -> Painted | None:
    """Draw the page that begins at an offset; None where this terminal is not asked to.

    Keys typed meanwhile are kept and not echoed.
    """
    term = environ.get("TERM", "")
    if sys.platform == "win32" or term in ("", "dumb") or not os.isatty(TERMINAL):
        return None
    size = _size(environ)
    if not article.blocks or size.lines <= LINES_ABOVE + LINES_BELOW:
        return None
    colours = COLOURS[theme] if _true_colour(environ) else ("", "", "")
    page = PaintedPage(article, measure, size, colours)
    before = _silence()
    page.paint(offset)
    return Painted(page, before)


def _rows(
    typeset: Typeset, index: int, row: int, left: int, height: int, head: str
) -> Iterator[str]:
    """Yield the rows of the page as they stand in the terminal; ``head`` begins a heading."""
    drawn = min(max(0, -row), height)
    yield from [""] * drawn
    row, blocks = max(0, row), typeset.blocks
    while drawn < height and index < len(blocks):
        block = blocks[index]
        style = head if block.kind is BlockKind.HEADING else ""
        for line in list(typeset.rows(index))[row : row + height - drawn]:
            lead = line.lead + " " * (line.indent - cell_len(line.lead))
            text = block.text[line.start : line.end]
            text += "".join(c.lead + block.text[c.start : c.end] for c in line.beside)
            yield " " * left + inert_line(lead) + style + inert_line(text)
            drawn += 1
        index, row = index + 1, 0
        if index < len(blocks):
            for _ in range(min(typeset.gap(index), height - drawn)):
                yield ""
                drawn += 1


def _write(drawing: str) -> None:
    os.write(TERMINAL, drawing.encode("utf-8", "replace"))


def _true_colour(environ: Mapping[str, str]) -> bool:
    return environ.get("COLORTERM", "") in ("truecolor", "24bit") and "NO_COLOR" not in environ


def _silence() -> Modes | None:
    """Keep keys from being echoed until the app reads them; return how the terminal was set."""
    import termios

    before, now = modes(), modes()
    if now is not None and isinstance(flags := now[3], int):
        now[3] = flags & ~(termios.ECHO | termios.ICANON)
        set_modes(now)
    return before
