"""Links and footnotes of the article, followed on the reader's word."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from urllib.parse import unquote

from postil import library
from postil.errors import PostilError
from postil.model.article import PICTURE, Article, BlockKind, Inline, InlineKind
from postil.tui.screens.reader.stage import Stage

WEB = ("http://", "https://")
_DIGITS = 5
"""Digits beyond which a number is no count of headings."""


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
            await self._show(f"Note {words}", footnote(self._stage.article, link))
        elif link.kind is InlineKind.COMMENT:
            await self._show("Comments of others", comments(self._stage.article, link.target))
        elif link.target.startswith("#"):
            await self._go_within(link.target[1:], words)
        elif link.target.lower().startswith(WEB):
            await self._browse(link.target)
        elif link.target.startswith(PICTURE) or (link.kind is InlineKind.IMAGE and link.target):
            await self._show_picture(link.target, words)
        else:
            self._stage.say(f"{link.target or words}: Postil opens web addresses only.")

    async def _go_within(self, name: str, words: str) -> None:
        """Go to a place that the article names, or to a heading of that name; H leads back.

        What leads to a footnote shows it in place.
        """
        article = self._stage.article
        offset = place(article, name)
        if offset is None:
            nothing = "nothing here has that name" if article.complete else "it is not read yet"
            self._stage.say(f"#{name}: {nothing}.")
            return
        block = article.blocks[article.block_at(offset)]
        if block.kind is BlockKind.FOOTNOTE:
            await self._show(f"Note {block.marker.strip() or words}", block.text)
            return
        page = self._stage.page
        page.paragraph.jump(offset)
        page.viewport.place_offset(offset, 1)

    async def _browse(self, address: str) -> None:
        """Hand an address of the web to the browser when that is confirmed."""
        from postil.tui.dialogs.frame.confirm import Confirm

        question = "Open this address in your browser?"
        if await self._stage.ask(Confirm(question, address, "opens it")):
            await asyncio.to_thread(self._open_url, address)

    async def _show_picture(self, target: str, words: str) -> None:
        """Hand a picture to the system's viewer when that is confirmed."""
        from postil.tui.dialogs.frame.confirm import Confirm

        open_article, places = self._stage.open_article, self._stage.settings.places
        path = None if open_article is None else open_article.path
        if address := library.pictures.elsewhere(self._stage.article, path, target):
            await self._browse(address)
            return
        question, name = "Open this picture in your viewer?", library.pictures.named(target, words)
        if not await self._stage.ask(Confirm(question, name, "opens it")):
            return
        try:
            found = await asyncio.to_thread(library.pictures.picture, places, path, target)
        except PostilError as error:
            self._stage.complain(error)
            return
        await asyncio.to_thread(self._open_url, found.as_uri())

    async def _show(self, title: str, text: str) -> None:
        from postil.tui.dialogs.frame.text_popup import TextPopup

        await self._stage.ask(TextPopup(title, text))


def place(article: Article, name: str) -> int | None:
    """Return the offset that a name within the article means; None where there is no such."""
    for one in (name, unquote(name)):
        if one in article.anchors:
            return article.anchors[one]
    wanted = unquote(name).casefold()
    titled = [(slug(one.title), one.span.start) for one in article.sections if one.title]
    found = next((start for name, start in titled if name == wanted), None)
    base, _, number = wanted.rpartition("-")
    if found is not None or not number.isdecimal():
        return found
    # GitHub counts further headings of the same words: usage, usage-1, usage-2.
    alike = [start for name, start in titled if name == base]
    return alike[int(number)] if len(number) < _DIGITS and int(number) < len(alike) else None


def comments(article: Article, names: str) -> str:
    """Return what others have remarked under these names, each with who says so."""
    found = [one for name in names.split() if (one := article.comments.get(name))]
    return "\n\n".join(f"{one.author or 'Somebody'}: {one.text}" for one in found)


def footnote(article: Article, reference: Inline) -> str:
    """Return the text of the footnote that is referred to.

    Chapters count their notes anew, so of several with one label it is the first one behind.
    """
    blocks = article.blocks
    label = _bare(reference.target)
    here = next(
        (at for at, block in enumerate(blocks) if any(one is reference for one in block.inlines)), 0
    )
    found = [
        at
        for at, block in enumerate(blocks)
        if block.kind is BlockKind.FOOTNOTE and _bare(block.marker) == label
    ]
    if not found:
        return "This article has no footnote of that name."
    first = next((at for at in found if at > here), found[0])
    behind = first + 1
    while behind < len(blocks) and blocks[behind].kind is BlockKind.FOOTNOTE:
        if _bare(blocks[behind].marker) not in ("", label):
            break
        behind += 1
    return "\n\n".join(block.text for block in blocks[first:behind])


def _bare(label: str) -> str:
    return label.strip("[].: ")


def slug(title: str) -> str:
    """Return a heading's name in a link, as GitHub makes it."""
    kept = [c for c in title.casefold() if c.isalnum() or c in " -_"]
    return "".join(kept).replace(" ", "-")
