"""The reader screen's panes and look: outline, margin, measure, theme."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on, work

from postil import library
from postil.tui.commands import key_name
from postil.tui.layout import MARGIN_FROM, OUTLINE_FROM
from postil.tui.screens import reader_hints
from postil.tui.screens.reading import ReadingScreen
from postil.tui.widgets.lines import Hint, HintLine
from postil.tui.widgets.page import Page
from postil.tui.widgets.surface import NARROWEST, WIDEST

if TYPE_CHECKING:
    from postil.library.glance import Look


class PanesScreen(ReadingScreen):
    """Folds the panes away where the terminal is narrow, and lays them over the page when asked."""

    outline_wanted: bool | None = None
    margin_wanted: bool | None = None
    """What the reader has asked for; None leaves it to the width of the terminal."""

    def on_resize(self, event: events.Resize) -> None:
        """Fold or unfold the panes for the new width."""
        self.show_panes()

    def show_panes(self) -> None:
        """Show the panes that fit beside the page; lay others over it while they are asked for."""
        width = self.size.width or self.app.size.width
        beside = width >= OUTLINE_FROM
        self.outline.set_class(not beside and bool(self.outline_wanted), "-over")
        self.outline.display = (
            bool(self.outline_wanted) if not beside else self.outline_wanted is not False
        )
        beside = width >= MARGIN_FROM or (width >= OUTLINE_FROM and self.outline_wanted is False)
        self.margin.set_class(not beside and bool(self.margin_wanted), "-over")
        self.margin.display = (
            bool(self.margin_wanted) if not beside else self.margin_wanted is not False
        )
        self.call_after_refresh(self.margin.layout_notes)

    def action_outline(self) -> None:
        """Show the outline and filter it; from the page, hide it where it is shown."""
        if self.outline.display and not self.outline.filtering and self._over_or_asked():
            self.outline_wanted = False if self.size.width >= OUTLINE_FROM else None
            self.show_panes()
            return
        self.outline_wanted = True
        self.show_panes()
        self.outline.filter()

    def _over_or_asked(self) -> bool:
        return self.page.has_focus and self.outline_wanted is True

    def action_margin(self) -> None:
        """Show the margin and go to its notes; from within, hide it."""
        if self.margin.has_focus:
            self.margin_wanted = None if self.size.width < MARGIN_FROM else False
            self.leave_pane()
            return
        self.margin_wanted = True
        self.show_panes()
        self.margin.focus()
        if not self.page.note_now:
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
        if self.page.cancel():
            return
        if self.page.selection is not None:
            self.page.select(None)
        elif self.page.has_focus and self.page.note_now:
            self.note_now("")
        elif self.page.has_focus and self.page.matches is not None:
            self.drop_matches()
        else:
            self.leave_pane()

    def note_now(self, note: str) -> None:
        """Make a note the current one; "" for none."""
        self.page.show_note_now(note)
        self.margin.current = note
        self.tell()

    def drop_matches(self) -> None:
        """Show no matches any more; overridden where they are found."""

    # -- look

    def action_measure(self, by: int) -> None:
        """Set the text wider or narrower, or in the usual width; the words stay in place."""
        settings = self.settings
        measure = self.page.measure + by if by else settings.measure
        self.page.measure = min(max(measure, NARROWEST), WIDEST)
        self.page.fit()
        self.margin.layout_notes()
        self.tell()
        self.keep_look(replace(self.look, measure=self.page.measure if by else None))

    def action_theme(self) -> None:
        """Change between light and dark."""
        dark = not self.app.current_theme.dark
        self.app.theme = "postil-dark" if dark else "postil-light"
        self.keep_look(replace(self.look, theme="dark" if dark else "light"))

    def keep_look(self, look: Look) -> None:
        """Keep how Postil looks for the next time."""
        self.look = look
        self._keep_look(look)

    @work(thread=True, group="look", exclusive=True)
    def _keep_look(self, look: Look) -> None:
        library.desk.keep_look(self.home, look)

    # -- hints

    @on(Page.Selected)
    def selected(self) -> None:
        """Offer what can be done with what is chosen."""
        self.page.show_note_now("")
        self.margin.current = ""
        self.show_hints()
        self.tell()

    def on_descendant_focus(self) -> None:
        """Name the keys of the part that has the focus now."""
        self.show_hints()

    def show_hints(self) -> None:
        """Name what can be done now, each with the key that does it."""
        wanted = reader_hints.READING_HINTS
        if self.page.selection is not None:
            wanted = reader_hints.SELECTING_HINTS
        elif self.outline.filtering:
            wanted = reader_hints.OUTLINE_HINTS
        elif self.margin.has_focus:
            wanted = reader_hints.MARGIN_HINTS
        elif not self.page.has_focus:
            wanted = reader_hints.FIND_HINTS
        keys: dict[str | None, str] = {}
        for key, active in self.active_bindings.items():
            if active.enabled:
                keys.setdefault(active.binding.id, key_name(key))
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
