"""The reader screen while an article is opened and laid out."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen

from postil import library
from postil.config import Settings
from postil.errors import PostilError
from postil.library.jumps import Jumps
from postil.model.article import Article
from postil.model.whereabouts import Whereabouts
from postil.tui.laid_out import LaidOut, lay_out
from postil.tui.opened import Opened
from postil.tui.pace import Abandoned
from postil.tui.saying import sentences
from postil.tui.widgets.margin import Margin
from postil.tui.widgets.outline import Outline
from postil.tui.widgets.page.view import ArticleView
from postil.tui.widgets.scrollbar import Scrollbar
from postil.tui.widgets.title_bars import HintLine, StatusLine, TitleLine

if TYPE_CHECKING:
    from textual.notifications import SeverityLevel

    from postil.library.desk import Home
    from postil.library.glance import Look
    from postil.library.opened import Reading


SHARE_EVERY = 0.2
"""Seconds between two looks at how far the reading is."""

PLACE_EVERY = 4.0
"""Seconds between two notes of the place in the text, in case the lights go out."""


class OpeningScreen(Screen[None]):
    """Shows the first screenful at once, then the article, then what the home knows of it."""

    AUTO_FOCUS = None

    DEFAULT_CSS = """
    OpeningScreen {
        background: $background;
        #panes { height: 1fr; }
        .-over { layer: above; dock: left; width: 36; max-width: 80%; }
        Margin.-over { dock: right; width: 40; }
        layers: base above;
    }
    """  # fmt: skip

    @dataclass
    class Finished(Message):
        """The whole article has been read."""

        laid: LaidOut

    @dataclass
    class Settled(Message):
        """What the home knows of the article has been joined to it."""

        reading: Reading

    @dataclass
    class Failed(Message):
        """Something asked for could not be done."""

        error: PostilError

    @dataclass
    class Left(Message):
        """The reader is done with this article."""

    @dataclass
    class CopyWanted(Message):
        """The reader wants a text in the clipboard."""

        text: str
        what: str
        """What it is, to be named when it is there."""
        problems: tuple[str, ...] = ()
        """What to say besides."""

    @dataclass
    class Elsewhere(Message):
        """The reader goes to a place in another article."""

        path: Path
        where: Whereabouts | None
        """None for where it was left."""
        note: str = ""
        """The id of the note to go to there."""

    words = 0
    last_number = 0
    """The number of the last section, as ``postil outline`` counts them."""

    def __init__(
        self, settings: Settings, look: Look, home: Callable[[], Home], opened: Opened
    ) -> None:
        super().__init__()
        self.settings = settings
        self.look = look
        self._home = home
        self.path = opened.path
        self.opened = opened
        self.article = opened.first
        self.reading: Reading | None = None
        self.jumps = Jumps[Whereabouts]()
        self.start = opened.start
        """Where to begin; what opens the screen may change it."""
        self.errand = opened.errand
        self._untouched = True
        self._kept_place: Whereabouts | None = None
        self.page = ArticleView(opened.first, self.look.measure or settings.measure)
        self.rail = Scrollbar()
        self.outline = Outline()
        self.margin = Margin(self.page.viewport.row_on_screen)
        self.title_line = TitleLine()
        self.status = StatusLine()
        self.hints = HintLine()

    @property
    def home(self) -> Home:
        """The notes; opening them takes a while, so a thread does it first."""
        return self._home()

    def compose(self) -> ComposeResult:
        """Put the outline left, the margin right and the page between them."""
        yield self.title_line
        with Horizontal(id="panes"):
            yield self.outline
            yield self.page
            yield self.rail
            yield self.margin
        yield self.status
        yield self.hints

    def on_mount(self) -> None:
        """Show what there is; the rest comes when the first frame is out."""
        self.page.focus()
        self.watch(self.page, "spot", self.moved, init=False)
        self.watch(self.page, "view", self.rail.show)
        self.show_panes()
        self.show_article(self._laid_out(self.article))
        self.call_after_refresh(self.begin)

    def begin(self) -> None:
        """Go to the reader's place, and read on in the background."""
        if self.start.top < self.article.length:
            self.page.paragraph.come_to(self.start)
        self.tell()
        self.load()
        self.set_interval(PLACE_EVERY, self.keep_place)
        self._telling = self.set_interval(SHARE_EVERY, self.tell_share)

    # -- opening

    # Workers are described, here and elsewhere, since Textual would write their arguments out:
    # of a long article that takes a quarter of a second.
    @work(thread=True, group="load", description="load")
    def load(self) -> None:
        """Read the rest of the article, then what the home knows of it."""
        article = self.article
        try:
            for following in self.opened.rest:
                article = following
            self.post_message(self.Finished(self._laid_out(article, self.errand.make_way)))
            self.errand.step(0)
            reading = library.articles.settle(self.home, article, self.path, self.errand.step)
        except PostilError as error:
            self.post_message(self.Failed(error))
        except Abandoned:
            return
        else:
            self.post_message(self.Settled(reading))

    def _laid_out(self, article: Article, pause: Callable[[], None] | None = None) -> LaidOut:
        width = self.page.viewport.typeset.width
        return lay_out(article, width, self.settings.words_per_minute, pause)

    def on_unmount(self) -> None:
        """Give up what is done for a screen that nobody sees."""
        self.errand.drop()

    @on(Finished)
    def finish(self, event: Finished) -> None:
        """Put the finished article in place of its first screenful."""
        waited = not self.article.complete
        self.show_article(event.laid)
        for remark in self.article.remarks:
            self.say(remark)
        if waited and self._untouched and self.start.top:
            self.page.paragraph.come_to(library.glance.within(self.article, self.start))
        self.tell()

    @on(Settled)
    def settle(self, event: Settled) -> None:
        """Show the article with what the home knows of it."""
        if event.reading.article.blocks is not self.article.blocks:
            # Another version has taken its place meanwhile.
            return
        self.use(event.reading)
        if self._untouched and not self.start.top:
            self.page.viewport.reveal(library.articles.seen_elsewhere(self.home, event.reading))
        self.tell()
        # What the start has made stays to the end; to look for garbage in it stops every key.
        gc.freeze()
        gc.enable()

    def tell_share(self) -> None:
        """Say how far the reading is, first of the article and then of its sources."""
        if not self.article.complete:
            self.title_line.right = f"reading on… {self.errand.share:.0%}"
        elif self.reading is None:
            self.tell()
        else:
            self._telling.stop()

    def use(self, reading: Reading) -> None:
        """Take what is known of the article by now."""
        self.reading = reading
        found = reading.sources.paragraphs
        brackets = {one.evidence for one in found if one.evidence and one.via == "bracket"}
        self.page.overlays.show_attributions(sorted(brackets))
        self.show_title(reading.article)

    def show_article(self, laid: LaidOut) -> None:
        """Show the article as it is laid out."""
        article = self.article = laid.article
        if article is not self.page.article:
            self.page.show(article, laid.typeset)
        self.words = laid.words
        self.last_number = article.sections[-1].number if article.sections else 0
        self.outline.show(laid.outline)
        self.show_title(article)

    def show_title(self, article: Article) -> None:
        """Say above the page what is being read."""
        metadata = article.metadata
        self.title_line.left = metadata.title or article.name
        facts = [metadata.container_title or ", ".join(a.display for a in metadata.author)]
        facts.append(str(metadata.issued.year) if metadata.issued else "")
        told = ", ".join(fact for fact in facts if fact)
        self.title_line.right = told if article.complete else "reading on…"

    def moved(self) -> None:
        """Follow the reader; overridden where the place is known."""

    def tell(self) -> None:
        """Say where the reader is; overridden where that is known."""

    def keep_place(self) -> None:
        """Keep the place in the text; overridden where it is known."""

    # -- saying

    def say(self, text: str, trouble: bool = False, seconds: float = 4) -> None:
        """Tell the reader something in passing."""
        # One sentence at a time: a pile of them would hide what is read.
        self.app.clear_notifications()
        severity: SeverityLevel = "error" if trouble else "information"
        self.notify(text, severity=severity, markup=False, timeout=6 if trouble else seconds)

    def complain(self, error: PostilError) -> None:
        """Tell the reader what could not be done, and the way out."""
        self.say(sentences(error), trouble=True)

    @on(Failed)
    def failed(self, event: Failed) -> None:
        """Tell the reader what could not be done."""
        self.complain(event.error)

    def show_panes(self) -> None:
        """Show the panes that fit; overridden where panes are known."""

    def leave_pane(self) -> None:
        """Give the focus back to the page; overridden where panes are known."""
