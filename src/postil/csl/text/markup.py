"""Reads the little markup that fields of CSL-JSON may carry, and the quotation marks in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from postil.csl.ground.rich import Piece, Pieces, Run, Span

_TAGS = {
    "<i>": "italic",
    "<b>": "bold",
    "<sup>": "sup",
    "<sub>": "sub",
    "<sc>": "small-caps",
    '<span style="font-variant: small-caps;">': "small-caps",
    '<span style="font-variant:small-caps;">': "small-caps",
    '<span class="nocase">': "nocase",
    '<span class="nodecor">': "nodecor",
}
_CLOSING = {
    "italic": "</i>", "bold": "</b>", "sup": "</sup>", "sub": "</sub>", "nocase": "</span>",
    "nodecor": "</span>",
}  # fmt: skip
_TOKEN = re.compile(
    "(" + "|".join(re.escape(tag) for tag in [*_TAGS, "</sc>", *_CLOSING.values()]) + ")"
    r"|([\"“”]|['‘’])"
)
_OPENS = {'"': '"', "“": "”", "'": "'", "‘": "’"}
_BEFORE_MARK = re.compile(" (?=[:;?!\u00bb])")
"""A blank before a mark that stands apart from the word before it."""

_DEEPEST = 40
"""Spans within spans, beyond which a sign that opens one is taken for what it is."""

_LONGEST = 50_000
"""Characters beyond which a field has no markup; no title is a book."""

_APOSTROPHE = "’"


@dataclass(slots=True)
class _Open:
    """A span that is not closed yet."""

    span: Span
    closing: tuple[str, ...]
    opened: str
    """As it stands in the text."""


def read_markup(text: str) -> Pieces:
    """Return a field as rich text; marks that have no partner stay as they are.

    Pairs of quotation marks become spans, which take the marks of the language; a lone single mark
    becomes an apostrophe.
    """
    if len(text) > _LONGEST:
        return [Run(text)]
    text = _narrowed(text)
    if not _TOKEN.search(text):
        return [Run(text)] if text else []
    root: list[Piece] = []
    stack: list[_Open] = []
    at = 0
    for match in _TOKEN.finditer(text):
        _say(root, stack, text[at : match.start()])
        at = match.end()
        sign = match[0]
        if sign in _TAGS and len(stack) < _DEEPEST:
            kind = _TAGS[sign]
            ends = ("</sc>", "</span>") if kind == "small-caps" else (_CLOSING[kind],)
            _open(root, stack, Span(kind, key="field"), ends, sign)
        elif sign.startswith("</"):
            if not _close(root, stack, sign):
                _say(root, stack, sign)
        else:
            _quote(root, stack, sign, text, match.start())
    _say(root, stack, text[at:])
    while stack:
        _give_up(root, stack)
    return root


def _narrowed(text: str) -> str:
    """Return a text in which no line ends before a mark that stands apart, as in French."""
    if " " not in text:
        return text
    return _BEFORE_MARK.sub("\u202f", text).replace("\u00ab ", "\u00ab\u202f")


def _into(root: list[Piece], stack: list[_Open]) -> list[Piece]:
    return stack[-1].span.pieces if stack else root


def _say(root: list[Piece], stack: list[_Open], text: str) -> None:
    into = _into(root, stack)
    if text and into and isinstance(into[-1], Run):
        into[-1].text += text
    elif text:
        into.append(Run(text))


def _open(
    root: list[Piece], stack: list[_Open], span: Span, closing: tuple[str, ...], sign: str
) -> None:
    _into(root, stack).append(span)
    stack.append(_Open(span, closing, sign))


def _close(root: list[Piece], stack: list[_Open], sign: str) -> bool:
    """Close the innermost span that ends so; those within it that are open are no spans."""
    at = next((at for at in reversed(range(len(stack))) if sign in stack[at].closing), None)
    if at is None:
        return False
    while len(stack) > at + 1:
        _give_up(root, stack)
    stack.pop()
    return True


def _give_up(root: list[Piece], stack: list[_Open]) -> None:
    """Take an opening sign for what it is, and what it held for what stands behind it."""
    lost = stack.pop()
    into = _into(root, stack)
    sign = _APOSTROPHE if lost.opened == "'" else lost.opened
    into.pop()
    _say(root, stack, sign)
    for piece in lost.span.pieces:
        if isinstance(piece, Run):
            _say(root, stack, piece.text)
        else:
            into.append(piece)


def _quote(root: list[Piece], stack: list[_Open], sign: str, text: str, at: int) -> None:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if sign == "'" and before.isspace() and after.isdigit():
        _say(root, stack, _APOSTROPHE)
        return
    single = sign in "'’"
    if single and before.isalnum() and after.isalnum():
        _say(root, stack, _APOSTROPHE)
        return
    if sign == "‘" and not any(one.span.kind == "quote" for one in stack):
        # A single mark that stands first has been set on purpose.
        _say(root, stack, sign)
        return
    if before.isspace() and (after.isspace() or at + 1 == len(text)) and sign == '"':
        # Between blanks it neither opens nor closes.
        _say(root, stack, sign)
        return
    opening = sign in _OPENS and (before.isspace() or before in "([{>\"'“‘—–-/" or at == 0)
    awaited = any(sign in one.closing for one in stack)
    if (
        opening
        and len(stack) < _DEEPEST
        and not after.isspace()
        and not (awaited and after in ")].,;:!?")
    ):
        _open(root, stack, Span("quote", key=sign), (_OPENS[sign],), sign)
        return
    if _close(root, stack, sign):
        return
    _say(root, stack, _APOSTROPHE if single else sign)
