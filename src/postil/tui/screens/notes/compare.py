"""Compares: the passages of some notes side by side, grouped by whose words they are on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from postil import library
from postil.errors import PostilError
from postil.model.note import Note
from postil.model.values import dataclass
from postil.text.clean import clean_line
from postil.tui.dialogs.frame.dialog import Hints, plain
from postil.tui.messages import sentences
from postil.tui.screens.notes.columns import Canvas, set_in_columns
from postil.tui.screens.notes.compare_view import CompareView
from postil.tui.startup.key_priority import BackgroundTask, Cancelled, KeyPriority

if TYPE_CHECKING:
    from postil.library.browsing.comparing import SourceGroup
    from postil.library.browsing.note_views import NoteView
    from postil.library.care.local_state import Home

GoTo = Callable[[Sequence[str], int], bool]
"""Goes to the passage of one of some notes; returns whether there is a way to it."""


class CompareScreen(Screen[None]):
    """Passages in columns, a source in each."""

    DEFAULT_CSS = """
    CompareScreen {
        padding: 0 2;
        background: $background;
        .title { height: 2; padding-top: 1; text-style: bold; text-wrap: nowrap; }
        .empty { height: auto; padding-left: 2; color: $text-muted; }
        .hidden { display: none; }
        CompareView { margin-top: 1; }
        Hints { margin-top: 1; }
        &.-low, &.-lowest {
            .title { height: 1; padding-top: 0; }
            CompareView, Hints { margin-top: 0; }
        }
    }
    """

    # Textual's own annotation reads as an instance variable, which a ClassVar must not override.
    VERTICAL_BREAKPOINTS = [(0, "-lowest"), (11, "-low"), (20, "-high")]

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Back", id="compare.leave", tooltip="Back to the list"),
        Binding(
            "question_mark,f1", "help", "Keys", id="compare.help", tooltip="Every key of this view"
        ),
        Binding(
            "colon,f2",
            "app.command_palette",
            "Commands",
            id="compare.palette",
            show=False,
            tooltip="Find a command by its name",
        ),
    ]

    @dataclass
    class Grouped(Message):
        """The sources of the passages were looked up, of some or of all."""

        groups: Sequence[SourceGroup]
        read: int
        done: bool
        error: PostilError | None = None

    @dataclass
    class Set(Message):
        """The passages of some groups were set in columns of some width, in cells."""

        groups: Sequence[SourceGroup]
        width: int
        canvas: Canvas

    def __init__(
        self,
        notes: Sequence[Note],
        of: int,
        about: str,
        title: Callable[[Note], str],
        home: Callable[[], Home],
        key_priority: KeyPriority,
        go_to: GoTo,
    ) -> None:
        """Compare the passages of notes, the first of so many; ``title`` is that of an article."""
        super().__init__()
        self._notes = notes
        self._of = of
        self._about = clean_line(about, 60)
        self._title_of = title
        self._home = home
        self._lookup_task = BackgroundTask(key_priority)
        self._go_to = go_to
        self._groups: Sequence[SourceGroup] = ()
        self._width = 0
        self._heading = plain(classes="title")
        self._empty = plain("Looking up the sources …", classes="empty")
        self._view = CompareView(self._say)
        self._hint_line = Hints()

    def compose(self) -> ComposeResult:
        """Set the columns below what they are about."""
        yield self._heading
        yield self._empty
        yield self._view
        yield self._hint_line

    def on_mount(self) -> None:
        """Look up the sources."""
        self._entitle(0, done=False)
        self._view.focus()
        work = partial(self._look, self._lookup_task)
        self.run_worker(work, thread=True, group="compare", description="compare")
        self.call_after_refresh(self._say)

    def on_unmount(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self._lookup_task.drop()

    def _entitle(self, read: int, *, done: bool) -> None:
        count = sum(len(group.notes) for group in self._groups) if done else len(self._notes)
        said = f"{count:,} passages" if count != 1 else "1 passage"
        if self._of > len(self._notes):
            said = f"the first {said} of {self._of:,}"
        if done and self._groups:
            sources = len(self._groups)
            said += f", {sources} source{'s' * (sources != 1)}"
        far = "" if done else f"  {read} looked up…"
        self._heading.update(f"Compare {self._about}: {said}{far}")

    # -- looking up, in a thread

    def _look(self, task: BackgroundTask) -> None:
        comparing = library.comparing
        found = {}
        try:
            task.let_keys_go_first()
            shown = 20
            for note, view in comparing.viewed(self._home(), self._notes, task.step):
                found[note.id] = note, view
                if len(found) == shown:
                    shown *= 3
                    self._post(found, done=False)
            self._post(found, done=True)
        except Cancelled:
            return
        except PostilError as error:
            self.post_message(self.Grouped((), 0, done=True, error=error))

    def _post(self, found: dict[str, tuple[Note, NoteView]], *, done: bool) -> None:
        ordered = [found[note.id] for note in self._notes if note.id in found]
        groups = library.comparing.by_source(ordered)
        self.post_message(self.Grouped(groups, len(found), done=done))

    @on(Grouped)
    def _grouped(self, event: Grouped) -> None:
        if event.error is not None:
            self._empty.update(sentences(event.error))
            return
        self._groups = event.groups
        self._entitle(event.read, done=event.done)
        if event.done and not self._groups:
            self._empty.update("These notes are on whole articles: there is no passage to compare.")
        self._set()

    @on(CompareView.Resized)
    def _set(self) -> None:
        """Set the passages for the width that there is, in a thread: hundreds take a while."""
        width = self._width = self._view.scrollable_content_region.width
        if self._groups and width > 0:
            inks, groups = self._view.inks(), self._groups

            def work() -> None:
                canvas = set_in_columns(groups, width, inks, self._title_of)
                self.post_message(self.Set(groups, width, canvas))

            self.run_worker(work, thread=True, exclusive=True, group="set", description="set")

    @on(Set)
    def _show(self, event: Set) -> None:
        if event.groups is not self._groups or event.width != self._width:
            return  # A thread cannot be stopped: one begun for fewer may end after one for more.
        self._empty.display = False
        self._view.show(event.canvas)
        self._say()

    def _say(self) -> None:
        hints = [("compare.go", "goes there"), ("compare.next compare.previous", "move")]
        canvas = self._view.canvas
        if canvas is not None and len(canvas.columns) > 1:
            hints.append(("compare.left compare.right", "columns"))
        self._hint_line.show(self, [*hints, ("compare.help", "keys"), ("compare.leave", "back")])

    # -- keys

    @on(CompareView.Wanted)
    def go(self) -> None:
        """Go to the passage pointed at; the next ones in order follow it."""
        canvas = self._view.canvas
        if canvas is not None and canvas.passages:
            ids = [one.note for one in canvas.passages]
            self._go_to(ids, self._view.pointed)

    def action_help(self) -> None:
        """Show every key that works here."""
        from postil.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Go back to the list."""
        if self.is_current:
            self.dismiss(None)
