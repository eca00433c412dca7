"""The query line: what means something in a query is coloured, and what may follow is offered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.highlighter import Highlighter
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import Suggester

from postil import library
from postil.model.values import dataclass
from postil.tui.dialogs.frame.filter_list import FilterField
from postil.tui.screens.listing.language import language
from postil.tui.widgets.title_bars import parted

COLOURED = 500
"""Code points of a query up to which it is coloured: for each letter all of it is looked at."""


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

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s",
            "ask('save')",
            "Save the query",
            id="query.save",
            show=False,
            tooltip="Keep the query under a name, which stands for it in every other",
        ),
        Binding(
            "ctrl+space,ctrl+@",
            "ask('complete')",
            "Fields and values",
            id="query.complete",
            show=False,
            tooltip="Show how the word may go on: fields, tags, authors, outlets, saved queries",
        ),
    ]

    @dataclass
    class Asks(Message):
        """The reader wants the query saved, or to see how it may go on."""

        line: QueryLine
        what: str
        """``save``, ``complete``, or ``values``: what is known of fields, to complete them."""

    def __init__(
        self,
        hint: str,
        enter: Callable[[], None],
        move: Callable[[int], None],
        tags: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__(hint, enter, move)
        self.highlighter = _Colours(self)
        self._tags = tags
        self._values: library.query_hints.Names = {}
        """What is known of fields, by their names; nothing before a value is typed."""
        self.suggester = _Completions(self)
        self._hint = hint
        self._asked = False

    def on_resize(self) -> None:
        """Say less of what may be typed where there is little room, and nothing by halves."""
        self.placeholder = parted(self._hint, self.size.width).replace("……", "…")

    def action_ask(self, what: str) -> None:
        """Ask for help with the query."""
        self.post_message(self.Asks(self, what))

    def action_cursor_right(self, select: bool = False) -> None:
        """Take what is offered, in quotation marks where it needs them; else move."""
        typed = self.value
        super().action_cursor_right(select)
        if self.value != typed:
            self.value = library.query_hints.accepted(typed, self.value)
            self.cursor_position = len(self.value)

    def offer(self) -> str | None:
        """Return how the query may go on; what has to be read for that is asked for."""
        known = {"tag": self._tags(), **self._values}
        if not self._asked and library.query_hints.lacks_values(self.value, known):
            self._asked = True
            self.post_message(self.Asks(self, "values"))
        return library.query_hints.completion(self.value, known)

    def take_values(self, values: library.query_hints.Names) -> None:
        """Know the values of fields, and offer one for what is typed by now."""
        self._values = values
        if self.value and self.suggester is not None:
            self.run_worker(self.suggester._get_suggestion(self, self.value))

    def put(self, letters: int, text: str) -> None:
        """Put a text in the place of so many letters before the cursor."""
        at = self.cursor_position
        before, behind = self.value[: at - letters], self.value[at:]
        # A field waits for its value; behind all else another word may follow.
        blank = "" if text.endswith(":") or behind.startswith(" ") else " "
        self.value = f"{before}{text}{blank}{behind}"
        self.cursor_position = len(before) + len(text) + len(blank)


class _Colours(Highlighter):
    """Colours fields and signs."""

    def __init__(self, line: QueryLine) -> None:
        self._line = line

    def highlight(self, text: Text) -> None:
        if len(text) > COLOURED:
            return
        for piece in library.query_hints.pieces(text.plain):
            style = self._line.get_component_rich_style(f"query--{piece.kind}", partial=True)
            text.stylize(style, piece.span.start, piece.span.end)


class _Completions(Suggester):
    """Offers fields, and values of those that have few."""

    def __init__(self, line: QueryLine) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._line = line

    async def get_suggestion(self, value: str) -> str | None:
        return self._line.offer() if value == self._line.value else None
