"""What selecting mode asks of the rest of the page, and what it reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from postil.model.note import Colour
from postil.model.span import Span


class SelectingView(Protocol):
    """What selecting mode asks of the page."""

    def redraw(self) -> None:
        """Draw all again."""

    def refresh_bindings(self) -> None:
        """Ask anew which keys mean what."""


class Findings(Protocol):
    """What selecting mode asks about the words on the page."""

    match_now: Span | None
    """The present match of what was looked for."""
    quiet_spans: Sequence[Span]
    """The attributions."""


class SelectionReports(Protocol):
    """What is reported of what is chosen."""

    def nothing(self, said: str) -> None:
        """Report that a key finds nothing to act on."""

    def selected(self) -> None:
        """Report that something else, or nothing any more, is chosen."""

    def mark_wanted(self, span: Span, colour: Colour) -> None:
        """Report that a passage is to be marked."""
