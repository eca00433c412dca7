"""What the lines above and below the page say of the article and of where the reader is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from postil import library
from postil.errors import CannotOpen, PostilError
from postil.library.articles import quick_open
from postil.model.article import Article
from postil.tui.screens.reader.notes.relocation import Relocation
from postil.tui.screens.reader.notes.shown import ShownNotes
from postil.tui.screens.reader.position import Navigation
from postil.tui.screens.reader.stage import Stage, Stoppable
from postil.tui.screens.search.hit_walk import HitWalk
from postil.tui.startup.key_priority import PAUSE, BackgroundTask

if TYPE_CHECKING:
    from postil.tui.screens.laid_out import LaidOut
    from postil.tui.widgets.outline import Outline
    from postil.tui.widgets.title_bars import StatusLine, TitleLine


SHARE_EVERY = 0.2
"""Seconds between two looks at how far the reading is."""

READING_ON = "reading on…"
"""What is said while not all of the article is there."""


class Status:
    """Says what is read, where the reader is, and what governs the words there."""

    def __init__(
        self,
        stage: Stage,
        title_line: TitleLine,
        line: StatusLine,
        outline: Outline,
        task: BackgroundTask,
        position: Navigation,
        hits: HitWalk,
        shown: ShownNotes,
        relocation: Relocation,
    ) -> None:
        self._stage = stage
        self._title_line = title_line
        self._line = line
        self._outline = outline
        self._task = task
        self._position = position
        self._hits = hits
        self._shown = shown
        self._relocation = relocation
        self._words = 0
        self._rows: dict[int, int] = {}
        """The rows of the outline, from 1, by the numbers of the sections."""
        self._sharing: Stoppable | None = None

    def begin(self) -> None:
        """Say again and again how far the reading is, first of the article, then of its sources."""
        self._sharing = self._stage.every(SHARE_EVERY, self.show_share)

    def show_share(self) -> None:
        """Say how far the reading is, until all is read."""
        if self._task.idle() < PAUSE or self._task.dropped:
            # It is drawn with the page meanwhile, or comes no further.
            return
        if not self._stage.article.complete:
            self._title_line.right = f"{READING_ON} {self._task.share:.0%}"
        elif self._stage.open_article is None:
            self.update()
        elif self._sharing is not None:
            self._sharing.stop()

    def measure(self, laid: LaidOut) -> None:
        """Take how many words and sections the article has, of which the reader has so many."""
        sections = laid.article.sections
        self._words = laid.words
        self._rows = {section.number: row for row, section in enumerate(sections, 1)}

    def show_title(self, article: Article) -> None:
        """Say above the page what is being read."""
        metadata = article.metadata
        self._title_line.left = metadata.title or article.name
        facts = [metadata.container_title or ", ".join(a.display for a in metadata.author)]
        facts.append(str(metadata.issued.year) if metadata.issued else "")
        told = ", ".join(fact for fact in facts if fact)
        self._title_line.right = told if article.complete else READING_ON

    def update(self) -> None:
        """Say where the reader is; of a note that is not as it was, or being placed, that."""
        article = self._stage.article
        if article.blocks:
            at = article.starts[self._stage.page.current]
            section = article.section_at(at)
            self._outline.here = section.number if section else -1
            left = f"{self._section(article, at)}\t{self._facts(article, at)}"
            right = self._source()
        else:
            left, right = f"{self._nothing(article)}\t", self._line.right
        for notice in (self._shown.notice(), self._relocation.notice()):
            if notice is not None:
                left = notice.left
                right = right if notice.right is None else notice.right
        self._line.left, self._line.right = left, right

    def given_up(self) -> PostilError:
        """Return what is told of an article that is read no further."""
        name, share = self._stage.article.name, self._task.share
        self._title_line.right = f"read up to {share:.0%}"
        return CannotOpen(name, f"its reading was ended at {share:.0%}", "open it again for all")

    def _nothing(self, article: Article) -> str:
        """Return what is said where there is nothing to read."""
        if article.complete:
            return "This file is empty: there is nothing to read in it."
        if self._task.dropped:
            return "It was not read: q leaves."
        return f"Esc ends it.  Reading {article.name}, of which nothing is there yet…"

    def _section(self, article: Article, at: int) -> str:
        section = article.section_at(at)
        if section is None or section.number not in self._rows:
            return ""
        return f"{self._rows[section.number]}/{len(self._rows)} {section.name}"

    def _facts(self, article: Article, at: int) -> str:
        if not article.complete:
            return f"read up to {self._task.share:.0%}" if self._task.dropped else READING_ON
        share = quick_open.progress(article, self._position.seen())
        minutes = round(self._words * (1 - share) / self._stage.settings.words_per_minute)
        facts = [f"{share:.0%}", f"{minutes} min left" if share < 1 else "the end"]
        facts += self._shown.facts()
        # A paragraph may be longer than the screen, and than a page of its own.
        if page := article.page_at(max(at, self._stage.page.viewport.top_offset())):
            facts.insert(0, library.labels.on_page(page))
        if article.pieces and (piece := library.pieces.place(article, at)):
            facts.insert(0, piece)
        if found := self._hits.fact():
            facts.insert(0, found)
        return "  ".join(facts)

    def _source(self) -> str:
        open_article = self._stage.open_article
        if open_article is None:
            complete = self._stage.article.complete
            return f"reading the sources… {self._task.share:.0%}" if complete else ""
        governed = library.sourcing.at(open_article, self._shown.passage())
        source = library.sourcing.short(governed)
        return f"— {source}" if source else ""
