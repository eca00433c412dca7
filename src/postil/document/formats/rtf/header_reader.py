"""Header of RTF: control words and names within its tables, as they are read."""

from __future__ import annotations

from postil.document.formats.office.counters import ListLevel
from postil.document.formats.rtf.groups import Group
from postil.document.formats.rtf.header_tables import Font, HeaderTables, Style, list_level

_MOST_LEVELS = 9


class HeaderReader:
    """Fills the tables of the header."""

    def __init__(self, tables: HeaderTables) -> None:
        """Begin with empty tables."""
        self.tables = tables
        self.date = ""
        """The day on which the document was made, YYYY-MM-DD as far as it is known."""
        self._names: list[str] = []
        self._font: tuple[int, Font] | None = None
        self._style = Style()
        self._style_number: int | None = 0
        self._levels: list[ListLevel] = []
        self._numbering = 0
        self._start = 1
        self._pattern: list[str] = []
        self._list = self._override = 0
        self._day: dict[bytes, int] = {}

    def begin(self, group: Group, destination: bytes) -> None:
        """Begin a table or a row of one."""
        group.destination = destination
        group.sink = None
        if destination == b"fonttbl":
            group.sink = self._names
            group.end = self._end_font
        elif destination == b"list":
            self._levels = []
        elif destination == b"listlevel":
            self._numbering, self._start, self._pattern = 0, 1, []
            group.end = self._end_level
        elif destination == b"listoverride":
            self._list = self._override = 0
            group.end = self._end_override
        elif destination == b"creatim":
            self._day = {}
            group.end = self._end_day

    def inner(self, group: Group) -> None:
        """Begin a group within a table: a font, or a style."""
        if group.destination == b"fonttbl":
            group.end = self._end_font
        elif group.destination == b"stylesheet":
            group.destination = b"style"
            self._style, self._style_number = Style(), 0
            self._names.clear()
            group.sink = self._names
            group.end = self._end_style

    def pattern(self, group: Group) -> None:
        """Begin to read how a level is written."""
        group.destination = b"leveltext"
        group.sink = self._pattern

    def word(self, destination: bytes, word: bytes, number: int | None) -> None:
        """Read a control word within a table."""
        value = number or 0
        if destination == b"fonttbl":
            self._font_word(word, value)
        elif destination == b"style":
            self._style_word(word, value)
        elif destination == b"listlevel":
            if word in (b"levelnfc", b"levelnfcn"):
                self._numbering = value
            elif word == b"levelstartat":
                self._start = value
        elif destination in (b"list", b"listoverride"):
            if word == b"listid":
                self._list = value
                if destination == b"list":
                    self.tables.add_list(value, self._levels)
            elif word == b"ls":
                self._override = value
        elif destination == b"creatim" and word in (b"yr", b"mo", b"dy"):
            self._day[word] = value

    def _font_word(self, word: bytes, value: int) -> None:
        if word == b"f":
            self._take_font()
            self._font = (value, Font())
        elif self._font and word == b"fcharset":
            self._font[1].charset = value
        elif self._font and word == b"cpg":
            self._font[1].page = value

    def _style_word(self, word: bytes, value: int) -> None:
        if word == b"s":
            self._style_number = value
        elif word in (b"cs", b"ds", b"ts"):
            self._style_number = None
        elif word == b"sbasedon":
            self._style.based_on = value
        elif word == b"outlinelevel":
            self._style.outline = value if 0 <= value < _MOST_LEVELS else -1

    def _take_font(self) -> None:
        if self._font:
            number, font = self._font
            font.name = "".join(self._names)
            self.tables.add_font(number, font)
        self._font = None
        self._names.clear()

    def _end_font(self, _: Group) -> None:
        self._take_font()

    def _end_style(self, _: Group) -> None:
        self._style.name = "".join(self._names)
        self._names.clear()
        if self._style_number is not None:
            self.tables.add_style(self._style_number, self._style)

    def _end_level(self, _: Group) -> None:
        if len(self._levels) < _MOST_LEVELS:
            text = "".join(self._pattern).encode("latin-1", "replace")
            self._levels.append(list_level(self._numbering, self._start, text))

    def _end_override(self, _: Group) -> None:
        self.tables.overrides[self._override] = self._list

    def _end_day(self, _: Group) -> None:
        year, month, day = (self._day.get(part, 0) for part in (b"yr", b"mo", b"dy"))
        if year:
            self.date = f"{year:04}" + (f"-{month:02}" if month else "")
            self.date += f"-{day:02}" if month and day else ""
