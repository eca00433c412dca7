"""What every dialog shares: a sheet beside or below the passage, a title, and a line of hints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Protocol, TypeVar, runtime_checkable

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.commands import plainest_keys
from postil.tui.widgets.margin_text import wrap
from postil.tui.widgets.title_bars import crop

Answer = TypeVar("Answer")

Hint = tuple[str, str]
"""The ids of bindings, with blanks between them, and what their keys do here."""

_GAP = 3
"""Blank cells between two hints."""


def plain(text: str = "", *, id: str | None = None, classes: str | None = None) -> Static:  # noqa: A002
    """Return a widget that shows text as it is, never as markup."""
    return Static(text, id=id, classes=classes, markup=False)


class Hints(Static):
    """The line at the bottom that names the keys, as the reader has set them."""

    DEFAULT_CSS = """
    Hints {
        height: auto;
        color: $text-muted;
    }
    """

    def __init__(self) -> None:
        super().__init__("", markup=False)
        self._said: list[tuple[str, str]] = []
        self._line = Text()

    def show(self, screen: Screen[Answer], hints: Iterable[Hint]) -> None:
        """Name the keys of these bindings, in this order; those that are not active stay away."""
        keys = plainest_keys(screen)
        self._said = [
            (" ".join(_shortly([keys[name] for name in names.split() if name in keys])), words)
            for names, words in hints
        ]
        self._set()

    def on_resize(self) -> None:
        """Break the line between two hints, never within one."""
        self._set()

    def _set(self) -> None:
        line = Text()
        left = self.size.width
        for keys, words in self._said:
            if keys:
                cells = cell_len(f"{keys} {words}")
                if line:
                    fits = cells + _GAP <= left
                    line.append(" " * _GAP if fits else "\n")
                    left = left - _GAP if fits else self.size.width
                line.append(keys, style="bold").append(f" {words}")
                left -= cells
        if line != self._line:
            # The screen need not be laid out for other words in as many lines.
            same = line.plain.count("\n") == self._line.plain.count("\n")
            self._line = line
            self.update(line, layout=not (same and line and self.size.height))


def _shortly(keys: Sequence[str]) -> Sequence[str]:
    """Return some keys, or the first and the last of figures that follow each other: ``1-5``."""
    figures = [int(key) for key in keys if key.isascii() and key.isdecimal()]
    row = list(range(figures[0], figures[0] + len(keys))) if figures else []
    return [f"{keys[0]}-{keys[-1]}"] if len(keys) > 2 and figures == row else keys


class Trouble(Static):
    """A line that says what is wrong, and takes no room while nothing is."""

    def __init__(self) -> None:
        super().__init__("", markup=False, classes="trouble hidden")

    def say(self, sentence: str) -> None:
        """Say what is wrong; "" for nothing."""
        self.update(sentence)
        self.set_class(not sentence, "hidden")


class Passage(Static):
    """The words that a dialog is about, as many as there is room for; "" for the whole article."""

    DEFAULT_CSS = """
    Passage {
        height: 1;
        color: $text-muted;
        text-style: italic;
    }
    """

    BESIDE = 3
    """Rows in a sheet that stands beside the text; below it there is one."""

    def __init__(self, words: str, of: str = "") -> None:
        """``of`` says of how much there are words, such as ``3 notes``; alone if these are that."""
        super().__init__("", markup=False)
        quoted = in_marks(clean_line(words)) if words else "The whole article"
        self._words = of if of and of == words else f"{of}: {quoted}" if of else quoted

    def on_mount(self) -> None:
        """Take the room that the sheet has for it."""
        self.watch(self.screen, "size", self._fit)

    def on_resize(self) -> None:
        """End with an ellipsis where something is left out."""
        self._fit()

    def _fit(self) -> None:
        beside = self.screen.has_class("-wide") and self.screen.has_class("-side")
        rows = wrap(self._words, max(1, self.size.width))
        room = self.BESIDE if beside else 1
        self.styles.height = min(room, len(rows))
        if len(rows) > room:
            rows = [*rows[: room - 1], crop(f"{rows[room - 1]}…", self.size.width)]
        self.update("\n".join(rows))


KEYS: list[BindingType] = [
    Binding(
        "escape",
        "leave",
        "Leave",
        id="dialog.leave",
        show=False,
        tooltip="Close the dialog and change nothing",
    ),
]


@runtime_checkable
class Filled(Protocol):
    """A dialog that shows more than it is made of."""

    def fill(self) -> None:
        """Show what it is about, now that it has its place."""


class Dialog(ModalScreen[Answer]):
    """A dialog over the article that leaves the passage in sight."""

    # What it is made of it holds itself, and never looks it up: while it is closed, or where the
    # app ends before it is built, nothing is found on the screen any more, or yet.

    DEFAULT_CSS = """
    Dialog {
        background: $background 35%;
        & > .sheet {
            dock: bottom;
            width: 100%;
            height: 55%;
            min-height: 13;
            max-height: 24;
            padding: 0 2;
            background: $surface;
            border-top: solid $primary 40%;
        }
        &.-wide.-side > .sheet {
            dock: right;
            width: 44;
            height: 100%;
            max-height: 100%;
            border-top: none;
            border-left: solid $primary 40%;
            padding: 1 2 0 2;
        }
        .title {
            height: auto;
            max-height: 3;
            text-style: bold;
            color: $foreground;
        }
        .quiet { height: auto; color: $text-muted; }
        .trouble { height: auto; color: $warning; }
        .hidden { display: none; }
        &.-wide FilterList > Horizontal {
            margin-top: 1;
        }
        Hints {
            margin-top: 1;
        }
        &.-low {
            & > .sheet { height: 100%; min-height: 0; border-top: none; }
            Passage { display: none; }
            Hints { margin-top: 0; }
        }
        &.-wide.-side Hints { margin-bottom: 1; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = KEYS

    # Textual's own annotation reads as an instance variable, which a ClassVar must not override.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (150, "-wide")]

    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-high")]

    SIDE: ClassVar[bool] = True
    """Whether it stands on the right of a wide terminal; at the bottom of a narrow one."""

    TYPING: ClassVar[bool] = True
    """Whether letters belong to a field, so that no command can have them."""

    TITLE_TEXT: ClassVar[str] = ""

    HINTS: ClassVar[Sequence[Hint]] = ()

    def __init__(self) -> None:
        super().__init__(classes="-side" if self.SIDE else "")
        self._hint_line = Hints()

    def framed(self, body: Iterable[Widget]) -> ComposeResult:
        """Return a body between the title and the hints; ``compose`` of a dialog yields from it."""
        with Vertical(classes="sheet"):
            yield plain(self.heading(), classes="title")
            yield from body
            yield self._hint_line

    def heading(self) -> str:
        """Return the title line."""
        return self.TITLE_TEXT

    def on_mount(self) -> None:
        """Show what there is, unless it is closed by then; name the keys once the focus is set."""
        if self.is_attached and self in self.app.screen_stack:
            self.app.clear_notifications()
            if isinstance(self, Filled):
                self.fill()
            self.call_after_refresh(self.say_hints)

    def say_hints(self) -> None:
        """Show the keys that work now."""
        self._hint_line.show(self, self.hints())

    def hints(self) -> Sequence[Hint]:
        """Return what the hint line says now."""
        return self.HINTS

    def answer(self, answer: Answer | None) -> None:
        """Close with an answer; a second one, from a key pressed twice, goes nowhere."""
        if self.is_current:
            self.dismiss(answer)

    def action_leave(self) -> None:
        """Close and change nothing."""
        self.answer(None)

    def on_click(self, event: events.Click) -> None:
        """Leave when the click was beside the sheet."""
        if event.widget is self:
            self.action_leave()
