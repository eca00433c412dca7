"""Inline tokens of Markdown, gathered as the words of a block."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from postil.document.formats.markdown.html_text import opens_silence
from postil.document.formats.markup.inline_text import InlineText
from postil.model.article import InlineKind
from postil.text.clean import clean_line

if TYPE_CHECKING:
    from markdown_it.token import Token

_SPANS = {"em": InlineKind.EMPHASIS, "strong": InlineKind.STRONG, "s": InlineKind.STRIKE}
_LONGEST_TARGET = 4000
"""Code points that are kept of an address."""


def gather(tokens: Sequence[Token], run: InlineText) -> None:
    """Append the text of inline tokens; every line end stays one."""
    opened: list[tuple[int, str]] = []
    silent = ""
    for token in tokens:
        kind = token.type
        if silent:
            if kind == "html_inline" and token.content.lower().startswith("</" + silent):
                silent = ""
        elif kind in ("text", "text_special"):
            run.add(token.content.replace("\n", " "))
        elif kind in ("softbreak", "hardbreak"):
            run.hard += kind == "hardbreak"
            run.soft += kind == "softbreak"
            run.add("\n")
            run.breaks.append(run.length)
        elif kind == "code_inline":
            start = run.length
            run.add(token.content)
            run.set_apart(start, InlineKind.CODE)
        elif kind == "footnote_ref":
            start, label = run.length, clean_line(token.meta["label"])
            run.add(f"[{label}]")
            run.set_apart(start, InlineKind.FOOTNOTE, label)
        elif kind == "image":
            start = run.length
            gather(token.children or (), run)
            run.set_apart(start, InlineKind.IMAGE, _target(token, "src"))
        elif kind == "html_inline":
            silent = opens_silence(token.content)
            if token.content.lower().startswith("<br"):
                run.add(" ")
        elif kind.endswith("_open"):
            opened.append((run.length, _target(token, "href")))
        elif kind.endswith("_close") and opened:
            start, target = opened.pop()
            name = kind.removesuffix("_close")
            run.set_apart(start, _SPANS.get(name, InlineKind.LINK), target)


def _target(token: Token, name: str) -> str:
    return clean_line(str(token.attrGet(name) or ""), _LONGEST_TARGET)
