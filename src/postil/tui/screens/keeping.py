"""The reader screen that keeps the notes file in order, and tells what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from postil import library
from postil.errors import PostilError
from postil.model.article import Article, Block
from postil.model.note import PlacedNote
from postil.text.quotes import in_marks
from postil.tui.messages import notes_counted, sentence
from postil.tui.screens.finding import FindingScreen
from postil.tui.startup.key_priority import Abandoned

if TYPE_CHECKING:
    from postil.library.base.open_article import OpenArticle
    from postil.library.notes.drafts import Draft


TIDY_EVERY = 60.0
"""Seconds between two looks at whether the notes file has grown long."""

TOLD_FIRST = 4.0
"""Seconds that a reader has for what is told before."""


class KeepingScreen(FindingScreen):
    """Says what is wrong with the notes file, and what was mended; tidies it now and then."""

    @dataclass
    class Glimpsed(Message):
        """Notes of the article were found before all notes are read."""

        placed: tuple[PlacedNote, ...]

    _warned = False
    _drafted: tuple[Block, ...] = ()
    """The article in which unfinished notes were looked for last."""

    def on_mount(self) -> None:
        """Make ready to tidy before the first key comes."""
        self._tidying = self.errand.another()

    def begin(self) -> None:
        """Read on, and tidy from time to time."""
        super().begin()
        self.set_interval(TIDY_EVERY, self.tidy)

    def on_unmount(self) -> None:
        """Leave off tidying."""
        self._tidying.drop()

    @on(FindingScreen.Settled)
    def warn(self) -> None:
        """Say once what is wrong with the notes file."""
        if not self._warned:
            self._warned = True
            self._look_for_trouble()
        self.tell_repairs()

    @work(thread=True, group="trouble", description="trouble")
    def _look_for_trouble(self) -> None:
        # A drive that does not answer keeps this thread waiting, and no key.
        if (trouble := self.home.trouble) is not None:
            self.post_message(self.Failed(trouble))

    @on(FindingScreen.Settled)
    def look_for_drafts(self, event: FindingScreen.Settled) -> None:
        """Look once for notes that were begun on this article and not finished."""
        if self._drafted is not event.reading.article.blocks:
            self._drafted = event.reading.article.blocks
            self._find_drafts(event.reading)

    @work(thread=True, group="drafts", description="drafts")
    def _find_drafts(self, reading: OpenArticle) -> None:
        # What became of the notes of a new version is told first.
        wait = 0.0 if library.versions.met(self.home, reading) else TOLD_FIRST
        with suppress(Abandoned):
            if left := library.drafts.left(self.home, reading, self._tidying.step):
                self.app.call_from_thread(self.set_timer, wait, partial(self.tell_drafts, left))

    def tell_drafts(self, left: Sequence[Draft]) -> None:
        """Say where a note was begun and not finished."""
        first = left[0]
        words = in_marks(library.labels.shortened(first.quote))
        more = f", and {len(left) - 1} more" if len(left) > 1 else ""
        if first.span is None:
            self.say(f"An unfinished note is kept on words that are gone: {words}{more}.")
        else:
            self.say(f"An unfinished note is kept on {words}{more}: a there opens it.")

    @on(FindingScreen.Finished)
    def look_for_notes(self, event: FindingScreen.Finished) -> None:
        """Look for the notes of this article while the others are still read."""
        self._glimpse(event.laid.article)

    @work(thread=True, group="glimpse", description="glimpse")
    def _glimpse(self, article: Article) -> None:
        if placed := library.annotating.glimpse(self.home, article):
            self.post_message(self.Glimpsed(placed))

    @on(Glimpsed)
    def show_glimpsed(self, event: Glimpsed) -> None:
        """Show notes of the article while the others are still read."""
        if self.reading is None:
            self.show_notes(event.placed)

    def show_notes(self, placed: tuple[PlacedNote, ...]) -> None:
        """Show notes; overridden where they are known."""

    def tell_repairs(self) -> None:
        """Say what became of a file that was damaged; it was mended as it was read."""
        for told in self.home.told():
            self.say(sentence(told), trouble=True)

    def tell_conflicts(self, before: Sequence[PlacedNote], after: Sequence[PlacedNote]) -> None:
        """Say that notes were written in two places at once, where there are more than before."""
        count = sum(bool(one.note.also) for one in after)
        if count > sum(bool(one.note.also) for one in before):
            which = f"{notes_counted(count)} written in two places at once"
            self.say(f"{which}: Tab goes to it, a settles it.")

    @work(thread=True, group="tidy", exclusive=True)
    def tidy(self) -> None:
        """Bring the notes file in order while the reader reads; what fails now is tried again."""
        if self.reading is not None:
            with suppress(PostilError, Abandoned):
                library.annotating.tidy(self.home, self._tidying.step)
                self.app.call_from_thread(self.tell_repairs)
