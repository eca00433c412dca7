"""Signs at the edge of a block that say what it is: [!NOTE], [ ], {#name}.

They are taken from the words before these are parsed, and told by what the block stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from postil.document.formats.markup.asides import aside_of
from postil.document.formats.markup.list_frames import DONE, OPEN
from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    from markdown_it.token import Token

BOX, ASIDE, TITLE, NAME = "box", "aside", "title", "name"
"""What the token that opens a block is told of it; a title is a token itself."""

_ASIDE = lazily(
    r"\[!(?P<name>[A-Za-z][A-Za-z0-9_-]{0,30})\][+\-]?(?:[ \t]+(?P<title>[^\n]*))?(?:\n|$)"
)
_QUOTING = lazily(r"(?i)quote|cite")
"""What Obsidian calls a quotation, which needs no label."""
_BOX = lazily(r"\[(?P<sign>[ xX])\][ \t\n]+(?=\S)")
_ATTRIBUTE = r"(?:[#.][^\s{}\"'#.]+|-|[A-Za-z_][\w:.-]*=(?:\"[^\"\n]*\"|'[^'\n]*'|[^\s{}\"']+))"
_ATTRIBUTES = lazily(
    rf"(?:^|[ \t]|(?<=[^\s{{]))\{{:?[ \t]*{_ATTRIBUTE}(?:[ \t]+{_ATTRIBUTE})*[ \t]*\}}[ \t]*$"
)
_NAMED = lazily(r"[{\s:]#(?P<name>[^\s{}#.]{1,200})")
_LINE = lazily(
    rf"(?:^|\n)\{{:[ \t]*(?:toc|{_ATTRIBUTE})(?:[ \t]+(?:toc|{_ATTRIBUTE}))*[ \t]*\}}[ \t]*$"
)
_LONGEST = 300
"""Code points of attributes."""


def take_signs(tokens: Sequence[Token]) -> None:
    """Take the signs of all blocks from their words."""
    for at, token in enumerate(tokens):
        if token.type != "inline" or not at:
            continue
        words = token.content
        if words[:1] == "[" and at > 1 and tokens[at - 1].type == "paragraph_open":
            _begins(token, tokens[at - 2])
        if words[-1:] == "}":
            _ends(token, tokens[at - 1])


def _begins(token: Token, around: Token) -> None:
    """Take the sign with which an item or a quotation begins."""
    words = token.content
    if around.type == "list_item_open" and (found := _BOX.match(words)):
        around.meta[BOX] = OPEN if found["sign"] == " " else DONE
    elif around.type == "blockquote_open" and (found := _ASIDE.match(words)):
        kind, title = aside_of(found["name"]), (found["title"] or "").strip()
        if kind:
            around.meta[ASIDE] = kind
            title = title or found["name"].capitalize()
        elif not _QUOTING.fullmatch(found["name"]):
            return
        if title:
            around.meta[TITLE] = type(token)("inline", "", 0, content=title)
        if token.map:
            token.map = [token.map[0] + 1, token.map[1]]
    else:
        return
    token.content = words[found.end() :]


def _ends(token: Token, around: Token) -> None:
    """Take attributes for a program from the end of a heading, or of any block in kramdown."""
    words = token.content
    start = max(0, len(words) - _LONGEST)
    pattern = _ATTRIBUTES if around.type == "heading_open" else _LINE
    if found := pattern.search(words, start):
        token.content = words[: found.start()].rstrip()
        if named := _NAMED.search(found[0]):
            around.meta[NAME] = named["name"]
