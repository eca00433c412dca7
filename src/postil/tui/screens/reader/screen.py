"""The reader screen: one article, and every key and message handed to whose business it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen

from postil.config import Settings
from postil.model.position import ReadingPosition
from postil.model.values import dataclass
from postil.tui.dialogs.referencing import BibliographyWanted
from postil.tui.screens.compositor import SeenCompositor
from postil.tui.screens.reader.parts import KEYS, Parts
from postil.tui.screens.reader.screen_stage import ScreenStage, bindings
from postil.tui.screens.reader.stage import Key, Verbs
from postil.tui.startup.loading_article import LoadingArticle
from postil.tui.widgets.find_bar import FindBar
from postil.tui.widgets.margin import Margin
from postil.tui.widgets.outline import Outline
from postil.tui.widgets.page import messages
from postil.tui.widgets.page.view import ArticleView
from postil.tui.widgets.scrollbar import Scrollbar
from postil.tui.widgets.section_list import SectionList
from postil.tui.widgets.title_bars import HintLine, StatusLine, TitleLine

if TYPE_CHECKING:
    from postil.library.articles.quick_open import Appearance
    from postil.library.care.local_state import Home
    from postil.library.citation.bibliography import BibliographyInput

OWN_KEYS = (
    Key(
        "app.escape", "escape", "Leave", "Leave what is going on; never quits, never discards text"
    ),
    Key("app.back", "q", "Leave the article", "To the list it was opened from, or quit"),
    Key("app.help", "question_mark", "Help", "Every key that works here", shown=True),
    Key("app.palette", "colon,ctrl+p", "Commands", "Find a command by its name"),
)


class ReaderScreen(Screen[None]):
    """Shows the first screenful at once, then the article, then what the home knows of it."""

    AUTO_FOCUS = None
    BINDINGS = bindings(KEYS, OWN_KEYS)

    DEFAULT_CSS = """
    ReaderScreen {
        background: $background;
        #panes { height: 1fr; }
        .-below { dock: bottom; width: 100%; max-height: 50%; border-top: solid $rule; }
    }
    """  # fmt: skip

    @dataclass
    class Left(Message):
        """The reader is done with this article."""

    @dataclass
    class CopyWanted(Message):
        """The reader wants a text in the clipboard."""

        text: str
        what: str
        """What it is, to be named when it is there."""
        problems: Sequence[str] = ()
        """What to say besides."""

    @dataclass
    class Elsewhere(Message):
        """The reader goes to a place in another article."""

        path: Path
        where: ReadingPosition | None
        """None for where it was left."""
        note: str = ""
        """The id of the note to go to there."""

    def __init__(
        self,
        settings: Settings,
        appearance: Appearance,
        home: Callable[[], Home],
        opened: LoadingArticle,
    ) -> None:
        super().__init__()
        self._compositor = SeenCompositor()
        self.path = opened.path
        self.page = ArticleView(opened.first, appearance.measure or settings.measure)
        self.scrollbar = Scrollbar(self.page.landmarks.rail)
        self.outline = Outline(self.page.landmarks.tally)
        self.margin = Margin(self.page.viewport.row_on_screen, self.page.viewport.row_start)
        self.title_line, self.status_line, self.hint_line = TitleLine(), StatusLine(), HintLine()
        self.stage = ScreenStage(self, self.page, opened.first, settings, home)
        self.parts = Parts(self, self.stage, appearance, opened)
        self.verbs: Verbs = {
            **self.parts.verbs(),
            "app.escape": self.escape,
            "app.back": self.leave,
            "app.help": self.help,
            "app.palette": lambda: self.app.action_command_palette(),  # noqa: PLW0108 (no app yet)
        }
        self._leaving = False

    def start_at(self, where: ReadingPosition | None, note: str) -> None:
        """Begin at another place than where the article was left, and at a note, "" for none."""
        self.parts.position.start = where or self.parts.position.start
        self.parts.updates.note_wanted = note

    def compose(self) -> ComposeResult:
        """Put the outline left, the margin right and the page between them."""
        yield self.title_line
        with Horizontal(id="panes"):
            yield self.outline
            yield self.page
            yield self.scrollbar
            yield self.margin
        yield self.status_line
        yield self.hint_line

    def on_mount(self) -> None:
        """Show what there is; the rest comes when the first frame is out."""
        self.page.focus()
        self.watch(self.page, "spot", self.parts.moved, init=False)
        self.watch(self.page, "view", self.scrollbar.show)
        self.watch(self.page, "marked", self.scrollbar.recount, init=False)
        self.watch(self.page, "marked", self.outline.recount, init=False)
        self.parts.mounted()
        self.call_after_refresh(self.parts.begin)

    @property
    def takes_keys(self) -> bool:
        """Whether the page stands where reading begins."""
        return self.parts.begun

    def on_unmount(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self.parts.drop()

    async def close(self) -> None:
        """Keep the place for the next time, and all that is on its way to the disk."""
        await self.parts.changes.settled()
        await self.parts.position.close()

    # -- what the parts ask for

    async def make_find_bar(self) -> FindBar:
        """Return a find bar that stands where the status line does."""
        await self.mount(bar := FindBar(), before=self.status_line)
        return bar

    def go_elsewhere(self, path: Path, where: ReadingPosition | None, note: str = "") -> None:
        """Go to a place, and a note there, in another article."""
        self.post_message(self.Elsewhere(path, where, note))

    def copy_text(self, text: str, what: str, problems: Sequence[str]) -> None:
        """Put a text in the clipboard."""
        self.post_message(self.CopyWanted(text, what, problems))

    def list_works(self, about: str, gather: Callable[[Home], BibliographyInput]) -> None:
        """Let the reader choose how the works that something quotes are listed."""
        self.post_message(BibliographyWanted(about, gather))

    # -- keys

    async def action_run(self, verb: str) -> None:
        """Do what a key of this screen, or of one of its parts, is for."""
        waiting = self.verbs[verb]()
        if waiting is not None:
            await waiting

    def escape(self) -> None:
        """Leave one thing: prefix, placing, selection, current note, matches, pane, in order."""
        if self.page.keys.cancel():
            return
        if not self.page.has_focus:
            self.parts.panes.leave()
        elif self.parts.relocation.cancel():
            return
        elif self.page.selection is not None:
            self.page.selecting.drop()
        elif self.page.marks.note_now:
            self.parts.notes.make_current("")
        elif self.page.overlays.matches is not None:
            self.parts.find.drop()
        elif not self.parts.loader.give_up(self.parts.status.given_up):
            self.parts.panes.leave()

    async def leave(self) -> None:
        """Leave this article, once however often the key is pressed meanwhile."""
        if not self._leaving:
            self._leaving = True
            await self.close()
            self.post_message(self.Left())

    async def help(self) -> None:
        """Show every key that works here."""
        from postil.tui.screens.help import HelpScreen

        self.stage.hush()
        await self.app.push_screen(HelpScreen())

    # -- messages

    def on_screen_suspend(self) -> None:
        """Rest while another screen lies over this one."""
        self.stage.rest()

    def on_screen_resume(self) -> None:
        """Go on when this screen is on top again."""
        self.stage.wake()

    def on_resize(self, event: events.Resize) -> None:
        """Fold or unfold the panes for the new width."""
        self.parts.panes.fit(event.size.width)

    def on_descendant_focus(self) -> None:
        """Name the keys of the part that has the focus now."""
        self.parts.hints.show()

    @on(Scrollbar.Dragged)
    def _scrollbar_dragged(self, event: Scrollbar.Dragged) -> None:
        self.page.viewport.place_row(event.top)

    @on(Scrollbar.Paged)
    def _scrollbar_paged(self, event: Scrollbar.Paged) -> None:
        self.page.reading.pages(event.direction)

    @on(messages.Jumping)
    def _jumping(self, event: messages.Jumping) -> None:
        self.parts.position.remember(event.place)

    @on(messages.Waiting)
    def _waiting(self, event: messages.Waiting) -> None:
        self.hint_line.waiting = event.shown

    @on(messages.Nothing)
    def _nothing(self, event: messages.Nothing) -> None:
        self.stage.say(event.said)

    @on(messages.LetterGiven)
    def _letter_given(self, event: messages.LetterGiven) -> None:
        self.parts.marks.take_letter(event.prefix, event.letter)

    @on(messages.Selected)
    def _selected(self) -> None:
        self.parts.selected()

    @on(messages.NotePointedAt)
    def _note_pointed_at(self, event: messages.NotePointedAt) -> None:
        self.parts.notes.point_at(event.note)

    @on(messages.MarkWanted)
    def _mark_wanted(self, event: messages.MarkWanted) -> None:
        self.parts.marking.mark_passage(event.span, event.colour)

    @on(messages.LinkWanted)
    def _link_wanted(self, event: messages.LinkWanted) -> None:
        self.parts.links.follow(event.link, event.words)

    @on(SectionList.Chosen)
    def _section_chosen(self, event: SectionList.Chosen) -> None:
        self.parts.position.go_to_section(event.section)

    @on(Margin.Chosen)
    def _note_chosen(self, event: Margin.Chosen) -> None:
        self.parts.notes.go_to(event.note)
        if event.go:
            self.parts.panes.leave()

    @on(FindBar.Typed)
    def _find_typed(self, event: FindBar.Typed) -> None:
        self.parts.find.look_for(event.typed, event.regex)

    @on(FindBar.Kept)
    def _find_kept(self, event: FindBar.Kept) -> None:
        self.parts.find.keep(event.typed)

    @on(FindBar.Left)
    def _find_left(self) -> None:
        self.parts.find.leave()

    @on(FindBar.Stepped)
    def _find_stepped(self, event: FindBar.Stepped) -> None:
        self.parts.find.step(event.by)

    @on(HintLine.Wanted)
    async def _hint_wanted(self, event: HintLine.Wanted) -> None:
        if event.action:
            self.page.focus()
            await self.page.run_action(event.action)
