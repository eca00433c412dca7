"""The preview: what is known of the article pointed at, and what its reader says of it."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text

from postil.library.shelf.filtering import ShelfEntry
from postil.text.clean import clean_line
from postil.tui.messages import notes_counted
from postil.tui.screens.listing.preview import Preview
from postil.tui.screens.shelf.rows import SavedRow, ShelfRow
from postil.tui.screens.shelf.wording import STATES, by_whom, humane, length, tags_of

BETWEEN = " · "


class ArticlePreview(Preview):
    """Shows one article of the shelf in a few lines."""

    DEFAULT_CSS = """
    ArticlePreview {
        & > .preview--tags { color: $accent; }
        & > .preview--trouble { color: $warning; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"preview--tags", "preview--trouble"}

    def __init__(self, words_per_minute: int) -> None:
        super().__init__()
        self._pace = words_per_minute
        self._row: ShelfRow | None = None

    def show(self, row: ShelfRow | None) -> None:
        """Show a row; None for nothing."""
        self._row = row
        self._set(home=True)

    def on_resize(self) -> None:
        """Set notes in lines of the width that there is now."""
        super().on_resize()
        self._set(home=False)

    def _set(self, *, home: bool) -> None:
        row = self._row
        if row is None:
            self.set(Text(), home=home)
        else:
            shown = self._saved(row) if isinstance(row, SavedRow) else self._article(row)
            self.set(shown, home=home)

    def _saved(self, row: SavedRow) -> Text:
        shown = Text(f"@{row.name}", style=self.ink("title"))
        shown.append(f"\n{clean_line(row.query)}", style=self.ink("quiet"))
        return shown

    def _article(self, entry: ShelfEntry) -> Text:
        one = entry.shelved
        shown = Text(clean_line(one.title), style=self.ink("title"))
        words = "" if one.words is None else f"{one.words:,} words"
        about = (by_whom(one.authors), clean_line(one.outlet), clean_line(one.date), words)
        reading = STATES[one.state] if one.told or one.progress is not None else "never opened"
        progress = "" if one.progress is None else f"{one.progress:.0%}"
        read = f"last read {humane(one.read)}" if one.read else ""
        done = (length(one, self._pace), reading, progress, read, notes_counted(one.notes))
        for facts in (about, done):
            if said := BETWEEN.join(fact for fact in facts if fact):
                shown.append(f"\n{said}", style=self.ink("quiet"))
        if one.trouble:
            shown.append(f"\n{one.trouble}", style=self.ink("trouble"))
        if one.tags:
            shown.append(f"\n{tags_of(one.tags)}", style=self.ink("tags"))
        for note in one.whole:
            shown.append("\n").append_text(self.said(note))
        return shown.append(f"\n{entry.where}", style=self.ink("quiet"))
