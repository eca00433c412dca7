"""Units of a page: paragraphs, items, tables and the like, each some lines."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from postil.document.formats.pdf.layout.lines import Line
from postil.model.values import dataclass

CLOSING = '.!?:”"»。！？」』…'
"""Signs with which a paragraph ends."""


class UnitKind(Enum):
    """What a unit is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEADING = "heading"
    CODE = "code"
    TABLE = "table"
    VERSE = "verse"
    NOTE = "note"


@dataclass(slots=True)
class Unit:
    """Some lines that are one thing."""

    kind: UnitKind
    lines: Sequence[Line]
    marker: str = ""
    """Of an item or a footnote."""
    skip: int = 0
    """Letters of the first line that are the marker."""
    level: int = 0
    """Headings: 1 to 6. Items: depth, from 1."""
    opens: bool = True
    """It begins as paragraphs do: with an indent, behind a gap, behind a line that ends early."""
    full: bool = False
    """Its last line goes to the edge, so that it may go on elsewhere."""
    flush: bool = False
    """Its last line ends at the very edge of a justified column, as last lines seldom do."""
    rows: Sequence[Sequence[str]] = ()
    """Of a table."""

    @property
    def text(self) -> str:
        """Its lines with blanks between them."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """Of its type, in points."""
        return max(line.size for line in self.lines)

    @property
    def unfinished(self) -> bool:
        """Whether it plainly goes on elsewhere."""
        prose = self.kind in (UnitKind.PARAGRAPH, UnitKind.ITEM)
        return prose and self.full and self.lines[-1].text[-1] not in CLOSING

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)
