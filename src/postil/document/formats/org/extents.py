"""Where Org's elements begin, by the form of a line, and where they end."""

from __future__ import annotations

from collections.abc import Sequence

from postil.text.lazy_regex import lazily

HEADLINE = lazily(r"(\*+)(?:[ ]+(.*)|$)")
KEYWORD = lazily(r"[ ]*#\+([A-Za-z][\w-]*(?:\[.*?\])?):[ ]*(.*)")
BEGIN = lazily(r"(?i)[ ]*#\+begin(?:_(\S+)|:)[ ]*(.*)")
COMMENT = lazily(r"[ ]*#(?:[ ].*|$)")
PLANNING = lazily(r"[ ]*(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):[ ]*[<\[=].*")
DRAWER = lazily(r"[ ]*:([-\w]+):[ ]*$")
END_DRAWER = lazily(r"(?i)[ ]*:END:[ ]*$")
FIXED = lazily(r"[ ]*:(?:[ ](.*)|$)")
RULE = lazily(r"[ ]*-{5,}[ ]*$")
NOTE = lazily(r"\[fn:([-\w]+)\][ ]*(.*)")
LATEX = lazily(r"[ ]*\\begin\{([A-Za-z0-9*]+)\}")
GRID = lazily(r"[ ]*\+-[-+]*\+[ ]*$")
PROPERTY = lazily(r"(?i)[ ]*:(CUSTOM_ID|ID):[ ]+(\S.*?)[ ]*$")
ESCAPED = lazily(r"^([ ]*),(?=,*(?:\*|#\+))")
ITEM = lazily(
    r"(?P<indent>[ ]*)(?:(?P<bullet>[-+]|(?<=[ ])\*)|(?P<number>\d{1,9})(?P<behind>[.)]))"
    r"(?:[ ]+(?:\[@(?P<counter>\d{1,9})\][ ]*)?(?:\[(?P<box>[ Xx-])\](?:[ ]+|$))?(?P<words>.*)|$)"
)
DEEPEST = 30
"""Lists and blocks within one another that are told apart."""
_LONGEST = 5000
"""Lines of a drawer, or of an equation."""


def begins(line: str, depth: int) -> bool:
    """Tell whether a line begins something, so that a paragraph before it is at its end."""
    if not line.strip() or HEADLINE.match(line):
        return True
    first = line.lstrip()[0]
    if first == "#":
        return bool(KEYWORD.match(line) or BEGIN.match(line) or COMMENT.match(line))
    if first == ":":
        return bool(FIXED.match(line) or DRAWER.match(line))
    if first == "[":
        return depth == 0 and bool(NOTE.match(line))
    if first == "|" or (first == "-" and RULE.match(line)):
        return True
    if first == "\\":
        return bool(LATEX.match(line))
    if first in "SDC" and PLANNING.match(line):
        return True
    return bool(depth < DEEPEST and ITEM.match(line))


def drawer_end(lines: Sequence[str], at: int) -> int:
    """Return the line behind a drawer, or minus the line up to which none ends."""
    for end in range(at + 1, min(len(lines), at + _LONGEST)):
        if END_DRAWER.match(lines[end]):
            return end + 1
        if HEADLINE.match(lines[end]):
            return -end
    return -min(len(lines), at + _LONGEST)


def block_end(lines: Sequence[str], at: int, name: str) -> int:
    """Return the line that ends a block, 0 where none does; "" is a dynamic block."""
    close = (f"#+end_{name}",) if name else ("#+end:", "#+end")
    for end in range(at + 1, len(lines)):
        if lines[end].strip().lower() in close:
            return end
    return 0


def note_end(lines: Sequence[str], at: int) -> int:
    """Return the line behind a note: it goes on to the next one, a headline, two blank lines.

    What stands at the edge behind a blank line belongs to the text, as people write it.
    """
    end = at + 1
    while end < len(lines):
        line = lines[end]
        if HEADLINE.match(line) or NOTE.match(line):
            break
        if not line.strip() and (end + 1 >= len(lines) or not lines[end + 1].strip()):
            break
        if not lines[end - 1].strip() and line.strip() and not line.startswith(" "):
            break
        end += 1
    return end


def names_under(lines: Sequence[str], at: int) -> tuple[list[str], int]:
    """Return the names that a headline's drawer gives it, and the line where its text begins."""
    while at < len(lines) and PLANNING.match(lines[at]):
        at += 1
    drawer = DRAWER.match(lines[at]) if at < len(lines) else None
    if not drawer or drawer[1].upper() != "PROPERTIES":
        return [], at
    if (end := drawer_end(lines, at)) < 0:
        return [], at
    given = (found for line in lines[at:end] if (found := PROPERTY.match(line)))
    kinds = {"CUSTOM_ID": "#", "ID": "id:"}
    return [f"{kinds[one[1].upper()]}{one[2]}".lower() for one in given], end


def dedented(lines: Sequence[str]) -> list[str]:
    """Return lines without the blanks that all of them begin with."""
    least = min((len(one) - len(one.lstrip(" ")) for one in lines if one.strip()), default=0)
    return [one[least:] for one in lines]


def latex_end(lines: Sequence[str], at: int, name: str) -> int:
    """Return the line behind an environment of LaTeX, 0 for one without an end."""
    close = f"\\end{{{name}}}"
    for end in range(at, min(len(lines), at + _LONGEST)):
        if close in lines[end]:
            return end + 1
        if HEADLINE.match(lines[end]):
            break
    return 0


def run_end(lines: Sequence[str], at: int, signs: tuple[str, ...]) -> int:
    """Return the line behind a run of those that begin with one of some signs."""
    while at < len(lines) and lines[at].lstrip().startswith(signs):
        at += 1
    return at
