"""Rows of the shelf: saved queries, and articles in as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from postil.library.shelf.filtering import ShelfEntry
from postil.model.values import NamedTuple
from postil.text.clean import clean_line
from postil.tui.screens.listing.pointed_list import Ink
from postil.tui.screens.shelf.wording import by_whom, humane, length, standing, tags_of
from postil.tui.widgets.title_bars import crop

if TYPE_CHECKING:
    from postil.library.shelf.ordering import Order
    from postil.library.shelf.shelving import Shelved

GAP = 2
"""Blank cells between two columns."""

LEAST_TITLE = 20
"""Cells that the title keeps, whatever else there would be room for."""


_LEAST_ROOM = 45
"""Cells of a row from which on the column that it is sorted by is drawn, whichever that is."""


_MOST = {"title": 60, "author": 30, "outlet": 26, "tags": 48}
"""Cells that a column is widened to at most, and that the title keeps before others have more."""

_ASKED = 300
"""Articles that are asked how wide their columns would be."""


class SavedRow(NamedTuple):
    """A saved query, which stands above the articles."""

    name: str
    query: str


ShelfRow = SavedRow | ShelfEntry


class Head(NamedTuple):
    """A line that says what stands below it: saved queries, or the columns of articles."""

    saved: bool


class Column(NamedTuple):
    """One column beside the title."""

    name: str
    """That of the order by it, too."""
    head: str
    width: int
    """In cells."""
    room: int
    """Cells of a row from which on there is room for it."""
    said: Callable[[Shelved, int], str]
    """Returns what it says of an article, given the words that are read in a minute."""
    right: bool = False


COLUMNS = (
    Column("author", "Author", 18, 84, lambda one, _: by_whom(one.authors)),
    Column("outlet", "Outlet", 16, 116, lambda one, _: clean_line(one.outlet)),
    Column("date", "Date", 10, 100, lambda one, _: clean_line(one.date.partition("/")[0])),
    Column("tags", "Tags", 18, 130, lambda one, _: tags_of(one.tags)),
    Column("length", "Length", 8, 58, length, right=True),
    Column("notes", "Notes", 5, 46, lambda one, _: str(one.notes or ""), right=True),
    Column("read", "Last read", 11, 66, lambda one, _: humane(one.read or ""), right=True),
    Column("progress", "Read", 7, 30, lambda one, _: standing(one), right=True),
)
"""All columns beside the title, in their order."""


class ShelfDrawing:
    """Draws the rows of the shelf."""

    def __init__(self, words_per_minute: int) -> None:
        self._pace = words_per_minute
        self.order: Order | None = None
        """The order that holds; its column is drawn wherever there is room for one."""
        self.used: Mapping[str, int] = {}
        """The columns in which anything stands, with the cells that they would fill."""

    def key(self, row: ShelfRow, /) -> str:
        """Return what tells a row from all others."""
        return f"@{row.name}" if isinstance(row, SavedRow) else row.shelved.key

    def row(self, row: ShelfRow, width: int, ink: Ink, /) -> Text:
        """Draw an article, or a saved query."""
        if isinstance(row, SavedRow):
            drawn = Text(f"@{row.name}", style=ink("match"), no_wrap=True)
            drawn.append(f"  {clean_line(row.query)}", style=ink("quiet"))
            return drawn
        one = row.shelved
        columns = self._columns(width)
        title = Text(no_wrap=True)
        style = ink("quiet") if one.missing or one.trouble else ink("title")
        title.append(crop(clean_line(one.title), self._title_room(columns, width)), style=style)
        cells = [(column, column.said(one, self._pace)) for column in columns]
        return self._set(title, cells, width, ink)

    def head(self, head: Head, width: int, ink: Ink, /) -> Text:
        """Name the columns; that by which the rows are sorted bears a sign."""
        if head.saved:
            return Text("Saved queries", style=ink("quiet"))
        columns = self._columns(width)
        title = Text(self._named("title", "Title"), style=ink("quiet"), no_wrap=True)
        cells = [(column, self._named(column.name, column.head)) for column in columns]
        return Text("    ").append_text(self._set(title, cells, width - 4, ink))

    def _named(self, name: str, head: str) -> str:
        order = self.order
        if order is None or name != order.name:
            return head
        return f"{head}{'▲' if order.turned else '▼'}"

    def _columns(self, width: int) -> list[Column]:
        """Return the columns that there is room for and that say anything.

        That by which the rows are sorted comes first: it tells why they stand so.
        """
        sorted_by = "" if self.order is None else self.order.name
        found = [
            one
            for one in COLUMNS
            if one.name in self.used or one.name == "progress"
            if width >= (_LEAST_ROOM if one.name == sorted_by else one.room)
        ]
        others = sorted((one for one in found if one.name != sorted_by), key=lambda one: one.room)
        while others and width - 1 - sum(GAP + one.width for one in found) < LEAST_TITLE:
            found.remove(others.pop())
        return self._widened(found, width)

    def _widened(self, columns: Sequence[Column], width: int) -> list[Column]:
        """Return columns as wide as what they say, as far as the title does not need the cells.

        Where there are too few for all, each has the same share of what it lacks.
        """
        wanted = {one.name: self._wanted(one) for one in columns}
        columns = [one._replace(width=min(one.width, wanted[one.name])) for one in columns]
        spare = self._title_room(columns, width) - self.used.get("title", width)
        lacking = sum(wanted[one.name] - one.width for one in columns)
        share = min(1.0, max(0, spare) / lacking) if lacking else 0.0
        return [
            one._replace(width=one.width + int(share * (wanted[one.name] - one.width)))
            for one in columns
        ]

    def _wanted(self, column: Column) -> int:
        """Return the cells that a column would fill; below its name there is room for its sign."""
        filled = self.used.get(column.name, 0)
        return max(filled, len(column.head) + 1) if filled else column.width

    def _title_room(self, columns: Sequence[Column], width: int) -> int:
        return max(LEAST_TITLE, width - 1 - sum(GAP + one.width for one in columns))

    def _set(self, title: Text, cells: Sequence[tuple[Column, str]], width: int, ink: Ink) -> Text:
        """Set what the columns say behind the title."""
        room = self._title_room([column for column, _ in cells], width)
        drawn = title
        drawn.append(" " * max(0, room - title.cell_len))
        for column, words in cells:
            said = crop(words, column.width)
            blank = " " * (column.width - cell_len(said))
            text = f"{blank}{said}" if column.right else f"{said}{blank}"
            drawn.append(" " * GAP).append(text, style=ink("quiet"))
        return drawn


def used_columns(rows: Sequence[Shelved]) -> dict[str, int]:
    """Return the columns in which something is said of any of these articles.

    Each comes with the cells in which nine of ten would be whole, of those that say anything; 0 for
    a column that is always as wide as it is.
    """
    says: dict[str, Callable[[Shelved], object]] = {
        "date": lambda one: one.date,
        "length": lambda one: one.words or one.size,
        "notes": lambda one: one.notes,
        "read": lambda one: one.read,
    }
    spoken: dict[str, Callable[[Shelved], str]] = {
        "title": lambda one: one.title,
        "author": lambda one: by_whom(one.authors),
        "outlet": lambda one: one.outlet,
        "tags": lambda one: tags_of(one.tags),
    }
    used = {name: 0 for name, said in says.items() if any(map(said, rows))}
    for name, words in spoken.items():
        some = rows[:: max(1, len(rows) // _ASKED)]
        if widths := sorted(cell_len(said) for said in map(words, some) if said):
            used[name] = min(_MOST[name], widths[len(widths) * 9 // 10])
        elif any(map(words, rows)):
            used[name] = 0
    return used
