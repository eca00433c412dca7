"""Which notes a key of the browser acts on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from postil.tui.screens.listing.pointed_list import PointedList


class MeantRows:
    """The rows of a list whose rows are the ids of notes."""

    def __init__(self, rows: PointedList[str, str], changed: Callable[[], None]) -> None:
        """Stand for the rows; ``changed`` lists the notes as they are by now."""
        self._rows = rows
        self.changed = changed

    def pointed(self) -> str:
        """Return the note pointed at; "" for none."""
        return self._rows.row or ""

    def chosen(self) -> Sequence[str]:
        """Return the notes that are ticked, or the one pointed at."""
        return self._rows.chosen

    def listed(self) -> Sequence[str]:
        """Return all notes that are listed."""
        return list(self._rows.rows)
