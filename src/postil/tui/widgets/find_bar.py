"""The find bar: what is looked for, how many places have it, and which one is shown."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Input, Static

from postil.model.values import dataclass
from postil.tui.widgets.field import Line
from postil.tui.widgets.pane_keys import FIND_BAR


class FindBar(Horizontal):
    """Takes what to find while it is typed; Enter keeps the matches, Esc goes back."""

    BINDING_GROUP_TITLE = "Find"
    BINDINGS = FIND_BAR

    DEFAULT_CSS = """
    FindBar {
        height: 1;
        background: $surface;
        display: none;
        #find-sign { width: auto; padding: 0 1; color: $accent; }
        #find-said { width: auto; padding: 0 1; color: $quiet; }
        #find-said.trouble { color: $error; }
        Line, Line:focus {
            width: 1fr;
            background: $surface;
        }
    }
    """

    regex: reactive[bool] = reactive(False)
    """Whether what is typed is a regular expression."""

    @dataclass
    class Typed(Message):
        """Something else is looked for."""

        typed: str
        regex: bool

    @dataclass
    class Kept(Message):
        """The matches are to stay."""

        typed: str

    @dataclass
    class Left(Message):
        """The search is given up."""

    @dataclass
    class Stepped(Message):
        """Another match is wanted while the bar stays."""

        by: int

    def __init__(self) -> None:
        super().__init__()
        self._sign = Static("/", id="find-sign", markup=False)
        self.box = Line(hint="find in this article; ctrl+t for a regex")
        """Where the words are typed."""
        self._said = Static("", id="find-said", markup=False)

    def compose(self) -> ComposeResult:
        """Put a sign for the mode before what is typed, and what was found behind it."""
        yield self._sign
        yield self.box
        yield self._said

    def say(self, text: str, trouble: bool = False) -> None:
        """Say what was found: ``3/17``, or why nothing can be."""
        self._said.update(text)
        self._said.set_class(trouble, "trouble")

    def watch_regex(self, regex: bool) -> None:
        """Show the mode and look again."""
        if self.is_mounted:
            self._sign.update("regex /" if regex else "/")
            self.post_message(self.Typed(self.box.value, regex))

    @on(Input.Changed)
    def type(self, event: Input.Changed) -> None:
        """Look for what is typed."""
        event.stop()
        if self.display:
            self.post_message(self.Typed(event.value, self.regex))

    @on(Input.Submitted)
    def keep(self, event: Input.Submitted) -> None:
        """Keep the matches."""
        event.stop()
        self.post_message(self.Kept(event.value))

    def action_leave(self) -> None:
        """Give the search up."""
        self.post_message(self.Left())

    def action_regex(self) -> None:
        """Change between plain words and a regular expression."""
        self.regex = not self.regex

    def action_step(self, by: int) -> None:
        """Show another match."""
        self.post_message(self.Stepped(by))
