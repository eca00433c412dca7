"""The preview of a source: all that is said of it, its spellings, and some of its passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from postil import library
from postil.text.clean import clean_line
from postil.tui.screens.listing.preview import Preview
from postil.tui.screens.passages.passage import Passage

if TYPE_CHECKING:
    from postil.library.catalogue.source_list import ListedSource
    from postil.model.source import Source

_WORDS = 300
"""Code points of a passage that are shown."""

_FIELDS = ("author", "title", "container-title", "publisher", "issued", "URL")


class SourcePreview(Preview):
    """Shows one source."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[ListedSource, ListedSource | None, Sequence[Passage] | None] | None = (
            None
        )

    def show(
        self,
        listed: ListedSource | None,
        likely: ListedSource | None,
        passages: Sequence[Passage] | None,
    ) -> None:
        """Show a source, what it may be besides, and passages; None while they are not read."""
        self._shown = None if listed is None else (listed, likely, passages)
        self._set(home=True)

    def on_resize(self) -> None:
        """Set the passages in lines of the width that there is now."""
        super().on_resize()
        self._set(home=False)

    def _set(self, *, home: bool) -> None:
        self.set(Text() if self._shown is None else self._whole(*self._shown), home=home)

    def _whole(
        self,
        listed: ListedSource,
        likely: ListedSource | None,
        passages: Sequence[Passage] | None,
    ) -> Text:
        shown = Text().append(
            clean_line(library.labels.describe(listed.source)), style=self.ink("title")
        )
        if listed.source.title or listed.source.url or len(listed.source.author) > 1:
            shown.append(f"\n{in_full(listed.source)}", style=self.ink("quiet"))
        counted = library.labels.counted
        told = [counted(listed.passages, "passage"), counted(len(listed.paths), "article")]
        told += [counted(listed.notes, "note")] if listed.notes else []
        shown.append(f"\n{', '.join(told)}", style=self.ink("quiet"))
        if likely is not None:
            shown.append(f"\n≈ {clean_line(in_full(likely.source))}", style=self.ink("match"))
            shown.append("\nJ joins the two, if they are one.", style=self.ink("quiet"))
        if len(listed.spellings) > 1:
            shown.append("\nJoined, as texts have it:", style=self.ink("quiet"))
            for one in listed.spellings:
                shown.append("\n").append_text(self.hung("·", in_full(one), _WORDS))
        title = ""
        for passage in passages or ():
            if passage.title != title:
                title = passage.title
                shown.append(f"\n\n{clean_line(title)}", style=self.ink("title"))
            shown.append("\n").append_text(self.hung("·", passage.words, _WORDS))
        return shown


def in_full(source: Source) -> str:
    """Return all fields of a source on one line."""
    words = library.sourcing.in_words(source)
    return clean_line(", ".join(words[name] for name in _FIELDS if words[name]))
