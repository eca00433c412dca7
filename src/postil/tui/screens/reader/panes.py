"""The panes beside the page, which fold away where the terminal is narrow."""

from __future__ import annotations

from postil.tui.screens.reader.stage import Key, Stage, Verbs
from postil.tui.startup.layout import (
    MARGIN,
    MARGIN_FROM,
    OUTLINE,
    OUTLINE_FROM,
    Stand,
    outline_room,
    panes,
)
from postil.tui.widgets.margin import Margin
from postil.tui.widgets.outline import Outline


class Panes:
    """Shows outline and margin beside the page where they fit, and below it when asked."""

    KEYS = (
        Key(
            "outline.toggle",
            "o",
            "Outline",
            "Show the outline and filter it; in the page hide it",
        ),
        Key(
            "margin.toggle",
            "m",
            "Margin",
            "Show the margin and go to its notes; again, hide it",
        ),
    )

    def __init__(self, stage: Stage, outline: Outline, margin: Margin) -> None:
        self._stage = stage
        self._outline = outline
        self._margin = margin
        self._outline_wanted: bool | None = None
        self._margin_wanted: bool | None = None
        """What the reader has asked for; None leaves it to the width of the terminal."""

    def verbs(self) -> Verbs:
        """Return what the keys do."""
        return {"outline.toggle": self.toggle_outline, "margin.toggle": self.toggle_margin}

    def show(self) -> None:
        """Show the panes that fit beside the page, and below it the one that is asked for."""
        width = self._stage.width
        stands = panes(width, self._outline_wanted, self._margin_wanted)
        wanted = self._outline.wanted_height, self._margin.wanted_height
        both = self._outline, self._margin
        for pane, stand, height in zip(both, stands, wanted, strict=True):
            pane.set_class(stand == "below", "-below")
            pane.styles.height = height if stand == "below" else "1fr"
            pane.display = stand != "away"
        self._widen_outline(width, *stands)
        self._stage.after_refresh(self._margin.layout_notes)
        self._stage.after_refresh(self._stage.show_hints)

    def _widen_outline(self, width: int, outline: Stand, margin: Stand) -> None:
        """Let the outline take of the blank left of the text, which stays where it is.

        Below the page it is as wide as the page.
        """
        viewport = self._stage.page.viewport
        right = MARGIN if margin == "beside" else 0
        if outline != "beside":
            viewport.beside = (0, right)
            self._outline.styles.width = "100%"
            return
        room = outline_room(width, margin == "beside", viewport.measure)
        wide = max(OUTLINE, min(room, self._outline.wanted_width))
        viewport.beside = (wide, right)
        self._outline.styles.width = wide

    def fit(self, width: int) -> None:
        """Fold or unfold the panes for a new width; one that nobody uses gives way."""
        if width < OUTLINE_FROM and self._stage.page.has_focus:
            self._outline_wanted = None
            self._margin_wanted = None
        self.show()

    def toggle_outline(self) -> None:
        """Show the outline and filter it; where it was asked for, hide it again from the page."""
        if self._outline.display and self._outline_wanted:
            self._outline_wanted = False
            self.leave()
            return
        self._outline_wanted = True
        if self._stage.width < MARGIN_FROM:
            self._margin_wanted = None
        self.show()
        self._outline.filter()

    def toggle_margin(self) -> None:
        """Show the margin and go to its notes; from within, hide it."""
        if self._margin.has_focus:
            self._margin_wanted = False
            self.leave()
            return
        self._margin_wanted = True
        if self._stage.width < OUTLINE_FROM:
            self._outline_wanted = None
        self.show()
        self._margin.focus()
        if not self._stage.page.marks.note_now:
            self._margin.action_step(1)

    def leave(self) -> None:
        """Give the focus back to the page; a pane below it goes."""
        if self._outline.filtering:
            self._outline.leave()
        if self._outline.has_class("-below"):
            self._outline_wanted = None
        if self._margin.has_class("-below"):
            self._margin_wanted = None
        self.show()
        self._stage.page.focus()
