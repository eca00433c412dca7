"""Slices of Markdown that can be read by themselves, cut where no block of it is cut in two.

A blank line and words at the margin behind it end every list, quotation and footnote; only a block
of code or of HTML that stands in none of these may go on. Where signs of such stand, the parser
itself tells whether its last block has ended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from postil.document.base.line_split import numbered
from postil.document.formats.markdown.fenced_asides import COLONS
from postil.model.values import dataclass
from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    from markdown_it.token import Token

    from postil.document.formats.markdown.block_parser import BlockParser

_GOES_ON = lazily(r"(?:\d{1,9}[.)]|[:~])(?:\s|$)")
"""An item, or the definition of a term above a blank line."""
_OPENING = ("```", "~~~", "<", COLONS)
"""What code, HTML and fenced parts that may hold blank lines begin with."""
DEFINED = lazily(r"(?m)^[ >*+\-\d.)\t]{0,200}\[((?:[^\[\]\\]|\\.){1,999})\]:")
"""What may define something for use elsewhere, and its label."""
_ENDS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))
"""How HTML that may hold blank lines begins and ends; other such is an element."""
_AGAIN = 3
"""How often the parser is asked about the same lines, on the average of what never ends."""
_FREELY = 8000
"""Code points about which it is asked at every blank line."""


@dataclass(slots=True)
class Slice:
    """Some lines of Markdown that can be read by themselves."""

    line: int
    """The line of the file on which it begins, from 1."""
    text: str
    """Without the blank lines at its end."""
    tokens: Sequence[Token] | None = None
    """What the parser made of it already, where it was asked; the words are not parsed yet."""


def slices(text: str, parser: BlockParser, line: int = 1) -> Iterator[Slice]:
    """Yield the slices of a clean text that begins with this line of the file.

    When the last one is there, the parser knows all that the text defines.
    """
    held: list[str] = []
    first = line
    blank = opening = False
    awaited = ""
    """Without these letters what stands open cannot end."""
    size = asked = 0
    """Code points that are held, and that the parser was asked about since the last cut."""
    for number, content in numbered(text, line):
        if not content or content.isspace():
            blank = True
            if held:
                held.append(content)
            continue
        if blank and held and _begins_anew(content):
            if not opening:
                yield _slice(first, held, parser)
                held, size = [], 0
            elif not awaited and asked <= _AGAIN * size + _FREELY:
                asked += size
                tokens = parser.blocks("\n".join([*held, ""]))
                if tokens is None or _has_ended(tokens, len(held)):
                    yield _slice(first, held, parser, tokens)
                    held, opening, size, asked = [], False, 0, 0
                else:
                    awaited = _end_of(tokens)
        if not held:
            first = number
        held.append(content)
        size += len(content) + 1
        if awaited and awaited in content:
            awaited = ""
        blank = False
        opening = opening or any(sign in content for sign in _OPENING)
    if held:
        yield _slice(first, held, parser)


def _slice(
    first: int, held: list[str], parser: BlockParser, tokens: Sequence[Token] | None = None
) -> Slice:
    """Return the slice of some lines; what they define is known to the parser from then on."""
    while not held[-1] or held[-1].isspace():
        held.pop()
    # Of most only the first has words.
    text = held[0] if len(held) == 1 else "\n".join(held)
    if tokens is None and "]:" in text and DEFINED.search(text):
        tokens = parser.blocks(text)
    return Slice(first, text, tokens)


def _begins_anew(line: str) -> bool:
    """Tell whether the line, after a blank one, continues nothing but code or HTML."""
    first = line[0]
    return first not in " \t" and not ((first in ":~" or first.isdigit()) and _GOES_ON.match(line))


def _has_ended(tokens: Sequence[Token], lines: int) -> bool:
    """Tell whether the last block ends before the blank line that is the last of some lines."""
    for token in reversed(tokens):
        if token.level == 0 and token.map:
            return not _may_go_on(token) or token.map[1] < lines
    return True


def _may_go_on(token: Token) -> bool:
    """Tell whether blank lines may stand in a block with lines at the margin behind them."""
    return token.type in ("fence", "html_block") or token.markup == COLONS


def _end_of(tokens: Sequence[Token]) -> str:
    """Return letters that every line holds with which the last block may end."""
    last = next(token for token in reversed(tokens) if token.level == 0 and token.map)
    if last.type != "html_block":
        return last.markup[:3]
    begun = last.content.lstrip()
    return next((end for start, end in _ENDS if begun.startswith(start)), "</")
