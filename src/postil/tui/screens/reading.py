"""The reader screen while the reader moves: place, status, jumps and marks."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from textual import on, work

from postil import library
from postil.errors import PostilError
from postil.library import glance
from postil.model.article import Article
from postil.model.span import Span
from postil.model.whereabouts import Whereabouts
from postil.tui.saying import notes_counted
from postil.tui.screens.opening import OpeningScreen
from postil.tui.screens.reader_keys import READING
from postil.tui.widgets.outline import SectionList
from postil.tui.widgets.page.view import ArticleView
from postil.tui.widgets.scrollbar import Scrollbar

if TYPE_CHECKING:
    from postil.library.following import Following
    from postil.library.opened import Reading


PATIENT = 0.5
"""Seconds after which the reader is told that something waits for the article."""


class ReadingScreen(OpeningScreen):
    """Knows where the reader is, says so, and finds the way back."""

    BINDINGS = READING

    moved_marks: Mapping[str, tuple[Whereabouts, Whereabouts]] = MappingProxyType({})
    """Where marks lead now that were set before the text changed under the reader, by letter."""
    came_from = ""
    """What to say of the way back to the article from which the reader came; "" for none."""
    _leaving = False

    # -- where the reader is

    def moved(self) -> None:
        """Say where the reader is now."""
        self._untouched = self._untouched and self.page.top == 0
        self.margin.layout_notes()
        self.tell()

    @on(Scrollbar.Dragged)
    def drag(self, event: Scrollbar.Dragged) -> None:
        """Follow the thumb of the rail."""
        self.page.viewport.place_row(event.top)

    @on(Scrollbar.Paged)
    def page_by_rail(self, event: Scrollbar.Paged) -> None:
        """Turn a page."""
        self.page.reading.pages(event.direction)

    @on(ArticleView.Jumping)
    def jumping(self, event: ArticleView.Jumping) -> None:
        """Remember where a jump began."""
        self.jumps.leave(event.place)

    @on(ArticleView.Waiting)
    def waiting(self, event: ArticleView.Waiting) -> None:
        """Show a prefix with what may follow it."""
        self.hints.waiting = event.shown

    def passage(self) -> Span:
        """Return the passage that keys act on: the selection, or the current paragraph."""
        if self.page.passage is not None:
            return self.page.passage
        if (noted := self.noted()) is not None:
            return noted
        if not self.article.blocks:
            return Span(0, 0)
        return self.article.block_span(self.page.current)

    def noted(self) -> Span | None:
        """Return the passage of the current note; overridden where notes are known."""
        return None

    def tell(self) -> None:
        """Say in the status line where the reader is, and what governs the words there."""
        article = self.article
        if not article.blocks:
            self.status.left = "This file is empty: there is nothing to read in it.\t"
            return
        spot = article.starts[self.page.current]
        section = article.section_at(spot)
        self.outline.here = section.number if section else -1
        self.status.left = f"{self._section_text(article, spot)}\t{self._facts(article)}"
        self.status.right = f"⌖ {source}" if (source := self._source_text()) else ""

    def _source_text(self) -> str:
        if self.reading is None:
            return f"reading the sources… {self.errand.share:.0%}" if self.article.complete else ""
        return library.sourcing.short(library.sourcing.at(self.reading, self.passage()))

    def _section_text(self, article: Article, spot: int) -> str:
        section = article.section_at(spot)
        if section is None or not self.last_number:
            return ""
        return f"{section.number}/{self.last_number} {section.name}"

    def _facts(self, article: Article) -> str:
        if not article.complete:
            return "reading on…"
        share = glance.progress(article, self.seen())
        left = 1 - glance.progress(article, self.page.viewport.top_offset())
        minutes = round(self.words * left / self.settings.words_per_minute)
        facts = [f"{share:.0%}", f"{minutes} min left" if share < 1 else "the end"]
        facts += self.noted_facts()
        if found := self.found_text():
            facts.insert(0, found)
        return "  ".join(facts)

    def noted_facts(self) -> list[str]:
        """Return how many notes there are, as facts for the status line."""
        count = sum(not one.pending for one in self.page.marks.highlights)
        return [notes_counted(count)] if count else []

    def found_text(self) -> str:
        """Return which match is shown; overridden where matches are known."""
        return ""

    def seen(self) -> int:
        """Return the code point behind the last one on screen."""
        page, starts = self.page, self.article.starts
        if not self.article.blocks:
            return 0
        block, row = page.viewport.position_at(page.top + page.viewport.rows_on_screen - 1)
        rows = page.viewport.typeset.rows(block)
        return starts[block] + (rows[min(row, len(rows) - 1)].end if row >= 0 else 0)

    def keep_place(self) -> None:
        """Keep the place in the text, if it is another one."""
        place = self.page.paragraph.here()
        if self.reading is not None and place != self._kept_place:
            self._kept_place = place
            self._keep_place(self.reading, place, self.seen())

    @work(thread=True, group="place", exclusive=True, description="keep place")
    def _keep_place(self, reading: Reading, place: Whereabouts, seen: int) -> None:
        library.articles.remember(self.home, reading, place, seen)

    async def close(self) -> None:
        """Keep the place for the next time, before the screen goes."""
        if self.reading is not None:
            # In a thread: another Postil, or a file put in order, may keep it waiting for seconds.
            place, seen = self.page.paragraph.here(), self.seen()
            await asyncio.to_thread(library.articles.close, self.home, self.reading, place, seen)

    async def action_leave(self) -> None:
        """Leave this article, once however often the key is pressed meanwhile."""
        if not self._leaving:
            self._leaving = True
            await self.close()
            self.post_message(self.Left())

    # -- jumps and marks

    def carry(self, old: Reading, following: Following) -> None:
        """Take jumps and marks along to another version of the article, which is shown now."""
        for places in (self.jumps.behind, self.jumps.ahead):
            places[:] = map(following.place, places)
        carried = {}
        for letter, (path, where) in library.marking.marks(self.home, old).items():
            if path is None:
                stored, now = self.moved_marks.get(letter, (where, where))
                now = following.place(now if where == stored else where)
                carried[letter] = (glance.within(self.article, where), now)
        self.moved_marks = carried

    def action_jump(self, direction: int) -> None:
        """Go back or forth through the jumps."""
        step = self.jumps.forward if direction > 0 else self.jumps.back
        place = step(self.page.paragraph.here(), self.page.keys.take_count())
        if place is None:
            back = f"No jump to go back to{self.came_from}."
            self.say(back if direction < 0 else "No jump to go forward to.")
            return
        self.page.paragraph.come_to(place)

    @on(SectionList.Chosen)
    def go_to_section(self, event: SectionList.Chosen) -> None:
        """Go to a section chosen in the outline."""
        self.leave_pane()
        self.page.post_message(ArticleView.Jumping(self.page.paragraph.here()))
        self.page.viewport.place_offset(event.section.span.start, 1)
        self.page.paragraph.make_current(self.article.block_at(event.section.span.start))
        self.tell()

    async def settled(self) -> Reading:
        """Return the article with what the home knows of it; wait for that where it is not here."""
        begun = time.monotonic()
        told = False
        while self.reading is None:
            if not told and time.monotonic() - begun > PATIENT:
                self.say("The article is still being read; this is done as soon as it is.")
                told = True
            await asyncio.sleep(0.02)
        return self.reading

    @on(ArticleView.LetterGiven)
    def letter(self, event: ArticleView.LetterGiven) -> None:
        """Set a mark, or go to one."""
        self._letter(event.prefix, event.letter, self.page.paragraph.here())

    @work
    async def _letter(self, prefix: str, letter: str, here: Whereabouts) -> None:
        reading = await self.settled()
        if prefix == "M":
            self.moved_marks = {k: kept for k, kept in self.moved_marks.items() if k != letter}
            self._set_mark(reading, letter, here)
            return
        try:
            path, where = await asyncio.to_thread(library.marking.mark, self.home, reading, letter)
        except PostilError as error:
            self.complain(error)
            return
        if path is None or path == self.path:
            stored, now = self.moved_marks.get(letter, (where, where))
            where = now if where == stored else where
            self.page.post_message(ArticleView.Jumping(self.page.paragraph.here()))
            self.page.paragraph.come_to(where)
        else:
            self.post_message(self.Elsewhere(path, where))

    @work(thread=True, group="store", description="set mark")
    def _set_mark(self, reading: Reading, letter: str, where: Whereabouts) -> None:
        try:
            library.marking.set_mark(self.home, reading, letter, where)
        except PostilError as error:
            self.post_message(self.Failed(error))
            return
        self.post_message(self.Settled(library.articles.again(self.home, reading)))
        self.app.call_from_thread(self.say, f"Mark {letter} set; ' {letter} comes back here.")

    def use(self, reading: Reading) -> None:
        """Take what is known of the article by now, its marks among it."""
        super().use(reading)
        self.page.keys.mark_letters = "".join(library.marking.marks(self.home, reading))

    @on(ArticleView.Nothing)
    def nothing(self, event: ArticleView.Nothing) -> None:
        """Say why a key did nothing."""
        self.say(event.said)
