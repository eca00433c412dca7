"""Links and footnotes of the article, followed on the reader's word."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from postil.model.article import Article, Inline, InlineKind
from postil.tui.screens.reader.stage import Stage

WEB = ("http://", "https://")


class Links:
    """Opens a footnote in place, and a web address when that is confirmed."""

    def __init__(self, stage: Stage, open_url: Callable[[str], None]) -> None:
        """Follow links; ``open_url`` hands an address to the browser, in a thread."""
        self._stage = stage
        self._open_url = open_url

    def follow(self, link: Inline, words: str) -> None:
        """Go where a link leads."""
        self._stage.in_background(self._follow, link, words, description="follow link", opens=True)

    async def _follow(self, link: Inline, words: str) -> None:
        if link.kind is InlineKind.FOOTNOTE:
            from postil.tui.dialogs.frame.text_popup import TextPopup

            found = footnote(self._stage.article, link.target)
            await self._stage.ask(TextPopup(f"Note {words}", found))
        elif link.target.startswith("#"):
            self._go_to_heading(link.target[1:])
        elif link.target.lower().startswith(WEB):
            from postil.tui.dialogs.frame.confirm import Confirm

            question = "Open this address in your browser?"
            if await self._stage.ask(Confirm(question, link.target, "opens it")):
                await asyncio.to_thread(self._open_url, link.target)
        else:
            self._stage.say(f"{link.target or words}: Postil opens web addresses only.")

    def _go_to_heading(self, name: str) -> None:
        page = self._stage.page
        for section in self._stage.article.sections:
            if section.title and slug(section.title) == name.casefold():
                page.paragraph.jump(section.span.start)
                page.viewport.place_offset(section.span.start, 1)
                return
        self._stage.say(f"#{name}: no heading here has that name.")


def footnote(article: Article, label: str) -> str:
    """Return the text of the footnote with this label."""
    found = [
        block.text
        for block in article.blocks
        if block.kind == "footnote" and block.marker.strip("[].: ") == label.strip("[].: ")
    ]
    return "\n\n".join(found) or "This article has no footnote of that name."


def slug(title: str) -> str:
    """Return a heading's name in a link, as GitHub makes it."""
    kept = [c for c in title.casefold() if c.isalnum() or c in " -_"]
    return "".join(kept).replace(" ", "-")
