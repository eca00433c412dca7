"""What stands where the rows are: the list, or words on why there is none, or none yet.

Tab leads into a list before it has rows, while they are looked for: what is typed after it is
meant for the list, and must not be taken for more of the query. A list that its own keys have
emptied keeps the focus as well: the key that takes the step back belongs to it.
"""

from __future__ import annotations

from typing import Any

from textual.widget import Widget

from postil.tui.dialogs.frame.dialog import plain
from postil.tui.screens.listing.pointed_list import PointedList


class AwaitedRows:
    """Shows the list or the words, and knows whether rows may still come."""

    def __init__(self, beside: Widget, line: Widget, rows: PointedList[Any, Any]) -> None:
        """Nothing is ``beside`` the words; ``line`` is where the focus goes when no rows come."""
        self.empty = plain(classes="empty")
        """The words that stand there while there are no rows."""
        self._beside = beside
        self._line = line
        self._list = rows
        self._looking = False
        self._held = False
        """Whether the list stays on the screen without rows."""
        self._emptied = False
        """Whether the rows went while the list had the focus, and no others came since."""

    def show(self, *, any_rows: bool, empty: str, looking: bool) -> None:
        """Show the list, or say why there is nothing in it."""
        self._looking = looking and not any_rows
        had_rows = self._list.display and self._list.has_focus and not self._held
        self._emptied = not any_rows and (self._emptied or had_rows)
        self._hold(in_list=self._list.has_focus)
        self._list.display = any_rows or self._held
        self.empty.display = not any_rows
        # A class for it would have all parts of the screen styled anew.
        self._beside.styles.display = None if any_rows else "none"
        said = "" if any_rows else empty
        if self.empty.content != said:
            self.empty.update(said)

    def look(self) -> None:
        """Take note that rows are looked for."""
        self._looking = not self._list.rows

    def give_up(self) -> None:
        """Take note that none will come."""
        self._looking = False
        self._hold(in_list=self._list.has_focus)

    def lets_in(self) -> bool:
        """Tell whether the list can take the focus: there are rows, or may be, or were."""
        if not self._list.rows:
            self._hold(in_list=True)
            self._list.display = self._held
        return bool(self._list.rows) or self._held

    def _hold(self, *, in_list: bool) -> None:
        """Keep a list without rows on the screen as long as it has the focus and may get some."""
        keeps = self._looking or self._emptied
        if in_list and not keeps and not self._list.rows:
            self._line.focus()
        self._held = in_list and keeps and not self._list.rows
        self.empty.styles.position = "absolute" if self._held else "relative"
