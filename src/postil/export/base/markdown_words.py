"""Words for a Markdown file: plain text that stays what it is, and a note's Markdown kept apart.

What is escaped is what CommonMark 0.31, GFM or pandoc's Markdown would read as a sign.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from postil.text.lazy_regex import lazily

_SIGNS = lazily(r"[\\`*\[\]<>|~^$]|(?<!\w)[_@#]|_(?!\w)|&(?=#?\w{1,32};)|!(?=\[)")
"""Signs wherever they stand; an underscore, at sign or hash only where a word could begin."""

_AT_START = lazily(
    r"(?:[-+=%:](?=\s|$)|[-=]{2,}\s*$|#)|(\d{1,9}|[A-Za-z]|[ivxlcdm]{1,7})([.)])(?=\s|$)"
)
"""What a line begins with that makes it an item, a heading, a rule or a definition."""

_FENCE = lazily(r"( {0,3})(`{3,}|~{3,})(.{0,500})$")
"""A fence, with the blanks before it and what stands behind it."""

_OPENER = lazily(
    r"<(?=!--|\?|![A-Za-z\[]|/?(?:script|style|pre|textarea|title|xmp|iframe|noscript)\b)",
    re.IGNORECASE,
)
"""What begins raw HTML that, unclosed, would take in all that follows."""

_APART = lazily(r"\n[ \t]{0,200}\n\s{0,200}")
"""What stands between two paragraphs."""

_TAG = lazily(r"<(?=[A-Za-z!/?])(?!https?:|mailto:)")

_HEADING = lazily(r" {0,3}(#{1,6})(?=\s|$)")


def plain(text: str) -> str:
    """Return words as one line of Markdown that reads as these words."""
    return _line(" ".join(text.split()))


def quotation(text: str) -> str:
    """Return a passage as a block quotation: paragraphs stay apart, and other line ends stay."""
    out = []
    for paragraph in _APART.split(text.strip("\n")):
        lines = [_line(line.strip()) for line in paragraph.split("\n") if line.strip()]
        # A backslash at its end keeps a line's end, in CommonMark as in pandoc.
        out.append("\\\n".join(lines))
    return "\n>\n".join("\n".join(f"> {line}" for line in one.split("\n")) for one in out)


def own(body: str, below: int = 0) -> str:
    """Return a note's Markdown so that it ends where the note does.

    A fence that it leaves open is closed, headings go below ``below``, and raw HTML that could
    take in what follows becomes words.
    """
    return _changed(body, lambda line: _OPENER.sub(r"\\<", _demoted(line, below)))


def without_html(body: str) -> str:
    """Return a note's Markdown in which raw HTML is the words that it is written with."""
    return _changed(body, _spelled_out)


def _spelled_out(line: str) -> str:
    """Return a line whose signs of HTML stand for themselves, outside of what is in backticks."""
    parts = line.split("`")
    parts[::2] = [_TAG.sub(r"\\<", part) for part in parts[::2]]
    return "`".join(parts)


def _changed(body: str, changed: Callable[[str], str]) -> str:
    """Change each line of a note's Markdown that is not in a fence; close one that is open."""
    out: list[str] = []
    blanks, fence = "", ""
    for line in body.strip("\n").split("\n"):
        if fence and line.strip() and not line.startswith(blanks):
            fence = ""  # What held it has ended, and it with that.
        found = _FENCE.match(line)
        if fence:
            out.append(line)
            if found is not None and found[2].startswith(fence) and not found[3].strip():
                fence = ""
        elif found is not None and not (found[2][0] == "`" and "`" in found[3]):
            blanks, fence = found[1], found[2]
            out.append(line)
        else:
            out.append(changed(line))
    if fence:
        out.append(blanks + fence)
    return "\n".join(out)


def _demoted(line: str, below: int) -> str:
    found = _HEADING.match(line) if below else None
    if found is None:
        return line
    return "#" * min(6, len(found[1]) + below) + line[found.end() :]


def escaped(words: str) -> str:
    """Return words in which each sign stands for itself, wherever they stand but at a start."""
    return _SIGNS.sub(lambda found: f"\\{found[0]}", words)


def _line(line: str) -> str:
    """Return the words of one line with what would be a sign escaped."""
    return begun(escaped(line))


def begun(escaped: str) -> str:
    """Return a line with its signs escaped, as one that begins no item, heading or rule."""
    start = _AT_START.match(escaped)
    if start is None:
        return escaped
    if start[1] is not None:
        return f"{start[1]}\\{escaped[start.start(2) :]}"
    return f"\\{escaped}"
