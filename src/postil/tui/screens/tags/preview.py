"""The passages of the tag that is pointed at, beside the tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from postil.text.clean import clean_line
from postil.text.quotes import in_marks
from postil.tui.screens.listing.preview import Preview
from postil.tui.theme import SIGNS

if TYPE_CHECKING:
    from postil.library.tags.codebook import Branch
    from postil.tui.screens.tags.reader import TagPassage

_WORDS = 400
"""Code points of a passage that are shown."""

WHOLE = "on the whole article"

_LOW = 10
"""Rows up to which no blank ones are left between articles."""


class TagPreview(Preview):
    """Shows what a tag means, and its passages by article."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Branch, Sequence[TagPassage] | None] | None = None

    def show(self, branch: Branch | None, passages: Sequence[TagPassage] | None) -> None:
        """Show a tag with its passages; None while they are not read."""
        self._shown = None if branch is None else (branch, passages)
        self._set(home=True)

    def on_resize(self) -> None:
        """Set the notes in lines of the width that there is now."""
        super().on_resize()
        self._set(home=False)

    def _set(self, *, home: bool) -> None:
        self.set(Text() if self._shown is None else self._whole(*self._shown), home=home)

    def _whole(self, branch: Branch, passages: Sequence[TagPassage] | None) -> Text:
        shown = Text().append(clean_line(f"#{branch.tag}"), style=self.ink("title"))
        if branch.definition:
            shown.append(f"\n{branch.definition}", style=self.ink("quiet"))
        title, gap = "", "\n\n" if self.size.height > _LOW else "\n"
        for one in passages or ():
            if one.title != title:
                title = one.title
                shown.append(f"{gap}{clean_line(title)}", style=self.ink("title"))
            shown.append("\n").append_text(self._passage(one))
        more = branch.within - len(passages or ())
        if passages and more > 0:
            shown.append(f"{gap}{more} more: Enter lists all of them", style=self.ink("quiet"))
        elif passages is not None and not passages:
            shown.append(f"{gap}No note has it yet.", style=self.ink("quiet"))
        return shown

    def _passage(self, one: TagPassage) -> Text:
        """Return the words of a passage behind their sign, and below them what the note says."""
        note = one.note
        quote = in_marks(clean_line(note.anchor.quote)) if note.anchor.quote else WHOLE
        drawn = self.hung(SIGNS[note.colour], quote, _WORDS)
        drawn.stylize(self.ink(str(note.colour)), 0, 1)
        if one.said:
            drawn.append("\n").append_text(self.set_in(2, one.said))
            drawn.append(" …" if one.more else "", style=self.ink("quiet"))
        return drawn
