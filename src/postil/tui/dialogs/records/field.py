"""One field of a record."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from postil.tui.widgets.field import Line


class Field(Line):
    """One field of the record; the arrows go to its neighbours."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "Next field", id="source.next", tooltip="One field down"),
        Binding("up", "step(-1)", "Field above", id="source.previous", tooltip="One field up"),
    ]

    def action_step(self, by: int) -> None:
        """Go to a neighbour."""
        if by > 0:
            self.screen.focus_next(Field)
        else:
            self.screen.focus_previous(Field)
