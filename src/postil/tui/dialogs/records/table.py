"""The record of a source as a table: what is known, and how each field was read."""

from __future__ import annotations

from collections.abc import Mapping

from rich.table import Table
from rich.text import Text
from textual import events
from textual.widgets import Static

FIELDS = {
    "author": "Author",
    "title": "Title",
    "container-title": "Published in",
    "publisher": "Publisher",
    "issued": "Date",
    "URL": "Address",
    "page": "Page",
    "volume": "Volume",
    "issue": "Number",
    "DOI": "DOI",
    "type": "Type",
}
"""The fields that can be corrected, by their CSL names, with what readers call them."""


class Record(Static):
    """The fields that are known, and how each was read: beside it, or below where it is tight."""

    BESIDE = 60
    """Cells from which the two stand beside one another."""

    def __init__(self, values: Mapping[str, str], how: Mapping[str, str]) -> None:
        """Show fields by their CSL names."""
        super().__init__(markup=False)
        self._values = values
        self._how = how
        self._beside: bool | None = None

    def on_resize(self, event: events.Resize) -> None:
        """Set the fields anew where the room for them has become another."""
        beside = event.size.width >= self.BESIDE
        if beside is not self._beside:
            self._beside = beside
            self.update(self._table(beside=beside))

    def _table(self, *, beside: bool) -> Table:
        table = Table.grid(padding=(0, 2, 0, 0), expand=True)
        table.add_column(style="dim", no_wrap=True)
        table.add_column(ratio=1)
        if beside:
            table.add_column(ratio=1)
        for field, value in self._values.items():
            if value:
                name, how = FIELDS.get(field, field), Text(self._how.get(field, ""), style="dim")
                table.add_row(Text(name), Text(value, style="bold"), *([how] if beside else []))
                if not beside and how:
                    table.add_row(Text(), how)
        return table
