"""The passages of the tag that is pointed at, beside the tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from postil.text.clean import clean_line
from postil.tui.screens.listing.preview import Preview
from postil.tui.theme import SIGNS

if TYPE_CHECKING:
    from postil.library.tags.codebook import Branch, NotedPassage

_WORDS = 400
"""Code points of a passage that are shown."""

_LOW = 10
"""Rows up to which no blank ones are left between articles."""


class TagPreview(Preview):
    """Shows what a tag means, and its passages by article."""

    def show(self, branch: Branch | None, passages: Sequence[NotedPassage] | None) -> None:
        """Show a tag with its passages; None while they are not read."""
        self.set(Text() if branch is None else self._whole(branch, passages))

    def _whole(self, branch: Branch, passages: Sequence[NotedPassage] | None) -> Text:
        shown = Text().append(clean_line(f"#{branch.tag}"), style=self.ink("title"))
        if branch.definition:
            shown.append(f"\n{branch.definition}", style=self.ink("quiet"))
        title, gap = "", "\n\n" if self.size.height > _LOW else "\n"
        for note, of in passages or ():
            if of != title:
                title = of
                shown.append(f"{gap}{clean_line(of)}", style=self.ink("title"))
            colour = str(note.colour)
            shown.append(f"\n{SIGNS[note.colour]} ", style=self.ink(colour))
            shown.append(clean_line(note.anchor.quote, _WORDS) or "(on the whole article)")
            if note.body:
                shown.append(f"\n  {clean_line(note.body, _WORDS)}", style=self.ink("quiet"))
        more = branch.within - len(passages or ())
        if passages and more > 0:
            shown.append(f"{gap}{more} more: Enter lists all of them", style=self.ink("quiet"))
        elif passages is not None and not passages:
            shown.append(f"{gap}No note has it yet.", style=self.ink("quiet"))
        return shown
