"""Writes a note beside its passage, and keeps what is being written through a crash."""

from __future__ import annotations

import shlex
import subprocess
from asyncio import to_thread
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.reactive import Reactive, reactive
from textual.widget import Widget
from textual.widgets import TextArea

from postil.errors import PostilError
from postil.text.clean import clean, clean_line
from postil.tui.dialogs.frame.dialog import Dialog, Hint, Passage, plain
from postil.tui.dialogs.frame.draft import Draft
from postil.tui.dialogs.frame.saving import Keep, Saving, Store
from postil.tui.messages import sentences
from postil.tui.widgets.field import obey


class Body(TextArea):
    """The text of the note; what is pasted into it is made safe first."""

    DEFAULT_CSS = """
    Body {
        height: 1fr;
        margin-top: 1;
        padding: 0;
        background: transparent;
        & .text-area--cursor-line { background: transparent; }
        & .text-area--placeholder { color: $text-disabled; }
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


class NoteEditor(Dialog[str]):
    """A small Markdown editor; answers with the text once it is saved, or None for a draft."""

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
        store: Store[str],
        keep: Keep,
        editor: str,
    ) -> None:
        """Edit ``body``; ``editor`` is a command with arguments."""
        super().__init__()
        self.saving: Saving[str] = Saving(self, self.answer, store, Draft(body, self._words, keep))
        self._passage = passage
        self._tags = tags
        self._editor = editor
        self._text = Body(
            body,
            compact=True,
            soft_wrap=True,
            placeholder="Write in Markdown, or save it empty.",
            highlight_cursor_line=False,
        )
        self._elsewhere: Path | None = None
        self._warned = False

    def compose(self) -> ComposeResult:
        """Put the body into the frame that all dialogs share."""
        yield from self.framed(self._body())

    def _body(self) -> Iterable[Widget]:
        """Return the passage, its tags, and the text."""
        yield Passage(self._passage)
        if self._tags:
            yield plain(" ".join(f"#{tag}" for tag in self._tags), classes="quiet")
        yield self._text
        yield self.saving.line

    def fill(self) -> None:
        """Write on at the end."""
        self._text.move_cursor(self._text.document.end)

    def _words(self) -> str:
        """Return what is written by now, be it in another editor."""
        if (path := self._elsewhere) is not None:
            with suppress(OSError):
                if written := clean(path.read_text("utf-8", "replace")).removesuffix("\n"):
                    return written
        return self._text.text

    @on(TextArea.Changed)
    def typed(self) -> None:
        """Have the draft kept soon."""
        self.saving.keep_soon()

    async def action_save(self) -> None:
        """Save the text, and close once it is on disk."""
        await self.saving.save(clean(self._text.text))

    def action_leave(self) -> None:
        """Keep the draft, then close; if it cannot be kept, close only when asked again."""
        self._leave()

    @work(exclusive=True, group="leave")
    async def _leave(self) -> None:
        try:
            await to_thread(self.saving.draft.store)
        except PostilError as error:
            if not self._warned:
                self._warned = True
                self.saving.trouble(
                    f"The draft is not kept. {sentences(error)} Leave again to give it up."
                )
                return
        await to_thread(self.saving.draft.close)
        self.answer(None)

    async def action_outside(self) -> None:
        """Hand the text to the reader's own editor, and take it back."""
        self.saving.keep_soon()
        try:
            with TemporaryDirectory(prefix="postil-") as folder:
                path = Path(folder, "note.md")
                path.write_text(f"{self._text.text}\n", encoding="utf-8")
                trouble = self._edited_outside(path)
                written = path.read_text(encoding="utf-8", errors="replace")
        except OSError as error:
            self.saving.trouble(f"It cannot be handed over: {error.strerror}.")
            return
        except SuspendNotSupported:
            self.saving.trouble("This terminal cannot be handed to another program.")
            return
        self.saving.trouble(trouble)
        if not trouble:
            self._text.load_text(clean(written).removesuffix("\n"))
            self._text.move_cursor(self._text.document.end)

    def _edited_outside(self, path: Path) -> str:
        """Have a file edited; return what went wrong, in a sentence."""
        name = clean_line(self._editor) or "$EDITOR"
        with self.app.suspend():
            # What goes wrong is caught here: the terminal is not taken again after an error.
            self._elsewhere = path
            try:
                done = subprocess.run([*shlex.split(self._editor), str(path)], check=False)
            except (OSError, ValueError, IndexError) as error:
                return f"{name} does not start: {error}"
            finally:
                self._elsewhere = None
        return f"{name} failed; the note is as it was." if done.returncode else ""
