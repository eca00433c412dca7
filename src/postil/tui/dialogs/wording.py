"""Lets the reader word a quotation anew, and shows how the changes will be marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import TextArea

from postil.errors import PostilError
from postil.text.clean import clean
from postil.tui.dialogs.frame.dialog import Dialog, Hint, Trouble, plain
from postil.tui.dialogs.frame.text_popup import Pane
from postil.tui.dialogs.note_editor import Body
from postil.tui.messages import sentences

_AT_ONCE = 20_000
"""Code points up to which the marks are shown at every letter."""


class WordingEditor(Dialog[str | None]):
    """Answers with the words as the reader wants them, which may be those of the passage."""

    SIDE = False
    TITLE_TEXT = "Your wording of the quotation"

    DEFAULT_CSS = """
    WordingEditor {
        & > .sheet { height: 80%; max-height: 36; }
        Body { height: 1fr; }
        Pane { height: 1fr; margin-top: 1; }
        #marked { height: auto; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep it", id="wording.keep", tooltip="Cite in this wording"),
    ]

    HINTS: ClassVar[Sequence[Hint]] = (("wording.keep", "keeps it"), ("dialog.leave", "leaves"))

    def __init__(self, words: str, marked: Callable[[str], str]) -> None:
        """Begin with ``words``; ``marked`` returns a wording with its changes marked.

        It raises PostilError for one that is no quotation any more.
        """
        super().__init__()
        self._text = Body(words, compact=True, soft_wrap=True, highlight_cursor_line=False)
        self._shown = plain(id="marked")
        self._trouble = Trouble()
        self._marked = marked

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return the words to be changed, and under them what becomes of the changes."""
        yield plain(
            "What you put in comes to stand in [ ], for what you leave out …", classes="quiet"
        )
        yield self._text
        yield Pane(self._shown, can_focus=False)
        yield self._trouble

    @on(TextArea.Changed)
    def show_marks(self) -> None:
        """Show how the wording will be cited."""
        if len(self._text.text) <= _AT_ONCE:
            self._check()

    def _check(self) -> bool:
        """Show the marks, or why there are none; tell whether the wording can be kept."""
        shown, trouble = "", ""
        try:
            shown = self._marked(clean(self._text.text))
        except PostilError as error:
            trouble = sentences(error)
        self._shown.update(shown)
        self._trouble.say(trouble)
        return not trouble

    def action_keep(self) -> None:
        """Answer with the wording, unless it is no quotation."""
        if self._check():
            self.answer(clean(self._text.text))
