"""The preview: what is known of the article pointed at, and what its reader says of it."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from postil.library.shelf.filtering import ShelfEntry
from postil.text.clean import clean, clean_line
from postil.tui.dialogs.frame.dialog import plain
from postil.tui.messages import notes_counted
from postil.tui.screens.shelf.rows import SavedRow, ShelfRow
from postil.tui.screens.shelf.wording import STATES, by_whom, humane, length, tags_of

BETWEEN = " · "


class ArticlePreview(VerticalScroll):
    """Shows one article of the shelf in a few lines."""

    DEFAULT_CSS = """
    ArticlePreview {
        scrollbar-size-vertical: 1;
        & > Static { height: auto; }
        & > .shelf--title { color: $heading; text-style: bold; }
        & > .shelf--quiet { color: $text-muted; }
        & > .shelf--tags { color: $accent; }
        & > .shelf--trouble { color: $warning; }
    }
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "shelf--title",
        "shelf--quiet",
        "shelf--tags",
        "shelf--trouble",
    }

    def __init__(self, words_per_minute: int) -> None:
        super().__init__(can_focus=False)
        self._pace = words_per_minute
        self._words = plain()

    def compose(self) -> ComposeResult:
        """Set the words into what scrolls."""
        yield self._words

    def show(self, row: ShelfRow | None) -> None:
        """Show a row; None for nothing."""
        if row is None:
            self._words.update("")
        elif isinstance(row, SavedRow):
            self._words.update(self._saved(row))
        else:
            self._words.update(self._article(row))
        self.scroll_home(animate=False)

    def _saved(self, row: SavedRow) -> Text:
        shown = Text(f"@{row.name}", style=self._ink("title"))
        shown.append(f"\n{clean_line(row.query)}", style=self._ink("quiet"))
        return shown

    def _article(self, entry: ShelfEntry) -> Text:
        one = entry.shelved
        shown = Text(clean_line(one.title), style=self._ink("title"))
        words = "" if one.words is None else f"{one.words:,} words"
        about = (by_whom(one.authors), clean_line(one.outlet), clean_line(one.date), words)
        reading = STATES[one.state] if one.told or one.progress is not None else "never opened"
        progress = "" if one.progress is None else f"{one.progress:.0%}"
        read = f"last read {humane(one.read)}" if one.read else ""
        done = (length(one, self._pace), reading, progress, read, notes_counted(one.notes))
        for facts in (about, done):
            if said := BETWEEN.join(fact for fact in facts if fact):
                shown.append(f"\n{said}", style=self._ink("quiet"))
        if one.trouble:
            shown.append(f"\n{one.trouble}", style=self._ink("trouble"))
        if one.tags:
            shown.append(f"\n{tags_of(one.tags)}", style=self._ink("tags"))
        for note in one.whole:
            shown.append(f"\n{clean(note)}")
        return shown.append(f"\n{entry.where}", style=self._ink("quiet"))

    def _ink(self, name: str) -> Style:
        return self.get_component_rich_style(f"shelf--{name}", partial=True)
