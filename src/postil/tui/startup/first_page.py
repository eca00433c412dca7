"""Paints the first page with no library at all, so that there is something to read at once."""

# Textual takes several times as long to load as the first page takes to read and to draw. The
# page stands where the app will draw it, so nothing moves when the app takes over.

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress

from rich.cells import cell_len, set_cell_size

from postil.model.article import Article, BlockKind
from postil.model.values import dataclass
from postil.text.inert import inert_line
from postil.tui.startup.layout import LINES_ABOVE, LINES_BELOW, page_columns, text_columns
from postil.tui.startup.signals import die
from postil.tui.startup.terminal_file import LEAVE, TAKE, TERMINAL, Modes, modes, set_modes
from postil.typeset import Typeset

COLOURS = {
    "dark": ("\x1b[48;2;22;23;27m", "\x1b[38;2;221;216;205m", "\x1b[38;2;240;233;216m"),
    "light": ("\x1b[48;2;248;244;235m", "\x1b[38;2;43;41;37m", "\x1b[38;2;20;19;15m"),
}
"""Background, text and heading of each theme."""


@dataclass(slots=True)
class Painted:
    """A terminal on which the first page stands."""

    modes: Modes | None
    """How the terminal was set before; None where it cannot be asked."""

    def let_go(self) -> None:
        """Set the terminal as it was, for the app to set it as it likes."""
        set_modes(self.modes)

    def take_down(self) -> None:
        """Clear the page away, because no app comes after it."""
        self.let_go()
        os.write(TERMINAL, f"{LEAVE}\x1b[?25h".encode())

    def end(self, number: int) -> None:
        """End by a signal, the page being cleared away."""
        with suppress(OSError):
            self.take_down()
        die(number)


def paint(
    article: Article, offset: int, measure: int, theme: str, environ: Mapping[str, str]
) -> Painted | None:
    """Draw the page that begins at an offset; None where this terminal is not asked to.

    Keys typed meanwhile are kept for the app and not echoed.
    """
    term = environ.get("TERM", "")
    if sys.platform == "win32" or term in ("", "dumb") or not os.isatty(TERMINAL):
        return None
    width, height = os.get_terminal_size(TERMINAL)
    if not article.blocks or height <= LINES_ABOVE + LINES_BELOW:
        return None
    colours = COLOURS[theme] if _true_colour(environ) else ("", "", "")
    ground, ink, head = colours
    name = article.metadata.title or article.name
    rows = [f"\x1b[1m{head} {set_cell_size(inert_line(name), width - 2)} "]
    rows += _rows(article, offset, measure, width, height - LINES_ABOVE - LINES_BELOW, colours)
    before = _silence()
    lines = "\r\n".join(f"{ground}{ink}{row}\x1b[K\x1b[22m" for row in rows)
    below = "\x1b[J" if ground else ""
    screen = f"{TAKE}\x1b[?25l{ground}\x1b[2J\x1b[H{lines}{below}\x1b[0m"
    os.write(TERMINAL, screen.encode("utf-8", "replace"))
    return Painted(before)


def _rows(
    article: Article,
    offset: int,
    measure: int,
    width: int,
    height: int,
    colours: tuple[str, str, str],
) -> Iterator[str]:
    """Yield the rows of the page as they stand in the terminal."""
    first, room = page_columns(width)
    left, text_width = text_columns(room, measure)
    typeset = Typeset(article.blocks, text_width, cell_len)
    start = min(offset, max(0, article.length - 1))
    index = article.block_at(start)
    row = typeset.row_of(index, start - article.starts[index])
    drawn = 0
    while drawn < height and index < len(article.blocks):
        block = article.blocks[index]
        style = f"\x1b[1m{colours[2]}" if block.kind is BlockKind.HEADING else ""
        for line in list(typeset.rows(index))[row : row + height - drawn]:
            lead = line.lead + " " * (line.indent - cell_len(line.lead))
            text = block.text[line.start : line.end]
            text += "".join(c.lead + block.text[c.start : c.end] for c in line.beside)
            yield " " * (first + left) + inert_line(lead) + style + inert_line(text)
            drawn += 1
        index, row = index + 1, 0
        if index < len(article.blocks):
            for _ in range(min(typeset.gap(index), height - drawn)):
                yield ""
                drawn += 1


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
