"""Sets passages in columns, a source in each; where there is no room, one below the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.style import Style
from rich.text import Text

from postil import library
from postil.model.article import Block, BlockKind
from postil.model.note import Note
from postil.model.values import NamedTuple
from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.theme import SIGNS
from postil.tui.widgets.margin_text import wrap
from postil.tui.widgets.set_blocks import set_blocks

if TYPE_CHECKING:
    from postil.library.browsing.comparing import SourceGroup
    from postil.library.browsing.note_views import NoteView

NARROWEST = 40
"""Cells of a column, at least; a terminal of fewer than twice as many has one column."""

WIDEST = 76
"""Cells of a line of words at most."""

MOST_COLUMNS = 4

GAP = 3
"""Cells between two columns."""

LEAD = 2
"""Cells before the words, for the pointer."""


class SetPassage(NamedTuple):
    """Where a passage stands on the canvas."""

    note: str
    """The id of its note."""
    column: int
    top: int
    """Its first line."""
    bottom: int
    """The line behind its last."""


class Canvas(NamedTuple):
    """All that is compared, set for one width."""

    width: int
    """Of a column, in cells."""
    columns: Sequence[Mapping[int, Text]]
    """The lines of each column, by their numbers."""
    passages: Sequence[SetPassage]
    """From source to source."""
    height: int


def set_in_columns(
    groups: Sequence[SourceGroup],
    width: int,
    inks: Mapping[str, Style],
    title: Callable[[Note], str],
) -> Canvas:
    """Return groups side by side, as many as there is room for, and the others below these."""
    count = max(1, min(len(groups), MOST_COLUMNS, (width + GAP) // (NARROWEST + GAP)))
    room = min((width + GAP) // count - GAP, WIDEST + LEAD)
    columns: list[dict[int, Text]] = [{} for _ in range(count)]
    passages: list[SetPassage] = []
    top = 0
    for first in range(0, len(groups), count):
        bottoms = [top]
        for column, group in enumerate(groups[first : first + count]):
            at = _put(columns[column], top, _head(group, room, inks))
            for note, view in group.notes:
                lines = [
                    Text(" " * LEAD).append_text(line)
                    for line in _passage(note, view, title(note), room - LEAD, inks)
                ]
                passages.append(SetPassage(note.id, column, at, at + len(lines)))
                at = _put(columns[column], at, lines) + 1
            bottoms.append(at)
        top = max(bottoms) + 1
    return Canvas(room, columns, passages, max(0, top - 2))


def _put(column: dict[int, Text], at: int, lines: Sequence[Text]) -> int:
    """Put lines into a column; return the line behind them."""
    column.update(enumerate(lines, at))
    return at + len(lines)


def _head(group: SourceGroup, room: int, inks: Mapping[str, Style]) -> list[Text]:
    count = len(group.notes)
    said = f"{clean_line(group.source)}  ({count})" if count > 1 else clean_line(group.source)
    return [*(Text(line, style=inks["title"]) for line in wrap(said, room)), Text()]


def _passage(
    note: Note, view: NoteView, title: str, room: int, inks: Mapping[str, Style]
) -> list[Text]:
    """Return the words of a passage, what the note says, and where it stands."""
    quote = Block(BlockKind.LIST_ITEM, in_marks(clean_line(note.anchor.quote)), level=1)
    lines: list[Text] = []
    words = set_blocks([_marked(quote, note)], room, inks.__getitem__)
    lines += words.split("\n", allow_blank=True)
    lines[0].stylize(inks[str(note.colour)], 0, 1)
    if note.body.strip():
        said = set_blocks(library.note_text.blocks(note.body), room - LEAD, inks.__getitem__)
        lines += [Text("  ").append_text(line) for line in said.split("\n", allow_blank=True)]
    inside = library.labels.within(view.section, view.page)
    where = " · ".join(filter(None, (clean_line(title), clean_line(inside))))
    state = {"changed": "≠ its words have changed · ", "orphan": "! without a place · "}
    tags = clean_line(" ".join(f"#{tag}" for tag in note.tags))
    told = f"{state.get(view.state, '')}{where}"
    by = f"by {view.by}" if view.by else ""
    for said_of in filter(None, (told, by, *view.links, tags)):
        lines += [Text(f"  {line}", style=inks["quiet"]) for line in wrap(said_of, room - LEAD)]
    return lines


def _marked(block: Block, note: Note) -> Block:
    """Return a block that hangs from the sign of the note."""
    return Block(block.kind, block.text, level=block.level, marker=SIGNS[note.colour])
