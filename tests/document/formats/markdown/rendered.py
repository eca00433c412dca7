"""Text of Markdown by another way: a plain parser renders it, and its HTML is read for words."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser
from itertools import pairwise

from markdown_it import MarkdownIt

from postil.model.article import Article, BlockKind

_LINES = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure "  # noqa: SIM905
    "footer form h1 h2 h3 h4 h5 h6 header hr html iframe legend li main nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul".split()
)
_UNSEEN = ("script", "style", "title", "textarea", "noframes", "noembed", "iframe")
_TAB = 4
"""Columns between the stops of tabs, which the canonical text has none of."""


class _Words(HTMLParser):
    """Gathers the lines that a browser would show: words flow, ``pre`` is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._line = ""
        self._fixed = 0
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LINES:
            self.end()
        if tag == "pre":
            self._fixed += 1
        elif tag in _UNSEEN:
            self._unseen += 1
        elif tag == "hr":
            self.lines.append("* * *")
        elif tag == "br":
            self._line += " "
        elif tag == "img":
            self._line += dict(attrs).get("alt") or ""

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _LINES:
            self.end()
        if tag == "pre":
            self._fixed = max(0, self._fixed - 1)
        elif tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._line += data

    def end(self) -> None:
        """End the line that is open; within ``pre`` they may be several."""
        if self._fixed:
            lines = self._line.expandtabs(_TAB).split("\n")
            self.lines += [line.rstrip() for line in lines if line.strip()]
        elif words := " ".join(self._line.split()):
            self.lines.append(words)
        self._line = ""


def rendered(text: str, *, more: Sequence[str] = ()) -> list[str]:
    """Return the lines of CommonMark as a plain parser and a browser would show them.

    ``more`` names rules of the parser beyond CommonMark, such as ``table``.
    """
    words = _Words()
    page = MarkdownIt("commonmark").enable(list(more)).render(text)
    # Python's reader takes an empty comment for the beginning of a longer one.
    words.feed(page.replace("<!-->", "").replace("<!--->", ""))
    words.close()
    words.end()
    return words.lines


def shown(article: Article) -> list[str]:
    """Return the lines of an article in the same form: cells of tables are lines of their own."""
    lines: list[str] = []
    for block in article.blocks:
        if block.kind is BlockKind.CODE:
            lines += [line.rstrip() for line in block.text.split("\n") if line.strip()]
        elif block.kind is BlockKind.TABLE:
            ends = sorted({0, *block.cells, *block.breaks, len(block.text)})
            cells = (block.text[a:b].strip() for a, b in pairwise(ends))
            lines += [" ".join(cell.split()) for cell in cells if cell]
        else:
            lines.append(" ".join(block.text.split()))
    return lines
