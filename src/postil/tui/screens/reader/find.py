"""Finding in the article: as the reader types, and from one match to the next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from postil import library
from postil.errors import BadPattern
from postil.model.article import Article
from postil.model.position import ReadingPosition
from postil.model.span import Span
from postil.tui.messages import nothing_matches, sentence
from postil.tui.screens.reader.position import Navigation
from postil.tui.screens.reader.stage import Key, Stage, Verbs
from postil.tui.startup.key_priority import BackgroundTask, Cancelled

if TYPE_CHECKING:
    from postil.library.articles.finding import Finder, Matches, Query
    from postil.library.articles.following import Following
    from postil.library.base.open_article import OpenArticle
    from postil.tui.widgets.find_bar import FindBar
    from postil.tui.widgets.title_bars import StatusLine


TELL_EVERY = 0.5
"""Seconds after which a search says how far it has come, and then again."""


class FindSession:
    """What is looked for, what was found, and which match is shown."""

    KEYS = (
        Key("find.open", "slash", "Find", "Find words in this article as you type", shown=True),
        Key("find.next", "n", "Next match", "Go to the next place that matches"),
        Key("find.previous", "N", "Match before", "Go to the place before that matches"),
    )

    def __init__(
        self,
        stage: Stage,
        position: Navigation,
        task: BackgroundTask,
        status_line: StatusLine,
        make_bar: Callable[[], Awaitable[FindBar]],
    ) -> None:
        """Find in what is shown; the bar, made when first wanted, hides the status line."""
        self._stage = stage
        self._position = position
        self._task = task
        self._status_line = status_line
        self._make_bar = make_bar
        self.bar: FindBar | None = None
        self.seconds: float | None = None
        """Processor time of a pattern for each million characters; None for the usual one."""
        self._finder: Finder | None = None
        self._query: Query | None = None
        self._origin = ReadingPosition(0)
        self._kept: Query | None = None
        self._kept_match: Span | None = None
        """What was found and kept before the bar was opened, and which match was shown."""
        self.last: Query | None = None
        self._last_match: Span | None = None
        """The match shown last, also after the matches were put away."""
        self._search = task.another()
        """What is looked for just now, to be given up for something else."""
        self._awaited = False
        """Whether what is looked for has not been found yet."""
        self._then = 0
        """How many matches to go on from the first that will be found: keys have come before."""
        self._looked_in: Article | None = None
        """The article in which was looked last, which may be a first screenful."""
        self._stays = False
        """Whether the place stays when the matches are found, and does not become the first."""

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        return {
            "find.open": self.open,
            "find.next": partial(self.step, 1),
            "find.previous": partial(self.step, -1),
        }

    @property
    def typing(self) -> bool:
        """Whether the reader is about to type what to find."""
        return self.bar is not None and self.bar.box.has_focus

    def prepare(self, article: Article) -> None:
        """Fold the text of an article before it is looked through, once all of it is there."""
        self._finder = None
        if article.complete:
            self._stage.in_thread("prepare", self._prepare, article)
        if self._query is not None and self._query.typed and article is not self._looked_in:
            # What was looked for in the first screenful is looked for in all of it.
            self._stays = self._stays or not self._awaited
            self._find(self._query)

    def _prepare(self, article: Article) -> None:
        finder = self._finder = library.finding.Finder(article)
        with suppress(Cancelled):
            finder.prepare(self._task.yield_to_keys)

    # -- looking

    async def open(self) -> None:
        """Open the find bar."""
        if self.bar is None:
            self.bar = await self._make_bar()
        self._origin = self._stage.page.paragraph.here()
        self._kept, self._kept_match, self._then = self._query, self._last_match, 0
        self._status_line.display = False
        self.bar.display = True
        self.bar.box.value = ""
        self.bar.regex = False
        self.bar.screen.set_focus(self.bar.box)

    def look_for(self, typed: str, regex: bool) -> None:
        """Look for what is typed so far."""
        self._find(library.finding.Query(typed, regex))

    def _find(self, query: Query) -> None:
        self._query, self._looked_in, self._awaited = query, self._stage.article, True
        self._search.drop()
        search = self._search = self._task.another()
        self._stage.in_thread(
            "find", self._find_all, query, search, exclusive=True, description="look for"
        )

    def _find_all(self, query: Query, search: BackgroundTask) -> None:
        """Find every match; a pattern that cannot be used says why."""
        finder = self._finder
        if finder is None or finder.article is not self._stage.article:
            finder = self._finder = library.finding.Finder(self._stage.article)
        begun = told = monotonic()

        def step(share: float) -> None:
            nonlocal told
            self._task.yield_to_keys()
            search.step(share)
            if (now := monotonic()) - told >= TELL_EVERY:
                told = now
                self._stage.later(self._tell_share, query, share, now - begun)

        try:
            matches = finder.find(query, self.seconds or library.finding.LIMIT, step)
        except Cancelled:
            return
        except BadPattern as error:
            self._stage.later(self._found, finder.article, query, None, error.why)
        else:
            self._stage.later(self._found, finder.article, query, matches)

    def _tell_share(self, query: Query, share: float, seconds: float) -> None:
        """Say in the bar how far a search has come that takes its time."""
        if query == self._query and self.bar is not None and self.bar.display:
            self.bar.say(f"{share:.0%} looked through, {seconds:.0f} s")

    def _found(
        self, article: Article, query: Query, matches: Matches | None, trouble: str = ""
    ) -> None:
        """Show every match, and the first one from where the search began."""
        if query != self._query or article is not self._stage.article:
            return
        stays, then = self._stays, self._then
        self._stays, self._then, self._awaited = False, 0, False
        bar = self.bar if self.bar is not None and self.bar.display else None
        if matches is None or not len(matches):
            self._found_nothing(query, trouble, bar)
            return
        if stays and bar is None:
            self._stage.page.overlays.show_matches(matches, self._last_match)
        else:
            if bar is None and self._stage.page.overlays.match_now is None:
                # The bar was closed before anything was found.
                self._position.remember(self._origin)
            self._show(matches, matches.after(self._origin.top))
        if then:
            self._go_on(matches, then)
        self._stage.update_status()

    def _found_nothing(self, query: Query, trouble: str, bar: FindBar | None) -> None:
        if bar is not None:
            self._stage.page.overlays.show_matches(None)
            self._stage.page.paragraph.come_to(self._origin)
            bar.say(trouble or ("no match" if query.typed else ""), trouble=bool(trouble))
        elif query.typed:
            self._stage.say(sentence(trouble or nothing_matches(query.typed)))

    def _show(self, matches: Matches, index: int) -> None:
        span = self._last_match = matches.span(index)
        self._stage.page.overlays.show_matches(matches, span)
        self._stage.page.paragraph.arrive(span.start)
        if self.bar is not None:
            self.bar.say(f"{index + 1}/{len(matches)}")

    # -- closing the bar

    def keep(self, typed: str) -> None:
        """Keep the matches and go on reading at the one shown."""
        if typed:
            self.last = self._query
        elif self.last is not None:
            # An empty bar repeats what was looked for last, as pagers do.
            self._find(self.last)
        if self._stage.page.overlays.match_now is not None:
            self._position.remember(self._origin)
        self._close_bar()

    def leave(self) -> None:
        """Return to where the search began, with what was found before it."""
        self._search.drop()
        self._awaited, self._then = False, 0
        self._query, self._last_match = self._kept, self._kept_match
        self._stage.page.overlays.show_matches(None)
        self._show_again()
        self._close_bar()
        self._stage.page.paragraph.come_to(self._origin)

    def _show_again(self) -> None:
        """Find once more what is looked for, and show it where the reader is."""
        if self._query is not None and self._query.typed:
            self._stays = True
            self._find(self._query)

    def _close_bar(self) -> None:
        if self.bar is not None:
            self.bar.display = False
        self._status_line.display = True
        self._stage.page.focus()
        self._stage.update_status()

    # -- from match to match

    def step(self, direction: int) -> None:
        """Go to another match; at either end go round and say so."""
        matches = self._stage.page.overlays.matches
        count = self._stage.page.keys.take_count()
        if self._awaited:
            self._then += direction * count
        elif matches is not None and len(matches):
            self._go_on(matches, direction * count)
            self._stage.update_status()
        elif self.last is None:
            self._stage.say("Nothing is looked for yet: / finds words in this article.")
        elif self._query == self.last:
            self._stage.say(nothing_matches(self.last.typed))
        else:
            # Esc has put the matches away, not what was looked for.
            self._stays, self._then = True, direction * count
            self._find(self.last)

    def _go_on(self, matches: Matches, steps: int) -> None:
        """Go so many matches on from the one shown last, or back; say what lies between."""
        page = self._stage.page
        total = len(matches)
        now = self._last_match
        here = now.start if now is not None else page.article.starts[page.current]
        if steps > 0:
            at = matches.after(here + 1) if now is not None else matches.after(here)
            round_the_end = matches.span(at).start <= here and now is not None
            at = (at + steps - 1) % total
        else:
            at = matches.before(here)
            round_the_end = matches.span(at).start >= here
            at = (at + steps + 1) % total
        if page.has_focus:
            self._position.remember()
        self._show(matches, at)
        where = f"{at + 1}/{total}"
        if round_the_end:
            end, other = ("end", "beginning") if steps > 0 else ("beginning", "end")
            self._stage.say(f"{where}: past the {end}, on from the {other}.")

    def fact(self) -> str:
        """Return which match is shown, as ``match 3/17``; "" for none."""
        matches, now = self._stage.page.overlays.matches, self._stage.page.overlays.match_now
        if matches is None or now is None:
            return ""
        return f"match {matches.after(now.start) + 1}/{len(matches)}"

    def drop(self) -> None:
        """Show no matches any more."""
        self._search.drop()
        self._query, self._awaited = None, False
        self._stage.page.overlays.show_matches(None)
        self._stage.update_status()
        self._stage.show_hints()

    def carry(self, old: OpenArticle, new: OpenArticle, following: Following) -> None:
        """Look for the same words in another version of the article, which is shown now."""
        del old, new
        self._origin = following.place(self._origin)
        last, kept = self._last_match, self._kept_match
        self._last_match = last and following.span(last)
        self._kept_match = kept and following.span(kept)
        self._show_again()
