"""Items of Org's lists: where each begins, how it is marked, and what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from postil.document.formats.markup.list_frames import BEGUN, DONE, OPEN
from postil.document.formats.org.extents import ITEM, dedented
from postil.model.values import NamedTuple
from postil.text.lazy_regex import lazily

_TERM = lazily(r"(?P<term>.+?)[ ]{1,40}::(?:[ ]{1,40}(?P<words>.*)|$)")
_BOXES = {" ": OPEN, "X": DONE, "x": DONE, "-": BEGUN}


class Item(NamedTuple):
    """One item."""

    indent: int
    ordered: bool
    number: str
    behind: str
    """What stands behind the number."""
    term: str
    """"" but for an item that defines something."""
    box: str
    """The mark of a task, "" of what is none."""
    lines: list[str]
    """What it holds, without its indentation; the first line is what stands beside the mark."""


def item_at(line: str) -> Item | None:
    """Return the item that a line begins; None where it begins none."""
    found = ITEM.match(line)
    if not found:
        return None
    number = found["counter"] or found["number"] or ""
    words = found["words"] or ""
    term = ""
    if found["bullet"] and (defined := _TERM.fullmatch(words)):
        term, words = defined["term"], defined["words"] or ""
    box = _BOXES.get(found["box"] or "", "")
    if box and term:
        term, box = f"{box} {term}", ""
    behind = found["behind"] or ""
    indent = len(found["indent"])
    return Item(indent, bool(found["number"]), number, behind, term, box, [words])


def items_from(lines: Sequence[str], at: int) -> tuple[list[Item], int]:
    """Return the items of the list that begins at a line, and where it ends.

    An item holds what is set in further than its mark; two blank lines end the list.
    """
    items: list[Item] = []
    first = item_at(lines[at])
    indent = first.indent if first else 0
    blanks = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            blanks += 1
            if blanks > 1:
                break
        else:
            found = item_at(line)
            deeper = len(line) - len(line.lstrip(" ")) > indent
            if found and found.indent == indent:
                items.append(found)
                at += 1
                blanks = 0
                continue
            if not deeper:
                break
            blanks = 0
        items[-1].lines.append(line)
        at += 1
    for one in items:
        one.lines[1:] = dedented(one.lines[1:])
    return items, at
