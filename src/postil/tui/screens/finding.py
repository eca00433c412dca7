"""The reader screen while words are looked for in the article."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from postil import library
from postil.errors import BadPattern
from postil.model.article import Article
from postil.model.span import Span
from postil.model.whereabouts import Whereabouts
from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.laid_out import LaidOut
from postil.tui.pace import Abandoned
from postil.tui.saying import sentence
from postil.tui.screens.panes import PanesScreen
from postil.tui.screens.reader_keys import FINDING
from postil.tui.widgets.find_bar import FindBar

if TYPE_CHECKING:
    from postil.library.finding import Finder, Matches, Query
    from postil.library.following import Following
    from postil.library.opened import Reading


class FindingScreen(PanesScreen):
    """Finds as the reader types, shows every match and goes from one to the next."""

    BINDINGS = FINDING

    @dataclass
    class Found(Message):
        """What was looked for has been found, or cannot be."""

        article: Article
        query: Query
        matches: Matches | None
        trouble: str = ""

    finder: Finder | None = None
    bar: FindBar | None = None
    query_now: Query | None = None
    _origin = Whereabouts(0)
    _kept: Query | None = None
    _kept_match: Span | None = None
    """What was found and kept before the bar was opened, and which match was shown."""
    _last: Query | None = None
    _last_match: Span | None = None
    """The match shown last, also after the matches were put away."""
    _steps: int | None = None
    """How many matches to go on once they are found again; None begins at the origin."""

    def show_article(self, laid: LaidOut) -> None:
        """Lay the article out, and prepare to find in it."""
        super().show_article(laid)
        self.finder = None
        if laid.article.complete:
            self.prepare(laid.article)

    @work(thread=True, group="prepare", description="prepare")
    def prepare(self, article: Article) -> None:
        """Fold the text for finding before it is asked for."""
        finder = self.finder = library.finding.Finder(article)
        with suppress(Abandoned):
            finder.prepare(self.errand.make_way)

    async def action_find(self) -> None:
        """Open the find bar."""
        if self.bar is None:
            self.bar = FindBar()
            await self.mount(self.bar, before=self.status)
        self._origin = self.page.paragraph.here()
        self._kept, self._kept_match = self.query_now, self._last_match
        self.status.display = False
        self.bar.display = True
        self.bar.box.value = ""
        self.bar.regex = False
        self.set_focus(self.bar.box)

    @on(FindBar.Typed)
    def typed(self, event: FindBar.Typed) -> None:
        """Look for what is typed so far."""
        self.query_now = library.finding.Query(event.typed, event.regex)
        self.look_for(self.query_now)

    @work(thread=True, group="find", exclusive=True, description="look for")
    def look_for(self, query: Query) -> None:
        """Find every match; a pattern that cannot be used says why."""
        finder = self.finder
        if finder is None or finder.article is not self.article:
            finder = self.finder = library.finding.Finder(self.article)
        try:
            matches = finder.find(query)
        except BadPattern as error:
            self.post_message(self.Found(finder.article, query, None, error.why))
            return
        self.post_message(self.Found(finder.article, query, matches))

    @on(Found)
    def show_found(self, event: Found) -> None:
        """Show every match, and the first one from where the search began."""
        if event.query != self.query_now or event.article is not self.article:
            return
        matches = event.matches
        steps, self._steps = self._steps, None
        if self.bar is None or not self.bar.display:
            if matches is not None and len(matches):
                if steps is None:
                    self._show_match(matches, matches.after(self._origin.top))
                elif steps:
                    self._go_on(matches, steps)
                else:
                    self.page.overlays.show_matches(matches, self._last_match)
                self.tell()
            elif event.query.typed:
                self.say(sentence(event.trouble or nothing_matches(event.query)))
            return
        if matches is None or not len(matches):
            self.page.overlays.show_matches(None)
            self.page.paragraph.come_to(self._origin)
            nothing = "no match" if event.query.typed else ""
            self.bar.say(event.trouble or nothing, trouble=bool(event.trouble))
            return
        self._show_match(matches, matches.after(self._origin.top))

    def _show_match(self, matches: Matches, index: int) -> None:
        span = self._last_match = matches.span(index)
        self.page.overlays.show_matches(matches, span)
        self.page.paragraph.arrive(span.start)
        if self.bar is not None:
            self.bar.say(f"{index + 1}/{len(matches)}")

    @on(FindBar.Kept)
    def keep(self, event: FindBar.Kept) -> None:
        """Keep the matches and go on reading at the one shown."""
        if not event.typed and self._last is not None:
            # An empty bar repeats what was looked for last, as pagers do.
            self.query_now = self._last
            self.look_for(self._last)
        elif event.typed:
            self._last = self.query_now
        if self.page.overlays.match_now is not None:
            self.jumps.leave(self._origin)
        self._close_bar()

    @on(FindBar.Left)
    def leave_search(self) -> None:
        """Return to where the search began, with what was found before it."""
        self.query_now, self._last_match = self._kept, self._kept_match
        self.page.overlays.show_matches(None)
        if self.query_now is not None and self.query_now.typed:
            self._steps = 0
            self.look_for(self.query_now)
        self._close_bar()
        self.page.paragraph.come_to(self._origin)

    def _close_bar(self) -> None:
        if self.bar is not None:
            self.bar.display = False
        self.status.display = True
        self.page.focus()
        self.tell()

    @on(FindBar.Stepped)
    def step_in_bar(self, event: FindBar.Stepped) -> None:
        """Show another match without leaving the bar."""
        self.action_match(event.by)

    def action_match(self, direction: int) -> None:
        """Go to another match; at either end go round and say so."""
        matches = self.page.overlays.matches
        count = self.page.keys.take_count()
        if matches is None or not len(matches):
            if self._last is None:
                self.say("Nothing is looked for yet: / finds words in this article.")
            elif self.query_now == self._last:
                self.say(nothing_matches(self._last))
            else:
                # Esc has put the matches away, not what was looked for.
                self._steps = direction * count
                self.query_now = self._last
                self.look_for(self._last)
            return
        self._go_on(matches, direction * count)
        self.tell()

    def _go_on(self, matches: Matches, steps: int) -> None:
        """Go so many matches on from the one shown last, or back; say what lies between."""
        total = len(matches)
        now = self._last_match
        here = now.start if now is not None else self.page.article.starts[self.page.current]
        if steps > 0:
            at = matches.after(here + 1) if now is not None else matches.after(here)
            round_the_end = matches.span(at).start <= here and now is not None
            at = (at + steps - 1) % total
        else:
            at = matches.before(here)
            round_the_end = matches.span(at).start >= here
            at = (at + steps + 1) % total
        if self.page.has_focus:
            self.jumps.leave(self.page.paragraph.here())
        self._show_match(matches, at)
        where = f"{at + 1}/{total}"
        if round_the_end:
            end, other = ("end", "beginning") if steps > 0 else ("beginning", "end")
            self.say(f"{where}: past the {end}, on from the {other}.")

    def found_text(self) -> str:
        """Return which match is shown, as ``match 3/17``."""
        matches, now = self.page.overlays.matches, self.page.overlays.match_now
        if matches is None or now is None:
            return ""
        return f"match {matches.after(now.start) + 1}/{len(matches)}"

    def carry(self, old: Reading, following: Following) -> None:
        """Look for the same words in another version of the article, which is shown now."""
        super().carry(old, following)
        self._origin = following.place(self._origin)
        last, kept = self._last_match, self._kept_match
        self._last_match = last and following.span(last)
        self._kept_match = kept and following.span(kept)
        if self.query_now is not None and self.query_now.typed:
            self._steps = 0
            self.look_for(self.query_now)

    def drop_matches(self) -> None:
        """Show no matches any more."""
        self.query_now = None
        self.page.overlays.show_matches(None)
        self.tell()


def nothing_matches(query: Query) -> str:
    """Return the sentence that says that an article does not have what was looked for."""
    return f"Nothing here matches {in_marks(clean_line(query.typed))}."
