"""All printing: results to standard output, as JSON Lines or for people; messages to stderr."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TYPE_CHECKING, Literal, TextIO

from postil.text.clean import clean_line
from postil.text.inert import Inert, inert, inert_json, inert_line
from postil.text.progress import Progress, no_progress

if TYPE_CHECKING:
    from rich.console import Console

Piece = str | tuple[str, str]
"""Some words, or words with the style they have on a terminal that shows styles."""


class Output:
    """Where the results of one command go; no byte of another's reaches a terminal as a command."""

    def __init__(self, *, as_json: bool, environ: Mapping[str, str]) -> None:
        self.as_json = as_json
        self.stream = _open_stream(as_json)
        terminal = self.stream.isatty()
        forced = bool(environ.get("FORCE_COLOR"))
        self._styled = (terminal or forced) and not environ.get("NO_COLOR") and not as_json
        self._console: Console | None = None
        self.width = _width(environ) if terminal else 0
        """Cells in a line of the terminal; 0 where the output goes elsewhere."""

    def record(self, record: Mapping[str, object]) -> None:
        """Print one object on one line; no character of it can act on a terminal."""
        # Loaded where programs ask: a list for people does without.
        import json

        _write(self.stream, inert_json(json.dumps(record, ensure_ascii=False)))

    def line(self, *pieces: Piece) -> None:
        """Print one line made of pieces."""
        styled = [_styled(piece) for piece in pieces]
        if self._styled:
            self._write_styled([(inert_line(words), style) for words, style in styled])
        else:
            _write(self.stream, inert_line("".join(words for words, _ in styled).rstrip()))

    def text(self, text: str) -> None:
        """Print a text with its lines as they are, ending with a line end."""
        _write(self.stream, inert(text.removesuffix("\n")))

    def passage(self, before: str, words: str, after: str) -> None:
        """Print words with the lines around them, and an empty line behind."""
        pieces = [(before, ""), (words, "bold red"), (after, "")]
        lines: list[list[tuple[str, str]]] = [[]]
        for text, style in pieces:
            parts = text.split("\n")
            lines[-1].append((parts[0], style))
            lines += [[(line, style)] for line in parts[1:]]
        for line in (*(line for line in lines if any(piece[0] for piece in line)), []):
            self.line("  ", *line)

    def table(self, rows: Iterable[Sequence[Piece]], right: Sequence[int] = ()) -> None:
        """Print rows in columns; the numbers of columns that are set to the right count from 0."""
        lines = [[("", "") if not cell else _styled(cell) for cell in row] for row in rows]
        if not lines:
            return
        widths = [max(cells(row[at][0]) for row in lines) for at in range(len(lines[0]))]
        last = len(widths) - 1
        for row in lines:
            pieces: list[Piece] = []
            for at, (words, style) in enumerate(row):
                gap = " " * (widths[at] - cells(words))
                before, after = (gap, "") if at in right else ("", gap)
                pieces += [before, (words, style), after if at < last else "", "  "]
            self.line(*pieces[:-1])

    def file(self, data: bytes) -> None:
        """Hand the bytes of a file over to another program as they are; never to a terminal.

        What a terminal shows goes through ``text``: a file may hold what would act on one.
        """
        if self.stream.isatty() or not isinstance(self.stream, io.TextIOWrapper):
            self.text(data.decode("utf-8", "replace"))
            return
        self.stream.flush()
        self.stream.buffer.write(data)
        self.stream.buffer.flush()

    def flush(self) -> None:
        """Hand everything over to whoever reads the output."""
        self.stream.flush()

    def _write_styled(self, pieces: Sequence[tuple[Inert, str]]) -> None:
        # Loaded for a terminal alone: rich takes as long to load as a quick verb takes to run.
        from rich.text import Text

        text = Text.assemble(*pieces, end="\n")
        text.rstrip()
        self._rich().print(text, soft_wrap=True)

    def _rich(self) -> Console:
        if self._console is None:
            # Deferred as in ``line``.
            from rich.console import Console

            self._console = Console(file=self.stream, highlight=False, markup=False, emoji=False)
        return self._console


def say(message: str) -> None:
    """Tell the reader something that is no result."""
    if sys.stderr is not None:
        _write(sys.stderr, inert_line(message))


def notice(sentence: str) -> None:
    """Tell the reader in a line what is to be known of the results."""
    say(f"postil: {sentence}")


def say_error(message: str) -> None:
    """Tell the reader in one line, whatever is in it, what went wrong."""
    say(clean_line(f"postil: {message}"))


def print_help(text: str) -> None:
    """Print how something is used; raises OSError where the output takes nothing."""
    if sys.stdout is not None:
        _write(sys.stdout, inert(text.removesuffix("\n")))


def _write(stream: TextIO, line: Inert, end: Literal["\n", "\r"] = "\n") -> None:
    """Write to a terminal, or to where else the output goes: nowhere else is anything written."""
    stream.write(line + end)


def shown(value: object, limit: int = 0) -> str:
    """Return a name from outside fit for one line on a terminal."""
    return clean_line(str(value), limit)


def cells(text: str) -> int:
    """Return how many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    # Deferred as in ``Output.line``; most texts are plain letters.
    from rich.cells import cell_len

    return cell_len(text)


def cropped(text: str, width: int) -> str:
    """Return the text on one line in at most ``width`` cells, with an ellipsis where it is cut."""
    words = " ".join(text.split())
    if cells(words) <= width:
        return words
    if width < 1:
        return ""
    words = words[:width]
    while cells(words) > width - 1:
        words = words[:-1]
    return words.rstrip() + "…"


def wrapped(text: str, width: int) -> list[str]:
    """Return the text in lines of at most ``width`` cells, broken at blanks; 0 for one line.

    What has no blank for longer than that is broken where the line is full.
    """
    words = " ".join(text.split())
    lines = []
    while width > 1 and cells(words) > width:
        end = width
        while cells(words[:end]) > width:
            end -= 1
        blank = words.rfind(" ", 0, end + 1)
        end = blank if blank > 0 else end
        lines.append(words[:end].rstrip())
        words = words[end:].lstrip()
    return [*lines, words]


def _styled(cell: Piece) -> tuple[str, str]:
    return (cell, "") if isinstance(cell, str) else cell


def _open_stream(as_json: bool) -> TextIO:
    """Return standard output, set so that no character can make it fail."""
    stream = sys.stdout
    if stream is None:  # the caller has closed it
        return io.StringIO()
    if isinstance(stream, io.TextIOWrapper):
        if as_json:
            stream.reconfigure(encoding="utf-8", errors="replace")
        else:
            stream.reconfigure(errors="replace")
    return stream


def _width(environ: Mapping[str, str]) -> int:
    if environ.get("COLUMNS", "").isdigit():
        return int(environ["COLUMNS"])
    # Loaded for a terminal alone: it brings the archives along.
    import shutil

    return shutil.get_terminal_size().columns


EVERY = 3.0
"""Seconds between two words on how far it is."""


def progress() -> Callable[[int, int], None]:
    """Return what tells whoever sits at a terminal how far it is, while that takes long."""
    tell = _now_and_then()
    return lambda done, of: tell(f"{done:,} of {of:,} articles are read or indexed")


def share(what: str) -> Callable[[float], None]:
    """Return what tells in the same way which share of something is there."""
    tell = _now_and_then()
    return lambda done: tell(f"{what}: {done:.0%} is fetched" if done else f"{what} is fetched…")


SHOWN_AFTER = 1.0
"""Seconds of work after which a bar is drawn: what is done sooner needs none."""

REDRAWN = 0.1
"""Seconds between two drawings of it."""

_CELLS = 30
"""Of a bar."""


@contextmanager
def bar(what: str) -> Iterator[Progress]:
    """Draw on one line of a terminal how far work is, and take the line away when it ends.

    It goes to standard error, where that is a terminal, and the results stay clean.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield no_progress
        return
    begun, last = monotonic(), 0.0
    longest = 0

    def draw(share: float) -> None:
        nonlocal last, longest
        now = monotonic()
        if now - begun > SHOWN_AFTER and now - last > REDRAWN:
            last = now
            full = round(min(1.0, max(0.0, share)) * _CELLS)
            drawn = "=" * full + " " * (_CELLS - full)
            line = f"{what} [{drawn}] {min(1.0, share):4.0%}"
            longest = max(longest, cells(line))
            _drawn(line)

    try:
        yield draw
    finally:
        if last:
            _drawn(" " * longest)


def _drawn(line: str) -> None:
    """Write a line over which the next is written."""
    # Whoever has closed the terminal does not want to know.
    with suppress(OSError, ValueError):
        _write(sys.stderr, inert(line), "\r")
        sys.stderr.flush()


def _now_and_then() -> Callable[[str], None]:
    if sys.stderr is None or not sys.stderr.isatty():
        return lambda _: None
    last = monotonic()

    def tell(sentence: str) -> None:
        nonlocal last
        if monotonic() - last > EVERY:
            last = monotonic()
            say(f"postil: {sentence}")

    return tell
