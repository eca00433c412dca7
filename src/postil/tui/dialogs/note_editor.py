"""Writes a note beside its passage, and keeps what is being written through a crash."""

from __future__ import annotations

import shlex
import subprocess
from asyncio import to_thread
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.reactive import Reactive, reactive
from textual.widget import Widget
from textual.widgets import Static, TextArea

from postil.errors import PostilError
from postil.text.clean import clean, clean_line
from postil.tui.dialogs.frame.dialog import Dialog, Hint, Passage, plain
from postil.tui.messages import sentences
from postil.tui.widgets.field import obey

_PAUSE = 0.4
"""Seconds after the first letter that is not kept yet until the draft is kept."""


class Draft:
    """What is being written; kept by one thread at a time, and never after it is closed."""

    def __init__(self, text: str, keep: Callable[[str], None]) -> None:
        self._keep = keep
        self._lock = Lock()
        self._kept = text
        self._open = True
        self.text = text

    def store(self) -> None:
        """Keep the newest text, if it is not kept yet; raises what the keeping raises."""
        with self._lock:
            text = self.text
            if self._open and text != self._kept:
                self._keep(text)
                self._kept = text

    def close(self) -> None:
        """Keep nothing from now on; waits for what is being kept."""
        with self._lock:
            self._open = False


class Body(TextArea):
    """The text of the note; what is pasted into it is made safe first."""

    DEFAULT_CSS = """
    Body {
        height: 1fr;
        margin-top: 1;
        padding: 0;
        background: transparent;
        & .text-area--cursor-line { background: transparent; }
    }
    """

    cursor_blink: Reactive[bool] = reactive(False, init=False)
    """Off: to blink, the screen would be drawn twice a second for as long as the text is there."""

    def is_plain(self, key: str, character: str | None, /) -> bool:
        """Tell whether a key only types a letter."""
        return self.check_consume_key(key, character)

    async def _on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text)

    async def _on_key(self, event: events.Key) -> None:
        await obey(self, event)


class NoteEditor(Dialog[str | None]):
    """A small Markdown editor; answers with the text to save, or None, the draft being kept."""

    TITLE_TEXT = "Note"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save the note", id="editor.save", tooltip="Save and close"),
        Binding(
            "escape",
            "leave",
            "Leave, keeping the draft",
            id="editor.leave",
            tooltip="Close without saving; what is written is kept as a draft",
        ),
        Binding(
            "ctrl+g",
            "outside",
            "Write in your own editor",
            id="editor.outside",
            tooltip="Open the note in the editor that $EDITOR names",
        ),
    ]

    HINTS: ClassVar[Sequence[Hint]] = (
        ("editor.save", "saves"),
        ("editor.leave", "keeps a draft"),
        ("editor.outside", "opens your editor"),
    )

    def __init__(
        self,
        passage: str,
        body: str,
        tags: Sequence[str],
        keep: Callable[[str], None],
        editor: str,
    ) -> None:
        """Edit ``body``; ``keep`` is called in a thread; ``editor`` is a command with arguments."""
        super().__init__()
        self._passage = passage
        self._tags = tags
        self._editor = editor
        self._draft = Draft(body, keep)
        self._waiting = False
        self._warned = False
        self._failing = False

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return the passage, its tags, and the text."""
        yield Passage(self._passage)
        if self._tags:
            yield plain(" ".join(f"#{tag}" for tag in self._tags), classes="quiet")
        yield Body(
            self._draft.text,
            compact=True,
            soft_wrap=True,
            placeholder="Write in Markdown, or save it empty.",
            highlight_cursor_line=False,
        )
        yield plain(classes="trouble hidden")

    def on_mount(self) -> None:
        """Write on at the end."""
        super().on_mount()
        text = self.query_one(Body)
        text.move_cursor(text.document.end)

    @on(TextArea.Changed)
    def typed(self, event: TextArea.Changed) -> None:
        """Have the draft kept soon."""
        self._draft.text = event.text_area.text
        if not self._waiting:
            self._waiting = True
            self.set_timer(_PAUSE, self._keep_soon)

    def _keep_soon(self) -> None:
        self._waiting = False
        self._store()

    @work(thread=True, group="draft")
    def _store(self) -> None:
        try:
            self._draft.store()
        except PostilError as error:
            self._failing = True
            self.app.call_from_thread(self._trouble, f"The draft is not kept. {sentences(error)}")
        else:
            self.app.call_from_thread(self._calm)

    def _calm(self) -> None:
        """Take the warning away, now that the draft is kept after all."""
        if self._failing:
            self._failing = False
            self._trouble("")

    def _trouble(self, sentence: str) -> None:
        if self.is_attached:
            line = self.query_one(".trouble", Static)
            line.update(sentence)
            line.set_class(not sentence, "hidden")

    async def action_save(self) -> None:
        """Answer with the text; from now on no draft is kept."""
        text = clean(self.query_one(Body).text)
        await to_thread(self._draft.close)
        self.answer(text)

    def action_leave(self) -> None:
        """Keep the draft, then close; if it cannot be kept, close only when asked again."""
        self._leave()

    @work(exclusive=True, group="leave")
    async def _leave(self) -> None:
        self._draft.text = self.query_one(Body).text
        try:
            await to_thread(self._draft.store)
        except PostilError as error:
            if not self._warned:
                self._warned = True
                self._trouble(
                    f"The draft is not kept. {sentences(error)} Leave again to give it up."
                )
                return
        await to_thread(self._draft.close)
        self.answer(None)

    async def action_outside(self) -> None:
        """Hand the text to the reader's own editor, and take it back."""
        text = self.query_one(Body)
        self._store()
        try:
            with TemporaryDirectory(prefix="postil-") as folder:
                path = Path(folder, "note.md")
                path.write_text(f"{text.text}\n", encoding="utf-8")
                with self.app.suspend():
                    done = subprocess.run([*shlex.split(self._editor), str(path)], check=False)
                written = path.read_text(encoding="utf-8", errors="replace")
        except (OSError, ValueError, IndexError) as error:
            self._trouble(f"{clean_line(self._editor) or '$EDITOR'} does not start: {error}")
            return
        except SuspendNotSupported:
            self._trouble("This terminal cannot be handed to another program.")
            return
        if done.returncode:
            self._trouble(f"{clean_line(self._editor)} failed; the note is as it was.")
            return
        self._trouble("")
        text.load_text(clean(written).removesuffix("\n"))
        text.move_cursor(text.document.end)
