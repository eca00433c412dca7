"""Raw HTML within Markdown: its elements pushed into the writer of blocks.

Markdown cuts HTML at blank lines, so each piece is read for itself, and what it leaves open ends
with it. Nothing in it is fetched or run; addresses that are none of the web lead nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from postil.document.formats.markup.block_writer import BlockWriter
from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    from postil.model.article import Block

_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
_ATTRIBUTE = lazily(
    r"\s(?P<name>[A-Za-z][\w-]{0,40})\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s>\"']+)"
)
_DEEPEST = 200
"""Elements in one another beyond which no further ones are told apart."""
_FOLLOWED = ("http://", "https://", "mailto:", "#")


def html_blocks(source: str) -> Sequence[Block]:
    """Return the blocks of a piece of HTML."""
    writer = BlockWriter(_address)
    pushed = _Pushed(writer)
    pushed.feed(source)
    pushed.close()
    writer.close()
    return writer.blocks


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

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Push the beginning of an element, and at once the end of one that never has words."""
        if tag in _VOID:
            self._writer.start(tag, dict(attrs))
            self._writer.end(tag)
        elif len(self._open) < _DEEPEST:
            self._open.append(tag)
            self._writer.start(tag, dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """Push the end of an element, and of all that stands open in it."""
        if tag in self._open:
            while (last := self._open.pop()) != tag:
                self._writer.end(last)
            self._writer.end(tag)

    def handle_data(self, data: str) -> None:
        """Push words."""
        self._writer.text(data)
