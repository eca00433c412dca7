"""Rows of the shelf: an article, or what stands for some, in the words of the list."""

from __future__ import annotations

import os

from postil.model.values import dataclass
from postil.text.clean import clean_line
from postil.tui.dialogs.frame.rows import Row
from postil.tui.messages import notes_counted


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """One article on the shelf."""

    path: str
    """By which it is opened; empty where it is not known."""
    title: str
    progress: float | None
    """How much is read, 0 to 1; None for an article that was never open."""
    notes: int
    tags: tuple[str, ...]
    read: str
    """When it was last read, in words; empty for never."""
    missing: bool = False
    where: str = ""
    """Where its file lies, in words."""
    trouble: str = ""
    """Why there is nothing to open."""
    id: str = ""
    """Of its record; empty for an article of which nothing is stored."""

    @property
    def key(self) -> str:
        """By which the row is known among the others."""
        return self.path or self.id or self.title


def listed(row: ShelfRow) -> Row:
    """Return the row of the list, its cells fit for showing."""
    return Row(
        row.key,
        (
            clean_line(row.title),
            clean_line(tags_of(row)) if row.tags else "",
            notes_counted(row.notes),
            clean_line(row.read) if row.read else "",
            _progress(row),
        ),
        more=clean_line(_stem(row.path)) if row.path else "",
    )


def _stem(path: str) -> str:
    """Return the name of a file without its suffix; ``PurePath`` takes four times as long."""
    return path.rpartition(os.sep)[2].rpartition(".")[0]


def tags_of(row: ShelfRow) -> str:
    """Return the tags of its notes as they are written, not yet fit for showing."""
    return " ".join(f"#{tag}" for tag in row.tags)


def _progress(row: ShelfRow) -> str:
    if row.trouble and not row.id:
        return "shut"
    if row.missing:
        return "missing"
    return "new" if row.progress is None else f"{row.progress:.0%}"
