"""Rich text as characters: punctuation tidied, quotation marks nested, markup written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

from postil.csl.ground.rich import Piece, Run
from postil.csl.style.locale import Locale
from postil.csl.text.decoration import BESIDE_FONT
from postil.csl.text.punctuation import Token, tidy

Format = Literal["text", "html", "markdown"]


def format_pieces(pieces: Sequence[Piece], locale: Locale, form: Format = "text") -> str:
    """Return rich text as characters in a format."""
    tokens = list(_tokens(pieces, sets_raised=form != "text"))
    _keep_foreign(tokens, locale)
    tidy(tokens, locale.punctuation_in_quote)
    _set_quotes(tokens, locale)
    return _WRITERS[form](tokens)


def _tokens(pieces: Sequence[Piece], *, sets_raised: bool) -> list[Token]:
    """Return pieces in a row; plain text keeps raised letters, which it cannot set raised."""
    out: list[Token] = []
    for piece in pieces:
        if isinstance(piece, Run):
            if sets_raised:
                out += _raised(piece)
            elif piece.text:
                out.append(_as_it_is(piece))
            continue
        inner = _tokens(piece.pieces, sets_raised=sets_raised)
        if not inner:
            continue
        if piece.kind == "part":
            out += inner
            continue
        out.append(Token(piece.kind, piece.key, opens=True, own=piece.key == "field"))
        out += inner
        out.append(Token(piece.kind, piece.key, own=piece.key == "field"))
    return out


_LONGEST = 50_000
"""Characters beyond which a run is taken as it is; no title is a book."""

_RAISED = {"ˀ": "ʔ", "ˁ": "ʕ", "ۥ": "و", "ۦ": "ي"}
"""Raised letters of which Unicode does not say so."""


@cache
def _superscript() -> re.Pattern[str]:
    """Return the pattern of raised characters, made of what Unicode says of 13,000 of them."""
    raised = (
        chr(code)
        for code in range(0x80, 0x3400)
        if unicodedata.decomposition(chr(code)).startswith("<super>")
    )
    return re.compile(f"[{''.join(_RAISED)}{''.join(raised)}]")


def _as_it_is(run: Run) -> Token:
    return Token("run", run.text, own=run.own, is_beside_font=run.key == BESIDE_FONT)


def _raised(run: Run) -> Iterator[Token]:
    """Yield a run with its raised characters as plain ones that are set raised."""
    if run.text.isascii() or len(run.text) > _LONGEST:
        if run.text:
            yield _as_it_is(run)
        return
    at = 0
    for match in _superscript().finditer(run.text):
        if match.start() > at:
            yield Token("run", run.text[at : match.start()], own=run.own)
        yield Token("sup", opens=True)
        yield Token(
            "run", _RAISED.get(match[0]) or unicodedata.normalize("NFKC", match[0]), own=run.own
        )
        yield Token("sup")
        at = match.end()
    if at < len(run.text):
        yield Token("run", run.text[at:], own=run.own)


_CURLY = {"“": "”", "‘": "’"}


def _keep_foreign(tokens: list[Token], locale: Locale) -> None:
    """Take quotation marks of an item that are none of the language for plain characters."""
    outer = locale.term("open-quote") or "“"
    inner = locale.term("open-inner-quote") or "‘"
    meant: list[bool] = []
    """Of each quotation that is open, whether it takes the marks of the language."""
    for token in tokens:
        if token.kind != "quote":
            continue
        if token.opens:
            own = token.text == outer or (token.text == inner and any(meant))
            meant.append(own or token.text not in _CURLY)
        if not (meant[-1] if token.opens else meant.pop()):
            token.kind, token.own = "run", True
            token.text = token.text if token.opens else _CURLY[token.text]


def _set_quotes(tokens: list[Token], locale: Locale) -> None:
    outer = (locale.term("open-quote") or "“", locale.term("close-quote") or "”")
    inner = (locale.term("open-inner-quote") or "‘", locale.term("close-inner-quote") or "’")
    depth = 0
    for token in tokens:
        if token.kind != "quote":
            continue
        if not token.opens:
            depth -= 1
        marks = inner if depth % 2 else outer
        token.kind, token.text = "run", marks[0] if token.opens else marks[1]
        if token.opens:
            depth += 1


_ESCAPED = str.maketrans({"&": "&#38;", "<": "&lt;", ">": "&gt;"})

_STYLES: Mapping[str, tuple[str, str]] = {
    "italic": ("<i>", "</i>"),
    "oblique": ("<em>", "</em>"),
    "bold": ("<b>", "</b>"),
    "light": ('<span style="font-weight:light;">', "</span>"),
    "small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
    "underline": ('<span style="text-decoration:underline;">', "</span>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "baseline": ('<span style="baseline">', "</span>"),
    "block": ('<div class="csl-block">', "</div>"),
    "left-margin": ('<div class="csl-left-margin">', "</div>"),
    "right-inline": ('<div class="csl-right-inline">', "</div>"),
    "indent": ('<div class="csl-indent">', "</div>"),
}
_UNDOING: Mapping[str, tuple[str, str]] = {
    "italic": ('<span style="font-style:normal;">', "</span>"),
    "bold": ('<span style="font-weight:normal;">', "</span>"),
    "small-caps": ('<span style="font-variant:normal;">', "</span>"),
    "underline": ('<span style="text-decoration:none;">', "</span>"),
}
_UNDOES = {
    "upright": "italic",
    "regular-weight": "bold",
    "regular-caps": "small-caps",
    "plain-line": "underline",
}


def _html(tokens: Sequence[Token]) -> str:
    out: list[str] = []
    stack: list[tuple[str, str]] = []
    active: list[str] = []
    for token in tokens:
        if token.kind == "run":
            out.append(token.text.translate(_ESCAPED))
        elif token.opens:
            opening, closing, state = _tags(token.kind, active, token.own)
            out.append(opening)
            stack.append((closing, state))
            active.append(state)
        else:
            out.append(stack.pop()[0])
            active.pop()
    return "".join(out)


def _tags(kind: str, active: Sequence[str], own: bool) -> tuple[str, str, str]:
    """Return the tags for a span, and what it makes of the words.

    A span that the item brings undoes its like around it.
    """
    if kind == "nodecor":
        undone = next((one for one in reversed(active) if one in _UNDOING), "")
        return (*_UNDOING[undone], f"no {undone}") if undone else ("", "", "")
    base = _UNDOES.get(kind, kind)
    now = next((one for one in reversed(active) if one in (base, f"no {base}")), "")
    if base in _UNDOING and now == base and (own or kind in _UNDOES):
        return (*_UNDOING[base], f"no {base}")
    if kind == "plain-line":
        return (*_UNDOING[base], f"no {base}")
    if kind in _UNDOES:
        return "", "", ""
    opening, closing = _STYLES.get(kind, ("", ""))
    return opening, closing, kind


_MARGIN = " "
"""What stands between a field that is set apart and the others."""


_OF_ITS_OWN = frozenset({"block", "indent"})
"""What stands in lines of its own."""


def _text(tokens: Sequence[Token]) -> str:
    out: list[str] = []
    ended = False
    for token in tokens:
        if token.kind == "run":
            if ended:
                out.append("\n")
            ended, parted = False, bool(out) and out[-1] in (_MARGIN, "\n")
            out.append(token.text.lstrip(" ") if parted else token.text)
        elif token.kind in _OF_ITS_OWN:
            ended = bool(out)
        elif token.kind == "left-margin" and not token.opens:
            out.append(_MARGIN)
    return "".join(out).rstrip(" ")


_SIGNS = {"italic": "*", "oblique": "*", "bold": "**", "sup": "^", "sub": "~"}
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\*_`[]<>"})


def _markdown(tokens: Sequence[Token]) -> str:
    out: list[str] = []
    stack: list[str] = []
    ended = False
    for token in tokens:
        if token.kind in _OF_ITS_OWN:
            ended = bool(out)
            continue
        if ended and (token.kind == "run" or token.opens):
            out.append("\n")
            ended = False
        if token.kind == "run":
            text = token.text.translate(_SPECIAL)
            # A blank would end what is raised or lowered.
            raised = "^" in stack or "~" in stack
            out.append(text.replace(" ", "\\ ") if raised else text)
        elif token.opens:
            stack.append(_SIGNS.get(token.kind, ""))
            out.append(stack[-1])
        else:
            out.append(stack.pop())
            if token.kind == "left-margin":
                out.append(" ")
    return "".join(out).rstrip(" ")


_WRITERS = {"text": _text, "html": _html, "markdown": _markdown}
