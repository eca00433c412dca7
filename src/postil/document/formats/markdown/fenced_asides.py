"""Asides of documentation tools: ``!!! note`` with lines set in, and ``:::note`` up to ``:::``.

MkDocs has the first, Docusaurus, VitePress, MyST and pandoc have the second, which also hold what
is no aside; of these the signs are left out. Their tokens are those of a quotation, told of what
it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from postil.document.formats.markdown.block_signs import ASIDE, TITLE
from postil.document.formats.markup.asides import aside_of
from postil.text.lazy_regex import lazily

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

COLONS = ":::"
_SET_IN = lazily(
    r"(?:!!!|\?\?\?\+?)[ ]{1,9}(?P<name>[A-Za-z]{3,12})(?:[ ]{1,9}inline)?"
    r"(?:[ ]{1,9}\"(?P<title>[^\"\n]{0,200})\")?[ ]*$"
)
_FENCE = lazily(
    r":{3,20}[ ]{0,9}(?:\{[ ]{0,9})?[.#]?(?:callout-)?(?P<name>[A-Za-z][\w-]{0,40})"
    r"[^}\n]{0,200}?(?:\}|(?=[ ]|\[|$))"
    r"(?:[ ]{0,9}\[(?P<bracketed>[^\]\n]{0,200})\]|[ ]{1,9}(?P<title>[^\n{]{0,200}))?[ ]*$"
)
_END = lazily(r":{3,20}[ ]*$")
_INDENT = 4
"""Blanks by which what belongs to an aside without an end is set in."""
_DEEPEST = 20
"""Levels below which the signs are words; the parser leaves out what is five times as deep."""
_INTERRUPTED = ("paragraph", "reference", "blockquote", "list")


def use(parser: MarkdownIt) -> None:
    """Teach a parser these asides."""
    parser.block.ruler.before("fence", "fenced_aside", _block, {"alt": list(_INTERRUPTED)})


def _block(state: StateBlock, first: int, behind: int, silent: bool) -> bool:
    """Read an aside with all that stands in it."""
    if state.is_code_block(first) or state.level > _DEEPEST:
        return False
    start, end = state.bMarks[first] + state.tShift[first], state.eMarks[first]
    sign = state.src[start : start + 3]
    if sign == COLONS:
        found = _FENCE.match(state.src, start, end)
        inside, further = _closed(state, first, behind) if found else (first, first)
    elif sign in ("!!!", "???"):
        found = _SET_IN.match(state.src, start, end)
        if found and not aside_of(found["name"]):
            return False
        inside = further = _set_in(state, first, behind) if found else first
        if inside == first + 1:
            return False
    else:
        return False
    if not found:
        return False
    if not silent:
        _push(state, found, (first, inside, further), sign)
    return True


def _closed(state: StateBlock, first: int, behind: int) -> tuple[int, int]:
    """Return the line behind what colons hold, and the next one to be read.

    These differ by the line that closes it; where none does, all that can belong to it does.
    """
    depth, code = 0, ""
    for at in range(first, behind):
        start, end = state.bMarks[at] + state.tShift[at], state.eMarks[at]
        if state.sCount[at] < state.blkIndent and start < end:
            return at, at
        sign = state.src[start : start + 3]
        if sign in ("```", "~~~") and code in ("", sign):
            code = "" if code else sign
        if code or sign != COLONS:
            continue
        depth += -1 if _END.match(state.src, start, end) else 1
        if not depth:
            return at, at + 1
    return behind, behind


def _set_in(state: StateBlock, first: int, behind: int) -> int:
    """Return the line behind all that are set in below the first."""
    last = first + 1
    for at in range(first + 1, behind):
        if state.isEmpty(at):
            continue
        if state.sCount[at] < state.blkIndent + _INDENT:
            break
        last = at + 1
    return last


def _push(state: StateBlock, found: re.Match[str], lines: tuple[int, int, int], sign: str) -> None:
    """Push an aside: its first line, the one behind what stands in it, and the next to be read."""
    first, inside, further = lines
    kind = aside_of(found["name"])
    token = state.push("blockquote_open" if kind else "div_open", "", 1)
    token.map, token.markup = [first, further], sign
    title = next((one for one in (found.groupdict().get("bracketed"), found["title"]) if one), "")
    if kind:
        token.meta[ASIDE] = kind
        title = title or found["name"].capitalize()
    if title:
        token.meta[TITLE] = type(token)("inline", "", 0, content=title.strip())
    kept = state.lineMax, state.blkIndent, state.parentType
    state.lineMax = inside
    state.blkIndent += 0 if sign == COLONS else _INDENT
    state.parentType = "blockquote"
    state.md.block.tokenize(state, first + 1, inside)
    state.lineMax, state.blkIndent, state.parentType = kept
    state.push("blockquote_close" if kind else "div_close", "", -1)
    state.line = further
