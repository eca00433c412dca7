"""Where the reader is: the place is kept for the next time, and jumps lead back and forth."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from postil import library
from postil.library.articles import quick_open
from postil.library.base.jumps import Jumps
from postil.model.article import Section
from postil.model.position import ReadingPosition
from postil.tui.screens.reader.stage import Key, Stage, Verbs
from postil.tui.startup.key_priority import BackgroundTask, Cancelled

if TYPE_CHECKING:
    from postil.library.articles.following import Following
    from postil.library.base.open_article import OpenArticle


PLACE_AFTER = 4.0
"""Seconds after a movement until the place is noted, in case the lights go out."""


class Navigation:
    """Knows where the reader is and was, on this screen and from one time to the next."""

    KEYS = (
        Key("jump.back", "H,ctrl+o,alt+left", "Back", "Go back to where the last jump began"),
        Key("jump.forward", "L,alt+right", "Forward", "Go forward again through the jumps"),
        Key(
            "jump.article",
            "p",
            "Articles of the page…",
            "Choose among the articles of a page that holds several, and go there",
        ),
    )

    def __init__(
        self,
        stage: Stage,
        left_at: ReadingPosition,
        task: BackgroundTask,
        in_the_way: Callable[[], bool],
        leave_pane: Callable[[], None],
    ) -> None:
        """Begin at the place where the article was left.

        ``in_the_way`` tells whether the reader is in the middle of something.
        """
        self._stage = stage
        self._left_at = left_at
        self._task = task
        self._in_the_way = in_the_way
        self._leave_pane = leave_pane
        self.start = left_at
        """Where to begin; what opens the screen may change it."""
        self._above = 0
        """How many rows of the gap over it are shown then."""
        self.jumps = Jumps[ReadingPosition]()
        self._landed: ReadingPosition | None = None
        """Where the page stood first."""
        self._left = False
        """Whether the reader has gone elsewhere since."""
        self._kept: ReadingPosition | None = None
        self._keeping = False
        """Whether the place will be kept in a moment."""

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        return {
            "jump.back": partial(self.jump, -1),
            "jump.forward": partial(self.jump, 1),
            "jump.article": lambda: self._stage.in_background(self._choose_article, opens=True),
        }

    # -- while the article is loaded

    def start_at(self, where: ReadingPosition, above: int) -> None:
        """Begin at another place than where the article was left, and so many rows above it."""
        self.start, self._above = where, above

    def begin(self) -> None:
        """Go to where reading begins, as far as that is there."""
        if self.start.top < self._stage.article.length:
            self._come_to_start()
        self._landed, self._left = self._stage.page.paragraph.here(), False

    def _come_to_start(self) -> None:
        page = self._stage.page
        page.paragraph.come_to(quick_open.within(self._stage.article, self.start))
        if self._above:
            page.viewport.place_offset(self.start.top, self._above)

    def finished(self) -> None:
        """Go to where reading begins, now that all of the article is there."""
        if self._untouched and self.start.top:
            self._come_to_start()
            self._landed, self._left = self._stage.page.paragraph.here(), False

    def attached(self, open_article: OpenArticle) -> None:
        """Go to where the article was left under another path or on another machine."""
        self._keep_soon()
        if self._untouched and not self.start.top:
            there = library.opening.seen_elsewhere(self._stage.home, open_article)
            self._stage.page.viewport.place_offset(there)

    @property
    def _untouched(self) -> bool:
        """Whether nothing that the reader has done since would be undone by going elsewhere."""
        return not self._left and not self._in_the_way()

    def find_left_place(self, open_article: OpenArticle) -> None:
        """Find the place where reading stopped, if it stopped in another version of the text."""
        start, page = self.start, self._stage.page
        fresh = start is self._left_at and start.top > 0
        if fresh and page.viewport.row_on_screen(start.top) == 0:
            self._stage.in_thread(
                "find place", self._find_left_place, open_article, page.paragraph.here()
            )

    def _find_left_place(self, open_article: OpenArticle, landed: ReadingPosition) -> None:
        with suppress(Cancelled):
            home, step = self._stage.home, self._task.step
            following = library.following.since_last(home, open_article, step)
            if following is not None:
                there = following.place(self._left_at)
                self._stage.later(self._go_to_left_place, landed, there)

    def _go_to_left_place(self, landed: ReadingPosition, there: ReadingPosition) -> None:
        """Go there, unless the reader has gone elsewhere than where the page ``landed``."""
        if self._stage.page.paragraph.here() == landed and not self._in_the_way():
            self._stage.page.paragraph.come_to(quick_open.within(self._stage.article, there))

    # -- where the reader is

    def moved(self) -> None:
        """Take note that the reader has left where the page stood first."""
        self._left = self._left or self._landed != self._stage.page.paragraph.here()
        if self._stage.open_article is not None:
            self._keep_soon()

    def seen(self) -> int:
        """Return the code point that is read up to: the one at the top, or the last if in sight.

        So the same words at the top are as far in the article in a wide terminal as in a narrow.
        """
        page, article = self._stage.page, self._stage.article
        if not article.blocks:
            return 0
        block, row = page.viewport.position_at(page.top + page.viewport.rows_on_screen - 1)
        if block == len(article.blocks) - 1 and row >= len(page.viewport.typeset.rows(block)) - 1:
            return article.length
        return page.viewport.top_offset()

    def _keep_soon(self) -> None:
        if not self._keeping:
            self._keeping = True
            self._stage.after(PLACE_AFTER, self.keep)

    def keep(self) -> None:
        """Keep the place in the text, if it is another one."""
        self._keeping = False
        open_article, place = self._stage.open_article, self._stage.page.paragraph.here()
        if open_article is not None and place != self._kept:
            self._kept = place
            self._stage.in_thread(
                "place",
                self._keep,
                open_article,
                place,
                self.seen(),
                exclusive=True,
                description="keep place",
            )

    def _keep(self, open_article: OpenArticle, place: ReadingPosition, seen: int) -> None:
        library.opening.remember(self._stage.home, open_article, place, seen)

    async def close(self) -> None:
        """Keep the place for the next time, before the screen goes."""
        open_article = self._stage.open_article
        if open_article is not None:
            # In a thread: another Postil, or a file put in order, may keep it waiting for seconds.
            place, seen = self._stage.page.paragraph.here(), self.seen()
            close = library.opening.close
            await asyncio.to_thread(close, self._stage.home, open_article, place, seen)

    # -- jumps

    def remember(self, place: ReadingPosition | None = None) -> None:
        """Remember where a jump begins: at a place, or here."""
        self.jumps.leave(place or self._stage.page.paragraph.here())

    def has_jumps(self, direction: int) -> bool:
        """Tell whether a jump leads back, or forth, to another place in this article."""
        places = self.jumps.ahead if direction > 0 else self.jumps.behind
        return any(place != self._stage.page.paragraph.here() for place in places)

    def jump(self, direction: int) -> None:
        """Go back or forth through the jumps."""
        page = self._stage.page
        step = self.jumps.forward if direction > 0 else self.jumps.back
        place = step(page.paragraph.here(), page.keys.take_count())
        if place is not None:
            page.paragraph.come_to(place)
        elif direction < 0:
            self._stage.say("No jump to go back to.")
        else:
            self._stage.say("No jump to go forward to.")

    def go_to_section(self, section: Section) -> None:
        """Go to a section chosen in the outline."""
        self._leave_pane()
        self._go_to(section.span.start)

    async def _choose_article(self) -> None:
        """Go to one of the articles of a page that the reader chooses; H leads back."""
        article = self._stage.article
        found = library.pieces.pieces(article)
        if not found:
            one = "This is one article, and no page of several." if article.complete else ""
            self._stage.say(one or "It is not known yet which articles this page holds.")
            return
        from postil.tui.dialogs.frame.choose_one import Choice, ChooseOne

        rows = [
            Choice(str(one.span.start), f"{one.number} of {len(found)}: {one.title}", one.byline)
            for one in found
        ]
        chosen = await self._stage.ask(ChooseOne("Articles of this page", rows))
        if chosen is not None and self._stage.article is article:
            self._go_to(int(chosen))

    def _go_to(self, start: int) -> None:
        page = self._stage.page
        self.remember()
        page.viewport.place_offset(start, 1)
        page.paragraph.make_current(self._stage.article.block_at(start))
        self._stage.update_status()

    def carry(self, old: OpenArticle, new: OpenArticle, following: Following) -> None:
        """Take the jumps along to another version of the article, which is shown now."""
        del old, new
        for places in (self.jumps.behind, self.jumps.ahead):
            places[:] = map(following.place, places)
        self._keep_soon()
