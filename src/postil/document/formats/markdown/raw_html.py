"""Raw HTML within Markdown: its elements pushed into the writer of blocks.

Markdown cuts HTML at blank lines, so each piece is read for itself, and what it leaves open ends
with it. Nothing in it is fetched or run; addresses that are none of the web lead nowhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from postil.document.formats.markup.block_writer import BlockWriter
from postil.document.formats.markup.tags import INLINE_KINDS
from postil.model.values import replace
from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    from postil.document.article.builder import Place
    from postil.model.article import Block

_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
_ATTRIBUTE = lazily(
    r"\s(?P<name>[A-Za-z][\w-]{0,40})\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s>\"']+)"
)
_DEEPEST = 200
"""Elements in one another beyond which no further ones are told apart."""
_FOLLOWED = ("http://", "https://", "mailto:", "#")


def html_blocks(source: str) -> tuple[Sequence[Block], Mapping[str, Place]]:
    """Return the blocks of a piece of HTML, whose lines count from 0, and the places it names."""
    writer = BlockWriter(_address)
    pushed = _Pushed(writer)
    pushed.feed(source)
    pushed.close()
    writer.close()
    pushed.number()
    return writer.blocks, writer.anchors()


def attribute(tag: str, name: str) -> str:
    """Return an attribute of a start tag, "" if it has none; an address only if it is inert."""
    found = next((one for one in _ATTRIBUTE.finditer(tag) if one["name"].lower() == name), None)
    if not found:
        return ""
    from html import unescape

    value = unescape(found["value"].strip("\"'"))
    return _address(value) if name in ("href", "src") else value


def _address(address: str) -> str:
    return address if address.lower().startswith(_FOLLOWED) or ":" not in address[:20] else ""


class _Pushed(HTMLParser):
    """Pushes elements as they stand."""

    def __init__(self, writer: BlockWriter) -> None:
        super().__init__()
        self._writer = writer
        self._open: list[str] = []
        self._begun = 0
        """The line on which the words begin that are in no block yet."""
        self._fresh = True
        """A block may begin here."""
        self._numbered = self._tables = 0

    def number(self) -> None:
        """Give the blocks that were written last the line on which they begin."""
        blocks = self._writer.blocks
        for at in range(self._numbered, len(blocks)):
            blocks[at] = replace(blocks[at], line=self._begun)
        self._numbered = len(blocks)

    def _cut(self, tag: str) -> None:
        """Give lines to what is written where an element stands on lines of its own."""
        if tag in INLINE_KINDS or tag == "a" or (self._tables and tag != "table"):
            return
        self.number()
        self._begun = self.getpos()[0] - 1
        self._fresh = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Push the beginning of an element, and at once the end of one that never has words."""
        if tag == "a" and "name" in (given := dict(attrs)) and "id" not in given:
            attrs = [*attrs, ("id", given["name"])]
        if tag in _VOID:
            self._writer.start(tag, dict(attrs))
            self._writer.end(tag)
            self._fresh &= tag != "img"
        elif len(self._open) < _DEEPEST:
            self._open.append(tag)
            self._writer.start(tag, dict(attrs))
            self._cut(tag)
            self._tables += tag == "table"

    def handle_endtag(self, tag: str) -> None:
        """Push the end of an element, and of all that stands open in it."""
        if tag in self._open:
            last = ""
            while last != tag:
                last = self._open.pop()
                self._writer.end(last)
                self._tables -= last == "table"
                self._cut(last)
        elif tag == "br":
            self._writer.start(tag)

    def handle_data(self, data: str) -> None:
        """Push words."""
        if self._fresh and not self._tables and not data.isspace():
            blank = len(data) - len(data.lstrip())
            self._begun = self.getpos()[0] - 1 + data.count("\n", 0, blank)
            self._fresh = False
        self._writer.text(data)
