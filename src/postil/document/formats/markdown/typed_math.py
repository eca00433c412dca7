r"""Formulas within Markdown, left as they are typed: $…$, $$…$$, \(…\), \[…\], \begin{…}.

A terminal sets no formulas, and their source is what can be quoted. Nothing in one is emphasis, a
list or a heading. Sums of money and escaped brackets are none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

_WITHIN = lazily(
    r"\$\$(?P<shown>(?:[^$`\\]|\\[\s\S]|\$(?!\$)){1,2000})\$\$"
    r"|(?<![\w$])\$(?P<quoted>`[^`\n]{1,1000}`)\$(?!\w)"
    r"|(?<![\w$])\$(?![\s$])(?P<run>(?:[^$`\\]|\\[\s\S]){1,1000})(?<!\s)\$(?![\w$])"
    r"|(?<!\])\\\((?P<round>(?:[^`\\]|\\(?!\))[\s\S]){1,1000})\\\)"
    r"|\\\[(?P<square>(?:[^`\\]|\\(?!\])[\s\S]){1,2000})\\\](?![(\[:])"
)
_SIGNS = lazily(r"\\[A-Za-z]|[\^_={}<>+]")
"""Signs that a formula has, and an aside in brackets or between two prices has not."""
_OPENING = lazily(r"\$\$|\\\[(?=[ \t]*$)|\\begin\{(?P<name>[A-Za-z]{1,40}\*?)\}")
_LABEL = r"[ \t]{0,9}(?:\([^()]{1,40}\)|\{[^{}]{1,80}\}|[.,;:])?[ \t]{0,9}$"
_CLOSING = {
    "$$": lazily(r"\$\$" + _LABEL),
    "\\[": lazily(r"\\\]" + _LABEL),
}
_SIGN_OF_END = {"$$": "$$", "\\[": "\\]"}
_ENDING = lazily(r"\\end\{(?P<name>[A-Za-z]{1,40}\*?)\}" + _LABEL)
_INTERRUPTED = ("paragraph", "reference", "blockquote", "list")
_LONGEST = 400
"""Lines of one formula."""


def use(parser: MarkdownIt) -> None:
    """Teach a parser formulas."""
    parser.block.ruler.before("fence", "typed_math", _block, {"alt": list(_INTERRUPTED)})
    parser.inline.ruler.before("escape", "typed_math", _inline)


def _inline(state: StateInline, silent: bool) -> bool:
    """Read a formula within a line."""
    if state.src[state.pos] not in "$\\":
        return False
    found = _WITHIN.match(state.src, state.pos, state.posMax)
    if not found or not _is_formula(found):
        return False
    if not silent:
        for number, line in enumerate(found[0].split("\n")):
            if number:
                state.push("softbreak", "br", 0)
            state.push("text", "", 0).content = line.strip() if number else line
    state.pos = found.end()
    return True


def _is_formula(found: re.Match[str]) -> bool:
    """Tell whether words between two signs of math are any."""
    kind = found.lastgroup or ""
    words = found[kind]
    if kind in ("shown", "quoted"):
        return True
    if kind == "run" and not any(sign.isspace() for sign in words):
        return True
    if kind == "round" and len(words.strip()) == 1:
        return True
    return _SIGNS.search(words) is not None


def _block(state: StateBlock, first: int, behind: int, silent: bool) -> bool:
    """Read a formula on lines of its own; a blank line within it would end the formula in TeX."""
    if state.is_code_block(first):
        return False
    start = state.bMarks[first] + state.tShift[first]
    opening = _OPENING.match(state.src, start, state.eMarks[first])
    if not opening:
        return False
    closing = f"\\end{{{opening['name']}}}" if opening["name"] else _SIGN_OF_END[opening[0]]
    if state.src.find(closing, opening.end()) < 0:
        return False
    at, begun = first, opening.end()
    while not _closed(state.src, begun, state.eMarks[at], opening[0], opening["name"]):
        at += 1
        if at >= min(behind, first + _LONGEST) or state.isEmpty(at):
            return False
        if state.sCount[at] < state.blkIndent:
            return False
        begun = state.bMarks[at] + state.tShift[at]
    if silent:
        return True
    state.line = at + 1
    token = state.push("typed_math", "", 0)
    token.content = state.getLines(first, at + 1, state.blkIndent, False)
    token.map = [first, state.line]
    return True


def _closed(source: str, start: int, end: int, opening: str, name: str | None) -> bool:
    """Tell whether a line closes what was opened."""
    if name:
        found = _ENDING.search(source, start, end)
        return found is not None and found["name"] == name
    return _CLOSING[opening].search(source, start, end) is not None
