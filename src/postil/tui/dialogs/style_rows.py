"""Rows of the formats and styles to choose from: some at once, all when they are known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from postil.text.fuzzy import Ranked
from postil.text.fuzzy_index import FuzzyIndex
from postil.tui.dialogs.frame.rows import Row

Offered = tuple[str, str]
"""The name of a format or a style, and what to call it."""


class StyleRows:
    """What is offered at once, what more there is, and how either fits what is typed."""

    def __init__(
        self,
        offered: Sequence[Offered],
        others: Callable[[], Sequence[Offered]],
        default: str,
    ) -> None:
        """Take the default by its name; ``others`` takes a while and is called in a thread."""
        self.default = default
        self.first = self._made(offered)
        self._offered = offered
        self._others = others
        self._names = _names_of(self.first, len(self.first))

    def all(self) -> tuple[list[Row], FuzzyIndex]:
        """Return the rows of all formats and styles, and their names for ``use``.

        A thread calls this.
        """
        offered = {name for name, _ in self._offered}
        rows = self._made(self._offered)
        first = len(rows)
        rows += self._made(one for one in self._others() if one[0] not in offered)
        return rows, _names_of(rows, first)

    def use(self, names: FuzzyIndex) -> None:
        """Let these names fit what is typed, from the moment on at which their rows are listed."""
        self._names = names

    def match(self, typed: str, _: Sequence[str]) -> list[Ranked]:
        """Return which rows fit what is typed, best first."""
        return self._names.rank(typed)

    def _made(self, offered: Iterable[Offered]) -> list[Row]:
        return [
            Row(name, (title, ""), sign="√" if name == self.default else "", more=name)
            for name, title in offered
        ]


def in_a_file(typed: str) -> Row | None:
    """Return the row of a style in a file, where its path is typed."""
    if not typed.endswith(".csl"):
        return None
    path = Path(typed)
    with suppress(RuntimeError):  # A reader of that name is not known here.
        path = path.expanduser()
    return Row(str(path.absolute()), ("The style in this file", ""))


def _names_of(rows: Sequence[Row], first: int) -> FuzzyIndex:
    return FuzzyIndex([f"{row.cells[0]} {row.more}" for row in rows], first)
