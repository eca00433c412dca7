"""The parts of the reader screen: how they know each other, and in which order they hear."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from postil.model.article import Article
from postil.model.position import ReadingPosition
from postil.tui.screens.laid_out import LaidOut, lay_out
from postil.tui.screens.reader.appearance import AppearanceCommands
from postil.tui.screens.reader.citing import CitationCommands
from postil.tui.screens.reader.commands.describing import DescribeCommand
from postil.tui.screens.reader.commands.recalling import Recall
from postil.tui.screens.reader.find import FindSession
from postil.tui.screens.reader.hints import Hints
from postil.tui.screens.reader.links import Links
from postil.tui.screens.reader.loading import ArticleLoader
from postil.tui.screens.reader.marks import Marks
from postil.tui.screens.reader.notes.adoption import Adoption
from postil.tui.screens.reader.notes.browsing import NoteBrowsing
from postil.tui.screens.reader.notes.changes import ChangeQueue
from postil.tui.screens.reader.notes.drafts import Drafts
from postil.tui.screens.reader.notes.editing import NoteEditing
from postil.tui.screens.reader.notes.housekeeping import Housekeeping
from postil.tui.screens.reader.notes.linking import Linking
from postil.tui.screens.reader.notes.marking import Marking
from postil.tui.screens.reader.notes.relocation import Relocation
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.notes.targets import Targets
from postil.tui.screens.reader.notes.updates import NoteUpdates
from postil.tui.screens.reader.outside.following import FileFollower, Version
from postil.tui.screens.reader.outside.leaving import Leaving
from postil.tui.screens.reader.outside.lookout import Lookout
from postil.tui.screens.reader.outside.rereading import ReadAsCommand
from postil.tui.screens.reader.outside.web_page import WebPage
from postil.tui.screens.reader.panes import Panes
from postil.tui.screens.reader.position import Navigation
from postil.tui.screens.reader.screen_stage import ScreenStage
from postil.tui.screens.reader.source import SourceCommand
from postil.tui.screens.reader.stage import Key, Verbs
from postil.tui.screens.reader.status import Status
from postil.tui.screens.search.hit_walk import HitWalk
from postil.tui.startup.garbage import keep_what_is_loaded
from postil.tui.startup.loading_article import LoadingArticle
from postil.tui.widgets.find_bar import FindBar
from postil.tui.widgets.margin import Margin
from postil.tui.widgets.outline import Outline
from postil.tui.widgets.page.view import ArticleView
from postil.tui.widgets.title_bars import HintLine, StatusLine, TitleLine

if TYPE_CHECKING:
    from postil.library.articles.quick_open import Appearance
    from postil.library.base.open_article import OpenArticle
    from postil.library.care.local_state import Home
    from postil.library.citation.bibliography import BibliographyInput

KEYS: tuple[Key, ...] = tuple(
    key
    for part in (
        *(SourceCommand, DescribeCommand, CitationCommands, Recall, Adoption, Marking),
        *(NoteEditing, Linking, Relocation, NoteBrowsing, ChangeQueue, FindSession, HitWalk, Panes),
        *(Navigation, AppearanceCommands, WebPage, ReadAsCommand),
    )
    for key in part.KEYS
)
"""The keys of all parts, in the order in which help and palette list them."""


class ReaderView(Protocol):
    """The screen that the parts are put together for: its widgets, and its ways to the app."""

    page: ArticleView
    outline: Outline
    margin: Margin
    title_line: TitleLine
    status_line: StatusLine
    hint_line: HintLine

    async def make_find_bar(self) -> FindBar:
        """Return a find bar that stands where the status line does."""

    def go_elsewhere(self, path: Path, where: ReadingPosition | None, note: str = "") -> None:
        """Go to a place, and a note there, in another article."""

    def copy_text(self, text: str, what: str, problems: Sequence[str]) -> None:
        """Put a text in the clipboard, and say what it is and what there is to say besides."""

    def list_works(self, about: str, gather: Callable[[Home], BibliographyInput]) -> None:
        """Let the reader choose how the works that something quotes are listed, and copy that."""


class Parts:
    """Everything that can be done with one article, by parts that know only what they need."""

    def __init__(
        self, view: ReaderView, stage: ScreenStage, appearance: Appearance, opened: LoadingArticle
    ) -> None:
        self._stage = stage
        self._page, self._outline, self._margin = view.page, view.outline, view.margin
        self._opened = opened
        self.begun = False
        """Whether the page stands where reading begins, as far as the text is there."""
        task, looking, tidying = opened.task, opened.task.another(), opened.task.another()
        self._errands = (looking, tidying, task)
        take = self._lay_out, self.show_late, self.finish, self.attach
        self.loader = ArticleLoader(stage, opened, *take)
        self.panes = Panes(stage, view.outline, view.margin)
        self.appearance = AppearanceCommands(stage, appearance, self._refit)
        self.position = Navigation(stage, opened.start, looking, self.in_the_way, self.panes.leave)
        self.leaving = Leaving(stage, self.position, opened.path, view.go_elsewhere)
        self.marks = Marks(stage, self.position, opened.path, self.attach, go := self.leaving.go)
        self.find = FindSession(stage, self.position, task, view.status_line, view.make_find_bar)
        self.notes = notes = ShownNotes(stage, view.margin)
        self.updates = NoteUpdates(stage, notes, looking, self._renew)
        self.changes = ChangeQueue(stage, notes, self.updates.reload)
        self.drafts = Drafts(stage, tidying)
        self.housekeeping = Housekeeping(stage, tidying)
        self.adoption = Adoption(stage, self.changes)
        targets = Targets(stage, notes)
        self.relocation = Relocation(stage, notes, targets, self.changes)
        self.marking = Marking(stage, notes, self.changes, self.relocation, self.appearance)
        self.editing = NoteEditing(stage, targets, self.changes, self.drafts, self.appearance)
        self.linking = Linking(stage, notes, targets, self.changes, go)
        self.browsing = NoteBrowsing(stage, notes, opened.path, self.changes)
        self.source = SourceCommand(stage, notes, self.changes)
        self.describing = DescribeCommand(stage, self.changes)
        self.links = Links(stage, stage.open_url)
        self.recall = Recall(stage, opened.path)
        self.citing = CitationCommands(
            stage, notes, self.appearance, task, self.recall, view.copy_text, view.list_works
        )
        self.hits = hits = HitWalk(stage, self.position, self.find, opened.path, go, notes)
        self.leaving.walk = hits
        lines = view.title_line, view.status_line, view.outline
        self.status = Status(stage, *lines, task, self.position, hits, notes, self.relocation)
        self.hints = Hints(
            view.hint_line, view.page, view.outline, view.margin, notes, self.relocation, stage.keys
        )
        stage.connect(self.status.update, self.hints.show)
        self.follower = FileFollower(
            stage,
            notes,
            self.updates,
            (self.drafts, self.position, self.marks, self.find, self.recall),
            looking,
            self._lay_out,
            self._show_version,
            self.use,
            self.in_the_way,
        )
        self.web_page = WebPage(stage, opened.path, self.follower.look)
        self.read_as = ReadAsCommand(stage, opened.path, self.follower.reread)
        self.lookout = Lookout(stage, self.updates, self.follower, looking.idle)

    def verbs(self) -> Verbs:
        """Return what the keys of all parts do; of two parts the later one has the word."""
        return {
            name: verb
            for part in (
                *(self.source, self.describing, self.citing, self.recall, self.adoption),
                *(self.marking, self.editing, self.relocation, self.browsing, self.changes),
                *(self.find, self.hits, self.panes, self.position, self.leaving),
                *(self.appearance, self.web_page, self.read_as, self.linking),
            )
            for name, verb in part.verbs().items()
        }

    # -- opening

    def mounted(self) -> None:
        """Show what there is of the article before the first frame is drawn."""
        self.panes.show()
        self.show_article(self._lay_out(self._stage.article))
        # At the width that it will have, so that the first frame need not be drawn again.
        self._page.fit()
        self.leaving.begin()
        self.hits.begin()
        self.position.begin()

    def begin(self) -> None:
        """Go to the reader's place, and read on in the background."""
        self.position.begin()
        self.status.update()
        self.loader.begin()
        self.status.begin()
        self.housekeeping.begin()
        self.follower.begin(self._opened.path, self._opened.stamp, self._opened.password)
        self.lookout.begin()
        self.hits.finished()
        self.begun = True

    def show_article(self, laid: LaidOut) -> None:
        """Show the article as it is laid out."""
        self._stage.article = laid.article
        if laid.article is not self._page.article:
            self._page.show(laid.article, laid.typeset)
        self.status.measure(laid)
        self._outline.show(laid.outline)
        self.status.show_title(laid.article)
        self.panes.show()
        self.find.prepare(laid.article)

    def show_late(self, laid: LaidOut) -> None:
        """Show a first screenful that was not there when the screen was made."""
        self.show_article(laid)
        self.status.update()

    def finish(self, laid: LaidOut) -> None:
        """Put the finished article in place of its first screenful."""
        waited = not self._stage.article.complete
        self.updates.prescan(laid.article)
        self.show_article(laid)
        for remark in self.read_as.remarks(laid.article):
            self._stage.say(remark)
        if waited:
            self.position.finished()
            self.hits.finished()
        self.status.update()

    def attach(self, open_article: OpenArticle) -> None:
        """Take what the home knows of the article, which is there for the first time or anew."""
        self.position.find_left_place(open_article)
        self.adoption.look_for_earlier_versions(open_article)
        self.housekeeping.attached()
        self.drafts.look_for(open_article)
        if open_article.article.blocks is not self._stage.article.blocks:
            # Another version has taken its place meanwhile.
            return
        self.use(open_article)
        self.position.attached(open_article)
        self.status.update()
        keep_what_is_loaded()

    def use(self, open_article: OpenArticle) -> None:
        """Show the article with all that the home knows of it."""
        self._stage.open_article = open_article
        self.source.use(open_article)
        self.status.show_title(open_article.article)
        self.marks.use(open_article)
        self.updates.fetch()

    def _renew(self, open_article: OpenArticle) -> None:
        """Show what is known of the article by now; its notes are shown by who has read them."""
        before, self._stage.open_article = self._stage.open_article, open_article
        if before is None or before.sources is not open_article.sources:
            self.source.use(open_article)
            self.marks.use(open_article)
        self.status.show_title(open_article.article)

    def _show_version(self, version: Version, where: ReadingPosition) -> None:
        """Put another version of the article in place, and show this place of it."""
        self._stage.open_article = version.open_article
        self._stage.article = version.laid.article
        self._page.overlays.show_matches(None)
        self._page.renew(version.laid.article, version.laid.typeset, where)
        self.show_article(version.laid)

    def moved(self) -> None:
        """Follow the reader."""
        self.position.moved()
        self._margin.layout_notes()
        self.status.update()
        self.citing.moved()

    def _refit(self) -> None:
        """Set the page, and what is beside it, for another measure."""
        self.panes.show()
        self._page.fit()
        self._margin.layout_notes()

    def in_the_way(self) -> bool:
        """Tell whether the reader is in the middle of something that means the words shown."""
        return bool(
            self._page.engaged
            or self._stage.asking
            or self.changes.waiting
            or self.relocation.note is not None
            or self._outline.filtering
            or self.find.typing
        )

    def selected(self) -> None:
        """Follow a selection that was begun, changed or ended."""
        # What ended it is done before another version is shown.
        self._stage.after_refresh(self.follower.take_up)
        self.notes.drop_for_selection()
        self.hints.show()
        self.status.update()

    def drop(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self.recall.keep()
        for task in self._errands:
            task.drop()

    def _lay_out(self, article: Article, pause: Callable[[], None] | None = None) -> LaidOut:
        pace, typeset = self._stage.settings.words_per_minute, self._page.viewport.typeset
        return lay_out(article, (typeset.width, typeset.wide), pace, pause)
