"""The reader screen's panes and look: outline, margin, measure, theme."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on, work

from postil import library
from postil.tui.commands import plainest_keys
from postil.tui.laid_out import LaidOut
from postil.tui.layout import (
    MARGIN_FROM,
    OUTLINE,
    OUTLINE_FROM,
    OUTLINE_OVER,
    WIDEST_OUTLINE,
    Stand,
    outline_room,
    panes,
)
from postil.tui.screens import reader_hints
from postil.tui.screens.reading import ReadingScreen
from postil.tui.widgets.page.view import ArticleView
from postil.tui.widgets.page.viewport import NARROWEST, WIDEST
from postil.tui.widgets.title_bars import Hint, HintLine

if TYPE_CHECKING:
    from postil.library.glance import Look


class PanesScreen(ReadingScreen):
    """Folds the panes away where the terminal is narrow, and lays them over the page when asked."""

    outline_wanted: bool | None = None
    margin_wanted: bool | None = None
    """What the reader has asked for; None leaves it to the width of the terminal."""

    def on_resize(self, event: events.Resize) -> None:
        """Fold or unfold the panes for the new width; one that nobody uses gives way."""
        if event.size.width < OUTLINE_FROM and self.page.has_focus:
            self.outline_wanted = None
            self.margin_wanted = None
        self.show_panes()

    def show_panes(self) -> None:
        """Show the panes that fit beside the page, and over it the one that is asked for."""
        width = self.size.width or self.app.size.width
        stands = panes(width, self.outline_wanted, self.margin_wanted)
        for pane, stand in zip((self.outline, self.margin), stands, strict=True):
            pane.set_class(stand == "over", "-over")
            pane.display = stand != "away"
        self._widen_outline(width, *stands)
        self.call_after_refresh(self.margin.layout_notes)

    def show_article(self, laid: LaidOut) -> None:
        """Show the article, and let its outline be as wide as its titles want."""
        super().show_article(laid)
        self.show_panes()

    def _widen_outline(self, width: int, outline: Stand, margin: Stand) -> None:
        """Let the outline take of the blank left of the text, which stays where it is.

        Over the page it takes what its titles want.
        """
        if outline != "beside":
            self.page.viewport.lent = 0
            wide = min(WIDEST_OUTLINE, self.outline.wanted_width)
            self.outline.styles.width = max(OUTLINE_OVER, wide)
            return
        room = outline_room(width, margin == "beside", self.page.viewport.measure)
        wide = max(OUTLINE, min(room, self.outline.wanted_width))
        self.page.viewport.lent = wide - OUTLINE
        self.outline.styles.width = wide

    def action_outline(self) -> None:
        """Show the outline and filter it; where it was asked for, hide it again from the page."""
        if self.outline.display and self.outline_wanted:
            self.outline_wanted = False
            self.leave_pane()
            return
        self.outline_wanted = True
        if self.size.width < MARGIN_FROM:
            self.margin_wanted = None
        self.show_panes()
        self.outline.filter()

    def action_margin(self) -> None:
        """Show the margin and go to its notes; from within, hide it."""
        if self.margin.has_focus:
            self.margin_wanted = False
            self.leave_pane()
            return
        self.margin_wanted = True
        if self.size.width < OUTLINE_FROM:
            self.outline_wanted = None
        self.show_panes()
        self.margin.focus()
        if not self.page.marks.note_now:
            self.margin.action_step(1)

    def leave_pane(self) -> None:
        """Give the focus back to the page; panes that lay over it go."""
        if self.outline.filtering:
            self.outline.leave()
        if self.outline.has_class("-over"):
            self.outline_wanted = None
        if self.margin.has_class("-over"):
            self.margin_wanted = None
        self.show_panes()
        self.page.focus()

    def action_escape(self) -> None:
        """Leave one thing: prefix, selection, current note, matches, pane, in this order."""
        if self.page.keys.cancel():
            return
        if not self.page.has_focus:
            self.leave_pane()
        elif self.page.selection is not None:
            self.page.selecting.drop()
        elif self.page.marks.note_now:
            self.note_now("")
        elif self.page.overlays.matches is not None:
            self.drop_matches()
        else:
            self.leave_pane()

    def note_now(self, note: str) -> None:
        """Make a note the current one; "" for none."""
        self.page.marks.show_now(note)
        self.margin.current = note
        self.tell()

    def drop_matches(self) -> None:
        """Show no matches any more; overridden where they are found."""

    # -- look

    def action_measure(self, by: int) -> None:
        """Set the text wider or narrower, or in the usual width; the words stay in place."""
        settings = self.settings
        measure = self.page.viewport.measure + by if by else settings.measure
        self.page.viewport.measure = min(max(measure, NARROWEST), WIDEST)
        self.show_panes()
        self.page.fit()
        self.margin.layout_notes()
        self.tell()
        self.keep_look(replace(self.look, measure=self.page.viewport.measure if by else None))
        self.say(f"{self.page.viewport.measure} columns")

    def action_theme(self) -> None:
        """Change between light and dark."""
        dark = not self.app.current_theme.dark
        self.app.theme = "postil-dark" if dark else "postil-light"
        self.keep_look(replace(self.look, theme="dark" if dark else "light"))

    def keep_look(self, look: Look) -> None:
        """Keep how Postil looks for the next time."""
        self.look = look
        self._keep_look(look)

    @work(thread=True, group="look", exclusive=True, description="keep look")
    def _keep_look(self, look: Look) -> None:
        library.desk.keep_look(self.home, look)

    # -- hints

    @on(ArticleView.Selected)
    def selected(self) -> None:
        """Offer what can be done with what is chosen."""
        if self.page.selection is not None:
            self.page.marks.show_now("")
            self.margin.current = ""
        self.show_hints()
        self.tell()

    def on_descendant_focus(self) -> None:
        """Name the keys of the part that has the focus now."""
        self.show_hints()

    def offers(self) -> reader_hints.Offers:
        """Return what can be done now."""
        if self.page.selecting.kept:
            return reader_hints.JOINING_HINTS
        if self.page.selection is not None:
            return reader_hints.SELECTING_HINTS
        if self.outline.filtering:
            return reader_hints.OUTLINE_HINTS
        if self.margin.has_focus:
            return reader_hints.MARGIN_HINTS
        return reader_hints.READING_HINTS if self.page.has_focus else reader_hints.FIND_HINTS

    def show_hints(self) -> None:
        """Name what can be done now, each with the key that does it."""
        wanted = self.offers()
        keys = plainest_keys(self)
        self.hints.hints = tuple(
            Hint(offer.key or keys[offer.id], offer.label, offer.action)
            for offer in wanted
            if offer.key or offer.id in keys
        )

    @on(HintLine.Wanted)
    async def do_hint(self, event: HintLine.Wanted) -> None:
        """Do what the hint that was clicked says."""
        if event.action:
            self.page.focus()
            await self.page.run_action(event.action)
