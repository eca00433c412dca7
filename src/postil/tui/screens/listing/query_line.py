"""The query line: what means something in a query is coloured, and what may follow is offered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual.suggester import Suggester

from postil import library
from postil.tui.dialogs.frame.filter_list import FilterField
from postil.tui.screens.listing.language import language


class QueryLine(FilterField):
    """Every letter goes into the query; the keys that move in the hits work from here."""

    FURTHER_KEYS = language()

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "query--field",
        "query--value",
        "query--sign",
        "query--phrase",
        "query--regex",
    }

    DEFAULT_CSS = """
    QueryLine {
        width: 1fr;
        & > .query--field { color: $primary; text-style: bold; }
        & > .query--value { color: $secondary; }
        & > .query--sign { color: $accent; text-style: bold; }
        & > .query--phrase { color: $secondary; }
        & > .query--regex { color: $accent; }
    }
    """

    def __init__(
        self,
        hint: str,
        enter: Callable[[], None],
        move: Callable[[int], None],
        tags: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(hint, enter, move)
        self.highlighter = _Colours(self)
        self.suggester = _Completions(tags)


class _Colours(Highlighter):
    """Colours fields and signs."""

    def __init__(self, line: QueryLine) -> None:
        self._line = line

    def highlight(self, text: Text) -> None:
        for piece in library.query_hints.pieces(text.plain):
            style = self._line.get_component_rich_style(f"query--{piece.kind}", partial=True)
            text.stylize(style, piece.span.start, piece.span.end)


class _Completions(Suggester):
    """Offers fields, and values of those that have few."""

    def __init__(self, tags: Callable[[], Sequence[str]]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._tags = tags

    async def get_suggestion(self, value: str) -> str | None:
        return library.query_hints.completion(value, self._tags())
