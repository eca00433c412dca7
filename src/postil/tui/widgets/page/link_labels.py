"""The links and footnotes on screen: found, given a letter each, and followed."""

from __future__ import annotations

from collections.abc import Iterator
from string import ascii_letters
from typing import Protocol

from postil.model.article import Inline, InlineKind
from postil.tui.widgets.page.key_sequence import Prefix
from postil.tui.widgets.page.note_marks import RedrawnView
from postil.tui.widgets.page.viewport import Viewport

LINKS = frozenset({InlineKind.LINK, InlineKind.FOOTNOTE, InlineKind.IMAGE, InlineKind.COMMENT})


class LinkReports(Protocol):
    """What is reported of links."""

    def nothing(self, said: str) -> None:
        """Report that a key finds nothing to act on."""

    def link_wanted(self, link: Inline, words: str) -> None:
        """Report that a link is to be followed."""


class LinkLabels:
    """Letters over the links on screen, while one of them is waited for."""

    def __init__(self, view: RedrawnView, viewport: Viewport, reports: LinkReports) -> None:
        self._view = view
        self._viewport = viewport
        self._reports = reports
        self.letters: dict[int, str] = {}
        """What to draw over a link, by the code point at which it begins."""

    @property
    def prefix(self) -> Prefix:
        """The prefix that a link's letter follows."""
        return Prefix(self.label, self.take, self.clear)

    def on_screen(self) -> Iterator[int]:
        """Yield the code points at which links on screen begin, in order."""
        viewport, article = self._viewport, self._viewport.article
        if not article.blocks:
            return
        first, last = viewport.visible_blocks()
        for index in range(first, last + 1):
            start = article.starts[index]
            for link in article.blocks[index].inlines:
                if link.kind in LINKS and viewport.in_sight(start + link.start):
                    yield start + link.start

    def label(self) -> str | None:
        """Give a letter to each link on screen, and say what to do; None where there is none."""
        self.letters = dict(zip(self.on_screen(), ascii_letters, strict=False))
        self._view.redraw()
        if not self.letters:
            self._reports.nothing("No link or footnote is on this screen.")
            return None
        return "a letter opens its link"

    def take(self, letter: str) -> None:
        """Follow the link that has a letter; any other letter only ends the waiting."""
        wanted = [at for at, sign in self.letters.items() if sign == letter]
        self.clear()
        for at in wanted:
            self.follow(at)

    def clear(self) -> None:
        """Draw the links without letters again."""
        if self.letters:
            self.letters = {}
            self._view.redraw()

    def at(self, offset: int) -> Inline | None:
        """Return the link that holds a code point."""
        article = self._viewport.article
        index = article.block_at(offset)
        within = offset - article.starts[index]
        for link in article.blocks[index].inlines:
            if link.kind in LINKS and link.start <= within < link.end:
                return link
        return None

    def follow(self, offset: int) -> None:
        """Report that the link at a code point is wanted."""
        if link := self.at(offset):
            article = self._viewport.article
            text = article.blocks[article.block_at(offset)].text
            self._reports.link_wanted(link, text[link.start : link.end])
